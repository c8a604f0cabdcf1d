internal import Foundation

/// How far a count lies above what independence predicts, shrunk towards nothing when counts are
/// small.
///
/// IC = log₂((N + ½) / (E + ½)) with the interval from the gamma distribution of shape N + ½ and
/// rate E + ½.
///
/// - SeeAlso: Bate et al. (1998); Norén, Hopstadius and Bate (2013), "Shrinkage
///   observed-to-expected ratios for robust and transparent large-scale pattern discovery".
public struct InformationComponent: Hashable, Sendable {
  /// The observed count.
  public let observed: Int
  /// The count that independence predicts.
  public let expected: Double

  /// The component of a cell.
  public init(observed: Int, expected: Double) {
    precondition(observed >= 0 && expected >= 0, "counts are not negative")
    self.observed = observed
    self.expected = expected
  }

  /// The point estimate, in bits.
  public var value: Double { log2((Double(observed) + 0.5) / (expected + 0.5)) }

  /// The lower end of the 95 % interval: above 0, the combination is reported beyond chance.
  public var lower: Double { log2(posterior.quantile(0.025)) }

  /// The upper end of the 95 % interval.
  public var upper: Double { log2(posterior.quantile(0.975)) }

  /// The chance of `observed` or more under independence, by Poisson's distribution.
  public var pValue: Double {
    guard observed > 0 else { return 1 }
    guard expected > 0 else { return 0 }
    // P(X ≥ n | E) = P(n, E), the regularised incomplete gamma function.
    return GammaDistribution.regularizedP(Double(observed), expected)
  }

  private var posterior: GammaDistribution {
    GammaDistribution(shape: Double(observed) + 0.5, rate: expected + 0.5)
  }
}
