public import VerbatimCore

/// What a person says of one side of a conversation, and why.
public struct Review: Hashable, Sendable {
  /// The signal of the conversation.
  public var signalID: String
  /// What the verdict is about: `sentiment`, `issue`, `resolution` and so on.
  public var category: String
  /// The verdict, a word of the category's.
  public var verdict: String
  /// The person's reason, in their words.
  public var reason: String
  /// Who says so.
  public var reviewer: String
  /// When it was said.
  public var at: Instant

  /// A verdict with its reason.
  public init(
    signalID: String,
    category: String,
    verdict: String,
    reason: String,
    reviewer: String,
    at: Instant
  ) {
    self.signalID = signalID
    self.category = category
    self.verdict = verdict
    self.reason = reason
    self.reviewer = reviewer
    self.at = at
  }
}
