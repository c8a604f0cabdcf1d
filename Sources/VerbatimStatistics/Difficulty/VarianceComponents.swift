/// How much values differ within groups and how much the groups themselves differ.
///
/// From the mean squares of a one-way analysis of variance with groups of unequal size; a negative
/// difference between groups is taken as none.
///
/// - SeeAlso: Searle, Casella and McCulloch (1992), *Variance components*, section 3.6.
public struct VarianceComponents: Hashable, Sendable {
  /// The variance of a value around the mean of its group; 0 when all values are equal.
  public let within: Double
  /// The variance of the groups' true means; 0 when the groups differ no more than chance.
  public let between: Double

  /// The components of groups of values.
  ///
  /// With one group, or none of two values, the two cannot be told apart: all variance is then taken
  /// to be within.
  public init(_ groups: [[Double]]) {
    let groups = groups.filter { !$0.isEmpty }
    let count = Double(groups.reduce(0) { $0 + $1.count })
    let total = groups.reduce(0) { $0 + $1.reduce(0, +) }
    guard count > 1 else {
      (within, between) = (0, 0)
      return
    }
    var squaresWithin = 0.0
    var squaresBetween = 0.0
    var sizes = 0.0
    for group in groups {
      let n = Double(group.count)
      let mean = group.reduce(0, +) / n
      squaresWithin += group.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      squaresBetween += n * (mean - total / count) * (mean - total / count)
      sizes += n * n
    }
    let classes = Double(groups.count)
    guard classes > 1, count > classes else {
      within = (squaresWithin + squaresBetween) / (count - 1)
      between = 0
      return
    }
    within = squaresWithin / (count - classes)
    let usualSize = (count - sizes / count) / (classes - 1)
    between = max(0, (squaresBetween / (classes - 1) - within) / usualSize)
  }

  /// How many values weigh as much as what is known of all groups: within ÷ between; nil when the
  /// groups do not differ, so that no number of values tells them apart.
  public var equivalentCount: Double? { between > 0 ? within / between : nil }
}
