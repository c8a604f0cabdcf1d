internal import VerbatimCore
public import VerbatimStatistics
public import VerbatimStore

/// A conversation beside what those of its queue, issue and channel usually recover.
public struct AuditedConversation: Hashable, Sendable {
  /// The conversation.
  public let conversation: Conversation
  /// What conversations of its queue, issue and channel usually recover, without it; nil where too
  /// few are known, or it has no recovery of its own.
  public let expected: Double?
  /// The standard error of the expectation, from how few others it rests on; nil as that is.
  public let expectedError: Double?
  /// How many others of its issue on its channel there are; nil as that is.
  public let expectedCount: Int?
  /// Among which conversations that is usual, the finest that tell; nil as that is.
  public let expectedWithin: RecoveryGrain?
  /// How many others these are; nil as that is.
  public let expectedWithinCount: Int?
  /// Recovery less expectation; nil as that is.
  public let residual: Double?
  /// Why somebody should read it soon, the gravest first.
  public let risks: [AuditRisk]

  init(_ conversation: Conversation, expectation: ExpectedRecovery.Expectation?) {
    self.conversation = conversation
    risks = AuditRisk.of(conversation)
    expected = expectation?.value
    expectedCount = expectation?.alike
    expectedWithin = expectation?.grain
    expectedWithinCount = expectation?.count
    expectedError = expectation.map { $0.variance.squareRoot() }
    residual = expectation.flatMap { expectation in
      conversation.course.recovery.map { $0 - expectation.value }
    }
  }

  /// The person of the shop with the most turns, under a pseudonym; nil when nobody is named.
  public var agent: String? { conversation.course.agentKey }

  /// Whether it is of the risk stratum.
  public var isRisk: Bool { !risks.isEmpty }

  /// Whether it is of the positive stratum: the customer's words as a whole are at least as
  /// positive as the contract's threshold for the label.
  public var isPositive: Bool { conversation.compound ?? 0 >= 0.05 }

  /// What it is told apart by when recoveries are compared.
  static func kind(of conversation: Conversation) -> ConversationKind {
    ConversationKind(
      queue: conversation.queue,
      issue: conversation.issue,
      channel: conversation.channel
    )
  }

  /// The order of reading: by the gravest risk, then by how much less than usual was recovered.
  ///
  /// The mood alone never decides. Unknown residuals come last, and equal ones in the order of
  /// time.
  static func inReadingOrder(_ conversations: [Self]) -> [Self] {
    // Ranks are sorted, not conversations: those are large.
    let ranks = conversations.map { ReadingRank($0) }
    return conversations.indices.sorted { ranks[$0] < ranks[$1] }.map { conversations[$0] }
  }

  private struct ReadingRank: Comparable {
    private let risk: Int
    private let residual: Double
    private let seconds: Int64
    private let signalID: String

    init(_ audited: AuditedConversation) {
      risk = audited.risks.first?.rank ?? AuditRisk.allCases.count
      residual = audited.residual ?? .infinity
      seconds = audited.conversation.eventTime?.seconds ?? .max
      signalID = audited.conversation.signalID
    }

    static func < (left: Self, right: Self) -> Bool {
      if left.risk != right.risk { return left.risk < right.risk }
      if left.residual != right.residual { return left.residual < right.residual }
      if left.seconds != right.seconds { return left.seconds < right.seconds }
      return left.signalID < right.signalID
    }
  }
}
