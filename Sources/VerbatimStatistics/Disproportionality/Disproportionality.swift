internal import Foundation

/// All measures of one pair of names: how much more often reports have both than independence
/// predicts.
///
/// Each is defined, with its source, in <doc:Disproportionality>. What is infinite or has no meaning
/// is nil.
public struct Disproportionality: Hashable, Sendable {
  /// The first name.
  public let first: String
  /// The second name.
  public let second: String
  /// n, the distinct reports with both.
  public let count: Int
  /// n₁, the distinct reports with the first.
  public let firstTotal: Int
  /// n₂, the distinct reports with the second.
  public let secondTotal: Int
  /// N, all distinct reports.
  public let total: Int
  /// E, the reports with both that independence within each stratum predicts.
  public let expected: Double
  /// n/E.
  public let relativeRatio: Double
  /// The proportional reporting ratio with its 95 % interval.
  public let proportionalRatio: FourfoldTable.Ratio?
  /// The reporting odds ratio with its 95 % interval.
  public let oddsRatio: FourfoldTable.Ratio?
  /// Pearson's chi-square of the fourfold table.
  public let chiSquare: Double?
  /// The same with Yates's correction.
  public let chiSquareYates: Double?
  /// The information component, in bits.
  public let informationComponent: Double
  /// The lower end of its 95 % interval.
  public let informationLower: Double
  /// The upper end of its 95 % interval.
  public let informationUpper: Double
  /// EBGM with EB05 and EB95.
  public let posterior: GammaMixturePosterior
  /// The chance of as many reports or more, when E is right, by Poisson's distribution.
  public let pValue: Double
  /// The share of false finds among the pairs of the run that are at least as extreme.
  public let qValue: Double
}
