/// How closely two numbers of the same records go together on a line: Pearson's *r*, −1 to 1.
///
/// - SeeAlso: Pearson (1895).
public struct Correlation: WeightedMeasure {
  private let first: [Double]
  private let second: [Double]

  /// The correlation of two numbers of the same records.
  ///
  /// - Precondition: There are as many of both.
  public init(_ first: [Double], _ second: [Double]) {
    precondition(first.count == second.count, "each record needs both numbers")
    self.first = first
    self.second = second
  }

  /// How many records there are.
  public var count: Int { first.count }

  /// Pearson's *r*; nil when one of the numbers is the same for all records.
  ///
  /// Two passes, means first, so that large numbers with small differences keep their digits.
  public func value(_ weights: [Int]) -> Double? {
    Self.value(first, second, weights)
  }

  static func value(_ first: [Double], _ second: [Double], _ weights: [Int]) -> Double? {
    var total = 0.0
    var sums = (0.0, 0.0)
    for index in first.indices {
      let weight = Double(weights[index])
      total += weight
      sums.0 += weight * first[index]
      sums.1 += weight * second[index]
    }
    guard total > 0 else { return nil }
    let means = (sums.0 / total, sums.1 / total)
    var squares = (0.0, 0.0)
    var products = 0.0
    for index in first.indices {
      let weight = Double(weights[index])
      let from = (first[index] - means.0, second[index] - means.1)
      squares.0 += weight * from.0 * from.0
      squares.1 += weight * from.1 * from.1
      products += weight * from.0 * from.1
    }
    guard squares.0 > 0, squares.1 > 0 else { return nil }
    return max(-1, min(1, products / (squares.0.squareRoot() * squares.1.squareRoot())))
  }
}
