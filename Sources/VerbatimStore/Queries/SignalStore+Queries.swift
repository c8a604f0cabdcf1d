internal import Foundation
internal import GRDB
public import VerbatimCore

extension SignalStore {
  /// Gives the signals in the order in which they were stored, one at a time.
  ///
  /// - Parameters:
  ///   - filter: Which.
  ///   - body: Gets the cursor of a signal and its `feedback.signal.v1`, without a line end.
  /// - Throws: What `body` throws, as it is, else ``StoreFailure``.
  public func forEachSignal(
    _ filter: SignalFilter = SignalFilter(),
    _ body: (_ seq: Int64, _ json: [UInt8]) throws -> Void
  ) throws {
    var refusal: (any Error)?
    try reading { db in
      let rows: RowCursor
      if let limit = filter.limit {
        let (places, arguments) = filter.places(limit: max(0, limit))
        rows = try Row.fetchCursor(
          db,
          sql: "SELECT b.seq, b.body FROM signals b WHERE b.seq IN (\(places)) ORDER BY b.seq",
          arguments: arguments
        )
      } else {
        let (condition, arguments) = filter.condition
        rows = try Row.fetchCursor(
          db,
          sql: "SELECT s.seq, s.body FROM signals s WHERE \(condition) ORDER BY s.seq",
          arguments: arguments
        )
      }
      while refusal == nil, let row = try rows.next() {
        let seq = try row.decode(Int64.self, atIndex: 0)
        let json = try row.decode(Data.self, atIndex: 1)
        do { try body(seq, Array(json)) } catch { refusal = error }
      }
    }
    if let refusal { throw refusal }
  }

  /// The ids of the signals stored last, the newest first.
  ///
  /// - Parameters:
  ///   - filter: Which; its own limit is of no account.
  ///   - limit: At most so many.
  /// - Returns: The ids.
  /// - Throws: ``StoreFailure`` when the store cannot be read.
  public func latestSignals(
    _ filter: SignalFilter = SignalFilter(),
    limit: Int
  ) throws(StoreFailure) -> [String] {
    try reading { db in
      let (places, arguments) = filter.places(isNewestFirst: true, limit: max(0, limit))
      return try String.fetchAll(
        db,
        sql: "SELECT b.signal_id FROM signals b WHERE b.seq IN (\(places)) ORDER BY b.seq DESC",
        arguments: arguments
      )
    }
  }

  /// One signal as `feedback.signal.v1`; nil when there is none with that id.
  public func signalJSON(id: String) throws(StoreFailure) -> [UInt8]? {
    try reading { db in
      let statement = try db.cachedStatement(sql: "SELECT body FROM signals WHERE signal_id = ?")
      return try Data.fetchOne(statement, arguments: [id]).map { Array($0) }
    }
  }

  /// The signal that was stored last as `feedback.signal.v1`; nil when there is none.
  public func lastSignalJSON() throws(StoreFailure) -> [UInt8]? {
    try reading { db in
      try Data.fetchOne(db, sql: "SELECT body FROM signals ORDER BY seq DESC LIMIT 1")
        .map { Array($0) }
    }
  }

  /// The engine that made the signal that was stored last; nil in an empty store.
  public func latestEngine() throws(StoreFailure) -> FeedbackSignal.Engine? {
    try reading { try StoredOrigin.latest(in: $0)?.engine }
  }

  /// The words behind a signal; nil when there is none with that id.
  public func verbatim(ofSignal id: String) throws(StoreFailure) -> StoredVerbatim? {
    try reading { try StoredVerbatim.ofSignal(id, in: $0) }
  }

  /// The words behind signals, by id; what the store does not have is left out.
  ///
  /// One visit to the store, so that those who read beside each other wait for it once.
  ///
  /// - Complexity: O(*n* log *m*) for *n* ids in a store of *m* signals.
  public func verbatims(
    ofSignals ids: some Sequence<String>
  ) throws(StoreFailure) -> [String: StoredVerbatim] {
    try reading { db in
      var verbatims: [String: StoredVerbatim] = [:]
      for id in ids { verbatims[id] = try StoredVerbatim.ofSignal(id, in: db) }
      return verbatims
    }
  }

  /// What an import refused, in the order of its input; empty when there is no such import.
  public func rejects(import contentHash: String) throws(StoreFailure) -> [Diagnostic] {
    try reading { db in
      try Row.fetchAll(db, sql: RejectRecord.selection, arguments: [contentHash])
        .map(RejectRecord.diagnostic)
    }
  }

  /// How many signals there are.
  ///
  /// - Complexity: A walk over the smallest index.
  public func signalCount() throws(StoreFailure) -> Int {
    try reading { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM signals INDEXED BY signals_by_place") ?? 0
    }
  }

  /// How many signals there are, and of how many it is known what they are about.
  public func totals() throws(StoreFailure) -> StoreTotals {
    try reading { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT count(*), count(sku), count(supplier), count(lot),
            count(*) FILTER (WHERE status = ?)
          FROM signals INDEXED BY signals_walk
          """,
        arguments: [Sentiment.Status.scored.rawValue]
      )
      func count(_ index: Int) throws -> Int { try row?.decode(Int.self, atIndex: index) ?? 0 }
      var totals = try StoreTotals(
        signals: count(0),
        withSKU: count(1),
        withSupplier: count(2),
        withLot: count(3),
        scored: count(4)
      )
      let found = try Row.fetchAll(
        db,
        sql: "SELECT product, supplier, lot, count(*) FROM resolutions GROUP BY 1, 2, 3"
      )
      for row in found {
        let count = try row.decode(Int.self, atIndex: 3)
        let product = try row.decode(String.self, atIndex: 0)
        let supplier = try row.decode(String.self, atIndex: 1)
        totals.productMethods[product, default: 0] += count
        totals.supplierMethods[supplier, default: 0] += count
        let status = try row.decode(String.self, atIndex: 2)
        if status == LotResolution.Status.inferred.rawValue { totals.lotsInferred += count }
      }
      return totals
    }
  }
}

extension StoredVerbatim {
  /// The words behind a signal; nil when there is none with that id.
  fileprivate static func ofSignal(_ id: String, in db: Database) throws -> StoredVerbatim? {
    let statement = try db.cachedStatement(
      sql: """
        SELECT v.title, v.text, t.speaker, t.role, t.text, s.language, t.at, t."end",
          t.compound, s.event_time, s.event_precision
        FROM signals s JOIN verbatims v ON v.seq = s.seq LEFT JOIN turns t ON t.seq = s.seq
        WHERE s.signal_id = ?
        ORDER BY t.ordinal
        """
    )
    var verbatim: StoredVerbatim?
    for row in try Row.fetchAll(statement, arguments: [id]) {
      if verbatim == nil {
        verbatim = try StoredVerbatim(
          title: row.optionalText(at: 0),
          text: row.optionalText(at: 1),
          language: row.optionalText(at: 5)
        )
        verbatim?.eventTime = try row.instant(at: 9)
      }
      if let speaker = try row.optionalText(at: 2) {
        let turn = try Turn(
          speaker: speaker,
          role: row.name(at: 3),
          at: row.optionalText(at: 6),
          end: row.optionalText(at: 7),
          text: row.text(at: 4)
        )
        verbatim?.turns.append(turn)
        verbatim?.compounds.append(try row.decode(Double?.self, atIndex: 8))
      }
    }
    return verbatim
  }
}
