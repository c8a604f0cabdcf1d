import Foundation
import GRDB
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Synchronization
import Testing
import VerbatimPipeline
import VerbatimReport

@testable import VerbatimDashboard
@testable import VerbatimStore

/// What the pages and the API ask of SQLite: every statement of every route, with its plan.
///
/// On a million signals a walk over one of the large tables takes a second and more. What has to
/// walk is done aside, once for each state of the store; a request that finds it done must not.
@Suite("Statements of requests")
struct StatementTests {
  /// The tables that grow with the signals.
  static let large: Set<String> = [
    "signals", "verbatims", "turns", "issues", "ratings", "segments", "resolutions",
    "conversations", "conversation_events", "retractions", "deliveries", "rejects",
  ]

  /// Walks that are allowed, by a part of their statement, each with its reason.
  static let allowed: [(part: String, reason: String)] = [
    ("count(*) FROM signals INDEXED BY signals_by_place", "the backlog, counted in 16 bytes a row"),
    ("search_state", "a table of one row"),
  ]

  private static let uris = [
    "/", "/clusters", "/clusters?by=lot&state=open", "/products", "/products/MUG-1",
    "/suppliers/S-1", "/search?q=handle", "/search?q=handle&sku=MUG-1&since=2026-03-01",
    "/conversations", "/trends", "/trends?by=sku", "/imports", "/imports/1",
    "/v1/signals", "/v1/signals?since=2026-03-12&limit=5", "/v1/signals?sku=MUG-1&issue=DUR.BREAKS",
    "/v1/signals?supplier=S-1&until=2026-03-12", "/v1/signals?issue=DUR.BREAKS&since=2026-03-01",
    "/v1/signals?cursor=7", "/v1/clusters", "/v1/clusters?by=sku", "/v1/index", "/v1/index?by=sku",
    "/v1/conversations", "/v1/imports", "/v1/imports/1/rejects", "/healthz", "/readyz", "/metrics",
    "/openapi.json",
  ]

  /// A store that tells its statements, filled and with a destination.
  private static func shop(
    _ folder: String,
    _ log: StatementLog
  ) throws -> (dashboard: Dashboard, store: SignalStore) {
    let store = try SignalStore(path: "\(folder)/shop.db", patience: 5) { log.note($0) }
    let engine = try DashboardShop.engine.get()
    _ = try PostRun(engine: engine, store: store)
      .run(Array(DashboardShop.feedback.utf8), from: "spring.ndjson")
    _ = try store.destination("https://scores.example/in")
    var settings = DashboardSettings()
    settings.patience = .seconds(60)
    // However slow the machine, no count is followed by a rest.
    settings.longCount = .seconds(600)
    let dashboard = Dashboard(
      store: store,
      engine: engine,
      renderer: try DashboardShop.renderer.get(),
      settings: settings
    )
    return (dashboard, store)
  }

  /// The statuses of requests, one after another.
  private static func statuses(_ dashboard: Dashboard, _ uris: [String]) async throws -> [Int] {
    try await dashboard.application().test(.router) { client in
      var statuses: [Int] = []
      for uri in uris {
        let response = try await client.executeRequest(
          uri: uri,
          method: .get,
          headers: [:],
          body: nil
        )
        statuses.append(response.status.code)
      }
      return statuses
    }
  }

  /// The names by which a statement calls the large tables: `s` for `signals s`.
  static func names(in sql: String) -> [String: String] {
    var names: [String: String] = [:]
    for table in large { names[table] = table }
    for match in sql.matches(of: #/(?:FROM|JOIN)\s+(\w+)\s+(?:AS\s+)?(\w+)/#) {
      let table = String(match.output.1)
      if large.contains(table) { names[String(match.output.2)] = table }
    }
    return names
  }

  /// The steps of a plan that walk over a large table.
  private static func walks(_ sql: String, _ db: Database) throws -> [String] {
    let names = names(in: sql)
    let isBounded = sql.contains("LIMIT")
    let statement = try db.makeStatement(sql: "EXPLAIN QUERY PLAN \(sql)")
    // Its places stay empty: a plan hangs on none of them.
    statement.setUncheckedArguments(StatementArguments())
    return try Row.fetchAll(statement).compactMap { row in
      let step: String = try row.decode(String.self, forColumn: "detail")
      let words = step.split(separator: " ").map(String.init)
      guard words.count > 1, names[words[1]] != nil else { return nil }
      // From a place on without an end is a walk too.
      let isOpen = step.contains("(rowid>?)") || step.contains("(seq>?)")
      return words[0] == "SCAN" || isOpen && !isBounded ? step : nil
    }
  }

  @Test("walk over no large table, once what pages are made of is counted")
  func plans() async throws {
    let folder = NSTemporaryDirectory() + "verbatim-statements-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let log = StatementLog()
    let (dashboard, store) = try Self.shop(folder, log)
    let signal = try #require(store.latestSignals(limit: 1).first)
    let uris = Self.uris + ["/signals/\(signal)", "/v1/signals/\(signal)", "/search?q=\(signal)"]
    _ = try await Self.statuses(dashboard, uris)
    log.begin()
    let statuses = try await Self.statuses(dashboard, uris)
    let refused = zip(uris, statuses).filter { $1 != 200 && $1 != 303 }.map(\.0)
    #expect(refused == [])
    let statements = log.statements
    #expect(statements.count > 20)
    let queue = try DatabaseQueue(path: "\(folder)/shop.db")
    for sql in statements {
      guard !Self.allowed.contains(where: { sql.contains($0.part) }) else { continue }
      let walks = try await queue.read { try Self.walks(sql, $0) }
      #expect(walks == [], "\(sql)")
    }
  }
}

/// The statements that a store ran, each once, in the order in which they came first.
private final class StatementLog: Sendable {
  private let held = Mutex<(isOpen: Bool, statements: [String])>((false, []))

  var statements: [String] { held.withLock { $0.statements } }

  func begin() { held.withLock { $0 = (true, []) } }

  func note(_ sql: String) {
    let isQuery = ["SELECT", "WITH"].contains { sql.hasPrefix($0) }
    guard isQuery else { return }
    held.withLock { held in
      if held.isOpen, !held.statements.contains(sql) { held.statements.append(sql) }
    }
  }
}
