import Foundation
import Testing
import VerbatimStatistics
import VerbatimTestSupport

@Suite("Likelihood-ratio charts")
struct LikelihoodRatioTests {
  private typealias Vectors = SurveillanceVectors

  private static func laws(_ dispersion: Double) -> [CountDistribution?] {
    (1...120).map { week in
      let angle = 2 * Double.pi / 52 * Double(week)
      return CountDistribution(
        mean: exp(1.5 + 0.6 * cos(angle) + 0.6 * sin(angle)),
        dispersion: dispersion
      )
    }
  }

  @Test("the CUSUM has the statistic and cases of `algo.glrnb` with a known change")
  func known() {
    let chart = LikelihoodRatioCUSUM(ratio: exp(0.4), threshold: 5)
    let expected: [(Double, [Double], [Double], Set<Int>)] = [
      (0.2, Vectors.lrNB, Vectors.lrNBCases, [113]),
      (0, Vectors.lrPoisson, Vectors.lrPoissonCases, [5, 64, 102, 107, 113]),
    ]
    for (dispersion, statistics, cases, alarms) in expected {
      let laws = Self.laws(dispersion)
      let points = chart.points(of: Vectors.glrCounts, laws: laws)
      let needed = chart.casesNeeded(of: Vectors.glrCounts, laws: laws)
      for index in points.indices {
        #expect(points[index].statistic?.isClose(to: statistics[index], within: 1e-8) == true)
        #expect(needed[index]?.isClose(to: cases[index], relatively: 1e-8) == true, "\(index)")
        #expect(points[index].isAlarm == alarms.contains(index))
      }
    }
  }

  @Test("the generalised ratio has the statistic of the package's own test")
  func generalised() {
    // Published: surveillance, tests/testthat/test-algo.glrnb.R, seven digits.
    let chart = GeneralizedLikelihoodRatio(window: 120, threshold: 5)
    let expected: [(Double, [Double], Set<Int>)] = [
      (0.2, Vectors.glrNB, [113]), (0, Vectors.glrPoisson, [5, 64, 102, 106, 107, 113]),
    ]
    for (dispersion, statistics, alarms) in expected {
      let points = chart.points(of: Vectors.glrCounts, laws: Self.laws(dispersion))
      for index in points.indices {
        let statistic = points[index].statistic ?? .nan
        #expect(statistic.isClose(to: statistics[index], within: 1e-6), "\(index)")
        #expect(points[index].isAlarm == alarms.contains(index), "\(index)")
      }
    }
  }

  @Test("the CUSUM's step is the logarithm of two chances", arguments: SeededGenerator.seeds(5))
  func naive(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let ratio = 1.1 + 2 * random.unit()
    let dispersion = random.chance(0.4) ? 0 : random.unit()
    let counts = RandomSeries.counts(100, mean: 4, dispersion: 0.3, &random)
    let laws = counts.map { _ in
      CountDistribution(mean: 1 + 6 * random.unit(), dispersion: dispersion)
    }
    let points = LikelihoodRatioCUSUM(ratio: ratio, threshold: 4).points(of: counts, laws: laws)
    func logChance(_ count: Double, _ mean: Double) -> Double {
      guard dispersion > 0 else { return count * log(mean) - mean - lgamma(count + 1) }
      let size = 1 / dispersion
      let ways = lgamma(count + size) - lgamma(size) - lgamma(count + 1)
      let share = mean / (size + mean)
      return ways + size * log(1 - share) + count * log(share)
    }
    var sum = 0.0
    for index in counts.indices {
      let mean = laws[index].mean
      sum = max(0, sum + logChance(counts[index], ratio * mean) - logChance(counts[index], mean))
      #expect(points[index].statistic?.isClose(to: sum) == true, "\(random) \(index)")
      #expect(points[index].pValue?.isClose(to: exp(-sum)) == true)
      if sum > 4 { sum = 0 }
    }
  }

  @Test("the generalised ratio is the best of a fine grid", arguments: SeededGenerator.seeds(3))
  func grid(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let counts = RandomSeries.counts(12, mean: 4, dispersion: 0.3, &random)
    let laws = counts.map { _ in CountDistribution(mean: 3, dispersion: 0.25) }
    let points = GeneralizedLikelihoodRatio(window: 6, threshold: 1e9)
      .points(of: counts, laws: laws)
    for index in counts.indices {
      var best = 0.0
      for start in max(0, index - 5)...index {
        for step in 0...3000 {
          let factor = exp(Double(step) / 1000)
          let shrink = log((1 + 0.75 * factor) / 1.75)
          var sum = 0.0
          for x in counts[start...index] { sum += x * log(factor) - (x + 4) * shrink }
          best = max(best, sum)
        }
      }
      // The grid is half a thousandth off at most, and the top is flat.
      #expect(points[index].statistic?.isClose(to: best, within: 1e-5) == true, "\(random)")
    }
  }

  @Test("without a change the p-value errs on the safe side", arguments: [0.0, 0.3])
  func safe(dispersion: Double) {
    var random = SeededGenerator(seed: 7)
    let chart = LikelihoodRatioCUSUM(ratio: 1.5, threshold: 5)
    var small = 0
    for _ in 0..<600 {
      let counts = RandomSeries.counts(60, mean: 3, dispersion: dispersion, &random)
      let laws = counts.map { _ in CountDistribution(mean: 3, dispersion: dispersion) }
      if (chart.points(of: counts, laws: laws)[59].pValue ?? 1) <= 0.05 { small += 1 }
    }
    // 5 % of 600 is 30; more than 43 would be one chance in a hundred.
    #expect(small <= 43, "\(small)")
  }
}
