internal import GRDB
public import VerbatimCore

extension SignalStore {
  /// Whether a lot is likely for any signal that states none.
  ///
  /// - Throws: ``StoreFailure`` when the store cannot be read.
  public func hasInferredLots() throws(StoreFailure) -> Bool {
    try reading { db in
      try Row.fetchOne(
        db,
        // As it stands in the condition of its index.
        sql: "SELECT 1 FROM resolutions WHERE lot = 'inferred' LIMIT 1"
      ) != nil
    }
  }

  /// How many signals have a lot that is likely from dates.
  public func inferredLots() throws(StoreFailure) -> Int {
    try reading { db in
      try Int.fetchOne(db, sql: "SELECT count(*) FROM resolutions WHERE lot = 'inferred'") ?? 0
    }
  }

  /// The lots that are likely for signals that state none, the likeliest first.
  ///
  /// - Parameter ids: Signals; those that are not there or state a lot are left out of the answer.
  /// - Returns: The candidates by signal.
  /// - Throws: ``StoreFailure``.
  /// - Complexity: O(*n*) in the ids: each signal's JSON is read.
  public func lotCandidates(
    ofSignals ids: [String]
  ) throws(StoreFailure) -> [String: [LotResolution.Candidate]] {
    try reading { db in
      let statement = try db.cachedStatement(
        sql: """
          SELECT json_extract(c.value, '$.id'), json_extract(c.value, '$.probability')
          FROM signals s JOIN resolutions r ON r.seq = s.seq,
            json_each(CAST(s.body AS TEXT), '$.lot.candidates') c
          WHERE s.signal_id = ? AND r.lot = ?
          ORDER BY c.key
          """
      )
      var found: [String: [LotResolution.Candidate]] = [:]
      for id in ids {
        let candidates = try Row.fetchAll(
          statement,
          arguments: [id, LotResolution.Status.inferred.rawValue]
        ).map { row in
          try LotResolution.Candidate(
            id: row.text(at: 0),
            probability: row.decode(Double.self, atIndex: 1)
          )
        }
        if !candidates.isEmpty { found[id] = candidates }
      }
      return found
    }
  }
}
