public import VerbatimCore

/// One of the parts that a customer's satisfaction is made of.
public enum SatisfactionComponent: Int, Hashable, Sendable, CaseIterable {
  /// Stars, thumbs and other scales whose direction is known.
  case rating
  /// Likelihood to recommend, 0 to 10.
  case nps
  /// Satisfaction on five points.
  case csat
  /// Effort on seven points whose direction is known.
  case ces
  /// The tone of the words.
  case text

  /// The component's name in outputs.
  public var name: String {
    switch self {
    case .rating: "rating"
    case .nps: "nps"
    case .csat: "csat"
    case .ces: "ces"
    case .text: "text"
    }
  }
}

/// One answer of a customer, from 0 (worst) to 100 (best), end to end of its scale.
public struct SatisfactionAnswer: Hashable, Sendable {
  /// What was asked.
  public let component: SatisfactionComponent
  /// The answer, 0 to 100.
  public let value: Double

  /// The answer that a rating is; nil for a scale that the index does not take.
  ///
  /// Recommendation is taken in whole points from 0 to 10, satisfaction on five points, effort on
  /// seven. A scale whose direction nobody states says nothing. Scales are never mixed silently:
  /// what is refused here is told to the user.
  public init?(_ rating: Rating) {
    guard let share = rating.share else { return nil }
    let steps = rating.max - rating.min
    switch rating.kind {
    case .nps:
      guard rating.min == 0, rating.max == 10, rating.direction == .higherIsBetter,
        rating.value == rating.value.rounded()
      else { return nil }
      component = .nps
    case .csat:
      guard steps == 4 else { return nil }
      component = .csat
    case .ces:
      guard steps == 6 else { return nil }
      component = .ces
    case .stars, .thumbs, .other: component = .rating
    }
    value = share * 100
  }

  /// The answer that the tone of a text is, −1 to 1.
  public init(compound: Double) {
    component = .text
    value = (min(1, max(-1, compound)) + 1) * 50
  }
}
