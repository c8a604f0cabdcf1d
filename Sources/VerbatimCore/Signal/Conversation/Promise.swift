/// What a person of the shop said they would do, by when, and what came of it.
///
/// What came of it is judged from later turns of the same conversation and from nothing else: a
/// refund that arrived unmentioned leaves its promise open.
public struct Promise: Hashable, Sendable {
  /// What was promised.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// Money comes back.
    case refund
    /// Another article, or a part of it, is sent in place.
    case replacement
    /// Something is sent: an order, a label, a mail with papers.
    case dispatch
    /// Somebody telephones.
    case callback
    /// Somebody writes or has news.
    case reply
    /// Somebody repairs or comes.
    case repair
    /// A voucher, a discount or points.
    case credit
    /// Somebody looks into it or passes it on.
    case investigation
    /// A collection at the customer's door.
    case pickup
    /// An order or a contract is ended or changed.
    case change
  }

  /// What came of it.
  public enum State: String, Hashable, Sendable, CaseIterable {
    /// A later turn says that it was done, in time where a time was set.
    case kept
    /// A later turn says that it was not done, or that it was done late.
    case broken
    /// No later turn tells.
    case open
  }

  /// What was promised.
  public var kind: Kind
  /// The turn, by its place in the record's turns.
  public var turn: Int
  /// The words.
  public var evidence: Issue.Evidence
  /// The last moment, or the last day, at which it is in time; nil when no time was set or the turn
  /// has no date.
  public var due: Instant?
  /// What came of it.
  public var state = State.open
  /// The later turn that tells; nil while open.
  public var settledTurn: Int?

  /// An open promise.
  public init(kind: Kind, turn: Int, evidence: Issue.Evidence, due: Instant? = nil) {
    self.kind = kind
    self.turn = turn
    self.evidence = evidence
    self.due = due
  }
}
