public import VerbatimCore

/// A signal in whose words a query was found.
public struct SearchHit: Hashable, Sendable {
  /// A part of the record with the places of what was searched for.
  public struct Passage: Hashable, Sendable {
    /// The title, the text or a turn.
    public var part: TextPart
    /// The whole part, redacted.
    public var text: String
    /// Where the terms stand, in the bytes of the text; ascending.
    public var ranges: [ByteRange]
  }

  /// The signal's cursor.
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
  /// The parts that hold a term, in the record's order.
  public var passages: [Passage]
  /// How well it fits, by Okapi's BM25 as FTS5 computes it: the greater the better, above 0; 0
  /// where hits are not ranked.
  public var score: Double
}
