public import VerbatimCore

/// A signal as the statistics count it: whom and what it is about, and what went wrong.
public struct Report: Hashable, Sendable {
  /// Its cursor.
  public var seq: Int64
  /// The signal.
  public var signalID: String
  /// When the feedback was given.
  public var eventTime: Instant?
  /// What kind of source it is from.
  public var kind: FeedbackRecord.Kind
  /// The article.
  public var sku: String?
  /// Its maker.
  public var supplier: String?
  /// Its lot.
  public var lot: String?
  /// The article's category.
  public var category: String?
  /// The customer as a keyed hash.
  public var customerKey: String?
  /// A hash of the words, by which copied texts are found.
  public var textKey: String
  /// Whether it was written for a reward; false when the source does not say.
  public var isIncentivised = false
  /// The verdict; nil unless scored.
  public var label: Sentiment.Label?
  /// The score, −1…1; nil unless scored.
  public var compound: Double?
  /// What went wrong, in the signal's order.
  public var issues: [ReportedIssue] = []

  /// A report of which nothing is known but where it is from.
  public init(seq: Int64, signalID: String, kind: FeedbackRecord.Kind, textKey: String) {
    self.seq = seq
    self.signalID = signalID
    self.kind = kind
    self.textKey = textKey
  }
}

/// An issue of a report, with the words it was found in.
public struct ReportedIssue: Hashable, Sendable {
  /// The leaf of the taxonomy.
  public var code: String
  /// How bad it can be.
  public var tier: Issue.Tier
  /// Whether it happened.
  public var modality: Issue.Modality
  /// Whose fault it is.
  public var attribution: Issue.Attribution
  /// How sure the match is, 0 to 1.
  public var confidence: Double
  /// The part of the record that the words stand in; nil, like the three that follow, for a return
  /// reason's code.
  public var part: TextPart?
  /// The first byte of the words.
  public var start: Int?
  /// One past their last byte.
  public var end: Int?
  /// The words.
  public var quote: String?

  /// An issue without words.
  public init(
    code: String,
    tier: Issue.Tier,
    modality: Issue.Modality,
    attribution: Issue.Attribution,
    confidence: Double
  ) {
    self.code = code
    self.tier = tier
    self.modality = modality
    self.attribution = attribution
    self.confidence = confidence
  }
}
