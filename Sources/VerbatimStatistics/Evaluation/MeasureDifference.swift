/// What one measure exceeds another by, over the same records.
///
/// Under the same weights, so that what makes a draw of records easy or hard falls out.
public struct MeasureDifference: WeightedMeasure {
  private let first: any WeightedMeasure
  private let second: any WeightedMeasure

  /// The difference of two measures over the same records, in the same order.
  ///
  /// - Precondition: Both have as many records.
  public init(_ first: any WeightedMeasure, _ second: any WeightedMeasure) {
    precondition(first.count == second.count, "the measures are over other records")
    self.first = first
    self.second = second
  }

  /// How many records both are computed from.
  public var count: Int { first.count }

  /// First less second; nil where one is not defined.
  public func value(_ weights: [Int]) -> Double? {
    guard let one = first.value(weights), let other = second.value(weights) else { return nil }
    return one - other
  }
}
