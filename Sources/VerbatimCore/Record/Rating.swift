/// One answer on a scale, in the scale it was given on.
public struct Rating: Hashable, Sendable {
  /// What the scale measures.
  public enum Kind: String, Hashable, Sendable {
    /// Stars of a review.
    case stars
    /// Likelihood to recommend, 0 to 10.
    case nps
    /// Satisfaction with a contact or an order.
    case csat
    /// Effort; the direction depends on the question.
    case ces
    /// Good or bad.
    case thumbs
    /// Any other scale.
    case other
  }

  /// Which end of the scale is the good one.
  public enum Direction: String, Hashable, Sendable {
    /// More is better.
    case higherIsBetter = "higher_is_better"
    /// Less is better.
    case lowerIsBetter = "lower_is_better"
    /// The source does not say.
    case unknown
  }

  /// What the scale measures.
  public var kind: Kind
  /// The value on the scale.
  public var value: Double
  /// The lowest value of the scale.
  public var min: Double
  /// The highest value of the scale.
  public var max: Double
  /// Which end is the good one.
  public var direction: Direction

  /// A rating; nil when the value lies outside its scale or the scale is empty.
  public init?(
    _ kind: Kind,
    _ value: Double,
    min: Double,
    max: Double,
    direction: Direction = .higherIsBetter
  ) {
    guard value >= min, value <= max, min < max else { return nil }
    self.kind = kind
    self.value = value
    self.min = min
    self.max = max
    self.direction = direction
  }

  /// The rating from 0 (worst) to 1 (best); nil when the direction is unknown.
  public var share: Double? {
    let position = (value - min) / (max - min)
    switch direction {
    case .higherIsBetter: return position
    case .lowerIsBetter: return 1 - position
    case .unknown: return nil
    }
  }
}
