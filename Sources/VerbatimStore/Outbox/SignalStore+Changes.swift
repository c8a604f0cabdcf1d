internal import Foundation
internal import GRDB
internal import VerbatimCore

extension SignalStore {
  /// Gives signals, alerts and retractions in the order of their cursors, one at a time.
  ///
  /// A revision takes the place of the one before it, so of each signal only the latest is there: a
  /// follower that was away sees where things stand now, not every step on the way.
  ///
  /// - Parameters:
  ///   - seq: Only what has a higher cursor.
  ///   - limit: At most so many; nil for all.
  ///   - body: Gets each change.
  /// - Throws: What `body` throws, as it is, else ``StoreFailure``.
  public func forEachChange(
    after seq: Int64 = 0,
    limit: Int? = nil,
    _ body: (StoredChange) throws -> Void
  ) throws {
    var refusal: (any Error)?
    try reading { db in
      // SQLite takes a negative limit for none.
      let rows = try Row.fetchCursor(
        db,
        sql: StoredChange.selection("seq > :seq") + " ORDER BY seq LIMIT :limit",
        arguments: ["seq": seq, "limit": limit.map { max(0, $0) } ?? -1]
      )
      while refusal == nil, let row = try rows.next() {
        let change = try StoredChange(row)
        do { try body(change) } catch { refusal = error }
      }
    }
    if let refusal { throw refusal }
  }

  /// Gives where each signal, alert and retraction belongs, in the order of their cursors, without
  /// what it says: a walk over 1 M signals reads none of their bodies.
  public func forEachChangeMark(
    _ body: (ChangeMark) -> Void
  ) throws(StoreFailure) {
    try reading { db in
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT seq, revision, 0, event_time, event_precision, 'feedback.signal.v1'
            FROM signals INDEXED BY signals_walk
          UNION ALL
          SELECT seq, revision, 1, event_time, event_precision, 'feedback.signal.v1'
            FROM retractions
          UNION ALL
          SELECT seq, revision, is_retracted, event_time, event_precision, 'cluster.alert.v1'
            FROM alerts
          ORDER BY seq
          """
      )
      while let row = try rows.next() {
        var mark = try ChangeMark(
          seq: row.decode(Int64.self, atIndex: 0),
          revision: row.decode(Int.self, atIndex: 1),
          isRetraction: row.decode(Bool.self, atIndex: 2),
          eventTime: row.instant(at: 3)
        )
        mark.kind = try row.name(at: 5)
        body(mark)
      }
    }
  }

  /// The changes after a cursor, at most `limit`.
  public func changes(after seq: Int64, limit: Int) throws(StoreFailure) -> [StoredChange] {
    try reading { db in
      try Row.fetchAll(
        db,
        sql: StoredChange.selection("seq > :seq") + " ORDER BY seq LIMIT :limit",
        arguments: ["seq": seq, "limit": max(0, limit)]
      ).map(StoredChange.init)
    }
  }

  /// The change with a cursor; nil when a later revision took its place.
  func change(at seq: Int64, in db: Database) throws -> StoredChange? {
    try Row.fetchOne(
      db,
      sql: StoredChange.selection("seq = :seq"),
      arguments: ["seq": seq]
    ).map(StoredChange.init)
  }

  /// The cursor of the latest change; 0 in an empty store.
  public func lastSeq() throws(StoreFailure) -> Int64 {
    try reading { try StoredChange.lastSeq(in: $0) }
  }
}

extension StoredChange {
  /// The tables side by side by their primary keys: nothing is sorted.
  static func selection(_ condition: String) -> String {
    """
    SELECT seq, signal_id, revision, 0, coalesce(customer_key, record_id), event_time,
      event_precision, body, 'feedback.signal.v1' FROM signals WHERE \(condition)
    UNION ALL
    SELECT seq, signal_id, revision, 1, order_key, event_time, event_precision, body,
      'feedback.signal.v1' FROM retractions WHERE \(condition)
    UNION ALL
    SELECT seq, cluster_id, revision, is_retracted, cluster_id, event_time, event_precision, body,
      'cluster.alert.v1' FROM alerts WHERE \(condition)
    """
  }

  /// The highest cursor that was given to a signal, a retraction or an alert; 0 in an empty store.
  static func lastSeq(in db: Database) throws -> Int64 {
    let last = try Int64.fetchOne(db, sql: "SELECT max(seq) FROM alerts") ?? 0
    return max(last, try RetractionRecord.lastSeq(in: db))
  }

  fileprivate init(_ row: Row) throws {
    try self.init(
      seq: row.decode(Int64.self, atIndex: 0),
      signalID: row.decode(String.self, atIndex: 1),
      revision: row.decode(Int.self, atIndex: 2),
      isRetraction: row.decode(Bool.self, atIndex: 3),
      orderKey: row.decode(String.self, atIndex: 4),
      eventTime: row.instant(at: 5),
      body: Array(row.decode(Data.self, atIndex: 7))
    )
    kind = try row.name(at: 8)
  }
}
