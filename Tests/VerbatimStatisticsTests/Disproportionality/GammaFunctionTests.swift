import Foundation
import Testing
import VerbatimTestSupport

@testable import VerbatimStatistics

@Suite("Gamma function")
struct GammaFunctionTests {
  @Test(
    "has the logarithms that tables print",
    arguments: [
      // Abramowitz and Stegun, tables 6.1 and 6.3; ln Γ(½) = ½ ln π.
      (1, 0), (2, 0), (0.5, 0.572_364_942_924_700_1), (1.5, -0.120_782_237_635_245_2),
      (10, 12.801_827_480_081_469), (100, 359.134_205_369_575_4),
      (1e6, 12_815_504.569_147_612), (1e-6, 13.815_509_980_749_43),
    ]
  )
  func logGamma(x: Double, value: Double) {
    #expect(GammaFunction.logGamma(x).isClose(to: value, within: 4e-15 * max(1, abs(value))))
  }

  @Test(
    "has the digammas that tables print",
    arguments: [
      (1, -0.577_215_664_901_532_9), (0.5, -1.963_510_026_021_423_5),
      (2, 0.422_784_335_098_467_1), (10, 2.251_752_589_066_721), (1e5, 11.512_920_464_961_895),
    ]
  )
  func digamma(x: Double, value: Double) {
    #expect(GammaFunction.digamma(x).isClose(to: value, relatively: 1e-14))
  }

  @Test("has rises that are the sums they stand for")
  func rises() {
    for x in [1e-5, 0.3, 1, 7.25, 40, 1e4, 1e6] {
      for n in [0, 1, 2, 7, 8, 9, 31, 32, 33, 100, 1000] {
        let terms = (0..<n).map { x + Double($0) }
        let logs = terms.map { log($0) }.reduce(0, +)
        let inverses = terms.map { 1 / $0 }.reduce(0, +)
        #expect(
          GammaFunction.logRise(x, n).isClose(to: logs, within: 1e-13 * (1 + abs(logs))),
          "\(x) \(n)"
        )
        #expect(GammaFunction.digammaRise(x, n).isClose(to: inverses, relatively: 1e-12))
        let squares = terms.map { -1 / ($0 * $0) }.reduce(0, +)
        #expect(GammaFunction.trigammaRise(x, n).isClose(to: squares, relatively: 1e-12))
      }
    }
  }

  @Test("has the median of great shapes where it is known to lie")
  func greatShapes() {
    // The median of Gamma(a, 1) is a − 1/3 + 8/(405 a) + 184/(25515 a²) + O(1/a³).
    for shape in [100, 1e4, 1e6, 1e8] {
      let median = GammaFunction.quantile(shape, 0.5)
      let series = shape - 1.0 / 3 + (8.0 / 405 + 184 / (25_515 * shape)) / shape
      #expect(median.isClose(to: series, relatively: 1e-10))
    }
    #expect(GammaFunction.lower(1e6, 1e6).value.isClose(to: 0.500_132_980_760_872_6, within: 1e-12))
  }

  @Test("has the values of the plain series where it integrates instead")
  func integral() {
    for shape in [500, 9030.25, 1e5] {
      for deviations in [-25.0, -9, -3, -0.5, 0, 0.5, 3, 6] {
        let x = shape + deviations * shape.squareRoot()
        guard x > 0 else { continue }
        var (term, sum, n) = (1.0, 1.0, shape)
        while term > sum * 1e-18 {
          n += 1
          term *= x / n
          sum += term
        }
        let found = GammaFunction.lower(shape, x).value
        let wanted = sum * GammaFunction.front(shape, x)
        #expect(found.isClose(to: wanted, relatively: 5e-12), "\(shape) \(deviations)")
      }
    }
  }

  @Test("integrates polynomials without an error")
  func rule() {
    let points = GaussLegendre.rule.points
    for power in 0...46 {
      let sum = points.map { $0.weight * pow($0.place, Double(power)) }.reduce(0, +)
      #expect(sum.isClose(to: power % 2 == 0 ? 2 / Double(power + 1) : 0, within: 1e-14))
    }
  }

  @Test("turns its quantiles back, from the smallest shapes to the greatest")
  func quantiles() {
    for shape in [0.01, 0.3, 1, 1.5, 12, 500, 3e4, 1e6] {
      for probability in [1e-9, 0.025, 0.05, 0.5, 0.95, 0.975, 0.999_999] {
        let x = GammaFunction.quantile(shape, probability)
        guard x > 0 else { continue }
        let found = GammaFunction.lower(shape, x).value
        #expect(found.isClose(to: probability, relatively: 1e-10), "\(shape) \(probability)")
      }
    }
  }
}
