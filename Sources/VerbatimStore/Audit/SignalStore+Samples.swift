internal import GRDB
internal import VerbatimCore

extension SignalStore {
  /// Keeps a sample.
  ///
  /// - Returns: Whether it is new; one with the same id was drawn before and stays as it is.
  @discardableResult
  public func add(_ sample: AuditSample) throws(StoreFailure) -> Bool {
    try writing { db in
      let known = try Int.fetchOne(
        db,
        sql: "SELECT 1 FROM audit_samples WHERE id = ?",
        arguments: [sample.id]
      )
      guard known == nil else { return false }
      try db.execute(
        sql: """
          INSERT INTO audit_samples (
            id, seed, since, since_precision, until, until_precision, drawn_at, drawn_at_precision
          ) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          sample.id,
          // SQLite's integers have a sign; the bits are the same.
          Int64(bitPattern: sample.seed),
          sample.since?.seconds,
          sample.since?.precision.rawValue,
          sample.until?.seconds,
          sample.until?.precision.rawValue,
          sample.drawnAt?.seconds,
          sample.drawnAt?.precision.rawValue,
        ]
      )
      var ordinal = 0
      for (place, stratum) in sample.strata.enumerated() {
        try db.execute(
          sql: """
            INSERT INTO audit_strata (sample_id, ordinal, name, population, wanted)
            VALUES (?, ?, ?, ?, ?)
            """,
          arguments: [sample.id, place, stratum.name, stratum.population, stratum.wanted]
        )
        for signalID in stratum.signalIDs {
          try db.execute(
            sql: """
              INSERT INTO audit_members (sample_id, ordinal, stratum, signal_id, weight)
              VALUES (?, ?, ?, ?, ?)
              """,
            arguments: [sample.id, ordinal, place, signalID, stratum.weight]
          )
          ordinal += 1
        }
      }
      return true
    }
  }

  /// A sample by its id, or the one that was kept last; nil when there is none.
  public func sample(id: String? = nil) throws(StoreFailure) -> AuditSample? {
    try samples(
      id.map { ("WHERE id = ? ORDER BY ordinal", [$0]) } ?? ("ORDER BY ordinal DESC LIMIT 1", [])
    ).first
  }

  /// All samples, in the order in which they were kept.
  public func samples() throws(StoreFailure) -> [AuditSample] {
    try samples(("ORDER BY ordinal", []))
  }

  private func samples(
    _ choice: (sql: String, arguments: StatementArguments)
  ) throws(StoreFailure) -> [AuditSample] {
    try reading { db in
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT id, seed, since, since_precision, until, until_precision, drawn_at,
            drawn_at_precision
          FROM audit_samples \(choice.sql)
          """,
        arguments: choice.arguments
      )
      return try rows.map { row in
        let id = try row.decode(String.self, atIndex: 0)
        var sample = AuditSample(
          id: id,
          seed: UInt64(bitPattern: try row.decode(Int64.self, atIndex: 1)),
          strata: try Self.strata(of: id, in: db)
        )
        sample.since = try row.instant(at: 2)
        sample.until = try row.instant(at: 4)
        sample.drawnAt = try row.instant(at: 6)
        return sample
      }
    }
  }

  private static func strata(of id: String, in db: Database) throws -> [AuditSample.Stratum] {
    var strata = try Row.fetchAll(
      db,
      sql: """
        SELECT name, population, wanted FROM audit_strata WHERE sample_id = ? ORDER BY ordinal
        """,
      arguments: [id]
    ).map { row in
      try AuditSample.Stratum(
        name: row.decode(String.self, atIndex: 0),
        population: row.decode(Int.self, atIndex: 1),
        wanted: row.decode(Int.self, atIndex: 2),
        signalIDs: []
      )
    }
    let members = try Row.fetchAll(
      db,
      sql: "SELECT stratum, signal_id FROM audit_members WHERE sample_id = ? ORDER BY ordinal",
      arguments: [id]
    )
    for row in members {
      let stratum = try row.decode(Int.self, atIndex: 0)
      guard strata.indices.contains(stratum) else {
        throw UnreadableValue(column: "stratum", value: "\(stratum)")
      }
      strata[stratum].signalIDs.append(try row.decode(String.self, atIndex: 1))
    }
    return strata
  }
}
