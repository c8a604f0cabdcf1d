internal import GRDB
public import VerbatimCore

extension SignalStore {
  /// What people decided, by cluster and then in the order in which it was decided.
  ///
  /// - Parameter clusterID: Only about this cluster; nil gives all.
  /// - Returns: The decisions.
  /// - Throws: A failure of the store.
  public func decisions(
    on clusterID: String? = nil
  ) throws(StoreFailure) -> [ClusterDecision] {
    try reading { db in
      var lots: [String: [String]] = [:]
      let named = try Row.fetchAll(
        db,
        sql: """
          SELECT cluster_id, ordinal, lot FROM decision_lots
          WHERE ?1 IS NULL OR cluster_id = ?1 ORDER BY cluster_id, ordinal, position
          """,
        arguments: [clusterID.map(StoredText.init)]
      )
      for row in named {
        let key = try "\(row.decode(Int.self, atIndex: 1)) \(row.text(at: 0))"
        lots[key, default: []].append(try row.text(at: 2))
      }
      return try Row.fetchAll(
        db,
        sql: """
          SELECT cluster_id, ordinal, decided_at, decided_by, action, verdict, reason, until, effective
          FROM decisions WHERE ?1 IS NULL OR cluster_id = ?1 ORDER BY cluster_id, ordinal
          """,
        arguments: [clusterID.map(StoredText.init)]
      ).map { row in
        var decision = try ClusterDecision(
          clusterID: row.text(at: 0),
          ordinal: row.decode(Int.self, atIndex: 1),
          at: row.statedInstant(at: 2),
          by: row.text(at: 3),
          action: row.name(at: 4)
        )
        decision.verdict = try row.optionalName(at: 5)
        decision.reason = try row.optionalText(at: 6)
        decision.until = try row.optionalStatedInstant(at: 7)
        decision.effective = try row.optionalStatedInstant(at: 8)
        decision.lots = lots["\(decision.ordinal) \(decision.clusterID)"] ?? []
        return decision
      }
    }
  }

  /// Adds a decision to the log.
  ///
  /// - Throws: ``StoreFailure/locked(path:)`` when somebody else decided about the same cluster
  ///   meanwhile: the decision's ordinal is no longer the next.
  public func add(_ decision: ClusterDecision) throws(StoreFailure) {
    try writing { db in
      let last =
        try Int.fetchOne(
          db,
          sql: "SELECT max(ordinal) FROM decisions WHERE cluster_id = ?",
          arguments: [StoredText(decision.clusterID)]
        ) ?? 0
      guard decision.ordinal == last + 1 else { throw StoreFailure.locked(path: path) }
      try db.execute(
        sql: "INSERT INTO decisions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          StoredText(decision.clusterID), decision.ordinal, decision.at.description,
          StoredText(decision.by), decision.action.rawValue, decision.verdict?.rawValue,
          decision.reason.map(StoredText.init), decision.until?.description,
          decision.effective?.description,
        ]
      )
      for (position, lot) in decision.lots.enumerated() {
        try db.execute(
          sql: "INSERT INTO decision_lots VALUES (?, ?, ?, ?)",
          arguments: [
            StoredText(decision.clusterID), decision.ordinal, position, StoredText(lot),
          ]
        )
      }
    }
  }
}

/// Times that people stated: written as RFC 3339, so that a person can read the log.
extension Row {
  fileprivate func optionalStatedInstant(at index: Int) throws -> Instant? {
    guard let text = try optionalText(at: index) else { return nil }
    guard let instant = Instant(iso8601: text) else {
      throw UnreadableValue(column: Array(columnNames)[index], value: text)
    }
    return instant
  }

  func statedInstant(at index: Int) throws -> Instant {
    guard let instant = try optionalStatedInstant(at: index) else {
      throw UnreadableValue(column: Array(columnNames)[index], value: "nothing")
    }
    return instant
  }
}
