import HTTPTypes
import Testing
import VerbatimPipeline

@testable import VerbatimDashboard

@Suite("GET /v1/signals")
struct SignalRouteTests {
  private let shop: DashboardShop

  init() throws {
    shop = try DashboardShop()
    try shop.fill()
  }

  private func ids(_ reply: Reply) -> [String] {
    (reply.json["items"]?.elements ?? []).compactMap { $0["signal_id"]?.string }
  }

  @Test("gives every signal once, page by page", arguments: [1, 7, 39, 100])
  func pages(limit: Int) async throws {
    var seen: [String] = []
    var cursor = 0
    var isMore = true
    while isMore {
      let reply = try await shop.ask("/v1/signals?limit=\(limit)&cursor=\(cursor)")
      seen += ids(reply)
      cursor = try #require(reply.json["cursor"]?.integer)
      isMore = reply.json["more"]?.truth == true
    }
    var stored: [String] = []
    try shop.store.forEachSignal { _, body in
      stored.append(try JSONReader().parse(body)["signal_id"]?.string ?? "")
    }
    #expect(seen == stored)
    #expect(seen.count == 39)
  }

  @Test("gives a revision again behind the cursor, and nothing else")
  func revisions() async throws {
    let all = try await shop.ask("/v1/signals")
    let cursor = try #require(all.json["cursor"]?.integer)
    #expect(ids(try await shop.ask("/v1/signals?cursor=\(cursor)")).isEmpty)
    _ = try await shop.send(
      "/v1/feedback",
      #"{"id":"g1","kind":"review","text":"It broke","date":"2026-04-01"}"#
    )
    let after = try await shop.ask("/v1/signals?cursor=\(cursor)")
    #expect(after.json["items"]?.elements?.map { $0["revision"]?.integer } == [2])
  }

  @Test(
    "filters",
    arguments: [
      ("sku=MUG-1", 8), ("supplier=S-3", 11), ("sku=none", 0), ("since=2026-03-20", 10),
      ("until=2026-03-10", 3), ("since=2026-03-12&until=2026-03-12&sku=MUG-1", 1),
    ]
  )
  func filters(query: String, count: Int) async throws {
    #expect(ids(try await shop.ask("/v1/signals?\(query)")).count == count)
  }

  @Test("gives one signal a line, with the way to the next page")
  func lines() async throws {
    let reply = try await shop.ask(
      "/v1/signals?limit=2&sku=MUG-1",
      headers: ["Accept": "application/x-ndjson"]
    )
    #expect(reply.header("Content-Type") == "application/x-ndjson")
    #expect(reply.text.split(separator: "\n").count == 2)
    #expect(reply.header("Verbatim-Cursor") == "2")
    #expect(reply.header("Link") == "</v1/signals?cursor=2&limit=2&sku=MUG-1>; rel=\"next\"")
  }

  @Test(
    "takes no parameter that is wrong, unknown or repeated",
    arguments: [
      "limit=0", "limit=5001", "limit=ten", "limit=", "cursor=-1", "cursor=01", "since=yesterday",
      "sku=", "page=2", "limit=1&limit=2", "sku=%FF", "sku=%4", "cursor=99999999999999999999",
    ]
  )
  func parameters(query: String) async throws {
    let reply = try await shop.ask("/v1/signals?\(query)")
    #expect(reply.status == 400)
    #expect(reply.problem == "parameter")
  }

  @Test("gives one signal by its id, and says when there is none")
  func one() async throws {
    let id = try #require(ids(try await shop.ask("/v1/signals?limit=1")).first)
    let found = try await shop.ask("/v1/signals/\(id)")
    #expect(found.json["signal_id"]?.string == id)
    let missing = try await shop.ask("/v1/signals/nobody")
    #expect(missing.status == 404)
    #expect(missing.problem == "unknown-item")
  }
}
