public import VerbatimCore

/// The words behind a signal, redacted.
public struct StoredVerbatim: Hashable, Sendable {
  /// The headline.
  public var title: String?
  /// The customer's words.
  public var text: String?
  /// The language that was scored.
  public var language: String?
  /// The turns of a conversation.
  public var turns: [Turn]
  /// For each turn the customer's mood in it; nil of others' turns, and where none is expressed.
  public var compounds: [Double?] = []
  /// When it was said.
  public var eventTime: Instant?

  /// Words.
  public init(
    title: String? = nil,
    text: String? = nil,
    language: String? = nil,
    turns: [Turn] = []
  ) {
    self.title = title
    self.text = text
    self.language = language
    self.turns = turns
  }
}
