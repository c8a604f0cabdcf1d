public import VerbatimCore
public import VerbatimStore

/// A person's verdict exported as labelled text.
public struct LabelledConversation: Hashable, Sendable {
  /// The signal.
  public let signalID: String
  /// When the conversation was held.
  public let eventTime: Instant?
  /// The customer's words, turn by turn, redacted.
  public let text: String
  /// What people called it.
  public let label: String
  /// Who said so.
  public let reviewer: String
  /// Why.
  public let reason: String
}

extension AuditRun {
  /// Adds a person's verdict.
  ///
  /// - Throws: `V5003` or `V5131` when the signal is no conversation, and a failure of the store.
  public func add(_ review: Review) throws {
    _ = try known(review.signalID)
    try store.add(review)
  }

  /// The verdicts on sentiment with the customer's words, as `verbatim evaluate` and
  /// `verbatim lexicon learn` read them; of several people on one conversation the last.
  ///
  /// - Throws: A failure of the store.
  public func labelled() throws -> [LabelledConversation] {
    var last: [String: Review] = [:]
    var order: [String] = []
    for review in try store.reviews(category: AuditCategory.sentiment.rawValue) {
      if last[review.signalID] == nil { order.append(review.signalID) }
      last[review.signalID] = review
    }
    return try order.compactMap { id in
      guard let review = last[id], let verbatim = try store.verbatim(ofSignal: id) else {
        return nil
      }
      let words = verbatim.turns.filter { $0.role == .customer }.map(\.text)
      return LabelledConversation(
        signalID: id,
        eventTime: verbatim.eventTime,
        text: words.joined(separator: "\n"),
        label: review.verdict,
        reviewer: review.reviewer,
        reason: review.reason
      )
    }
  }
}
