/// The area under the curve of a score against an outcome, with DeLong's interval and the test of
/// Mann and Whitney.
///
/// The interval's variance comes from the share of the other side that each customer outranks, ties
/// half: no assumption about how the scores lie is made. The test has the variance of ranks where
/// the score tells nothing, which keeps its rate with few customers, too.
///
/// - SeeAlso: DeLong, DeLong and Clarke-Pearson (1988), *Comparing the areas under two or more
///   correlated receiver operating characteristic curves*; Sun and Xu (2014) for the ranks.
public struct DeLongArea: Hashable, Sendable {
  /// The chance that one with the outcome scores above one without; ties count half.
  public let value: Double
  /// Its standard error; 0 where the two sides do not meet, which is no certainty.
  public let error: Double

  /// The area's standard error where the score tells nothing; 0 when all scores are alike.
  private let errorByChance: Double

  /// Nil with fewer than two on either side.
  ///
  /// - Parameters:
  ///   - scores: A number for each customer.
  ///   - outcomes: Whether each had the outcome.
  /// - Precondition: There are as many of both.
  /// - Complexity: O(*n* log *n*).
  public init?(scores: [Double], outcomes: [Bool]) {
    precondition(scores.count == outcomes.count, "each score needs its outcome")
    let with = outcomes.indices.filter { outcomes[$0] }
    let without = outcomes.indices.filter { !outcomes[$0] }
    guard with.count > 1, without.count > 1 else { return nil }
    func ranks(_ places: [Int]) -> [Double] {
      RankedScores(places.map { scores[$0] }).midranks([Int](repeating: 1, count: places.count))
    }
    let all = ranks(Array(scores.indices))
    var tied = 0.0
    var start = 0
    for end in RankedScores(scores).ends {
      let group = Double(end - start)
      tied += group * group * group - group
      start = end
    }
    let m = Double(with.count)
    let n = Double(without.count)
    let own = ranks(with)
    let others = ranks(without)
    // How many of the other side each outranks, as a share.
    let above = with.enumerated().map { (all[$1] - own[$0]) / n }
    let below = without.enumerated().map { 1 - (all[$1] - others[$0]) / m }
    let area = above.reduce(0, +) / m
    value = area
    func variance(_ shares: [Double]) -> Double {
      shares.reduce(0) { $0 + ($1 - area) * ($1 - area) } / Double(shares.count - 1)
    }
    error = (variance(above) / m + variance(below) / n).squareRoot()
    let count = m + n
    let spread = count + 1 - tied / (count * (count - 1))
    errorByChance = (max(0, spread) / (12 * m * n)).squareRoot()
  }

  /// The 95 % interval, within 0 and 1.
  public var interval: Bootstrap.Interval {
    let half = 1.959963984540054 * error
    return Bootstrap.Interval(lower: max(0, value - half), upper: min(1, value + half))
  }

  /// The chance of an area as far from 0.5, either way, where the score tells nothing: the normal
  /// test of Mann and Whitney (1947), with Lehmann's correction (1975) for ties.
  public var pValue: Double {
    guard errorByChance > 0 else { return 1 }
    return min(1, 2 * Gaussian.upperTail(abs(value - 0.5) / errorByChance))
  }
}
