public import VerbatimCore

/// What an engine says about a text: as much of it as is measured.
public struct EngineVerdict: Hashable, Sendable {
  /// The verdict, or why there is none.
  public enum Label: String, Hashable, Sendable, CaseIterable {
    /// The engine calls it positive.
    case positive
    /// The engine calls it negative.
    case negative
    /// The engine calls it neutral.
    case neutral
    /// The engine finds praise and criticism.
    case mixed
    /// The engine finds no opinion.
    case noOpinion = "no_opinion"
    /// The engine gives no answer: it abstained, has no lexicon for the language, or saw no word.
    case abstained

    /// −1 for negative, 1 for positive, 0 for what is neither; nil where there is no answer.
    public var side: Int? {
      switch self {
      case .negative: -1
      case .positive: 1
      case .neutral, .mixed, .noOpinion: 0
      case .abstained: nil
      }
    }
  }

  /// The verdict.
  public var label: Label
  /// The score, −1…1; nil where there is none.
  public var compound: Double?
  /// The calibrated chance that a person calls it negative; nil without a score or a calibration.
  public var pNegative: Double?

  /// The language as the engine took it; nil where it did not look.
  public var language: String?

  /// A verdict with its numbers.
  public init(label: Label, compound: Double? = nil, pNegative: Double? = nil) {
    self.label = label
    self.compound = compound
    self.pNegative = pNegative
  }

  /// The verdict that a signal holds.
  public init(_ signal: FeedbackSignal) {
    let sentiment = signal.sentiment
    language = signal.language
    compound = sentiment.compound
    pNegative = sentiment.pNegative
    label =
      switch (sentiment.label, sentiment.status) {
      case (.positive, _): .positive
      case (.negative, _): .negative
      case (.neutral, _): .neutral
      case (.mixed, _): .mixed
      case (nil, .noOpinion): .noOpinion
      case (nil, _): .abstained
      }
  }
}
