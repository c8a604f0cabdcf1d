import HTTPTypes
import Testing
import VerbatimPipeline

@testable import VerbatimDashboard

@Suite("POST /v1/feedback")
struct FeedbackRouteTests {
  private let shop: DashboardShop

  init() throws { shop = try DashboardShop() }

  private func outcomes(_ reply: Reply) -> [String] {
    (reply.json["results"]?.elements ?? []).compactMap { $0["outcome"]?.string }
  }

  @Test("stores one record, also over several lines")
  func one() async throws {
    let reply = try await shop.send("/v1/feedback", "{\n \"id\": 7,\n \"text\": \"It broke\"\n}")
    #expect(reply.status == 200)
    #expect(outcomes(reply) == ["added"])
    let id = try #require(reply.json["results"]?.elements?.first?["signal_id"]?.string)
    let signal = try await shop.ask("/v1/signals/\(id)")
    #expect(signal.json["sentiment"]?["label"]?.string == "negative")
    #expect(signal.json["source"]?["system"]?.string == "api")
    #expect(signal.json["source"]?["native_id"]?.string == "7")
  }

  @Test("answers what became of each record, in their order")
  func several() async throws {
    let lines = """
      {"id":"a","text":"Very good"}
      no json
      {"id":"a","text":"Very good"}
      {"id":"b"}
      {"id":"a","text":"It broke after all"}
      """
    let reply = try await shop.send("/v1/feedback", lines, type: "application/x-ndjson")
    #expect(outcomes(reply) == ["added", "rejected", "duplicate", "rejected", "revised"])
    #expect(reply.json["records_in"]?.integer == 5)
    #expect(reply.json["signals"]?.integer == 2)
    #expect(reply.json["duplicates"]?.integer == 1)
    #expect(reply.json["rejected"]?.integer == 2)
    #expect(reply.json["results"]?.elements?[1]["reason"]?["code"]?.string == "V1401")
    #expect(reply.json["results"]?.elements?[4]["revision"]?.integer == 2)
    #expect(try shop.store.totals().signals == 1)
    let ledger = try shop.store.imports(limit: 10)
    #expect(ledger.map(\.counts) == [ImportCounts(signals: 2, duplicates: 1, rejected: 2)])
    #expect(ledger.map(\.isFinished) == [true])
  }

  @Test("adds nothing when the same request comes again, and nothing for the same records")
  func again() async throws {
    let body = #"[{"text":"Great lamp"},{"text":"It broke"}]"#
    #expect(outcomes(try await shop.send("/v1/feedback", body)) == ["added", "added"])
    #expect(outcomes(try await shop.send("/v1/feedback", body)) == ["duplicate", "duplicate"])
    let other = try await shop.send("/v1/feedback", #"{"text":"It broke"}"#)
    #expect(outcomes(other) == ["duplicate"])
    #expect(try shop.store.totals().signals == 2)
  }

  @Test("gives one result a line where that is wanted")
  func lines() async throws {
    let reply = try await shop.send(
      "/v1/feedback",
      #"[{"text":"Great"},{"text":"Awful"}]"#,
      headers: ["Accept": "application/x-ndjson"]
    )
    #expect(reply.header("Content-Type") == "application/x-ndjson")
    #expect(reply.text.split(separator: "\n").count == 2)
  }

  @Test("keeps customers as keyed hashes, and masks what their texts hold")
  func privacy() async throws {
    let reply = try await shop.send(
      "/v1/feedback",
      #"{"text":"Write to jo.doe@mail.example","customer":"customer-1234567"}"#
    )
    let id = try #require(reply.json["results"]?.elements?.first?["signal_id"]?.string)
    let signal = try await shop.ask("/v1/signals/\(id)").text
    #expect(!signal.contains("jo.doe"))
    #expect(!signal.contains("customer-1234567"))
    #expect(try shop.store.verbatim(ofSignal: id)?.text?.contains("jo.doe") == false)
  }

  @Test(
    "refuses a request that is no feedback",
    arguments: [
      ("", "application/json", 400, "body"), ("{", "application/json", 400, "body"),
      ("[]", "application/json", 400, "body"), (" \n ", "application/x-ndjson", 400, "body"),
      ("[[]]", "application/json", 422, "refused"),
      ("{\"id\":1}", "application/json", 422, "refused"),
      ("nonsense", "application/x-ndjson", 422, "refused"),
      ("text=hello", "application/x-www-form-urlencoded", 415, "content-type"),
      ("{}", "text/plain", 415, "content-type"),
    ]
  )
  func refused(body: String, type: String, status: Int, problem: String) async throws {
    let reply = try await shop.send("/v1/feedback", body, type: type)
    #expect(reply.status == status)
    #expect(reply.problem == problem)
    #expect(try shop.store.totals().signals == 0)
  }

  @Test("refuses what is compressed, and what has no type")
  func encodings() async throws {
    let packed = try await shop.send(
      "/v1/feedback",
      #"{"text":"Great"}"#,
      headers: ["Content-Encoding": "gzip"]
    )
    #expect(packed.problem == "content-type")
    #expect(try await shop.ask("/v1/feedback", .post, body: "{}").problem == "content-type")
  }

  @Test("refuses a body over the limit, told or not")
  func large() async throws {
    let shop = try DashboardShop { $0.largestBody = 100 }
    let long = #"{"text":"\#(String(repeating: "long ", count: 40))"}"#
    let reply = try await shop.send("/v1/feedback", long)
    #expect(reply.status == 413)
    #expect(reply.problem == "large")
    #expect(reply.json["detail"]?.string == "a body has at most 100 bytes")
  }

  @Test("says nothing of what came", arguments: ["<script>alert(1)</script>", "zq77-secret"])
  func silent(words: String) async throws {
    let reply = try await shop.send("/v1/feedback", "{\"\(words)\": }")
    #expect(reply.status == 400)
    #expect(!reply.text.contains(words))
  }
}
