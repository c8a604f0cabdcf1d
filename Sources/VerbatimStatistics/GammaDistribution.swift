internal import Foundation

/// The gamma distribution with a shape and a rate, as intervals of counts need it.
public struct GammaDistribution: Hashable, Sendable {
  /// The shape, above 0.
  public let shape: Double
  /// The rate, above 0.
  public let rate: Double

  /// A distribution.
  public init(shape: Double, rate: Double) {
    precondition(shape > 0 && rate > 0, "a gamma distribution has a positive shape and rate")
    self.shape = shape
    self.rate = rate
  }

  /// The probability of at most `x`.
  public func cumulative(_ x: Double) -> Double {
    x <= 0 ? 0 : Self.regularizedP(shape, x * rate)
  }

  /// The value that is exceeded with probability 1 − `probability`.
  ///
  /// - Complexity: About sixty evaluations of the incomplete gamma function.
  public func quantile(_ probability: Double) -> Double {
    precondition(probability > 0 && probability < 1, "a quantile lies strictly between 0 and 1")
    var low = 0.0
    var high = max(1, shape)
    while Self.regularizedP(shape, high) < probability { high *= 2 }
    for _ in 0..<200 {
      let middle = (low + high) / 2
      if Self.regularizedP(shape, middle) < probability { low = middle } else { high = middle }
      if high - low <= 1e-14 * high { break }
    }
    return (low + high) / 2 / rate
  }

  /// The regularised lower incomplete gamma function P(a, x).
  ///
  /// The series below a + 1, Lentz's continued fraction above: Press et al., *Numerical Recipes*,
  /// section 6.2.
  public static func regularizedP(_ a: Double, _ x: Double) -> Double {
    guard x > 0 else { return 0 }
    let front = exp(-x + a * log(x) - logGamma(a))
    if x < a + 1 {
      var term = 1 / a
      var sum = term
      var n = a
      for _ in 0..<10_000 {
        n += 1
        term *= x / n
        sum += term
        if abs(term) < abs(sum) * 1e-16 { break }
      }
      return min(1, sum * front)
    }
    let tiny = 1e-300
    var b = x + 1 - a
    var c = 1 / tiny
    var d = 1 / b
    var h = d
    for i in 1..<10_000 {
      let numerator = -Double(i) * (Double(i) - a)
      b += 2
      d = numerator * d + b
      if abs(d) < tiny { d = tiny }
      c = b + numerator / c
      if abs(c) < tiny { c = tiny }
      d = 1 / d
      let delta = d * c
      h *= delta
      if abs(delta - 1) < 1e-16 { break }
    }
    return max(0, 1 - front * h)
  }

  /// ln Γ(x) for x > 0: Lanczos' approximation with g = 7 and nine terms, good to 15 digits.
  ///
  /// The C library's differs in the last bit between platforms.
  static func logGamma(_ x: Double) -> Double {
    let coefficients = [
      0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313,
      -176.61502916214059, 12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6,
      1.5056327351493116e-7,
    ]
    if x < 0.5 { return log(Double.pi / sin(Double.pi * x)) - logGamma(1 - x) }
    let z = x - 1
    var sum = coefficients[0]
    for index in 1..<coefficients.count { sum += coefficients[index] / (z + Double(index)) }
    let t = z + 7.5
    return 0.5 * log(2 * Double.pi) + (z + 0.5) * log(t) - t + log(sum)
  }
}
