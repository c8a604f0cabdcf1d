/// How often customers came back on the same issue with the same article.
///
/// A conversation can be followed when its customer, issue, article and time are known, and when the
/// store goes on for the whole window after it; what cannot be followed counts nowhere, for or
/// against.
public struct RepeatContacts: Hashable, Sendable {
  /// A conversation and the next on the same matter.
  public struct Pair: Hashable, Sendable {
    /// The first one's cursor.
    public var seq: Int64
    /// The cursor of the one that came after it.
    public var nextSeq: Int64
    /// The customer as a keyed hash.
    public var customerKey: String
    /// The leaf of both.
    public var issue: String
    /// The article of both.
    public var sku: String
    /// Whole days between them, by the calendar in UTC.
    public var days: Int

    /// Two conversations on one matter.
    public init(
      seq: Int64,
      nextSeq: Int64,
      customerKey: String,
      issue: String,
      sku: String,
      days: Int
    ) {
      self.seq = seq
      self.nextSeq = nextSeq
      self.customerKey = customerKey
      self.issue = issue
      self.sku = sku
      self.days = days
    }
  }

  /// The window in days.
  public var window: Int
  /// Conversations whose matter is known and whose window is over.
  public var followed: Int
  /// Conversations that lack a customer, an issue, an article or a time.
  public var unknown: Int
  /// Conversations whose window is not over at the end of what is stored.
  public var unfinished: Int
  /// Those of `followed` after which the customer came back, by cursor.
  public var pairs: [Pair]

  /// Counts.
  public init(window: Int, followed: Int, unknown: Int, unfinished: Int, pairs: [Pair]) {
    self.window = window
    self.followed = followed
    self.unknown = unknown
    self.unfinished = unfinished
    self.pairs = pairs
  }

  /// The share of the followed that came back; nil when none could be followed.
  public var share: Double? {
    followed == 0 ? nil : Double(pairs.count) / Double(followed)
  }
}
