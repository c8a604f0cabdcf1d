/// Kappa over single records, each standing for as many as its sampling weight says.
///
/// What the bootstrap draws from; in a sample whose strata were drawn at different rates it is the
/// kappa that the whole population would have, estimated.
public struct KappaMeasure: WeightedMeasure {
  private let first: [Int]
  private let second: [Int]
  private let weights: [Double]
  private let classes: Int
  private let weighting: KappaWeighting

  /// A measure of records that were judged twice.
  ///
  /// - Parameters:
  ///   - first: The one judge's class of each record, counted from 0 in the order of the scale.
  ///   - second: The other judge's.
  ///   - classes: How many classes the scale has.
  ///   - weighting: What verdicts count that are not the same.
  ///   - weights: How many records each stands for; nil for one each.
  /// - Precondition: There are as many of each.
  public init(
    first: [Int],
    second: [Int],
    classes: Int,
    weighting: KappaWeighting,
    weights: [Double]? = nil
  ) {
    precondition(first.count == second.count, "each record is judged by both")
    precondition(weights.map { $0.count == first.count } ?? true, "each record has a weight")
    self.first = first
    self.second = second
    self.classes = classes
    self.weighting = weighting
    self.weights = weights ?? [Double](repeating: 1, count: first.count)
  }

  /// How many records there are.
  public var count: Int { first.count }

  /// The kappa; nil where it is not defined.
  public func value(_ draws: [Int]) -> Double? { try? kappa(draws).get() }

  /// The kappa of the records as they are, or why there is none.
  public var outcome: Result<Double, KappaGap> { kappa([Int](repeating: 1, count: count)) }

  private func kappa(_ draws: [Int]) -> Result<Double, KappaGap> {
    var cells = [[Double]](repeating: [Double](repeating: 0, count: classes), count: classes)
    for record in first.indices {
      cells[first[record]][second[record]] += weights[record] * Double(draws[record])
    }
    return Result { () throws(KappaGap) in
      try KappaCredit(cells, weighting: weighting).kappa
    }
  }
}
