import HTTPTypes
import Testing
import VerbatimPipeline

@testable import VerbatimDashboard

@Suite("Imports and the server's own state")
struct ServiceRouteTests {
  private let shop: DashboardShop

  init() throws {
    shop = try DashboardShop()
    try shop.fill()
  }

  @Test("lists imports, the newest first, with counts that add up")
  func imports() async throws {
    _ = try await shop.send("/v1/feedback", #"{"text":"Great lamp"}"#)
    let reply = try await shop.ask("/v1/imports")
    let items = try #require(reply.json["items"]?.elements)
    #expect(items.map { $0["id"]?.integer } == [2, 1])
    #expect(items.map { $0["file"]?.string } == ["/v1/feedback", "spring.ndjson"])
    for item in items + [try #require(reply.json["totals"])] {
      let parts = ["signals", "duplicates", "rejected"].compactMap { item[$0]?.integer }
      #expect(item["records_in"]?.integer == parts.reduce(0, +))
    }
    let older = try await shop.ask("/v1/imports?before=2&limit=1")
    #expect(older.json["items"]?.elements?.map { $0["id"]?.integer } == [1])
    #expect(older.json["more"]?.truth == false)
  }

  @Test("lists what an import refused")
  func rejects() async throws {
    let reply = try await shop.ask("/v1/imports/1/rejects")
    #expect(reply.json["items"]?.elements?.map { $0["code"]?.string } == ["V1402"])
    #expect(reply.json["cursor"]?.integer == 40)
    #expect(try await shop.ask("/v1/imports/1/rejects?after=40").json["items"] == .array([]))
    #expect(try await shop.ask("/v1/imports/9/rejects").problem == "unknown-item")
    #expect(try await shop.ask("/v1/imports/x/rejects").problem == "parameter")
  }

  @Test("says that it runs, and what it runs with")
  func health() async throws {
    #expect(try await shop.ask("/healthz").text == #"{"status":"ok"}"#)
    let ready = try await shop.ask("/readyz").json
    #expect(ready["cursor"]?.integer == 39)
    #expect(ready["engine"]?["version"]?.string == SignalEngine.version)
  }

  @Test("counts what it did, for Prometheus")
  func metrics() async throws {
    let replies = try await shop.ask([
      ("/v1/signals?limit=0", .get, [:], nil), ("/healthz", .get, [:], nil),
      ("/nowhere", .get, [:], nil),
      (
        "/v1/feedback", .post, ["Content-Type": "application/json"],
        #"[{"text":"Great lamp"},{"id":1}]"#
      ),
      ("/metrics", .get, [:], nil),
    ])
    let text = try #require(replies.last?.text)
    let lines = text.split(separator: "\n").map(String.init)
    for line in [
      "verbatim_http_requests_total{route=\"/v1/signals\",method=\"GET\",status=\"400\"} 1",
      "verbatim_http_requests_total{route=\"/healthz\",method=\"GET\",status=\"200\"} 1",
      "verbatim_http_requests_total{route=\"none\",method=\"GET\",status=\"404\"} 1",
      "verbatim_http_request_duration_seconds_count{route=\"/healthz\"} 1",
      "verbatim_feedback_records_total{outcome=\"signal\"} 1",
      "verbatim_feedback_records_total{outcome=\"rejected\"} 1", "verbatim_store_signals 40",
      "verbatim_store_cursor 40",
    ] {
      #expect(lines.contains(line), "\(line)")
    }
    // Every sample has a name that a TYPE line announced.
    let announced = lines.filter { $0.hasPrefix("# TYPE ") }.map { $0.split(separator: " ")[2] }
    for line in lines where !line.hasPrefix("#") {
      #expect(announced.contains { line.hasPrefix($0) }, "\(line)")
    }
    #expect(replies.last?.header("Content-Type")?.hasPrefix("text/plain; version=0.0.4") == true)
  }
}
