import Foundation
import VerbatimStatistics

/// Draws from the distributions of counts.
extension SplitMix64 {
  /// A number from 0 up to 1, which is not reached.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// A draw from the standard normal distribution (Box and Muller 1958).
  mutating func normal() -> Double {
    (-2 * log(1 - unit())).squareRoot() * cos(2 * .pi * unit())
  }

  /// A draw from the gamma distribution with scale 1 (Marsaglia and Tsang 2000).
  mutating func gamma(shape: Double) -> Double {
    guard shape >= 1 else {
      return gamma(shape: shape + 1) * pow(1 - unit(), 1 / shape)
    }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = normal()
      let v = (1 + c * x) * (1 + c * x) * (1 + c * x)
      guard v > 0 else { continue }
      if log(1 - unit()) < 0.5 * x * x + d - d * v + d * log(v) { return d * v }
    }
  }

  /// A draw from Poisson's distribution: products of uniforms, in pieces of at most 30.
  mutating func poisson(_ mean: Double) -> Int {
    guard mean > 0 else { return 0 }
    var left = mean
    var count = 0
    while left > 0 {
      let limit = exp(-min(left, 30))
      left -= 30
      var product = unit()
      while product > limit {
        count += 1
        product *= unit()
      }
    }
    return count
  }

  /// A multiplier of mean 1 and the given variance.
  mutating func frailty(_ variance: Double) -> Double {
    variance <= 0 ? 1 : gamma(shape: 1 / variance) * variance
  }
}
