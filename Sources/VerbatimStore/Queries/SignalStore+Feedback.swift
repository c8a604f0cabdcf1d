internal import GRDB
internal import VerbatimCore

extension SignalStore {
  /// Gives what was said, with its ratings, in the order in which it was stored, one at a time.
  ///
  /// Three walks in that order, side by side in one snapshot: memory does not grow with the store.
  ///
  /// - Throws: What `body` throws, as it is, else ``StoreFailure``.
  public func forEachFeedback(
    _ filter: SignalFilter = SignalFilter(),
    _ body: (StoredFeedback) throws -> Void
  ) throws {
    var refusal: (any Error)?
    try reading { db in
      let (condition, arguments) = filter.condition
      let rows = try Row.fetchCursor(
        db,
        sql: "\(StoredFeedback.selection) WHERE \(condition) ORDER BY s.seq LIMIT ?",
        arguments: arguments + [filter.limit.map { max(0, $0) } ?? -1]
      )
      var turns = try Companion(
        db,
        "SELECT seq, speaker, role, at, \"end\", text FROM turns",
        order: "seq, ordinal",
        after: filter.afterSeq
      )
      var ratings = try Companion(
        db,
        "SELECT seq, kind, value, min, max, direction FROM ratings",
        order: "seq, ordinal",
        after: filter.afterSeq
      )
      while refusal == nil, let row = try rows.next() {
        var feedback = try StoredFeedback(row)
        try turns.forEach(of: feedback.seq) { row in
          try feedback.record.turns.append(
            Turn(
              speaker: row.text(at: 1),
              role: row.name(at: 2),
              at: row.optionalText(at: 3),
              end: row.optionalText(at: 4),
              text: row.text(at: 5)
            )
          )
        }
        try ratings.forEach(of: feedback.seq) { row in
          try feedback.record.ratings.append(Rating(row: row))
        }
        do { try body(feedback) } catch { refusal = error }
      }
    }
    if let refusal { throw refusal }
  }
}

extension StoredFeedback {
  fileprivate static let selection = """
    SELECT s.seq, s.record_id, s.kind, i.format, s.event_time, s.event_precision, s.language,
      v.title, v.text, s.sku, s.category, s.supplier, s.compound, s.label
    FROM signals s JOIN imports i ON i.id = s.import_id JOIN verbatims v ON v.seq = s.seq
    """

  /// The feedback of a row, without turns and ratings.
  fileprivate init(_ row: Row) throws {
    var record = try FeedbackRecord(
      source: FeedbackRecord.Source(kind: row.name(at: 2), format: row.text(at: 3), file: "")
    )
    record.id = try row.text(at: 1)
    record.occurredAt = try row.instant(at: 4)
    record.language = try row.optionalText(at: 6)
    record.title = try row.optionalText(at: 7)
    record.text = try row.optionalText(at: 8)
    try self.init(seq: row.decode(Int64.self, atIndex: 0), record: record)
    sku = try row.optionalText(at: 9)
    category = try row.optionalText(at: 10)
    supplier = try row.optionalText(at: 11)
    compound = try row.decode(Double?.self, atIndex: 12)
    label = try row.optionalName(at: 13)
  }
}
