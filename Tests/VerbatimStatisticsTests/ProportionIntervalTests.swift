import Testing
import VerbatimStatistics
import VerbatimTestSupport

@Suite("Proportion interval")
struct ProportionIntervalTests {
  @Test(
    "has Wilson's ends",
    arguments: [
      // Newcombe (1998), table I, method 3.
      (81, 263, 0.2553, 0.3662), (15, 148, 0.0624, 0.1605), (0, 20, 0, 0.1611),
      (1, 29, 0.0061, 0.1718),
      // By hand: 0 of n ends at z²/(n + z²), 5 of 10 lies about ½.
      (0, 10, 0, 0.2775), (10, 10, 0.7225, 1), (5, 10, 0.2366, 0.7634),
    ] as [(Int, Int, Double, Double)]
  )
  func wilson(count: Int, total: Int, lower: Double, upper: Double) {
    let interval = ProportionInterval(wilson: count, of: total)
    #expect(interval.lower.isClose(to: lower, within: 5.1e-5))
    #expect(interval.upper.isClose(to: upper, within: 5.1e-5))
  }

  @Test("is everything when nothing was seen")
  func nothing() {
    let interval = ProportionInterval(wilson: 0, of: 0)
    #expect(interval.lower == 0)
    #expect(interval.upper == 1)
  }

  @Test("solves the score equation, holds the share, and mirrors")
  func properties() {
    let z = 1.959_963_984_540_054
    for total in 1...60 {
      for count in 0...total {
        let interval = ProportionInterval(wilson: count, of: total)
        let share = Double(count) / Double(total)
        #expect(interval.lower >= 0 && interval.upper <= 1)
        #expect(interval.lower <= share + 1e-15 && interval.upper >= share - 1e-15)
        let mirror = ProportionInterval(wilson: total - count, of: total)
        #expect(interval.lower.isClose(to: 1 - mirror.upper, within: 1e-14))
        for end in [interval.lower, interval.upper] {
          // (p̂ − p)² = z² p (1 − p) / n at either end.
          let left = (share - end) * (share - end)
          let right = z * z * end * (1 - end) / Double(total)
          #expect(left.isClose(to: right, within: 1e-14))
        }
      }
    }
  }
}
