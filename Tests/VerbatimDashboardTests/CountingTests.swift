import HTTPTypes
import Testing
import VerbatimPipeline

@testable import VerbatimDashboard

@Suite("While the signals of a large store are counted")
struct CountingTests {
  private let shop: DashboardShop

  init() throws {
    // Every store is a large one here.
    shop = try DashboardShop { $0.mostAwaited = 0 }
    try shop.fill()
  }

  @Test(
    "a page says so at once, and comes by itself",
    arguments: [
      "/", "/clusters", "/clusters/sku:MUG-1:DUR.BREAKS", "/products", "/products/MUG-1",
      "/suppliers/S-1", "/conversations", "/trends", "/search?q=handle",
    ]
  )
  func pages(path: String) async throws {
    let reply = try await shop.ask(path, headers: ["Accept": "text/html"])
    #expect(reply.status == 503)
    #expect(reply.header("Retry-After") == "2" && reply.header("Refresh") == "2")
    #expect(reply.header("Content-Type")?.hasPrefix("text/html") == true)
    #expect(reply.text.contains("<h1>The signals are being counted</h1>"))
    #expect(reply.text.contains("of 39 signals are read") || reply.text.contains("all 39 signals"))
    #expect(try await whole(path).text.contains("being counted") == false)
  }

  @Test(
    "a route gives a problem",
    arguments: [
      "/v1/clusters", "/v1/clusters?by=lot", "/v1/index", "/v1/index?by=sku", "/v1/conversations",
    ]
  )
  func routes(path: String) async throws {
    let reply = try await shop.ask(path)
    #expect(reply.status == 503 && reply.problem == "counting")
    #expect(reply.header("Retry-After") == "2" && reply.header("Refresh") == nil)
    #expect(reply.json["hint"]?.string == "ask again in 2 seconds")
    #expect(try await whole(path).header("Content-Type") == "application/json")
  }

  @Test("what needs no count is answered", arguments: ["/healthz", "/v1/signals", "/imports"])
  func others(path: String) async throws {
    #expect(try await shop.ask(path).status == 200)
  }

  @Test("the metrics leave out what the store holds")
  func metrics() async throws {
    let early = try await shop.ask("/metrics")
    #expect(early.status == 200 && early.text.contains("verbatim_store_cursor 39"))
    #expect(!early.text.contains("verbatim_store_signals"))
    _ = try await whole("/v1/clusters")
    #expect(try await shop.ask("/metrics").text.contains("verbatim_store_signals 39\n"))
  }

  @Test("a dimension that no feedback has is told once that is known")
  func failure() async throws {
    #expect(try await shop.ask("/v1/index?by=market").status == 503)
    #expect(try await whole("/v1/index?by=market").problem == "unknown-item")
  }

  /// The first answer that is none of those.
  private func whole(_ path: String) async throws -> Reply {
    while true {
      let reply = try await shop.ask(path)
      guard reply.status == 503 else { return reply }
      try await Task.sleep(for: .milliseconds(5))
    }
  }
}
