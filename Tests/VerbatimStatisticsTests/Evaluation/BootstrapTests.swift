import Testing
import VerbatimTestSupport

@testable import VerbatimStatistics

@Suite("The bootstrap")
struct BootstrapTests {
  /// A share as a measure: how many of the records are hits.
  private func share(_ hits: [Bool]) -> ClassificationMeasure {
    ClassificationMeasure(
      .accuracy,
      gold: hits.map { _ in 0 },
      found: hits.map { $0 ? 0 : 1 },
      rows: 1,
      columns: 2
    )
  }

  @Test("draws from SplitMix64, whose sequence is known")
  func generator() {
    var generator = SplitMix64(seed: 1_234_567)
    #expect(
      (0..<3).map { _ in generator.next() } == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
      ]
    )
    var counts = [Int](repeating: 0, count: 7)
    for _ in 0..<7_000 { counts[generator.index(below: 7)] += 1 }
    #expect(counts.allSatisfy { (850...1_150).contains($0) })
  }

  @Test("gives the same interval for the same seed, another for another")
  func seed() throws {
    let measure = share((0..<200).map { $0 % 3 == 0 })
    func interval(_ seed: UInt64) -> Bootstrap.Interval? {
      Bootstrap(resamples: 200, seed: seed).intervals(of: [measure])[0]
    }
    #expect(interval(1) == interval(1))
    #expect(interval(1) != interval(2))
  }

  @Test("agrees with the normal interval of a share")
  func width() throws {
    let measure = share((0..<400).map { $0 % 2 == 0 })
    let interval = try #require(Bootstrap(resamples: 1_000, seed: 3).intervals(of: [measure])[0])
    // 1.96 · √(0.25 / 400) = 0.049.
    #expect(interval.lower.isClose(to: 0.451, within: 0.008))
    #expect(interval.upper.isClose(to: 0.549, within: 0.008))
  }

  @Test("covers the truth about as often as it says")
  func coverage() throws {
    var random = SeededGenerator(seed: 11)
    var covered = 0
    for round in 0..<100 {
      let hits = (0..<80).map { _ in random.chance(0.3) }
      let found = Bootstrap(resamples: 200, seed: UInt64(round)).intervals(of: [share(hits)])[0]
      let interval = try #require(found)
      if interval.lower <= 0.3, interval.upper >= 0.3 { covered += 1 }
    }
    #expect((88...100).contains(covered))
  }

  @Test("is wider where records of a group are alike and drawn together")
  func groups() throws {
    let hits = (0..<200).map { $0 / 10 % 2 == 0 }
    let groups = (0..<200).map { $0 / 10 }
    let bootstrap = Bootstrap(resamples: 400, seed: 5)
    let apart = try #require(bootstrap.intervals(of: [share(hits)])[0])
    let together = try #require(bootstrap.intervals(of: [share(hits)], groups: groups)[0])
    #expect(together.upper - together.lower > 2 * (apart.upper - apart.lower))
  }

  @Test("pairs two measures on the same draws")
  func pairs() throws {
    let hits = (0..<200).map { $0 % 2 == 0 }
    // The other engine is right on the same records and five more.
    let more = hits.indices.map { hits[$0] || $0 % 40 == 1 }
    let (one, other) = (share(more), share(hits))
    let intervals = Bootstrap(resamples: 400, seed: 7)
      .intervals(of: [one, other, MeasureDifference(one, other)])
    let apart = try #require(intervals[0])
    let difference = try #require(intervals[2])
    #expect(difference.lower > 0)
    #expect(difference.upper - difference.lower < (apart.upper - apart.lower) / 2)
  }

  @Test("has no interval for what most draws do not define, and none for no record")
  func undefined() {
    let lone = AreaUnderCurve(scores: [1, 2], sides: [1, 1])
    #expect(Bootstrap(seed: 1).intervals(of: [lone]) == [nil])
    #expect(Bootstrap(seed: 1).intervals(of: [share([])]) == [nil])
    #expect(Bootstrap(seed: 1).intervals(of: []) == [])
  }

  @Test("reads quantiles on a straight line between neighbours")
  func quantiles() {
    #expect(Bootstrap.quantile(0.5, of: [1, 2, 4, 8]) == 3)
    #expect(Bootstrap.quantile(0, of: [1, 2]) == 1)
    #expect(Bootstrap.quantile(1, of: [1, 2]) == 2)
    #expect(Bootstrap.quantile(0.25, of: [5]) == 5)
  }
}
