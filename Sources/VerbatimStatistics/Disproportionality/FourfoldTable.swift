internal import Foundation

/// The reports of one pair against all others: a with both names, b with the first only, c with
/// the second only, d with neither.
///
/// |            | second   | other    |
/// |------------|----------|----------|
/// | **first**  | a = n    | b = n₁ − n |
/// | **others** | c = n₂ − n | d = N − n₁ − n₂ + n |
///
/// What is infinite or has no meaning, such as a ratio to a share of nothing, is nil.
public struct FourfoldTable: Hashable, Sendable {
  /// A ratio with its 95 % interval.
  public struct Ratio: Hashable, Sendable {
    /// The ratio.
    public var value: Double
    /// The lower end; nil when the interval has no end.
    public var lower: Double?
    /// The upper end; nil when the interval has no end.
    public var upper: Double?
  }

  /// The half width of a 95 % interval in standard errors, as the sources of the ratios write it.
  static let halfWidth = 1.96

  /// Reports with both names.
  public let a: Double
  /// Reports with the first name only.
  public let b: Double
  /// Reports with the second name only.
  public let c: Double
  /// Reports with neither.
  public let d: Double

  /// The table of a pair.
  ///
  /// - Parameters:
  ///   - both: Reports with both names.
  ///   - first: Reports with the first name.
  ///   - second: Reports with the second name.
  ///   - total: All reports.
  public init(both: Int, first: Int, second: Int, total: Int) {
    a = Double(both)
    b = Double(first - both)
    c = Double(second - both)
    d = Double(total - first - second + both)
  }

  /// The proportional reporting ratio, (a / (a + b)) / (c / (c + d)).
  ///
  /// Its interval is exp(ln PRR ± 1.96 √(1/a − 1/(a + b) + 1/c − 1/(c + d))).
  ///
  /// - SeeAlso: Evans, Waller and Davis (2001), "Use of proportional reporting ratios (PRRs) for
  ///   signal generation from spontaneous adverse drug reaction reports".
  public var proportionalReportingRatio: Ratio? {
    guard a + b > 0, c > 0 else { return nil }
    let value = (a / (a + b)) / (c / (c + d))
    guard a > 0 else { return Ratio(value: 0) }
    // 1/a − 1/(a + b) = b / (a (a + b)): nothing is lost when they are nearly one.
    return Self.ratio(value, variance: b / (a * (a + b)) + d / (c * (c + d)))
  }

  /// The reporting odds ratio, (a d) / (b c).
  ///
  /// Its interval is exp(ln ROR ± 1.96 √(1/a + 1/b + 1/c + 1/d)).
  ///
  /// - SeeAlso: Van Puijenbroek et al. (2002), "A comparison of measures of disproportionality for
  ///   signal detection in spontaneous reporting systems for adverse drug reactions".
  public var reportingOddsRatio: Ratio? {
    guard b > 0, c > 0 else { return nil }
    let value = (a / b) * (d / c)
    guard value > 0 else { return Ratio(value: value) }
    return Self.ratio(value, variance: 1 / a + 1 / b + 1 / c + 1 / d)
  }

  /// Pearson's chi-square with one degree of freedom; nil when a margin is empty.
  public var chiSquare: Double? { chiSquare(correction: 0) }

  /// Pearson's chi-square with Yates's correction; nil when a margin is empty.
  ///
  /// - SeeAlso: Yates (1934). |ad − bc| is lessened by N/2, at most to 0.
  public var chiSquareYates: Double? { chiSquare(correction: (a + b + c + d) / 2) }

  private func chiSquare(correction: Double) -> Double? {
    let margins = [a + b, c + d, a + c, b + d]
    guard margins.allSatisfy({ $0 > 0 }) else { return nil }
    let total = a + b + c + d
    let difference = max(0, abs(a * d - b * c) - correction)
    // Divided step by step: the product of four margins of a large table leaves no digits over.
    return difference / margins[0] / margins[1] * (difference / margins[2] / margins[3]) * total
  }

  private static func ratio(_ value: Double, variance: Double) -> Ratio {
    let half = halfWidth * variance.squareRoot()
    return Ratio(value: value, lower: value * exp(-half), upper: value * exp(half))
  }
}
