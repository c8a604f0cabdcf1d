internal import GRDB
public import VerbatimCore

extension SignalStore {
  /// Gives the signals with their ratings, segments and reported issues in the order in which they
  /// were stored, one at a time; no body is parsed.
  ///
  /// Four walks in that order, side by side in one snapshot: memory does not grow with the store.
  ///
  /// - Parameters:
  ///   - filter: Which signals.
  ///   - segments: The names of the segments that are wanted; nil for all.
  ///   - needsIssues: Whether all issues are wanted, or only those of signals without a score, of
  ///     which somebody asks whether they tell anything.
  ///   - body: Gets each signal.
  /// - Throws: A failure of the store.
  /// - Complexity: O(*n*) in the signals up to the last that the filter lets through.
  public func forEachRatedSignal(
    _ filter: SignalFilter = SignalFilter(),
    segments: [String]? = nil,
    needsIssues: Bool = true,
    _ body: (RatedSignal) -> Void
  ) throws(StoreFailure) {
    try reading { db in
      let (condition, arguments) = filter.condition
      let rows = try Row.fetchCursor(
        db,
        sql: "\(RatedSignal.selection) WHERE \(condition) ORDER BY s.seq LIMIT ?",
        arguments: arguments + [filter.limit.map { max(0, $0) } ?? -1]
      )
      var ratings = try Companion(
        db,
        "SELECT seq, kind, value, min, max, direction FROM ratings",
        order: "seq, ordinal",
        after: filter.afterSeq
      )
      let names = segments.map { $0.map(StoredText.init) }
      var dims = try Companion(
        db,
        "SELECT seq, name, value FROM segments",
        where: names.map { "name IN (\(databaseQuestionMarks(count: $0.count)))" },
        arguments: StatementArguments(names ?? []),
        order: "seq, name",
        after: filter.afterSeq
      )
      var issues = try Companion(
        db,
        "SELECT seq, code, tier, modality FROM issues",
        where: needsIssues
          ? nil
          : "seq IN (SELECT seq FROM signals WHERE compound IS NULL AND seq > \(filter.afterSeq))",
        order: "seq, ordinal",
        after: filter.afterSeq
      )
      while let row = try rows.next() {
        var signal = try RatedSignal(row)
        try ratings.forEach(of: signal.seq) { try signal.ratings.append(Rating(row: $0)) }
        try dims.forEach(of: signal.seq) { try signal.dims[$0.text(at: 1)] = $0.text(at: 2) }
        var worst: [String: Issue.Tier] = [:]
        try issues.forEach(of: signal.seq) { row in
          guard try row.name(Issue.Modality.self, at: 3).isReport else { return }
          let code = try row.text(at: 1)
          worst[code] = min(try row.name(at: 2), worst[code] ?? .t4)
        }
        signal.issues = worst.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        body(signal)
      }
    }
  }

  /// The names of the segments that signals have, in byte order.
  public func segmentNames() throws(StoreFailure) -> [String] {
    try reading { db in
      // A step from each name to the next: DISTINCT would walk over every signal's segments.
      try Row.fetchAll(
        db,
        sql: """
          WITH RECURSIVE names (name) AS (
            SELECT min(name) FROM segments
            UNION ALL
            SELECT (SELECT min(name) FROM segments WHERE name > names.name) FROM names
            WHERE names.name IS NOT NULL
          )
          SELECT name FROM names WHERE name IS NOT NULL ORDER BY name
          """
      ).map { try $0.text(at: 0) }
    }
  }

  /// The day of the last feedback, nil when none has a time.
  public func lastEventTime() throws(StoreFailure) -> Instant? {
    try reading { db in
      try Int64.fetchOne(db, sql: "SELECT max(event_time) FROM signals")
        .map { Instant(seconds: $0) }
    }
  }
}

/// The rows of a table beside `signals`, walked in step with it.
struct Companion {
  private let rows: RowCursor
  private var row: Row?

  init(
    _ db: Database,
    _ selection: String,
    where condition: String? = nil,
    arguments: StatementArguments = StatementArguments(),
    order: String,
    after seq: Int64
  ) throws {
    let condition = condition.map { " AND " + $0 } ?? ""
    rows = try Row.fetchCursor(
      db,
      sql: "\(selection) WHERE seq > ?\(condition) ORDER BY \(order)",
      arguments: [seq] + arguments
    )
    row = try rows.next()
  }

  /// Gives the rows of a signal; the signals must be asked for in ascending order.
  mutating func forEach(of seq: Int64, _ body: (Row) throws -> Void) throws {
    while let current = row {
      let place = try current.decode(Int64.self, atIndex: 0)
      guard place <= seq else { return }
      if place == seq { try body(current) }
      row = try rows.next()
    }
  }
}

extension RatedSignal {
  fileprivate static let selection = """
    SELECT s.seq, s.signal_id, s.event_time, s.event_precision, s.kind, s.sku, s.supplier,
      s.customer_key, s.text_key, s.incentivised, s.compound
    FROM signals s
    """

  /// The signal of a row, without its ratings, segments and issues.
  fileprivate init(_ row: Row) throws {
    try self.init(
      seq: row.decode(Int64.self, atIndex: 0),
      signalID: row.decode(String.self, atIndex: 1),
      kind: row.name(at: 4),
      textKey: row.decode(String.self, atIndex: 8)
    )
    eventTime = try row.instant(at: 2)
    sku = try row.optionalText(at: 5)
    supplier = try row.optionalText(at: 6)
    customerKey = try row.decode(String?.self, atIndex: 7)
    isIncentivised = try row.decode(Bool?.self, atIndex: 9) ?? false
    compound = try row.decode(Double?.self, atIndex: 10)
  }
}

extension Rating {
  /// The rating of a row.
  init(row: Row) throws {
    let value = try row.decode(Double.self, atIndex: 2)
    let rating = try Rating(
      row.name(at: 1),
      value,
      min: row.decode(Double.self, atIndex: 3),
      max: row.decode(Double.self, atIndex: 4),
      direction: row.name(at: 5)
    )
    guard let rating else { throw UnreadableValue(column: "value", value: "\(value)") }
    self = rating
  }
}
