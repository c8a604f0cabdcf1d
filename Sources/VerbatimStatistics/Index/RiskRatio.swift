internal import Foundation

/// The ratio of two shares, with its interval and test.
///
/// - SeeAlso: Katz, Baptista, Azen and Pike (1978), *Obtaining confidence intervals for the risk
///   ratio in cohort studies*.
public struct RiskRatio: Hashable, Sendable {
  /// The ratio; nil when the second share is 0, or either is of nobody.
  public let value: Double?
  /// Katz's 95 % interval; nil when either share is 0.
  public let interval: Bootstrap.Interval?
  /// The chance of such a difference, either way, where there is none: the normal test with the
  /// pooled share; 1 when both are all or nothing, nil when either is of nobody.
  public let pValue: Double?

  /// Compares `count` out of `total` with `other` out of `otherTotal`.
  public init(_ count: Int, of total: Int, against other: Int, of otherTotal: Int) {
    guard total > 0, otherTotal > 0 else {
      value = nil
      interval = nil
      pValue = nil
      return
    }
    let share = Double(count) / Double(total)
    let otherShare = Double(other) / Double(otherTotal)
    value = other > 0 ? share / otherShare : nil
    if count > 0, other > 0 {
      let error =
        (1 / Double(count) - 1 / Double(total) + 1 / Double(other) - 1 / Double(otherTotal))
        .squareRoot()
      let centre = log(share / otherShare)
      let half = 1.959963984540054 * error
      interval = Bootstrap.Interval(lower: exp(centre - half), upper: exp(centre + half))
    } else {
      interval = nil
    }
    let pooled = Double(count + other) / Double(total + otherTotal)
    let spread = pooled * (1 - pooled) * (1 / Double(total) + 1 / Double(otherTotal))
    pValue =
      spread > 0 ? 2 * Gaussian.upperTail(abs(share - otherShare) / spread.squareRoot()) : 1
  }
}
