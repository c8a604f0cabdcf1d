import HTTPTypes
import Testing
import VerbatimPipeline

@testable import VerbatimDashboard

@Suite("Requests")
struct RequestCheckTests {
  private let shop: DashboardShop

  init() throws { shop = try DashboardShop() }

  @Test("to nowhere are told so", arguments: ["/v1", "/v1/nothing", "/v2/signals", "/%2e%2e/etc"])
  func nowhere(path: String) async throws {
    let reply = try await shop.ask(path)
    #expect(reply.status == 404)
    #expect(reply.problem == "unknown-path")
    #expect(!reply.text.contains(path))
  }

  @Test(
    "with a method that a path does not take are told which it does",
    arguments: [
      ("/v1/signals", HTTPRequest.Method.post, "GET, HEAD"), ("/v1/signals", .delete, "GET, HEAD"),
      ("/v1/feedback", .get, "POST"), ("/v1/feedback", .head, "POST"),
      ("/healthz", .put, "GET, HEAD"),
      ("/metrics", .trace, "GET, HEAD"), ("/openapi.json", .options, "GET, HEAD"),
    ]
  )
  func methods(path: String, method: HTTPRequest.Method, allowed: String) async throws {
    let reply = try await shop.ask(path, method)
    #expect(reply.status == 405)
    #expect(reply.header("Allow") == allowed)
  }

  @Test("with a method that HTTP does not know are no one's")
  func unknownMethod() async throws {
    let method = try #require(HTTPRequest.Method("BREW"))
    let reply = try await shop.ask("/v1/signals", method)
    #expect(reply.status == 501)
  }

  @Test("for the head give the headers alone")
  func head() async throws {
    let whole = try await shop.ask("/readyz")
    let head = try await shop.ask("/readyz", .head)
    #expect(head.status == 200)
    #expect(head.text.isEmpty)
    #expect(head.header("Content-Length") == String(whole.text.utf8.count))
    #expect(head.header("Content-Type") == "application/json")
  }

  @Test(
    "name the form they want",
    arguments: [
      ("application/json", 200), ("*/*", 200), ("application/*", 200),
      ("text/html, */*;q=0.1", 200),
      ("application/x-ndjson", 200), ("text/html", 406), ("application/json;q=0", 406),
      ("*/*;q=0", 406), ("image/png, text/*", 406), ("", 200),
    ]
  )
  func accept(value: String, status: Int) async throws {
    let reply = try await shop.ask("/v1/signals", headers: ["Accept": value])
    #expect(reply.status == status)
  }

  @Test(
    "of browsers on other sites are refused",
    arguments: [
      ["Origin": "https://evil.example"], ["Origin": "null"], ["Sec-Fetch-Site": "cross-site"],
      ["Origin": "http://localhost:99"],
    ]
  )
  func origins(headers: [String: String]) async throws {
    let reply = try await shop.send("/v1/feedback", #"{"text":"x y"}"#, headers: headers)
    #expect(reply.status == 403)
    #expect(reply.problem == "origin")
    #expect(try shop.store.totals().signals == 0)
  }

  @Test("of the server's own pages are taken")
  func ownOrigin() async throws {
    let reply = try await shop.send(
      "/v1/feedback",
      #"{"text":"x y"}"#,
      headers: ["Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"]
    )
    #expect(reply.status == 200)
  }

  @Test(
    "get answers that a browser treats with care",
    arguments: [
      "/healthz", "/v1/signals", "/v1/nothing", "/v1/signals?limit=0",
    ]
  )
  func headers(path: String) async throws {
    let reply = try await shop.ask(path)
    let policy = try #require(reply.header("Content-Security-Policy"))
    #expect(policy.hasPrefix("default-src 'none'"))
    #expect(!policy.contains("unsafe"))
    #expect(!policy.contains("http"))
    #expect(reply.header("X-Content-Type-Options") == "nosniff")
    #expect(reply.header("Referrer-Policy") == "same-origin")
    #expect(reply.header("Cache-Control") == "no-store")
  }

  @Test(
    "tell loopback addresses from others",
    arguments: [
      ("127.0.0.1", true), ("127.8.9.10", true), ("localhost", true), ("::1", true),
      ("0.0.0.0", false), ("192.168.1.4", false), ("127.0.0.1.evil.example", false),
      ("127.evil.example", false), ("128.0.0.1", false), ("", false),
    ]
  )
  func loopback(address: String, isLoopback: Bool) {
    #expect(DashboardSettings.isLoopback(address) == isLoopback)
  }
}
