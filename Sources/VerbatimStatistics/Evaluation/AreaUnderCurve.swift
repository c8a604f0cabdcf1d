/// The chance that a positive record scores higher than a negative one; ties count half.
///
/// 0.5 is no better than chance, 1 is perfect order. It needs no threshold, so it tells how well an
/// engine orders texts whatever its labels are cut at. Records that are neither take no part.
///
/// - SeeAlso: Hanley and McNeil (1982); it is the Mann–Whitney statistic over *n*₁ · *n*₀.
public struct AreaUnderCurve: WeightedMeasure {
  private let ranked: RankedScores
  private let sides: [Int]

  /// The area for scores.
  ///
  /// - Parameters:
  ///   - scores: A number for each record, the higher the more positive.
  ///   - sides: Above 0 for positive records, below 0 for negative ones, 0 for neither.
  /// - Precondition: There are as many of both.
  /// - Complexity: O(*n* log *n*) once, O(*n*) for each value.
  public init(scores: [Double], sides: [Int]) {
    precondition(scores.count == sides.count, "each score needs its side")
    ranked = RankedScores(scores)
    self.sides = sides
  }

  /// How many records there are.
  public var count: Int { sides.count }

  /// The area; nil when one of the sides is empty.
  public func value(_ weights: [Int]) -> Double? {
    var wins = 0.0
    var positives = 0
    var negatives = 0
    var start = 0
    for end in ranked.ends {
      var up = 0
      var down = 0
      for place in start..<end {
        let record = ranked.order[place]
        if sides[record] > 0 {
          up += weights[record]
        } else if sides[record] < 0 {
          down += weights[record]
        }
      }
      wins += Double(up) * (Double(negatives) + Double(down) / 2)
      positives += up
      negatives += down
      start = end
    }
    guard positives > 0, negatives > 0 else { return nil }
    return wins / (Double(positives) * Double(negatives))
  }
}
