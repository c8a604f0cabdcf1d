import Testing
import VerbatimCore
import VerbatimStatistics

@Suite("Reopening by chance")
struct ReopeningTests {
  private typealias Sample = LifeSample

  /// The share of closed clusters that reopen within half a year, of articles with three customers a
  /// day of whom `percent` have the issue that 2 % of the shop have.
  private static func reopened(percent: Int, seed: UInt64) -> Double {
    var random = SplitMix64(seed: seed)
    let runs = 300
    var count = 0
    for _ in 0..<runs {
      var writers: [ClusterSeries.Writer] = []
      for index in 0..<(26 * 7 * 3) {
        let hasIssue = random.index(below: 100) < percent
        writers.append(ClusterSeries.Writer(day: Sample.day(1) + index / 3, hasIssue: hasIssue))
      }
      let life = ClusterLife(
        Sample.series(of: writers),
        decisions: Sample.log([Sample.decision(Sample.start, .close)]),
        judged: .open,
        isHazard: false,
        asOf: Sample.day(27)
      )
      count += life.state == .reopened ? 1 : 0
    }
    return Double(count) / Double(runs)
  }

  @Test("is rare where the rate is that of the shop, and sure where it is four times that")
  func calibration() {
    let normal = Self.reopened(percent: 2, seed: 31)
    let fourfold = Self.reopened(percent: 8, seed: 32)
    #expect(normal <= 0.03)
    #expect(fourfold >= 0.9)
  }
}
