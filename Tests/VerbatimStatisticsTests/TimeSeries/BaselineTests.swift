import Foundation
import Testing
import VerbatimStatistics
import VerbatimTestSupport

@Suite("Baseline and predictive limit")
struct BaselineTests {
  @Test("takes mean and dispersion from the past alone", arguments: SeededGenerator.seeds(6))
  func naive(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let exposures = (0..<90).map { _ in random.chance(0.1) ? 0 : 1 + 9 * random.unit() }
    let counts = exposures.map { RandomSeries.count($0, dispersion: 0.5, &random) }
    let series = CountSeries(counts: counts, exposures: exposures)
    let estimates = Baseline(window: 30, gap: 3, minimum: 10).estimates(for: series)
    for index in counts.indices {
      let past = (max(0, index - 33)..<max(0, index - 3)).filter { exposures[$0] > 0 }
      guard past.count >= 10, exposures[index] > 0 else {
        #expect(estimates[index] == nil)
        continue
      }
      let found = try #require(estimates[index])
      let total = past.map { counts[$0] }.reduce(0, +)
      let exposure = past.map { exposures[$0] }.reduce(0, +)
      #expect(found.mean.isClose(to: (total + 0.5) / exposure * exposures[index]), "\(random)")
      let means = past.map { total / exposure * exposures[$0] }
      var spread = 0.0
      for (period, mean) in zip(past, means) { spread += pow(counts[period] - mean, 2) }
      let n = Double(past.count)
      let excess = spread * n / (n - 1) - total
      let alpha = min(10, max(0, excess / means.map { $0 * $0 }.reduce(0, +)))
      #expect(found.dispersion.isClose(to: alpha), "\(random)")
    }
  }

  @Test("the predictive limit is that of `algo.bayes`")
  func bayes() {
    let method = BayesPredictive(
      baseline: Baseline(window: 6, gap: 0, minimum: 6),
      isOverdispersed: false
    )
    let points = method.points(of: CountSeries(counts: SurveillanceVectors.agona))
    for (index, limit) in zip(200..<240, SurveillanceVectors.bayesUpper) {
      #expect(points[index].upper == limit)
      #expect(points[index].isAlarm == (SurveillanceVectors.agona[index] > limit))
    }
  }

  @Test("the combination of p-values is the Cauchy distribution's tail", arguments: [2, 3, 5])
  func combination(count: Int) throws {
    var random = SeededGenerator(seed: UInt64(count))
    for _ in 0..<200 {
      let values = (0..<count).map { _ in pow(random.unit(), 3) }
      let capped = values.map { min($0, 1 - 1 / Double(count)) }
      let mean = capped.map { tan((0.5 - $0) * .pi) }.reduce(0, +) / Double(count)
      let found = try #require(CombinedScore.combine(values))
      #expect(found.isClose(to: 0.5 - atan(mean) / .pi))
    }
    #expect(CombinedScore.combine([]) == nil)
    #expect(CombinedScore.combine([0.3]) == 0.3)
    // Two of one size, whatever binds them, are one of that size.
    #expect(CombinedScore.combine([1e-200, 1e-200])?.isClose(to: 1e-200, relatively: 1e-9) == true)
    #expect(CombinedScore.combine([0, 1]).map { $0 < 1e-15 } == true)
  }
}
