internal import VerbatimCore
public import VerbatimStatistics
public import VerbatimStore

/// Audits the conversations of a store.
public struct AuditRun: Sendable {
  /// How many days later a contact on the same matter is a repeat, unless told otherwise; a week,
  /// as in support managers' reports.
  public static let usualWindow = 7

  let store: SignalStore

  /// A run over a store.
  public init(_ store: SignalStore) { self.store = store }

  /// The conversations that a filter lets through.
  ///
  /// What is usual is learnt from all conversations of the store that count, of all times, so that a
  /// week is not only compared with itself.
  ///
  /// - Parameters:
  ///   - filter: Which are listed.
  ///   - minimum: The least number of conversations that something is said of.
  ///   - window: Within how many days a contact on the same matter is a repeat.
  /// - Returns: The list.
  /// - Throws: A failure of the store.
  /// - Complexity: O(conversations · kinds), all held at once.
  public func list(
    _ filter: SignalFilter = SignalFilter(),
    minimum: Int = ResidualComparison.usualMinimum,
    window: Int = usualWindow
  ) throws -> AuditList {
    let all = try conversations(SignalFilter())
    let listed = filter == SignalFilter() ? all : try conversations(filter)
    let audited = audited(all, minimum: minimum)
    let wanted = Set(listed.map(\.signalID))
    let eligible = audited.filter { wanted.contains($0.conversation.signalID) }
    let repeats = try store.repeatContacts(within: window, filter)
    var comparisons: [AuditList.Level: ResidualComparison] = [:]
    for level in AuditList.Level.allCases {
      comparisons[level] = comparison(by: level, audited, wanted: wanted, minimum: minimum)
    }
    return AuditList(
      summary: AuditSummary(all: listed, eligible: eligible),
      conversations: AuditedConversation.inReadingOrder(eligible),
      comparisons: comparisons,
      repeats: repeats,
      repeatIssues: Self.counts(repeats.pairs.map(\.issue))
    )
  }

  /// The conversations that a filter lets through, in the order of the store.
  func conversations(_ filter: SignalFilter) throws -> [Conversation] {
    var conversations: [Conversation] = []
    try store.forEachConversation(filter) { conversations.append($0) }
    return conversations
  }

  /// The conversations that count, each beside what the others of its kind usually recover.
  func audited(
    _ conversations: [Conversation],
    minimum: Int = ResidualComparison.usualMinimum
  ) -> [AuditedConversation] {
    let eligible = conversations.filter(\.isEligible)
    let moved = eligible.compactMap { conversation in
      conversation.course.recovery.map { (AuditedConversation.kind(of: conversation), $0) }
    }
    let usual = ExpectedRecovery(kinds: moved.map(\.0), recoveries: moved.map(\.1))
    let isKnown = moved.count > minimum
    return eligible.map { conversation in
      guard isKnown, let recovery = conversation.course.recovery else {
        return AuditedConversation(conversation, expectation: nil)
      }
      let kind = AuditedConversation.kind(of: conversation)
      let expectation = usual.expectation(of: kind, without: recovery)
      return AuditedConversation(conversation, expectation: expectation)
    }
  }

  /// Queues are compared on issue and channel; people within their queue too, so that one who only
  /// takes a hard queue is measured by those who take it as well.
  private func comparison(
    by level: AuditList.Level,
    _ audited: [AuditedConversation],
    wanted: Set<String>,
    minimum: Int
  ) -> ResidualComparison {
    let conversations = audited.map(\.conversation).filter { $0.course.recovery != nil }
    let kinds = conversations.map(AuditedConversation.kind)
    return ResidualComparison(
      names: conversations.map { conversation in
        switch level {
        case .queue: conversation.queue
        case .agent: conversation.course.agentKey
        }
      },
      kinds: level == .queue ? kinds.map(\.ofAnyQueue) : kinds,
      recoveries: conversations.compactMap(\.course.recovery),
      counted: conversations.map { wanted.contains($0.signalID) },
      minimum: minimum
    )
  }

  /// How often each name occurs, the most frequent first, equal ones by name.
  static func counts(_ names: [String]) -> [(issue: String, count: Int)] {
    var counts: [String: Int] = [:]
    for name in names { counts[name, default: 0] += 1 }
    return counts.map { (issue: $0.key, count: $0.value) }
      .sorted { (-$0.count, $0.issue) < (-$1.count, $1.issue) }
  }
}
