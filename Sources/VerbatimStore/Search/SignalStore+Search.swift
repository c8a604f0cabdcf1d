internal import GRDB
public import VerbatimCore

extension SignalStore {
  /// Finds signals by the customers' words, the best first.
  ///
  /// Titles, texts and customers' turns are searched, what agents wrote is not. The index is
  /// brought up to date first, which takes a while after a large import and nothing at all
  /// otherwise.
  ///
  /// - Parameters:
  ///   - query: What to look for.
  ///   - filter: Which signals; its limit counts signals that are looked at before the best are
  ///     chosen, and is nil as a rule.
  ///   - limit: How many at most.
  /// - Returns: The hits by their score, those as good by the signal's id.
  /// - Throws: ``StoreFailure``, also when the index is behind and the file may not be written.
  /// - Complexity: O(the signals that match); the texts of the hits alone are read.
  public func search(
    _ query: SearchQuery,
    filter: SignalFilter = SignalFilter(),
    limit: Int = 50
  ) throws(StoreFailure) -> [SearchHit] {
    try bringSearchUpToDate()
    let hits = try reading { db in try Self.best(query, filter, limit, in: db) }
    return try withPassages(hits, query)
  }

  /// Finds signals by the customers' words within a bounded time, for a page that somebody waits
  /// for.
  ///
  /// The index is taken as it is: see ``bringSearchUpToDate()``. Up to ``mostRanked`` matches are
  /// ranked; of words that more texts hold no order by fitness says much, and the newest come
  /// first.
  ///
  /// - Parameters:
  ///   - query: What to look for.
  ///   - filter: Which signals; its own limit is of no account.
  ///   - limit: How many at most.
  /// - Returns: The hits with their order.
  /// - Throws: ``StoreFailure``.
  /// - Complexity: O(``mostLookedAt``).
  public func searchPage(
    _ query: SearchQuery,
    filter: SignalFilter = SignalFilter(),
    limit: Int
  ) throws(StoreFailure) -> SearchPage {
    var page = try reading { db in
      let matches = try Self.matches(query, atMost: Self.mostRanked + 1, in: db)
      guard matches > Self.mostRanked else {
        return SearchPage(hits: try Self.best(query, filter, limit, in: db))
      }
      var page = SearchPage(hits: try Self.newest(query, filter, limit, in: db))
      page.isNewestFirst = true
      if page.hits.count < limit,
        try Self.matches(query, atMost: Self.mostLookedAt + 1, in: db) > Self.mostLookedAt
      {
        page.lookedAt = Self.mostLookedAt
      }
      return page
    }
    page.hits = try withPassages(page.hits, query)
    return page
  }

  /// How many matches are ranked: some 40 ms of them (measured on 1 M signals: 2 µs each).
  public static let mostRanked = 20_000
  /// How many matches are held against a filter, the newest first: some 100 ms of them.
  public static let mostLookedAt = 100_000

  private static func matches(
    _ query: SearchQuery,
    atMost limit: Int,
    in db: Database
  ) throws -> Int {
    let sql = """
      SELECT count(*) FROM (SELECT rowid FROM search_words WHERE search_words MATCH ? LIMIT ?)
      """
    return try Int.fetchOne(db, sql: sql, arguments: [query.expression, limit]) ?? 0
  }

  private static let facts = """
    s.seq, s.signal_id, s.event_time, s.event_precision, s.kind, s.sku, s.supplier
    """

  private static func best(
    _ query: SearchQuery,
    _ filter: SignalFilter,
    _ limit: Int,
    in db: Database
  ) throws -> [SearchHit] {
    let (condition, arguments) = filter.condition
    let words: StatementArguments = [query.expression]
    return try Row.fetchAll(
      db,
      sql: """
        SELECT \(facts), w.rank
        FROM search_words w CROSS JOIN signals s INDEXED BY signals_walk ON s.seq = w.rowid
        WHERE w.search_words MATCH ? AND \(condition)
        ORDER BY w.rank, s.signal_id LIMIT ?
        """,
      arguments: words + arguments + [max(0, limit)]
    ).map { try SearchHit($0, score: -$0.decode(Double.self, atIndex: 7)) }
  }

  private static func newest(
    _ query: SearchQuery,
    _ filter: SignalFilter,
    _ limit: Int,
    in db: Database
  ) throws -> [SearchHit] {
    let (condition, arguments) = filter.condition
    let words: StatementArguments = [query.expression, mostLookedAt]
    return try Row.fetchAll(
      db,
      sql: """
        SELECT \(facts)
        FROM (
          SELECT rowid AS place FROM search_words WHERE search_words MATCH ?
          ORDER BY rowid DESC LIMIT ?
        ) w CROSS JOIN signals s INDEXED BY signals_walk ON s.seq = w.place
        WHERE \(condition)
        ORDER BY w.place DESC LIMIT ?
        """,
      arguments: words + arguments + [max(0, limit)]
    ).map { try SearchHit($0, score: 0) }
  }

