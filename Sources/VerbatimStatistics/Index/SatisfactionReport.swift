public import VerbatimCore

/// What the satisfaction index needs of one signal.
public struct SatisfactionReport: Hashable, Sendable {
  /// The signal.
  public var signalID: String
  /// The customer; nil when unknown: the signal then counts as a customer of its own.
  public var customerKey: String?
  /// When the feedback was given; what has no time is in no cycle.
  public var eventTime: Instant
  /// The customer's answers.
  public var answers: [SatisfactionAnswer]
  /// The issues that the signal reports, each once.
  public var issues: [String]
  /// The signal's value in each dimension of the history; nil where it has none.
  public var segments: [String?]

  /// A report.
  public init(
    signalID: String,
    customerKey: String?,
    eventTime: Instant,
    answers: [SatisfactionAnswer],
    issues: [String] = [],
    segments: [String?] = []
  ) {
    self.signalID = signalID
    self.customerKey = customerKey
    self.eventTime = eventTime
    self.answers = answers
    self.issues = issues
    self.segments = segments
  }
}
