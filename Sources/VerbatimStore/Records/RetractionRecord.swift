internal import Foundation
internal import GRDB
internal import VerbatimCore

/// A row of `retractions`.
struct RetractionRecord {
  let seq: Int64
  let signal: FeedbackSignal
  /// What the signal was ordered by when it was delivered.
  let orderKey: String

  static let presence = "SELECT 1 FROM retractions WHERE signal_id = ?"

  static let insertion = """
    INSERT INTO retractions (
      seq, signal_id, order_key, customer_key, revision, event_time, event_precision, body
    ) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
    """

  var arguments: StatementArguments {
    var json = JSONWriter()
    signal.write(to: &json, explain: false)
    return [
      seq, signal.id, orderKey, signal.customerKey, signal.revision, signal.eventTime?.seconds,
      signal.eventTime?.precision.rawValue, Data(json.bytes),
    ]
  }

  /// The highest cursor that was given to a signal or a retraction; 0 in an empty store.
  static func lastSeq(in db: Database) throws -> Int64 {
    try Int64.fetchOne(
      db,
      sql: """
        SELECT max(
          coalesce((SELECT max(seq) FROM signals), 0),
          coalesce((SELECT max(seq) FROM retractions), 0)
        )
        """
    ) ?? 0
  }

  /// Whether anything was ever retracted.
  static func areAny(in db: Database) throws -> Bool {
    try Row.fetchOne(db, sql: "SELECT 1 FROM retractions LIMIT 1") != nil
  }
}
