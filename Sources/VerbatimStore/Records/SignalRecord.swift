internal import Foundation
internal import GRDB
internal import VerbatimCore

/// A row of `signals`.
struct SignalRecord {
  let seq: Int64
  let importID: Int64
  let signal: FeedbackSignal
  let contentHash: String
  let textKey: String
  let body: [UInt8]

  static let insertion = """
    INSERT INTO signals (
      seq, signal_id, record_id, content_hash, revision, supersedes, import_id, kind, event_time,
      event_precision, sku, supplier, lot, category, language, status, compound, label, severity,
      customer_key, text_key, incentivised, body
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  var arguments: StatementArguments {
    [
      seq,
      signal.id,
      signal.recordID,
      contentHash,
      signal.revision,
      signal.revision > 1 ? signal.revision - 1 : nil,
      importID,
      signal.source.kind.rawValue,
      signal.eventTime?.seconds,
      signal.eventTime?.precision.rawValue,
      signal.product.sku.map(StoredText.init),
      signal.supplier.id.map(StoredText.init),
      // A lot that is only likely is no ground for counting by lots.
      signal.lot.status == .inferred ? nil : signal.lot.id.map(StoredText.init),
      signal.product.category.map(StoredText.init),
      signal.language.map(StoredText.init),
      signal.sentiment.status.rawValue,
      signal.sentiment.compound,
      signal.sentiment.label?.rawValue,
      signal.severity?.rawValue,
      signal.customerKey,
      textKey,
      signal.flags.incentivised,
      Data(body),
    ]
  }
}

/// What is stored of a signal whose id comes again.
struct StoredCopy {
  static let selection = """
    SELECT seq, content_hash, revision, event_time, event_precision
    FROM signals WHERE signal_id = ?
    """

  let seq: Int64
  let contentHash: String
  let revision: Int
  let eventTime: Instant?

  init(_ row: Row) throws {
    seq = try row.decode(Int64.self, atIndex: 0)
    contentHash = try row.decode(String.self, atIndex: 1)
    revision = try row.decode(Int.self, atIndex: 2)
    eventTime = try row.instant(at: 3)
  }

  /// Whether the entry says something else and is not the older copy.
  ///
  /// Where a time is missing, the copy that comes later counts as the newer.
  func isReplaced(by entry: Entry) -> Bool {
    guard entry.contentHash != contentHash else { return false }
    guard let new = entry.signal.eventTime, let old = eventTime else { return true }
    return new >= old
  }
}
