/// How many recommend less how many advise against, in points of a hundred.
///
/// - SeeAlso: Reichheld (2003), *The one number you need to grow*.
public struct NetPromoterScore: Hashable, Sendable {
  /// Answers of 9 and 10.
  public private(set) var promoters = 0
  /// Answers of 7 and 8.
  public private(set) var passives = 0
  /// Answers of 0 to 6; 0 is a detractor like any other.
  public private(set) var detractors = 0

  /// A score of nobody.
  public init() {}

  /// A score from counts.
  ///
  /// - Precondition: None is negative.
  public init(promoters: Int, passives: Int, detractors: Int) {
    precondition(promoters >= 0 && passives >= 0 && detractors >= 0, "counts are not negative")
    self.promoters = promoters
    self.passives = passives
    self.detractors = detractors
  }

  /// Counts an answer from 0 to 10; one that lies elsewhere or between two points is refused.
  ///
  /// - Returns: Whether it was counted.
  @discardableResult
  public mutating func count(_ answer: Double) -> Bool {
    guard answer == answer.rounded() else { return false }
    switch answer {
    case 9...10: promoters += 1
    case 7...8: passives += 1
    case 0...6: detractors += 1
    default: return false
    }
    return true
  }

  /// How many were asked.
  public var count: Int { promoters + passives + detractors }

  /// The score, −100 to 100; nil when nobody was asked.
  public var value: Double? {
    count > 0 ? 100 * (Double(promoters) - Double(detractors)) / Double(count) : nil
  }

  /// Half the width of the 95 % interval: 1.96 · 100 · √((p + d − (p − d)²) ÷ n); nil when nobody was
  /// asked.
  ///
  /// It is the normal interval of a mean of +1, 0 and −1. When all are of one kind it is 0, which is
  /// the formula's word and not a certainty.
  public var margin95: Double? {
    guard count > 0 else { return nil }
    let n = Double(count)
    let p = Double(promoters) / n
    let d = Double(detractors) / n
    return 196 * ((p + d - (p - d) * (p - d)) / n).squareRoot()
  }
}
