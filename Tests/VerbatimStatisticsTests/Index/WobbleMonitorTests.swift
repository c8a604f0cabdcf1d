import Testing
import VerbatimStatistics
import VerbatimTestSupport

@Suite("Wobbles and thresholds")
struct WobbleMonitorTests {
  private static func states(_ indices: [Double?], variance: Double = 0.25) -> [TrendState] {
    var monitor = WobbleMonitor()
    return indices.map { monitor.next($0, variance: variance).state }
  }

  @Test("one fall is wobble1, two in a row are wobble2, two cycles back are recovered")
  func byHand() {
    // The level before the fall is 70, the margin 3: below 67 is not back.
    #expect(
      Self.states([70, 70, 66, 62, 66, 67, 68, 70])
        == [.stable, .stable, .wobble1, .wobble2, .wobble2, .wobble2, .recovered, .stable]
    )
    #expect(
      Self.states([70, 66, 70, 70, 70]) == [.stable, .wobble1, .wobble1, .recovered, .stable]
    )
  }

  @Test("a fall must exceed both 3 points and 1.28 standard errors")
  func margins() {
    #expect(Self.states([70, 67]) == [.stable, .stable])
    #expect(Self.states([70, 66.9]) == [.stable, .wobble1])
    // Each index has a standard error of 3: the fall one of 4.24, and 1.28 of those are 5.43.
    #expect(Self.states([70, 64.6], variance: 9) == [.stable, .stable])
    #expect(Self.states([70, 64.5], variance: 9) == [.stable, .wobble1])
    var monitor = WobbleMonitor()
    _ = monitor.next(70, variance: 9)
    let reading = monitor.next(64.5, variance: 16)
    #expect(reading.delta == -5.5 && reading.deltaError == 5)
  }

  @Test("two points in a row below the chart's limit are wobble2")
  func chart() {
    // Eight points with mean 70 and standard deviation √(8·0.25 ÷ 7): the limit is 68.93. A drift
    // of less than 3 points a cycle is no fall.
    let calm = [69.5, 70.5, 69.5, 70.5, 69.5, 70.5, 69.5, 70.5]
    #expect(Self.states(calm + [68.9, 68.9]).suffix(2) == [.stable, .wobble2])
    #expect(Self.states(calm + [69, 69]).suffix(2) == [.stable, .stable])
    #expect(Self.states(calm + [68.9, 70, 68.9]).suffix(3) == [.stable, .stable, .stable])
    #expect(Self.states(calm.dropLast() + [68.5, 68.5]).suffix(2) == [.stable, .stable])
  }

  @Test("what stays down for twelve cycles is the new level")
  func newLevel() {
    let states = Self.states([70, 70, 60] + [Double](repeating: 60, count: 14) + [61, 57.5])
    #expect(states[2] == .wobble1)
    #expect(states[3...13].allSatisfy { $0 == .wobble1 })
    #expect(states[16] == .stable)
    #expect(states.last == .wobble1)
  }

  @Test("a gap is insufficient, breaks a run and ends no fall")
  func gaps() {
    #expect(
      Self.states([70, 66, nil, 62, 66, 68, 69])
        == [.stable, .wobble1, .insufficient, .wobble1, .wobble1, .wobble1, .recovered]
    )
    #expect(Self.states([nil, nil]) == [.insufficient, .insufficient])
    var monitor = WobbleMonitor()
    _ = monitor.next(70, variance: 1)
    _ = monitor.next(nil)
    let reading = monitor.next(60, variance: 1)
    #expect(reading.delta == nil)
  }

  @Test("of an even index, falls beyond 1.28 errors come as often as chance has them")
  func calibration() {
    var settings = WobbleMonitor.Settings()
    settings.drop = 0
    var random = SeededGenerator(seed: 5)
    var falls = 0
    let cycles = 20_000
    var monitor = WobbleMonitor(settings)
    for _ in 0..<cycles {
      // The sum of twelve draws less six is near normal with variance 1.
      let noise = (0..<12).reduce(-6.0) { sum, _ in sum + random.unit() }
      let reading = monitor.next(70 + noise, variance: 1)
      if let delta = reading.delta, let error = reading.deltaError, delta < -1.28 * error {
        falls += 1
        #expect(reading.state != .stable && reading.state != .recovered)
      }
    }
    // One side of 1.28 standard errors: 10.03 %.
    #expect((Double(falls) / Double(cycles)).isClose(to: 0.1003, within: 0.007))
  }

  @Test("a threshold is crossed only when the index is clear of it")
  func hysteresis() {
    var monitor = ThresholdMonitor(threshold: 60, margin: 2)
    #expect(monitor.side == nil)
    let crossings = [61, 59, 58, 57.9, 61, 62, 62.1, nil, 57].map { monitor.next($0) }
    #expect(
      crossings == [
        .unchanged, .unchanged, .unchanged, .down, .unchanged, .unchanged, .up, .unchanged, .down,
      ]
    )
    #expect(monitor.side == .below)
    var exact = ThresholdMonitor(threshold: 60, margin: 0)
    let first = exact.next(60)
    #expect(first == .unchanged && exact.side == .above)
    let second = exact.next(59.9)
    #expect(second == .down)
  }
}
