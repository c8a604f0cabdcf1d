extension FeedbackSignal {
  /// The course of a conversation: the customer's mood turn by turn, how long they waited, and what
  /// was asked, threatened and promised.
  ///
  /// Only the customer's turns have a mood. What needs words to be read is in ``events``, nil where
  /// the language is not read; what needs times is nil where one is missing. Nothing here is 0 for
  /// want of knowing.
  public struct Transcript: Hashable, Sendable {
    /// One of the customer's turns with its mood.
    public struct Point: Hashable, Sendable {
      /// The turn, by its place in the record's turns, from 0.
      public var turn: Int
      /// The speaker; `customer` in what is stored.
      public var speaker: String
      /// The turn's score, −1…1; nil when it expresses no opinion.
      public var compound: Double?

      /// A turn with its mood.
      public init(turn: Int, speaker: String, compound: Double?) {
        self.turn = turn
        self.speaker = speaker
        self.compound = compound
      }
    }

    /// Whether a conversation counts in an audit, and if not, why.
    ///
    /// Of several reasons the first in this order is given.
    public enum Eligibility: String, Hashable, Sendable, CaseIterable {
      /// It counts.
      case eligible
      /// Nobody is known as the customer.
      case noCustomer = "no_customer"
      /// Only machines answered.
      case botOnly = "bot_only"
      /// The customer's language is not scored.
      case unsupportedLanguage = "unsupported_language"
      /// The customer wrote too few words to be read: under ten.
      case underTenWords = "under_10_words"
    }

    /// Turns of the customer, of agents and of machines.
    public var customerTurns = 0
    /// Turns of people of the shop.
    public var agentTurns = 0
    /// Turns of machines.
    public var botTurns = 0
    /// Whether it counts in an audit.
    public var eligibility = Eligibility.eligible
    /// The person of the shop with the most turns, as a keyed hash; nil when nobody is named.
    public var agentKey: String?
    /// The customer's mood in the first two scored turns, −1…1; in the first of two or three.
    public var opening: Double?
    /// The customer's mood in the last two scored turns; in the last of two or three.
    public var closing: Double?
    /// The lowest of the customer's turns.
    public var lowest: Double?
    /// Closing less opening, which never share a turn; nil with one scored turn.
    public var recovery: Double?
    /// The customer's turn at which the mood changed most, by its place in the record's turns.
    ///
    /// Nil with fewer than two scored turns, and when all are alike.
    public var turningTurn: Int?
    /// Seconds from the customer's first message to the first by a person of the shop.
    public var firstResponseSeconds: Double?
    /// The same, counting only opening hours; nil without hours.
    public var firstResponseBusinessSeconds: Double?
    /// Seconds of the longest wait for a person's answer; nil when one of the waits is not known.
    public var longestWaitSeconds: Double?
    /// The longest wait counting only opening hours, which need not be the same one.
    public var longestWaitBusinessSeconds: Double?
    /// How often one person of the shop passed the customer to another.
    public var handoffs = 0
    /// What the words tell; nil when they are in a language that is not read.
    public var events: ConversationEvents?
    /// The customer's turns in their order.
    public var trajectory: [Point] = []

    /// A conversation of which nothing is counted yet.
    public init() {}
  }
}
