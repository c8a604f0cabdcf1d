internal import GRDB

/// What is delivered to whom, kept beside the signals: a delivery that was killed goes on from
/// here.
extension SignalStore {
  /// The id of a destination, which is made when the address is new; a new one gets every signal.
  public func destination(_ address: String) throws(StoreFailure) -> Int64 {
    try writing { db in
      try db.execute(
        sql: "INSERT INTO destinations (address) VALUES (?) ON CONFLICT DO NOTHING",
        arguments: [StoredText(address)]
      )
      return try Int64.fetchOne(
        db,
        sql: "SELECT id FROM destinations WHERE address = ?",
        arguments: [StoredText(address)]
      ) ?? 0
    }
  }

  /// What is to be delivered next: what was raised from the dead, and up to `limit` changes behind
  /// the cursor, without those that were taken or are dead.
  ///
  /// A letter whose signal has a later revision by now is dropped: the later one tells it all.
  public func outbox(_ destination: Int64, limit: Int) throws(StoreFailure) -> OutboxPage {
    try reading { db in
      let state = try Row.fetchOne(
        db,
        sql: "SELECT cursor, quiet_until FROM destinations WHERE id = ?",
        arguments: [destination]
      )
      let cursor = try state?.decode(Int64.self, atIndex: 0) ?? 0
      var known: [Int64: (state: String, attempts: Int, next: Int64?)] = [:]
      var parcels: [Parcel] = []
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT seq, state, attempts, next_attempt FROM deliveries
          WHERE destination_id = ? ORDER BY seq
          """,
        arguments: [destination]
      )
      for row in rows {
        let seq = try row.decode(Int64.self, atIndex: 0)
        let state = try row.decode(String.self, atIndex: 1)
        let attempts = try row.decode(Int.self, atIndex: 2)
        let next = try row.decode(Int64?.self, atIndex: 3)
        known[seq] = (state, attempts, next)
        guard seq <= cursor, state == "waiting" else { continue }
        if let change = try change(at: seq, in: db) {
          parcels.append(Parcel(change, attempts: attempts, nextAttempt: next))
        }
      }
      let changes = try self.changes(after: cursor, limit: limit)
      for change in changes {
        let entry = known[change.seq]
        guard entry?.state ?? "waiting" == "waiting" else { continue }
        parcels.append(Parcel(change, attempts: entry?.attempts ?? 0, nextAttempt: entry?.next))
      }
      return OutboxPage(
        parcels: parcels,
        end: changes.last?.seq,
        quietUntil: try state?.decode(Int64?.self, atIndex: 1)
      )
    }
  }

  /// Notes that a destination took parcels, and that older revisions among its dead letters no
  /// longer matter.
  ///
  /// - Parameters:
  ///   - parcels: What was taken.
  ///   - destination: By whom.
  ///   - time: When, in seconds since 1970; nil where that does not matter.
  /// - Throws: ``StoreFailure``; nothing is noted then.
  public func markTaken(
    _ parcels: [Parcel],
    by destination: Int64,
    at time: Int64? = nil
  ) throws(StoreFailure) {
    try writing { db in
      if let time {
        let stamp = try db.cachedStatement(sql: "UPDATE destinations SET taken_at = ? WHERE id = ?")
        try stamp.execute(arguments: [time, destination])
      }
      let bury = try db.cachedStatement(
        sql: """
          DELETE FROM deliveries
          WHERE destination_id = ? AND signal_id = ? AND state = 'dead' AND revision < ?
          """
      )
      for parcel in parcels {
        try note(parcel, "taken", to: destination, in: db)
        try bury.execute(
          arguments: [destination, parcel.change.signalID, parcel.change.revision]
        )
      }
    }
  }

  /// Notes that parcels are to be tried again, with their counts of attempts and times.
  public func markWaiting(
    _ parcels: [Parcel],
    for destination: Int64,
    reason: String
  ) throws(StoreFailure) {
    try writing { db in
      for parcel in parcels {
        try note(parcel, "waiting", to: destination, reason: reason, in: db)
      }
    }
  }

  /// Notes that a destination will not have a parcel.
  public func markDead(
    _ parcel: Parcel,
    for destination: Int64,
    reason: String
  ) throws(StoreFailure) {
    try writing { db in
      var parcel = parcel
      parcel.nextAttempt = nil
      try note(parcel, "dead", to: destination, reason: reason, in: db)
    }
  }

  /// Moves a destination's cursor: all up to it was taken or is dead; nil leaves it where it is.
  public func settle(_ destination: Int64, upTo seq: Int64?) throws(StoreFailure) {
    try writing { db in
      try db.execute(
        sql: "UPDATE destinations SET cursor = max(cursor, ?), quiet_until = NULL WHERE id = ?",
        arguments: [seq ?? 0, destination]
      )
      // What waits below the cursor was raised from the dead, unless its signal is revised by now.
      try db.execute(
        sql: """
          DELETE FROM deliveries
          WHERE destination_id = :destination
            AND seq <= (SELECT cursor FROM destinations WHERE id = :destination)
            AND (
              state = 'taken' OR state = 'waiting'
                AND seq NOT IN (SELECT seq FROM signals)
                AND seq NOT IN (SELECT seq FROM retractions)
                AND seq NOT IN (SELECT seq FROM alerts)
            )
          """,
        arguments: ["destination": destination]
      )
    }
  }

  /// Notes until when a destination wants to be left alone, in seconds since 1970.
  public func keepQuiet(
    _ destination: Int64,
    until time: Int64
  ) throws(StoreFailure) {
    try writing { db in
      try db.execute(
        sql: """
          UPDATE destinations SET quiet_until = max(coalesce(quiet_until, 0), ?) WHERE id = ?
          """,
        arguments: [time, destination]
      )
    }
  }

  /// The dead letters, by destination and cursor; of one address, or of all when it is nil.
  public func deadLetters(of address: String? = nil) throws(StoreFailure) -> [DeadLetter] {
    try reading { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT t.address, d.seq, d.signal_id, d.revision, d.attempts, d.reason
          FROM deliveries d JOIN destinations t ON t.id = d.destination_id
          WHERE d.state = 'dead' AND (t.address = :address OR :address IS NULL)
          ORDER BY t.id, d.seq
          """,
        arguments: ["address": address.map(StoredText.init)]
      ).map { row in
        try DeadLetter(
          address: row.text(at: 0),
          seq: row.decode(Int64.self, atIndex: 1),
          signalID: row.decode(String.self, atIndex: 2),
          revision: row.decode(Int.self, atIndex: 3),
          attempts: row.decode(Int.self, atIndex: 4),
          reason: row.optionalText(at: 5) ?? ""
        )
      }
    }
  }

  /// Raises the dead letters of a destination: they are sent again, with all their tries.
  ///
  /// - Returns: How many there were.
  public func raiseDeadLetters(of destination: Int64) throws(StoreFailure) -> Int {
    try writing { db in
      try db.execute(
        sql: """
          UPDATE deliveries SET state = 'waiting', attempts = 0, next_attempt = NULL
          WHERE destination_id = ? AND state = 'dead'
          """,
        arguments: [destination]
      )
      return db.changesCount
    }
  }

  private func note(
    _ parcel: Parcel,
    _ state: String,
    to destination: Int64,
    reason: String? = nil,
    in db: Database
  ) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO deliveries (
          destination_id, seq, signal_id, revision, state, attempts, next_attempt, reason
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT DO UPDATE SET state = excluded.state, attempts = excluded.attempts,
          next_attempt = excluded.next_attempt, reason = excluded.reason
        """
    )
    try statement.execute(
      arguments: [
        destination, parcel.change.seq, parcel.change.signalID, parcel.change.revision, state,
        parcel.attempts, parcel.nextAttempt, reason.map(StoredText.init),
      ]
    )
  }
}
