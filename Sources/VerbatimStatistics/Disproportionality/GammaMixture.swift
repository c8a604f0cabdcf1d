internal import Foundation

/// A mixture of two gamma distributions: what the ratios λ = μ/E of all pairs are spread like.
///
/// π(λ) = p · Gamma(α₁, β₁) + (1 − p) · Gamma(α₂, β₂), shape and rate. A count N with the mean
/// λE is then negative binomial within each component, and λ given N is a mixture of
/// Gamma(αᵢ + N, βᵢ + E).
///
/// - SeeAlso: DuMouchel (1999), "Bayesian data mining in large frequency tables, with an application
///   to the FDA spontaneous reporting system", *The American Statistician* 53 (3).
public struct GammaMixture: Hashable, Sendable {
  /// The shape of the first component, above 0.
  public var alpha1: Double
  /// The rate of the first component, above 0.
  public var beta1: Double
  /// The shape of the second component, above 0.
  public var alpha2: Double
  /// The rate of the second component, above 0.
  public var beta2: Double
  /// The weight of the first component, between 0 and 1.
  public var p: Double

  /// A mixture.
  public init(alpha1: Double, beta1: Double, alpha2: Double, beta2: Double, p: Double) {
    precondition(
      alpha1 > 0 && beta1 > 0 && alpha2 > 0 && beta2 > 0 && p > 0 && p < 1,
      "shapes and rates are above 0, the weight lies strictly between 0 and 1"
    )
    self.alpha1 = alpha1
    self.beta1 = beta1
    self.alpha2 = alpha2
    self.beta2 = beta2
    self.p = p
  }

  /// One gamma distribution, as a mixture of two equal ones.
  public init(alpha: Double, beta: Double) {
    self.init(alpha1: alpha, beta1: beta, alpha2: alpha, beta2: beta, p: 0.5)
  }

  /// The prior of the information component, Gamma(½, ½): for tables that are too small to learn
  /// a prior from.
  ///
  /// - SeeAlso: Norén, Hopstadius and Bate (2013).
  public static let fixed = GammaMixture(alpha: 0.5, beta: 0.5)

  /// What is known of λ when `count` was seen and `expected` was predicted.
  public func posterior(count: Int, expected: Double) -> GammaMixturePosterior {
    var tables = GammaMixtureTables(self)
    return tables.posterior(count: count, expected: expected)
  }

  /// The mean of λ before anything is seen.
  public var mean: Double { p * alpha1 / beta1 + (1 - p) * alpha2 / beta2 }

  /// The mixture with its components the other way round.
  var swapped: GammaMixture {
    GammaMixture(alpha1: alpha2, beta1: beta2, alpha2: alpha1, beta2: beta1, p: 1 - p)
  }

  /// ln(N!) and so on aside, the log of a negative binomial probability: its parts that depend on
  /// the expected count.
  ///
  /// - Returns: ln(β / (β + E)) and ln(E / (β + E)), each to its last digit.
  @inline(__always)
  static func logShares(_ expected: Double, _ beta: Double) -> (rate: Double, count: Double) {
    let ratio = expected / beta
    if ratio > 1 {
      let count = -log1p(beta / expected)
      return (count - log(ratio), count)
    }
    let rate = -log1p(ratio)
    return (rate, rate + log(ratio))
  }
}
