internal import GRDB

extension SignalStore {
  /// Erases what a customer said, and retracts their signals.
  ///
  /// Texts, turns, quotes and scores go with the signals; in place of each stands a retraction with
  /// the next revision and a new cursor, which is delivered like a signal and says nothing of the
  /// customer but the key and the day. An alert that rests on one of the signals is retracted, to
  /// be computed anew, and a reason that somebody gave for a decision is erased when it repeats the
  /// customer's words. Then the free pages are overwritten, the file is packed and the write-ahead
  /// log is emptied, so that the words are nowhere in the files. The ledger of imports keeps its
  /// counts, and ``ledgerBalance()`` tells that they still add up. A copy of a forgotten record
  /// that is imported again counts as a duplicate.
  ///
  /// May be run again at any time: what was cut short is done then.
  ///
  /// - Parameters:
  ///   - keys: The customer's keys, as `customer_key` of their signals has them.
  ///   - names: The customer's ids as a source states them, which diagnostics may cite.
  /// - Returns: What was erased.
  /// - Throws: ``StoreFailure/locked(path:)`` when another process has the store open for so long
  ///   that the log cannot be emptied.
  /// - Complexity: Writes the whole file anew.
  public func forget(
    customers keys: [String],
    names: [String] = []
  ) throws(StoreFailure) -> Forgotten {
    let forgotten = try StoreFailure.translating(path) {
      try pool.writeWithoutTransaction { db in
        // What is deleted is overwritten with zeros, in case the packing below is cut short.
        try db.execute(sql: "PRAGMA secure_delete = ON")
        var forgotten = Forgotten()
        try db.inTransaction {
          forgotten.before = try Self.retractions(of: keys, in: db)
          var erasure = try Erasure(db, keys: keys, names: names)
          try erasure.retractSignals(in: db)
          try erasure.blankRejects(in: db)
          try erasure.blankReasons(in: db)
          try erasure.retractAlerts(in: db)
          forgotten.signals = erasure.signals
          forgotten.rejects = erasure.rejects
          forgotten.reasons = erasure.reasons
          if erasure.signals > 0 { try Self.emptySearch(in: db) }
          return .commit
        }
        return forgotten
      }
    }
    try scrub()
    return forgotten
  }

  /// Whether signals were forgotten or are stored under one of the keys.
  public func knows(customers keys: [String]) throws(StoreFailure) -> Bool {
    try reading { db in
      if try Self.retractions(of: keys, in: db) > 0 { return true }
      let places = keys.map { _ in "?" }.joined(separator: ", ")
      return try Row.fetchOne(
        db,
        sql: "SELECT 1 FROM signals WHERE customer_key IN (\(places)) LIMIT 1",
        arguments: StatementArguments(keys)
      ) != nil
    }
  }

  /// How the ledger's signals add up to what is stored.
  public func ledgerBalance() throws(StoreFailure) -> LedgerBalance {
    try reading { db in
      func sum(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: sql) ?? 0 }
      return try LedgerBalance(
        imported: sum("SELECT coalesce(sum(signals), 0) FROM imports"),
        held: sum("SELECT coalesce(sum(revision), 0) FROM signals"),
        forgotten: sum("SELECT coalesce(sum(revision - 1), 0) FROM retractions")
      )
    }
  }

  private static func retractions(of keys: [String], in db: Database) throws -> Int {
    let places = keys.map { _ in "?" }.joined(separator: ", ")
    return try Int.fetchOne(
      db,
      sql: "SELECT count(*) FROM retractions WHERE customer_key IN (\(places))",
      arguments: StatementArguments(keys)
    ) ?? 0
  }

  /// Empties the index over the customers' words, which cannot let go of one text by itself; it is
  /// filled again when it is asked next.
  private static func emptySearch(in db: Database) throws {
    try db.execute(sql: "INSERT INTO search_words (search_words) VALUES ('delete-all')")
    try db.execute(sql: "UPDATE search_state SET last_seq = 0")
  }

  /// Leaves nothing of deleted rows in the files.
  private func scrub() throws(StoreFailure) {
    try StoreFailure.translating(path) {
      try pool.writeWithoutTransaction { db in
        try db.execute(sql: "VACUUM")
        try db.checkpoint(.truncate)
      }
    }
  }
}
