/// A measure over some of the records, drawn together with all others.
public struct SubsetMeasure: WeightedMeasure {
  private let measure: any WeightedMeasure
  private let isIn: [Bool]

  /// A measure in which only some records count.
  ///
  /// - Parameters:
  ///   - measure: A measure over all records.
  ///   - isIn: Whether each record counts.
  /// - Precondition: There are as many of both.
  public init(_ measure: any WeightedMeasure, isIn: [Bool]) {
    precondition(measure.count == isIn.count, "each record is in or out")
    self.measure = measure
    self.isIn = isIn
  }

  /// How many records there are, in or out.
  public var count: Int { isIn.count }

  /// The measure with the weights of what is out set to 0.
  public func value(_ weights: [Int]) -> Double? {
    var weights = weights
    for index in weights.indices where !isIn[index] { weights[index] = 0 }
    return measure.value(weights)
  }
}
