public import VerbatimCore

/// What was said and how it was scored, as far as it takes to score it again.
public struct StoredFeedback: Hashable, Sendable {
  /// The signal's cursor.
  public var seq: Int64
  /// The record: its texts masked, without author, customer and order.
  public var record: FeedbackRecord
  /// The article.
  public var sku: String?
  /// The article's category.
  public var category: String?
  /// The supplier.
  public var supplier: String?
  /// The score that is stored; nil unless scored.
  public var compound: Double?
  /// The verdict that is stored; nil unless scored.
  public var label: Sentiment.Label?

  /// Feedback of which only the record is known.
  public init(seq: Int64, record: FeedbackRecord) {
    self.seq = seq
    self.record = record
  }
}
