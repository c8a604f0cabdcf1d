/// How closely two numbers of the same records go together in order: Spearman's ρ, −1 to 1.
///
/// Pearson's *r* of the ranks, equal numbers sharing the mean of their ranks, so it does not matter
/// how far apart the steps of a scale are.
///
/// - SeeAlso: Spearman (1904).
public struct RankCorrelation: WeightedMeasure {
  private let first: RankedScores
  private let second: RankedScores

  /// The rank correlation of two numbers of the same records.
  ///
  /// - Precondition: There are as many of both.
  /// - Complexity: O(*n* log *n*) once, O(*n*) for each value.
  public init(_ first: [Double], _ second: [Double]) {
    precondition(first.count == second.count, "each record needs both numbers")
    self.first = RankedScores(first)
    self.second = RankedScores(second)
  }

  /// How many records there are.
  public var count: Int { first.scores.count }

  /// Spearman's ρ; nil when one of the numbers is the same for all records.
  public func value(_ weights: [Int]) -> Double? {
    Correlation.value(first.midranks(weights), second.midranks(weights), weights)
  }
}
