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
  /// - Complexity: A handful of evaluations of the incomplete gamma function.
  public func quantile(_ probability: Double) -> Double {
    precondition(probability > 0 && probability < 1, "a quantile lies strictly between 0 and 1")
    return GammaFunction.quantile(shape, probability) / rate
  }

  /// The regularised lower incomplete gamma function P(a, x).
  ///
  /// The series below a + 1, Lentz's continued fraction above: Press et al., *Numerical Recipes*,
  /// section 6.2. Good for shapes of a million and more.
  public static func regularizedP(_ a: Double, _ x: Double) -> Double {
    GammaFunction.lower(a, x).value
  }
}
