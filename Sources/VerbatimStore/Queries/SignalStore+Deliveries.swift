internal import GRDB
public import VerbatimCore

/// What one input brought of one day.
public struct SourceDelivery: Hashable, Sendable {
  /// What kind of source it is.
  public var kind: FeedbackRecord.Kind
  /// The input's path, as the user gave it.
  public var path: String
  /// The day on which the feedback was given, counted from 1970-01-01 in UTC.
  public var day: Int
  /// Its signals of that day.
  public var signals: Int

  /// A day's signals.
  public init(kind: FeedbackRecord.Kind, path: String, day: Int, signals: Int) {
    self.kind = kind
    self.path = path
    self.day = day
    self.signals = signals
  }
}

extension SignalStore {
  /// The days on which feedback was given, for each input and kind, ascending.
  ///
  /// A signal without a time is on no day.
  ///
  /// - Parameter end: Only signals before this instant; nil takes all.
  /// - Returns: The days by kind, path and day.
  /// - Throws: A failure of the store.
  public func deliveries(
    until end: Instant? = nil
  ) throws(StoreFailure) -> [SourceDelivery] {
    try reading { db in
      // Division in SQL rounds towards 0: the first day of 1970 would take in the last of 1969.
      try Row.fetchAll(
        db,
        sql: """
          SELECT s.kind, i.path, (s.event_time - ((s.event_time % 86400) + 86400) % 86400) / 86400,
            count(*)
          FROM signals s JOIN imports i ON i.id = s.import_id
          WHERE s.event_time IS NOT NULL AND (?1 IS NULL OR s.event_time < ?1)
          GROUP BY 1, 2, 3 ORDER BY 1, 2, 3
          """,
        arguments: [end?.seconds]
      ).map { row in
        try SourceDelivery(
          kind: row.name(at: 0),
          path: row.text(at: 1),
          day: row.decode(Int.self, atIndex: 2),
          signals: row.decode(Int.self, atIndex: 3)
        )
      }
    }
  }
}
