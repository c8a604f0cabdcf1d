internal import Foundation
internal import GRDB
internal import VerbatimCore

/// The alerts as they stand in the outbox, beside the signals.
extension SignalStore {
  /// The state of the store in which the alerts were computed; nil when they never were.
  public func alertState() throws(StoreFailure) -> StoreState? {
    try reading { db in
      try Row.fetchOne(db, sql: "SELECT last_signal, last_import, decisions FROM alert_state")
        .map { row in
          try StoreState(
            lastSignal: row.decode(Int64.self, atIndex: 0),
            lastImport: row.decode(Int64.self, atIndex: 1),
            decisions: row.decode(Int64.self, atIndex: 2)
          )
        }
    }
  }

  /// The clusters that stand in the outbox as alerts, by id, ascending.
  public func alertClusters() throws(StoreFailure) -> [String] {
    try reading { db in
      try Row.fetchAll(
        db,
        sql: "SELECT cluster_id FROM alerts WHERE is_retracted = 0 ORDER BY cluster_id"
      ).map { try $0.text(at: 0) }
    }
  }

  /// Puts alerts in the outbox.
  ///
  /// What is new or says something else gets a revision with a cursor of its own, what is gone a
  /// retraction. What is as it was stays where it is.
  ///
  /// - Parameters:
  ///   - drafts: All alerts there are, in the order in which they get their cursors.
  ///   - state: The state of the store in which they were computed.
  /// - Returns: What changed.
  /// - Throws: ``StoreFailure``; nothing is written then.
  /// - Complexity: One look-up for each alert; the signals are not read.
  public func note(
    _ drafts: [AlertDraft],
    computedIn state: StoreState
  ) throws(StoreFailure) -> AlertChanges {
    try writing { db in
      var changes = AlertChanges()
      var nextSeq = try StoredChange.lastSeq(in: db) + 1
      let find = try db.cachedStatement(
        sql: "SELECT revision, is_retracted, body FROM alerts WHERE cluster_id = ?"
      )
      for draft in drafts {
        let key = StoredText(draft.clusterID)
        let row = try Row.fetchOne(find, arguments: [key])
        let revision = try row?.decode(Int.self, atIndex: 0) ?? 0
        let isThere = try row.map { try !$0.decode(Bool.self, atIndex: 1) } ?? false
        if isThere {
          let held = try row?.decode(Data.self, atIndex: 2)
          guard held != Data(draft.body(revision: revision)) else { continue }
          changes.revised += 1
        } else {
          changes.opened += 1
        }
        try AlertRecord(
          seq: nextSeq,
          clusterID: draft.clusterID,
          revision: revision + 1,
          isRetracted: false,
          eventTime: draft.eventTime,
          body: draft.body(revision: revision + 1)
        ).replace(in: db)
        nextSeq += 1
      }
      let kept = Set(drafts.map(\.clusterID))
      for record in try AlertRecord.standing(in: db) where !kept.contains(record.clusterID) {
        try record.retraction(seq: nextSeq).replace(in: db)
        nextSeq += 1
        changes.retracted += 1
      }
      try db.execute(
        sql: """
          INSERT INTO alert_state (id, last_signal, last_import, decisions) VALUES (1, ?, ?, ?)
          ON CONFLICT DO UPDATE SET last_signal = excluded.last_signal,
            last_import = excluded.last_import, decisions = excluded.decisions
          """,
        arguments: [state.lastSignal, state.lastImport, state.decisions]
      )
      return changes
    }
  }
}
