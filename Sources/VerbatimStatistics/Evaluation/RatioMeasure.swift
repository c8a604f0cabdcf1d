/// One sum over records divided by another: a precision, a recall, an F1, an accuracy of things of
/// which a record may hold several.
///
/// With 2·hits above and stated + found below it is the F1.
public struct RatioMeasure: WeightedMeasure {
  private let above: [Int]
  private let below: [Int]

  /// A measure from what each record adds above and below the line.
  ///
  /// - Precondition: There are as many of both.
  public init(above: [Int], below: [Int]) {
    precondition(above.count == below.count, "each record adds to both")
    self.above = above
    self.below = below
  }

  /// How many records there are.
  public var count: Int { above.count }

  /// The sum above over the sum below; nil when that is 0.
  public func value(_ weights: [Int]) -> Double? {
    var sums = (above: 0, below: 0)
    for record in above.indices {
      sums.above += weights[record] * above[record]
      sums.below += weights[record] * below[record]
    }
    return sums.below == 0 ? nil : Double(sums.above) / Double(sums.below)
  }
}
