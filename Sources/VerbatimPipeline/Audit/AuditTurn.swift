public import VerbatimCore

/// One turn of a conversation as an audit shows it.
public struct AuditTurn: Hashable, Sendable {
  /// Something that happened in a turn.
  public struct Event: Hashable, Sendable {
    /// What: `escalation`, `churn`, `promise`, `repeated_question`, `claimed_solved`, `confirmed`,
    /// `denied`, `turning_point`, `lowest`.
    public let kind: String
    /// Of which kind: `legal`, `refund`; nil where there is none.
    public let name: String?
    /// The words; nil where the whole turn is meant.
    public let evidence: Issue.Evidence?
    /// When a promise is due; nil where no time was set.
    public let due: Instant?
    /// What came of a promise.
    public let state: Promise.State?

    init(
      _ kind: String,
      _ name: String? = nil,
      evidence: Issue.Evidence? = nil,
      due: Instant? = nil,
      state: Promise.State? = nil
    ) {
      self.kind = kind
      self.name = name
      self.evidence = evidence
      self.due = due
      self.state = state
    }
  }

  /// A word that counted, with its share of the conversation's score.
  public struct Contribution: Hashable, Sendable {
    /// Where it stands in the turn's text.
    public let range: ByteRange
    /// The entry, as the lexicon spells it.
    public let term: String
    /// The entry's valence, −4…4.
    public let valence: Double
    /// The rules that changed it.
    public let rules: [String]
    /// Its share of the conversation's compound.
    public let contribution: Double
  }

  /// Its place in the record's turns, from 0.
  public let index: Int
  /// Whose it is.
  public let role: Turn.Role
  /// The speaker under a name that tells nothing: `customer`, `bot`, `agent-0c2e5b9d4f17`; `agent 1`
  /// where the source names nobody.
  public let speaker: String
  /// When it was said, as the source states it.
  public let at: String?
  /// Seconds since the turn before; nil where a time is missing or the clock went back.
  public let wait: Double?
  /// Whether it is the first answer by a person of the shop.
  public let isFirstReply: Bool
  /// The customer's mood, −1…1; nil of others' turns, and where none is expressed.
  public let compound: Double?
  /// The words, redacted.
  public let text: String
  /// What happened in it.
  public let events: [Event]
  /// What counted in it; empty unless asked for.
  public let contributions: [Contribution]
}
