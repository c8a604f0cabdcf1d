internal import VerbatimCore

/// What is measured on both sides of a bridge.
public enum BridgeMeasure: String, Hashable, Sendable, CaseIterable {
  /// The share of signals whose label is negative.
  case negative
  /// The share that is mixed.
  case mixed
  /// The share that is neutral.
  case neutral
  /// The share that is positive.
  case positive
  /// The share without a score.
  case noScore = "no_score"
  /// The mean score of those that both engines score, −1 to 1.
  case compound
  /// The mean satisfaction of those for which both engines have one, 0 to 100.
  case satisfaction

  /// Whether it is a share of signals.
  public var isShare: Bool { self != .compound && self != .satisfaction }

  /// The value of a signal; nil when it has none.
  func value(of signal: FeedbackSignal) -> Double? {
    func share(_ holds: Bool) -> Double { holds ? 1 : 0 }
    return switch self {
    case .negative: share(signal.sentiment.label == .negative)
    case .mixed: share(signal.sentiment.label == .mixed)
    case .neutral: share(signal.sentiment.label == .neutral)
    case .positive: share(signal.sentiment.label == .positive)
    case .noScore: share(signal.sentiment.label == nil)
    case .compound: signal.sentiment.compound
    case .satisfaction: signal.satisfaction?.score
    }
  }
}
