internal import Foundation

/// The distribution of a count: Poisson's, or the negative binomial where counts scatter more.
///
/// The variance is mean + dispersion · mean². A dispersion of 0 is Poisson's distribution, for
/// which nothing else changes.
///
/// - SeeAlso: Johnson, Kemp and Kotz (2005), *Univariate Discrete Distributions*, sections 4.2
///   and 5.1.
public struct CountDistribution: Hashable, Sendable {
  /// The mean, 0 or more.
  public let mean: Double
  /// What the variance has beyond the mean, as a share of the mean's square; 0 or more.
  public let dispersion: Double

  /// Beyond this a count's distribution is as good as normal, and no series is summed.
  private static let great = 1e7

  /// A distribution; a mean or dispersion that is negative or no number becomes 0.
  public init(mean: Double, dispersion: Double = 0) {
    self.mean = mean > 0 && mean.isFinite ? mean : 0
    self.dispersion = dispersion > 0 && dispersion.isFinite ? dispersion : 0
  }

  /// The variance.
  public var variance: Double { mean + dispersion * mean * mean }

  /// The probability of `count` or more: Poisson's tail is the incomplete gamma function, the
  /// negative binomial's the incomplete beta function.
  public func upperTail(from count: Double) -> Double {
    guard count > 0 else { return 1 }
    guard mean > 0 else { return 0 }
    guard max(mean, count) <= Self.great else {
      let z = (count - 0.5 - mean) / variance.squareRoot()
      return z.isNaN ? (count > mean ? 0 : 1) : Gaussian.upperTail(z)
    }
    guard dispersion * mean > 1e-10 else {
      return GammaDistribution.regularizedP(count, mean)
    }
    let odds = dispersion * mean
    return IncompleteBeta.regularized(
      odds / (1 + odds),
      count,
      1 / dispersion,
      complement: 1 / (1 + odds)
    )
  }

  /// The least count that is not exceeded with at least this probability.
  ///
  /// - Complexity: Some twenty tails.
  public func quantile(_ probability: Double) -> Double {
    guard mean > 0, probability > 0 else { return 0 }
    // Rounding must not push a count that meets the probability exactly to the next.
    let exceeding = (1 - min(probability, 1 - 1e-12)) * (1 + 1e-12)
    func isEnough(_ count: Double) -> Bool { upperTail(from: count + 1) <= exceeding }
    let deviation = variance.squareRoot()
    let guess = (mean + Gaussian.quantile(1 - exceeding) * deviation).rounded(.down)
    var step = max(1, (deviation / 8).rounded(.up))
    var low = max(-1, guess)
    var high = max(0, guess)
    if isEnough(high) {
      while low >= 0, isEnough(low) {
        high = low
        low = max(-1, low - step)
        step *= 2
      }
    } else {
      while !isEnough(high), high < 1e300 {
        low = high
        high += step
        step *= 2
      }
    }
    while high - low > 1, high - low > high * 1e-15 {
      let middle = ((low + high) / 2).rounded(.down)
      if isEnough(middle) { high = middle } else { low = middle }
    }
    return high
  }
}
