/// What was asked, threatened, promised and settled in a conversation, each with the words it was
/// read from.
public struct ConversationEvents: Hashable, Sendable {
  /// What the customer said of higher instances, in the order of the turns.
  public var escalations: [Escalation] = []
  /// What the customer said of leaving, in the order of the turns.
  public var churnStatements: [ChurnStatement] = []
  /// What people of the shop promised, in the order of the turns.
  public var promises: [Promise] = []
  /// Questions of the shop that had been asked before, in the order of the turns.
  public var repeatedQuestions: [RepeatedQuestion] = []
  /// Whether the problem was called solved.
  public var resolution = ResolutionClaim()

  /// A conversation in which nothing of the kind was said.
  public init() {}
}

/// A customer's words that call for, or threaten with, somebody above the agent.
public struct Escalation: Hashable, Sendable {
  /// Who or what is called upon.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The agent's superior.
    case supervisor
    /// A lawyer or a court.
    case legal
    /// An authority, an ombudsman or a consumer body.
    case regulator
    /// Newspapers, broadcasters, or a public campaign.
    case press
    /// The bank or the payment service, to take the money back.
    case chargeback
    /// Harm done or feared: an emergency service, a doctor, a fire.
    case safety
  }

  /// Who or what is called upon.
  public var kind: Kind
  /// The turn, by its place in the record's turns.
  public var turn: Int
  /// The words.
  public var evidence: Issue.Evidence

  /// An escalation in a turn.
  public init(kind: Kind, turn: Int, evidence: Issue.Evidence) {
    self.kind = kind
    self.turn = turn
    self.evidence = evidence
  }
}

/// A customer's words that announce the end of the relation.
public struct ChurnStatement: Hashable, Sendable {
  /// How it ends.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// The account, the contract or the subscription is to be closed.
    case cancel
    /// The next purchase goes to somebody else.
    case `switch`
    /// There will be no next purchase.
    case leave
    /// Others are told to stay away.
    case dissuade
  }

  /// How it ends.
  public var kind: Kind
  /// The turn, by its place in the record's turns.
  public var turn: Int
  /// The words.
  public var evidence: Issue.Evidence

  /// A statement in a turn.
  public init(kind: Kind, turn: Int, evidence: Issue.Evidence) {
    self.kind = kind
    self.turn = turn
    self.evidence = evidence
  }
}

/// A question of the shop that a person or a machine of it had asked before.
public struct RepeatedQuestion: Hashable, Sendable {
  /// What is asked for, as the cue list names it; `same_words` for a sentence said twice.
  public var topic: String
  /// The turn that asks again, by its place in the record's turns.
  public var turn: Int
  /// The turn that asked first.
  public var firstTurn: Int
  /// The words that ask again.
  public var evidence: Issue.Evidence

  /// A question in a turn.
  public init(topic: String, turn: Int, firstTurn: Int, evidence: Issue.Evidence) {
    self.topic = topic
    self.turn = turn
    self.firstTurn = firstTurn
    self.evidence = evidence
  }
}

/// Whether the shop called the problem solved, and whether the customer agreed.
public struct ResolutionClaim: Hashable, Sendable {
  /// Whether a person of the shop said that it is solved.
  public var claimed = false
  /// The last turn that said so.
  public var claimedTurn: Int?
  /// Whether the customer said that it is solved, or that it is not; nil when they said neither.
  ///
  /// The last of several words counts.
  public var confirmed: Bool?
  /// The turn that said so.
  public var confirmedTurn: Int?

  /// Nothing was said.
  public init() {}
}
