internal import VerbatimCore
public import VerbatimStore

/// One conversation turn by turn, with what people said of it.
public struct AuditCase: Sendable {
  /// The conversation beside what is usual.
  public let audited: AuditedConversation
  /// Its turns in order.
  public let turns: [AuditTurn]
  /// Every verdict on it, in the order in which they were added.
  public let reviews: [Review]
  /// The strata of the last sample that it was drawn for, with its weight; nil when it was not.
  public let drawn: (stratum: String, weight: Double)?
}

extension AuditRun {
  /// One conversation turn by turn.
  ///
  /// - Parameters:
  ///   - id: The signal.
  ///   - explains: Whether to give what counted in each of the customer's turns.
  /// - Returns: The conversation.
  /// - Throws: `V5003` when there is no such signal, `V5131` when it is no conversation, and a
  ///   failure of the store.
  public func conversation(_ id: String, explains: Bool = false) throws -> AuditCase {
    let conversation = try known(id)
    let all = audited(try conversations(SignalFilter()))
    let audited = all.first { $0.conversation.signalID == id }
    return try auditCase(conversation, audited, explains: explains)
  }

  /// One conversation turn by turn, beside what a list made of it.
  ///
  /// - Parameters:
  ///   - id: The signal.
  ///   - list: A list of all conversations of the store. One that came after it is beside nothing.
  /// - Returns: The conversation.
  /// - Throws: What ``conversation(_:explains:)`` throws.
  /// - Complexity: O(the conversations in the list), none of which is read again.
  public func conversation(_ id: String, in list: AuditList) throws -> AuditCase {
    let conversation = try known(id)
    let audited = list.conversations.first { $0.conversation.seq == conversation.seq }
    return try auditCase(conversation, audited, explains: false)
  }

  private func auditCase(
    _ conversation: Conversation,
    _ audited: AuditedConversation?,
    explains: Bool
  ) throws -> AuditCase {
    let id = conversation.signalID
    let audited = audited ?? AuditedConversation(conversation, expectation: nil)
    let verbatim = try store.verbatim(ofSignal: id) ?? StoredVerbatim()
    let contributions = explains ? try contributions(ofSignal: id) : [:]
    let sample = try store.sample()
    let stratum = sample?.strata.first { $0.signalIDs.contains(id) }
    return AuditCase(
      audited: audited,
      turns: TurnSheet(verbatim, conversation.course, contributions).turns,
      reviews: try store.reviews(ofSignal: id),
      drawn: stratum.flatMap { stratum in stratum.weight.map { (stratum.name, $0) } }
    )
  }

  /// The conversation behind a signal.
  ///
  /// - Throws: `V5003` when there is no such signal, `V5131` when it is no conversation.
  func known(_ id: String) throws -> Conversation {
    if let conversation = try store.conversation(ofSignal: id) { return conversation }
    let location = SourceLocation(file: store.path)
    guard try store.signalJSON(id: id) != nil else {
      throw Diagnostic(
        .recordMissing,
        at: location,
        "the store has no signal \(id)",
        hint: "`verbatim audit list` prints the ids of conversations"
      )
    }
    throw Diagnostic(
      .conversationMissing,
      at: location,
      "the signal \(id) is no conversation",
      hint: "`verbatim audit list` prints the ids of conversations"
    )
  }
}
