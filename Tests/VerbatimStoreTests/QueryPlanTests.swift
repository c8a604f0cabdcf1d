import GRDB
import Testing
import VerbatimCore

@testable import VerbatimStore

/// How SQLite answers the queries behind pages and routes: by an index, and without sorting.
@Suite("Query plans")
struct QueryPlanTests {
  /// The steps of a statement's plan.
  private func plan(
    _ sql: String,
    _ arguments: StatementArguments,
    in store: SignalStore
  ) throws -> [String] {
    try store.reading { db in
      try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN \(sql)", arguments: arguments)
        .map { try $0.decode(String.self, forColumn: "detail") }
    }
  }

  @Test(
    "of pages of signals walk an index in the order of the cursor",
    arguments: [
      (SignalFilter(afterSeq: 7), "INTEGER PRIMARY KEY (rowid>?)"),
      (SignalFilter(sku: "K-1", afterSeq: 7), "signals_by_sku"),
      (SignalFilter(supplier: "S-1"), "signals_by_supplier"),
      (SignalFilter(issue: "DUR.BREAKS"), "issues_by_code"),
    ],
    ["ASC", "DESC"]
  )
  func signals(filter: (filter: SignalFilter, index: String), order: String) throws {
    try withStorePath { path in
      let store = try SignalStore(path: path)
      let (condition, arguments) = filter.filter.condition
      let steps = try plan(
        "SELECT s.seq, s.body FROM signals s WHERE \(condition) ORDER BY s.seq \(order) LIMIT 100",
        arguments,
        in: store
      )
      #expect(steps.contains { $0.contains(filter.index) }, "\(steps)")
      #expect(!steps.contains { $0.hasPrefix("SCAN s") }, "\(steps)")
      #expect(!steps.contains { $0.contains("ORDER BY") }, "\(steps)")
    }
  }

  @Test(
    "of conversations walk those, not all signals, unless an index finds a few",
    arguments: [
      (SignalFilter(), "SEARCH c USING INTEGER PRIMARY KEY (rowid>?)"),
      (SignalFilter(until: Instant(seconds: 9)), "SEARCH c USING INTEGER PRIMARY KEY (rowid>?)"),
      (SignalFilter(sku: "K-1"), "SEARCH s USING INDEX signals_by_sku"),
      (SignalFilter(supplier: "S-1"), "SEARCH s USING INDEX signals_by_supplier"),
    ]
  )
  func conversations(filter: SignalFilter, first: String) throws {
    try withStorePath { path in
      let store = try SignalStore(path: path)
      let (condition, arguments) = filter.condition
      let (tables, seq) = filter.conversations
      let steps = try plan(
        "SELECT s.body, c.issue FROM \(tables) WHERE \(condition) ORDER BY \(seq) LIMIT 100",
        arguments,
        in: store
      )
      #expect(steps.first?.hasPrefix(first) == true, "\(steps)")
      #expect(!steps.contains { $0.contains("ORDER BY") }, "\(steps)")
    }
  }

  @Test(
    "of single things are look-ups",
    arguments: [
      "SELECT body FROM signals WHERE signal_id = 'x'", "SELECT max(seq) FROM signals",
      "SELECT max(id) FROM imports",
      "SELECT * FROM imports WHERE id < 9 ORDER BY id DESC LIMIT 100",
      "SELECT * FROM rejects r WHERE r.import_id = 1 AND r.item > 5 ORDER BY r.item LIMIT 100",
      "SELECT * FROM issues i WHERE i.seq = 4 ORDER BY i.ordinal",
      "SELECT * FROM turns t WHERE t.seq = 4 ORDER BY t.ordinal",
    ]
  )
  func single(sql: String) throws {
    try withStorePath { path in
      let steps = try plan(sql, [], in: SignalStore(path: path))
      #expect(steps.allSatisfy { $0.hasPrefix("SEARCH") }, "\(steps)")
    }
  }
}
