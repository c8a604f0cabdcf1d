internal import GRDB
internal import VerbatimCore

extension SignalStore {
  /// Which customers came back on the same issue with the same article within some days.
  ///
  /// The first conversation that follows counts, and it may itself be followed. A signal without a
  /// time, or of another kind than a conversation, is no contact.
  ///
  /// - Parameters:
  ///   - days: The window, 1 or more: a conversation so many days later still counts.
  ///   - filter: Which conversations are followed; those that come after need not pass it.
  /// - Returns: The pairs, with how many could be followed.
  /// - Throws: ``StoreFailure`` when the store cannot be read.
  /// - Complexity: One pass over the conversations that pass, a look-up by customer for each.
  public func repeatContacts(
    within days: Int,
    _ filter: SignalFilter = SignalFilter()
  ) throws(StoreFailure) -> RepeatContacts {
    precondition(days > 0, "a window has a day at least")
    return try reading { db in
      let last = try Int64.fetchOne(
        db,
        sql: "SELECT max(event_time) FROM signals WHERE kind = 'transcript'"
      )
      let window = Int64(days) * Self.secondsPerDay
      let (condition, arguments) = filter.condition
      let (tables, order) = filter.conversations
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT s.seq, s.customer_key, c.issue, s.sku, s.event_time, s.event_precision
          FROM \(tables) WHERE \(condition) ORDER BY \(order) LIMIT ?
          """,
        arguments: arguments + [filter.limit.map { max(0, $0) } ?? -1]
      )
      let next = try db.cachedStatement(sql: Self.nextContact)
      var result = RepeatContacts(window: days, followed: 0, unknown: 0, unfinished: 0, pairs: [])
      while let row = try rows.next() {
        let seq = try row.decode(Int64.self, atIndex: 0)
        guard let customer = try row.decode(String?.self, atIndex: 1),
          let issue = try row.optionalText(at: 2), let sku = try row.optionalText(at: 3),
          let time = try row.instant(at: 4), let last
        else {
          result.unknown += 1
          continue
        }
        guard time.seconds + window <= last else {
          result.unfinished += 1
          continue
        }
        result.followed += 1
        let found = try Row.fetchOne(
          next,
          arguments: [
            customer, time.seconds, time.seconds, seq, time.seconds + window, StoredText(issue),
            StoredText(sku),
          ]
        )
        guard let found else { continue }
        let later = try Instant(seconds: found.decode(Int64.self, atIndex: 1))
        result.pairs.append(
          try RepeatContacts.Pair(
            seq: seq,
            nextSeq: found.decode(Int64.self, atIndex: 0),
            customerKey: customer,
            issue: issue,
            sku: sku,
            days: later.dayNumber - time.dayNumber
          )
        )
      }
      return result
    }
  }

  private static let secondsPerDay: Int64 = 86_400

  /// Of two conversations at the same time the one that was stored later is the later.
  ///
  /// A customer has a few conversations, an article may have thousands of signals: SQLite, which
  /// does not know that, takes the index of articles unless told.
  private static let nextContact = """
    SELECT s.seq, s.event_time
    FROM signals s INDEXED BY signals_by_customer JOIN conversations c ON c.seq = s.seq
    WHERE s.kind = 'transcript' AND s.customer_key = ?
      AND (s.event_time > ? OR (s.event_time = ? AND s.seq > ?)) AND s.event_time <= ?
      AND c.issue = ? AND s.sku = ?
    ORDER BY s.event_time, s.seq LIMIT 1
    """
}
