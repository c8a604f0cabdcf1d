internal import Foundation

/// Limits for a count by the normal distribution of its ⅔ power.
///
/// - SeeAlso: Farrington et al. (1996), section 3.6.
struct PowerLimits {
  let lower: Double
  let upper: Double
  private let centre: Double
  private let error: Double

  /// Limits around a mean.
  ///
  /// - Parameters:
  ///   - mean: The predicted mean.
  ///   - variance: The variance of that prediction.
  ///   - dispersion: The variance of a count, by its mean.
  ///   - tail: The probability beyond either limit.
  init(mean: Double, variance: Double, dispersion: Double, tail: Double) {
    let spread = dispersion + (mean > 0 ? variance / mean : 0)
    centre = pow(mean, 2 / 3)
    error = (4 / 9 * pow(mean, 1 / 3) * spread).squareRoot()
    let z = -Gaussian.quantile(tail)
    lower = pow(max(0, centre - z * error), 1.5)
    upper = pow(centre + z * error, 1.5)
  }

  /// The probability of `count` or more.
  func upperTail(_ count: Double) -> Double {
    guard error > 0 else { return pow(count, 2 / 3) > centre ? 0 : 1 }
    return Gaussian.upperTail((pow(count, 2 / 3) - centre) / error)
  }
}
