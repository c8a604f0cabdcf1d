internal import GRDB
public import VerbatimCore

extension SignalStore {
  /// What people found on reading the reports of clusters, by cluster and then in the order in which
  /// it was found.
  ///
  /// - Parameter clusterID: Only about this cluster; nil gives all.
  /// - Returns: The marks; the later one of a report and an issue holds.
  /// - Throws: A failure of the store.
  public func marks(on clusterID: String? = nil) throws(StoreFailure) -> [EvidenceMark] {
    try reading { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT cluster_id, ordinal, signal_id, marked_at, marked_by, finding, reason
          FROM evidence_marks WHERE ?1 IS NULL OR cluster_id = ?1 ORDER BY cluster_id, ordinal
          """,
        arguments: [clusterID.map(StoredText.init)]
      ).map { row in
        let name = try row.text(at: 5)
        guard let finding = EvidenceMark.Finding(rawValue: name) else {
          throw UnreadableValue(column: "finding", value: name)
        }
        var mark = try EvidenceMark(
          clusterID: row.text(at: 0),
          ordinal: row.decode(Int.self, atIndex: 1),
          signalID: row.text(at: 2),
          at: row.statedInstant(at: 3),
          by: row.text(at: 4),
          finding: finding
        )
        mark.reason = try row.optionalText(at: 6)
        return mark
      }
    }
  }

  /// Adds a mark to the log.
  ///
  /// - Throws: ``StoreFailure/locked(path:)`` when somebody else marked the same cluster's evidence
  ///   meanwhile: the mark's ordinal is no longer the next.
  public func add(_ mark: EvidenceMark) throws(StoreFailure) {
    try writing { db in
      let last =
        try Int.fetchOne(
          db,
          sql: "SELECT max(ordinal) FROM evidence_marks WHERE cluster_id = ?",
          arguments: [StoredText(mark.clusterID)]
        ) ?? 0
      guard mark.ordinal == last + 1 else { throw StoreFailure.locked(path: path) }
      try db.execute(
        sql: "INSERT INTO evidence_marks VALUES (?, ?, ?, ?, ?, ?, ?)",
        arguments: [
          StoredText(mark.clusterID), mark.ordinal, StoredText(mark.signalID),
          mark.at.description, StoredText(mark.by), mark.finding.rawValue,
          mark.reason.map(StoredText.init),
        ]
      )
    }
  }
}
