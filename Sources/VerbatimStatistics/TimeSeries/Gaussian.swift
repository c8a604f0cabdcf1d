internal import Foundation

/// The standard normal distribution.
enum Gaussian {
  /// The probability of at most `z`.
  static func cumulative(_ z: Double) -> Double { 0.5 * erfc(-z / 2.0.squareRoot()) }

  /// The probability of more than `z`, with its digits kept far out.
  static func upperTail(_ z: Double) -> Double { 0.5 * erfc(z / 2.0.squareRoot()) }

  /// The value that is not exceeded with a probability strictly between 0 and 1.
  ///
  /// Starts from the rational approximation 26.2.23 of Abramowitz and Stegun (1964), good to
  /// 4.5e-4, and takes four of Halley's steps, each of which triples the digits.
  static func quantile(_ probability: Double) -> Double {
    guard probability > 0 else { return -.infinity }
    guard probability < 1 else { return .infinity }
    let tail = min(probability, 1 - probability)
    let t = (-2 * log(tail)).squareRoot()
    let top = 2.515517 + t * (0.802853 + t * 0.010328)
    let bottom = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
    var z = t - top / bottom
    for _ in 0..<4 {
      let density = exp(-z * z / 2) / (2 * Double.pi).squareRoot()
      guard density > 0 else { break }
      let step = (upperTail(z) - tail) / density
      z += step / (1 - z * step / 2)
    }
    return probability < 0.5 ? -z : z
  }
}
