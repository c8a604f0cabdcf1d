public import VerbatimCore

/// What the satisfaction of a customer is computed from: one signal's ratings, mood and issues, and
/// the segments it belongs to.
public struct RatedSignal: Hashable, Sendable {
  /// The signal's place in the store.
  public var seq: Int64
  /// The signal's id.
  public var signalID: String
  /// What kind of source it is from.
  public var kind: FeedbackRecord.Kind
  /// When the feedback was given.
  public var eventTime: Instant?
  /// The customer as a keyed hash.
  public var customerKey: String?
  /// The article.
  public var sku: String?
  /// The supplier.
  public var supplier: String?
  /// A hash of the words, by which copied texts are found.
  public var textKey: String
  /// Whether it was written for a reward; false when the source does not say.
  public var isIncentivised = false
  /// The score of the words, −1…1; nil unless scored.
  public var compound: Double?
  /// The ratings, in their native scales.
  public var ratings: [Rating] = []
  /// The segments by name: category, channel, tenure_band, market and whatever the source states.
  public var dims: [String: String] = [:]
  /// The issues that count as reports, each leaf once with its gravest tier, by code.
  public var issues: [(code: String, tier: Issue.Tier)] = []

  /// A signal of which nothing is known but where it is from.
  public init(seq: Int64, signalID: String, kind: FeedbackRecord.Kind, textKey: String) {
    self.seq = seq
    self.signalID = signalID
    self.kind = kind
    self.textKey = textKey
  }

  /// Whether the parts agree.
  public static func == (left: Self, right: Self) -> Bool {
    left.seq == right.seq && left.signalID == right.signalID && left.kind == right.kind
      && left.eventTime == right.eventTime && left.customerKey == right.customerKey
      && left.sku == right.sku && left.supplier == right.supplier
      && left.textKey == right.textKey && left.isIncentivised == right.isIncentivised
      && left.compound == right.compound && left.ratings == right.ratings
      && left.dims == right.dims && left.issues.elementsEqual(right.issues) { $0 == $1 }
  }

  /// Hashes the id.
  public func hash(into hasher: inout Hasher) { hasher.combine(signalID) }
}
