import Foundation
import Testing
import VerbatimStatistics
import VerbatimTestSupport

@Suite("Temporal scan")
struct TemporalScanTests {
  @Test("the ratio is that of two Poisson likelihoods")
  func ratio() {
    // 12 of 40 cases where 5 are expected: 12·ln 2.4 + 28·ln 0.8.
    let value = TemporalScan.ratio(observed: 12, expected: 5, total: 40)
    #expect(value.isClose(to: 12 * log(2.4) + 28 * log(0.8)))
    #expect(TemporalScan.ratio(observed: 5, expected: 5, total: 40) == 0)
    #expect(TemporalScan.ratio(observed: 40, expected: 10, total: 40).isClose(to: 40 * log(4)))
  }

  @Test("finds the best window of all, as trying each does", arguments: SeededGenerator.seeds(5))
  func naive(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let exposures = (0..<30).map { _ in 1 + 9 * random.unit() }
    let counts = exposures.map { RandomSeries.poisson($0 / 2, &random) }
    let series = CountSeries(counts: counts, exposures: exposures)
    let scan = TemporalScan(longest: 10, replicates: 1)
    let found = try #require(scan.cluster(in: series))
    let total = counts.reduce(0, +)
    var best = 0.0
    for start in 0..<30 {
      for end in start..<min(30, start + 10) {
        let c = counts[start...end].reduce(0, +)
        let share = exposures[start...end].reduce(0, +) / exposures.reduce(0, +)
        let n = total * share
        guard c > n else { continue }
        var value = c * log(c / n)
        if total > c { value += (total - c) * log((total - c) / (total - n)) }
        best = max(best, value)
      }
    }
    #expect(found.ratio.isClose(to: best), "\(random)")
    #expect(found.observed == counts[found.start..<found.start + found.length].reduce(0, +))
  }

  @Test("its p-value is that of counting all outcomes")
  func exact() throws {
    // Five cases on four days, four of them on the last: all 4⁵ ways to fall.
    let counts: [Double] = [1, 0, 0, 4]
    let scan = TemporalScan(longest: 2, replicates: 20_000, enough: 20_001)
    let found = try #require(scan.cluster(in: CountSeries(period: .day, counts: counts)))
    #expect(found.start == 3 && found.length == 1)
    func best(_ counts: [Double]) -> Double {
      var best = 0.0
      for start in 0..<4 {
        for end in start..<min(4, start + 2) {
          let c = counts[start...end].reduce(0, +)
          let n = 5 * Double(end - start + 1) / 4
          best = max(best, TemporalScan.ratio(observed: c, expected: n, total: 5))
        }
      }
      return best
    }
    var asLarge = 0
    for outcome in 0..<1024 {
      var drawn = [0.0, 0, 0, 0]
      var rest = outcome
      for _ in 0..<5 {
        drawn[rest % 4] += 1
        rest /= 4
      }
      if best(drawn) >= found.ratio - 1e-12 { asLarge += 1 }
    }
    let exact = Double(asLarge) / 1024
    // Four standard errors of 20,000 draws.
    let error = (exact * (1 - exact) / 20_000).squareRoot()
    #expect(found.pValue.isClose(to: exact, within: 4 * error), "\(found.pValue) \(exact)")
  }

  @Test("finds a burst in the week it is complete, and where it began")
  func burst() throws {
    var random = SeededGenerator(seed: 2)
    var counts = RandomSeries.counts(60, mean: 3, &random)
    for week in 50..<54 { counts[week] += 9 }
    let series = CountSeries(counts: counts)
    let cluster = try #require(TemporalScan().cluster(endingAt: 53, in: series))
    #expect(cluster.start == 50 && cluster.length == 4)
    #expect(cluster.pValue <= 0.01)
    let whole = try #require(TemporalScan(longest: 30).cluster(in: series))
    #expect(whole.start == 50 && whole.length == 4)
    #expect(TemporalScan().points(of: series)[53].isAlarm)
  }

  @Test("without a burst few periods are alarms, and the same seed draws the same")
  func null() {
    var random = SeededGenerator(seed: 8)
    let scan = TemporalScan(alpha: 0.05)
    var alarms = 0
    for _ in 0..<300 {
      let series = CountSeries(counts: RandomSeries.counts(40, mean: 4, &random))
      let cluster = scan.cluster(endingAt: 39, in: series)
      #expect(cluster == scan.cluster(endingAt: 39, in: series))
      if (cluster?.pValue ?? 1) <= 0.05 { alarms += 1 }
    }
    // 5 % of 300 is 15; the interval of 99 % ends at 25, and ties make it fewer.
    #expect((3...25).contains(alarms), "\(alarms)")
  }
}