  private func withPassages(
    _ hits: [SearchHit],
    _ query: SearchQuery
  ) throws(StoreFailure) -> [SearchHit] {
    var hits = hits
    for index in hits.indices {
      guard let verbatim = try verbatim(ofSignal: hits[index].signalID) else { continue }
      hits[index].passages = verbatim.customerParts.compactMap { part, text in
        let ranges = query.ranges(in: text)
        return ranges.isEmpty ? nil : SearchHit.Passage(part: part, text: text, ranges: ranges)
      }
    }
    return hits
  }

  /// Takes the words of the signals that came since into the search index.
  ///
  /// - Returns: How many signals were taken in; 0 when the index was up to date.
  /// - Complexity: O(the words of the new signals); memory does not grow with them.
  @discardableResult
  public func bringSearchUpToDate() throws(StoreFailure) -> Int {
    var total = 0
    while true {
      let isBehind = try reading { db in
        try Bool.fetchOne(db, sql: Self.behindQuery) ?? false
      }
      guard isBehind else { return total }
      total += try writing(Self.indexBatch)
    }
  }

  /// Reads the whole search index once, in the order in which it lies in the file.
  ///
  /// A phrase is found by the places of its words, which are megabytes of a frequent word; after this
  /// they come from the system's memory and not from the disk (measured on 1 M signals: the first
  /// search of a phrase waited 180 ms for them).
  ///
  /// - Returns: The bytes of the index.
  @discardableResult
  public func readSearchIndex() throws(StoreFailure) -> Int {
    try reading { db in
      try Int.fetchOne(db, sql: "SELECT coalesce(sum(length(block)), 0) FROM search_words_data")
        ?? 0
    }
  }

  /// Makes the search index anew, so that no word of a deleted signal is left in it.
  ///
  /// - Returns: How many signals there are in it.
  @discardableResult
  public func rebuildSearch() throws(StoreFailure) -> Int {
    try writing { db in
      try db.execute(sql: "INSERT INTO search_words (search_words) VALUES ('delete-all')")
      try db.execute(sql: "UPDATE search_state SET last_seq = 0")
    }
    return try bringSearchUpToDate()
  }

  private static let behindQuery = """
    SELECT coalesce((SELECT max(seq) FROM signals), 0) > (SELECT last_seq FROM search_state)
    """
  /// How many signals are taken in in one transaction.
  private static let batch = 10_000

  private static func indexBatch(_ db: Database) throws -> Int {
    let last = try Int64.fetchOne(db, sql: "SELECT last_seq FROM search_state") ?? 0
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT v.seq, v.title, v.text, t.text
        FROM (SELECT * FROM verbatims WHERE seq > ? ORDER BY seq LIMIT ?) v
        LEFT JOIN turns t ON t.seq = v.seq AND t.role = 'customer'
        ORDER BY v.seq, t.ordinal
        """,
      arguments: [last, batch]
    )
    let insert = try db.makeStatement(sql: "INSERT INTO search_words (rowid, words) VALUES (?, ?)")
    var seq: Int64?
    var parts: [String] = []
    var count = 0
    func finish() throws {
      guard let seq else { return }
      // Between parts stands what is no word, so that no phrase reaches from one into the next.
      let words = parts.map { FoldedWords($0).map(\.word).joined(separator: " ") }
      try insert.execute(arguments: [seq, words.joined(separator: " \u{B6} ")])
      count += 1
    }
    while let row = try rows.next() {
      let next = try row.decode(Int64.self, atIndex: 0)
      if next != seq {
        try finish()
        seq = next
        parts = try [row.optionalText(at: 1), row.optionalText(at: 2)].compactMap(\.self)
      }
      if let turn = try row.optionalText(at: 3) { parts.append(turn) }
    }
    try finish()
    try db.execute(
      sql: "UPDATE search_state SET last_seq = coalesce(?, (SELECT max(seq) FROM signals), 0)",
      arguments: [seq]
    )
    return count
  }
}

extension SearchHit {
  /// The hit of a row, without its passages.
  fileprivate init(_ row: Row, score: Double) throws {
    try self.init(
      seq: row.decode(Int64.self, atIndex: 0),
      signalID: row.decode(String.self, atIndex: 1),
      eventTime: row.instant(at: 2),
      kind: row.name(at: 4),
      sku: row.optionalText(at: 5),
      supplier: row.optionalText(at: 6),
      passages: [],
      score: score
    )
  }
}

extension StoredVerbatim {
  /// What the customer wrote, part by part: the title, the text and the customer's turns.
  public var customerParts: [(part: TextPart, text: String)] {
    [title.map { (.title, $0) }, text.map { (.text, $0) }].compactMap(\.self)
      + turns.enumerated().filter { $1.role == .customer }.map { (.turn($0), $1.text) }
  }
}
