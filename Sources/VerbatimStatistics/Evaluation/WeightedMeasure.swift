/// A number that is computed from records, each counted as often as its weight says.
///
/// With all weights 1 it is the measure itself; with the weights of a resample it is what the
/// bootstrap needs, without copying a record. Two measures over the same records are compared
/// under the same weights, which pairs them.
public protocol WeightedMeasure: Sendable {
  /// How many records it is computed from.
  var count: Int { get }

  /// The value when record *i* counts `weights[i]` times.
  ///
  /// - Parameter weights: As many numbers as there are records, none below 0.
  /// - Returns: The value; nil where it is not defined.
  func value(_ weights: [Int]) -> Double?
}

extension WeightedMeasure {
  /// The value when every record counts once.
  public var value: Double? { value([Int](repeating: 1, count: count)) }
}
