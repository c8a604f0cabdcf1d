import Foundation
import Testing
import VerbatimStatistics
import VerbatimTestSupport

@Suite("Gamma distribution")
struct GammaDistributionTests {
  @Test(
    "has the values of the incomplete gamma function",
    arguments: [
      // P(1, x) = 1 − e⁻ˣ and P(½, x) = erf √x; the others to seventeen digits by arithmetic of
      // thirty digits.
      (1, 1, 0.632_120_558_828_557_68), (0.5, 1, 0.842_700_792_949_714_87),
      (2, 3, 0.800_851_726_528_544_23), (5, 5, 0.559_506_714_934_787_59),
      (10, 10, 0.542_070_285_528_147_79), (100, 100, 0.513_298_798_279_148_66),
      (0.5, 10, 0.999_992_255_783_568_96), (3.5, 0.1, 2.515_625_083_091_617_2e-5),
      (30, 60, 0.999_993_123_735_031_27), (1000, 1050, 0.941_328_888_622_681_92),
      (14.5, 3.6, 1.232_087_680_539_981_5e-5),
    ]
  )
  func known(shape: Double, x: Double, probability: Double) {
    let found = GammaDistribution.regularizedP(shape, x)
    #expect(found.isClose(to: probability, relatively: 1e-12))
  }

  @Test(
    "keeps eight digits for great counts",
    arguments: [(1e5, 0.500_420_522_110_365_2), (1e6, 0.500_132_980_760_872_6)]
  )
  func great(shape: Double, probability: Double) {
    #expect(GammaDistribution.regularizedP(shape, shape).isClose(to: probability, within: 1e-8))
  }

  @Test("agrees with the plain series wherever that can be summed")
  func naiveSeries() {
    var worst = 0.0
    for halves in 1...80 {
      let shape = Double(halves) / 2
      for tenth in 1...500 {
        let x = Double(tenth) / 10
        let found = GammaDistribution.regularizedP(shape, x)
        worst = max(worst, abs(found - Self.naiveP(halves: halves, x)))
      }
    }
    #expect(worst < 1e-12)
  }

  @Test("keeps its digits in the far lower tail")
  func lowerTail() {
    for halves in 1...80 {
      for x in [1e-6, 0.001, 0.1, 0.5] {
        let found = GammaDistribution.regularizedP(Double(halves) / 2, x)
        let naive = Self.naiveP(halves: halves, x)
        #expect(found.isClose(to: naive, relatively: 1e-11), "P(\(halves)/2, \(x))")
      }
    }
  }

  @Test("is a distribution: from 0 to 1, never falling")
  func monotone() {
    for shape in [0.5, 1, 3.5, 20, 250.5] {
      let gamma = GammaDistribution(shape: shape, rate: 2)
      #expect(gamma.cumulative(-1) == 0)
      #expect(gamma.cumulative(0) == 0)
      var before = 0.0
      for step in 1...400 {
        let probability = gamma.cumulative(Double(step) * shape / 100)
        // The two ways of computing it meet at shape + 1, where the last digits may differ.
        #expect(probability >= before - 1e-14 && probability <= 1)
        before = probability
      }
      #expect(before.isClose(to: 1, within: 0.01))
    }
  }

  @Test("has quantiles that its cumulative turns back", arguments: SeededGenerator.seeds(10))
  func quantile(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let shape = 0.5 + random.unit() * (random.chance(0.5) ? 5 : 500)
      let gamma = GammaDistribution(shape: shape, rate: 0.1 + random.unit() * 20)
      let probability = 0.001 + random.unit() * 0.998
      let value = gamma.quantile(probability)
      #expect(
        gamma.cumulative(value).isClose(to: probability, within: 1e-11),
        "\(random) \(gamma) \(probability)"
      )
    }
  }

  @Test(
    "has the quantiles of printed chi-square tables",
    arguments: [
      (1, 0.95, 3.841), (1, 0.99, 6.635), (2, 0.95, 5.991), (10, 0.025, 3.247), (10, 0.975, 20.483),
      (30, 0.05, 18.493), (30, 0.95, 43.773), (100, 0.99, 135.807),
    ]
  )
  func chiSquare(degrees: Double, probability: Double, printed: Double) {
    // A chi-square of k degrees is a gamma of shape k/2 and rate ½; tables print three decimals.
    let gamma = GammaDistribution(shape: degrees / 2, rate: 0.5)
    #expect(gamma.quantile(probability).isClose(to: printed, within: 5.1e-4))
  }

  @Test("has the quantiles of the exponential distribution", arguments: [0.001, 0.025, 0.5, 0.999])
  func exponential(probability: Double) {
    let gamma = GammaDistribution(shape: 1, rate: 3)
    #expect(
      gamma.quantile(probability).isClose(to: -log(1 - probability) / 3, relatively: 1e-12)
    )
  }

  /// P(a, x) for a half or whole a, by its series, each term from the one before.
  static func naiveP(halves: Int, _ x: Double) -> Double {
    // Γ(a + 1) from Γ(1) = 1 or Γ(½) = √π.
    var a = halves.isMultiple(of: 2) ? 1 : 0.5
    var gamma = halves.isMultiple(of: 2) ? 1 : Double.pi.squareRoot()
    while a < Double(halves) / 2 + 1 {
      gamma *= a
      a += 1
    }
    var term = pow(x, Double(halves) / 2) * exp(-x) / gamma
    var terms: [Double] = []
    for k in 1...600 {
      terms.append(term)
      term *= x / (Double(halves) / 2 + Double(k))
    }
    return terms.reversed().reduce(0, +)
  }
}
