internal import GRDB

extension SignalStore {
  /// Which state the store is in.
  ///
  /// - Complexity: O(*n*) in what people decided; the signals are not counted.
  public func state() throws(StoreFailure) -> StoreState {
    try reading { db in
      func last(_ sql: String) throws -> Int64 { try Int64.fetchOne(db, sql: sql) ?? 0 }
      return try StoreState(
        // A retraction changes what is counted too, and has a later place than any signal before.
        lastSignal: RetractionRecord.lastSeq(in: db),
        lastImport: last("SELECT max(id) FROM imports"),
        decisions: last("SELECT count(*) FROM decisions")
          + last("SELECT count(*) FROM evidence_marks")
      )
    }
  }
}
