public import VerbatimCore

/// A conversation as an audit counts it: whom and what it was about, and its course.
public struct Conversation: Hashable, Sendable {
  /// Its cursor.
  public var seq: Int64
  /// The signal.
  public var signalID: String
  /// Its id in its own system, such as a ticket's number.
  public var nativeID: String?
  /// When it was held.
  public var eventTime: Instant?
  /// Where it was held: mail, chat, telephone, as the source says.
  public var channel: String?
  /// The team that held it, as the source says.
  public var queue: String?
  /// The leaf of the gravest issue that was reported; of several the first.
  public var issue: String?
  /// How grave its issues are.
  public var severity: IssueSeverity?
  /// The article.
  public var sku: String?
  /// Its maker.
  public var supplier: String?
  /// The customer as a keyed hash.
  public var customerKey: String?
  /// The language that was scored.
  public var language: String?
  /// Why its customer's words have a score, or none.
  public var status: Sentiment.Status
  /// The score of the whole, −1…1; nil unless scored.
  public var compound: Double?
  /// Its course; the trajectory is empty here, and stands turn by turn in ``StoredVerbatim``.
  public var course: FeedbackSignal.Transcript

  /// A conversation of which only its course is known.
  public init(
    seq: Int64,
    signalID: String,
    status: Sentiment.Status,
    course: FeedbackSignal.Transcript
  ) {
    self.seq = seq
    self.signalID = signalID
    self.status = status
    self.course = course
  }

  /// Whether it counts in an audit.
  public var isEligible: Bool { course.eligibility == .eligible }
}
