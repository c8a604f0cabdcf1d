import Foundation
import Testing
import VerbatimTestSupport

@testable import VerbatimStatistics

@Suite("Count distribution")
struct CountDistributionTests {
  @Test(
    "has the negative binomial's tails as R 4.2.2 has them",
    arguments: [
      // pnbinom(x − 1, size, mu, lower.tail = FALSE)
      (2.5, 3, 3, 0.489_434_398_260_966), (0.7, 4, 11, 0.100_758_260_560_795),
      (12, 30, 59, 0.009_340_328_982_507_04), (40, 400, 499, 0.075_761_657_606_098_6),
      (2, 3, 41, 1.395_566_429_855_28e-8), (12, 30, 201, 3.802_246_272_129_14e-18),
    ]
  )
  func negativeBinomial(size: Double, mean: Double, count: Double, tail: Double) {
    let law = CountDistribution(mean: mean, dispersion: 1 / size)
    #expect(law.upperTail(from: count).isClose(to: tail, relatively: 1e-11))
  }

  @Test(
    "has Poisson's tails as R 4.2.2 has them",
    arguments: [
      (0.3, 1, 0.259_181_779_318_282), (2, 5, 0.052_653_017_343_711_1),
      (30, 30, 0.524_283_013_893_68), (400, 500, 8.109_381_078_799_16e-7),
      (30, 100, 7.338_468_632_878_33e-24),
    ]
  )
  func poisson(mean: Double, count: Double, tail: Double) {
    #expect(
      CountDistribution(mean: mean).upperTail(from: count).isClose(to: tail, relatively: 1e-11)
    )
  }

  @Test("has the quantiles of R 4.2.2")
  func quantiles() {
    let law = CountDistribution(mean: 7, dispersion: 1 / 2.5)
    #expect([0.5, 0.95, 0.99, 0.999].map(law.quantile) == [6, 17, 23, 32])
    let poisson = CountDistribution(mean: 7.3)
    #expect([0.05, 0.5, 0.95, 0.999].map(poisson.quantile) == [3, 7, 12, 17])
  }

  @Test("agrees with the sum of its chances", arguments: SeededGenerator.seeds(4))
  func naive(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<40 {
      let mean = exp(random.unit() * 7 - 2)
      let dispersion = random.chance(0.3) ? 0 : exp(random.unit() * 6 - 4)
      let law = CountDistribution(mean: mean, dispersion: dispersion)
      var chance =
        dispersion > 0 ? exp(-log1p(dispersion * mean) / dispersion) : exp(-mean)
      var cumulative = 0.0
      let last = Int(mean + 6 * law.variance.squareRoot()) + 3
      let probability = random.unit()
      var quantile: Double?
      for count in 0...last {
        #expect(
          law.upperTail(from: Double(count)).isClose(to: 1 - cumulative, within: 1e-9),
          "\(random) \(law) \(count)"
        )
        cumulative += chance
        if quantile == nil, cumulative >= probability { quantile = Double(count) }
        let size = Double(count)
        chance *=
          dispersion > 0
          ? (size + 1 / dispersion) / (size + 1) * dispersion * mean / (1 + dispersion * mean)
          : mean / (size + 1)
      }
      if let quantile { #expect(law.quantile(probability) == quantile, "\(random) \(law)") }
    }
  }

  @Test("the normal distribution has R's quantiles and tails")
  func gaussian() {
    let quantiles: [(Double, Double)] = [
      (0.5, 0), (0.9, 1.281_551_565_544_6), (0.975, 1.959_963_984_540_05),
      (0.999, 3.090_232_306_167_81), (1e-10, -6.361_340_902_404_06),
    ]
    for (probability, z) in quantiles {
      #expect(Gaussian.quantile(probability).isClose(to: z, within: 1e-12))
    }
    #expect(Gaussian.upperTail(10).isClose(to: 7.619_853_024_160_53e-24, relatively: 1e-11))
    #expect(Gaussian.cumulative(-8).isClose(to: 6.220_960_574_271_78e-16, relatively: 1e-11))
  }

  @Test("the incomplete beta function has R's values")
  func beta() {
    let cases: [(Double, Double, Double, Double)] = [
      (0.1, 0.5, 0.5, 0.204_832_764_699_133), (0.5, 2, 3, 0.6875),
      (0.9, 30, 4, 0.576_943_664_125_693), (0.01, 200, 1000, 7.656_587_069_064_62e-172),
    ]
    for (x, a, b, value) in cases {
      #expect(IncompleteBeta.regularized(x, a, b).isClose(to: value, relatively: 1e-10))
    }
    // Student's table: 2.228 leaves 5 % on both sides of ten degrees of freedom, three decimals.
    #expect(IncompleteBeta.studentTails(2.2285, degrees: 10) < 0.05)
    #expect(IncompleteBeta.studentTails(2.2275, degrees: 10) > 0.05)
  }

  @Test("never traps and never leaves 0 to 1")
  func extremes() {
    let values = [0, 1e-300, 1e-9, 0.5, 1, 1e3, 1e7, 1e9, 1e15, 1e300, .infinity, .nan, -3]
    for mean in values {
      for dispersion in values {
        let law = CountDistribution(mean: mean, dispersion: dispersion)
        for count in values {
          let tail = law.upperTail(from: count)
          #expect(tail >= 0 && tail <= 1, "\(mean) \(dispersion) \(count)")
        }
        #expect(law.quantile(0.95) >= 0)
      }
    }
  }
}
