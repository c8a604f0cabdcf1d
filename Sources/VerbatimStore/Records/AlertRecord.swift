internal import Foundation
internal import GRDB
internal import VerbatimCore

/// A row of `alerts`.
struct AlertRecord {
  let seq: Int64
  let clusterID: String
  let revision: Int
  let isRetracted: Bool
  let eventTime: Instant?
  let body: [UInt8]

  /// Puts the row in the place of the cluster's former one.
  func replace(in db: Database) throws {
    let delete = try db.cachedStatement(sql: "DELETE FROM alerts WHERE cluster_id = ?")
    try delete.execute(arguments: [StoredText(clusterID)])
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO alerts (
          seq, cluster_id, revision, is_retracted, event_time, event_precision, body
        ) VALUES (?, ?, ?, ?, ?, ?, ?)
        """
    )
    try insert.execute(
      arguments: [
        seq, StoredText(clusterID), revision, isRetracted, eventTime?.seconds,
        eventTime?.precision.rawValue, Data(body),
      ]
    )
  }

  /// The row that says that there is no such alert any more.
  func retraction(seq: Int64) -> AlertRecord {
    AlertRecord(
      seq: seq,
      clusterID: clusterID,
      revision: revision + 1,
      isRetracted: true,
      eventTime: eventTime,
      body: AlertDraft.retraction(of: clusterID, revision: revision + 1)
    )
  }

  /// The alerts that are not retracted, in the order of their cursors.
  static func standing(in db: Database) throws -> [AlertRecord] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT seq, cluster_id, revision, event_time, event_precision, body
        FROM alerts WHERE is_retracted = 0 ORDER BY seq
        """
    ).map { row in
      try AlertRecord(
        seq: row.decode(Int64.self, atIndex: 0),
        clusterID: row.text(at: 1),
        revision: row.decode(Int.self, atIndex: 2),
        isRetracted: false,
        eventTime: row.instant(at: 3),
        body: Array(row.decode(Data.self, atIndex: 5))
      )
    }
  }
}
