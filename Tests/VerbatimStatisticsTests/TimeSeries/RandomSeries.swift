import Foundation
import VerbatimStatistics
import VerbatimTestSupport

/// Series of random counts.
enum RandomSeries {
  /// A Poisson count: by inversion, halves of great means apart.
  static func poisson(_ mean: Double, _ random: inout SeededGenerator) -> Double {
    guard mean < 500 else { return poisson(mean / 2, &random) + poisson(mean / 2, &random) }
    var chance = exp(-mean)
    var cumulative = chance
    let unit = random.unit()
    var value = 0.0
    while cumulative < unit, chance > 0 || value < mean {
      value += 1
      chance *= mean / value
      cumulative += chance
    }
    return value
  }

  /// A standard normal number, by Box and Muller.
  static func normal(_ random: inout SeededGenerator) -> Double {
    (-2 * log(1 - random.unit())).squareRoot() * cos(2 * .pi * random.unit())
  }

  /// A gamma number of mean 1 by Marsaglia and Tsang (2000).
  static func gamma(shape: Double, _ random: inout SeededGenerator) -> Double {
    guard shape >= 1 else {
      return gamma(shape: shape + 1, &random) * (shape + 1) / shape * pow(random.unit(), 1 / shape)
    }
    let d = shape - 1 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal(&random)
      let v = pow(1 + c * x, 3)
      guard v > 0 else { continue }
      if log(1 - random.unit()) < x * x / 2 + d - d * v + d * log(v) { return d * v / shape }
    }
  }

  /// A negative binomial count of variance mean + dispersion · mean².
  static func count(
    _ mean: Double,
    dispersion: Double = 0,
    _ random: inout SeededGenerator
  ) -> Double {
    guard dispersion > 0 else { return poisson(mean, &random) }
    return poisson(mean * gamma(shape: 1 / dispersion, &random), &random)
  }

  /// A series of counts of one mean.
  static func counts(
    _ periods: Int,
    mean: Double,
    dispersion: Double = 0,
    _ random: inout SeededGenerator
  ) -> [Double] {
    (0..<periods).map { _ in count(mean, dispersion: dispersion, &random) }
  }
}
