import HTTPTypes
import Testing
import VerbatimPipeline

@testable import VerbatimDashboard

@Suite("Decisions")
struct DecisionRouteTests {
  private let shop: DashboardShop

  init() throws {
    shop = try DashboardShop()
    try shop.fill()
  }

  private func id(_ query: String) async throws -> String {
    let items = try await shop.ask("/v1/clusters?by=sku&\(query)").json["items"]?.elements
    return try #require(items?.first?["cluster_id"]?.string)
  }

  @Test("over the API change the state, with name and time")
  func patch() async throws {
    let id = try await id("sku=MUG-1")
    let reply = try await shop.send(
      "/v1/clusters/\(id)",
      #"{"action":"acknowledge","by":"Ada Brandt","reason":"the glue of June"}"#,
      method: .patch
    )
    #expect(reply.status == 200)
    #expect(reply.json["state"]?.string == "acknowledged")
    let log = try shop.store.decisions(on: id)
    #expect(log.map(\.by) == ["Ada Brandt"])
    #expect(log.map(\.at) == [Instant(iso8601: "2026-11-22T09:00:00Z")])
    #expect(try await shop.ask("/v1/clusters/\(id)").json["state"]?.string == "acknowledged")
    let page = try await shop.ask("/clusters/\(id)").text
    #expect(page.contains("the glue of June"))
    #expect(page.contains("Ada Brandt"))
  }

  @Test(
    "that are not whole, or do not fit, are refused and stored nowhere",
    arguments: [
      (#"{"action":"snooze","by":"Ada"}"#, 422, "refused"),
      (#"{"action":"acknowledge"}"#, 422, "refused"),
      (#"{"action":"burn","by":"Ada"}"#, 422, "refused"), (#"{"by":"Ada"}"#, 422, "refused"),
      (#"{"action":"verify","by":"Ada"}"#, 409, "conflict"),
      (#"{"action":"reopen","by":"Ada"}"#, 409, "conflict"),
      (#"{"action":"hazard","verdict":"actual","by":"Ada"}"#, 409, "conflict"),
      (#"{"action":"snooze","until":"soon","by":"Ada"}"#, 422, "refused"),
      (#"{"action":"acknowledge","by":"Ada","colour":"red"}"#, 400, "body"),
      (#"{"action":1}"#, 400, "body"), ("[]", 400, "body"), ("", 400, "body"),
    ]
  )
  func refused(body: String, status: Int, problem: String) async throws {
    let id = try await id("sku=MUG-1")
    let reply = try await shop.send("/v1/clusters/\(id)", body, method: .patch)
    #expect(reply.status == status)
    #expect(reply.problem == problem)
    #expect(try shop.store.decisions().isEmpty)
  }

  @Test("about what is no cluster are told so")
  func missing() async throws {
    let reply = try await shop.send(
      "/v1/clusters/sku:none:DUR.BREAKS",
      #"{"action":"acknowledge","by":"Ada"}"#,
      method: .patch
    )
    #expect(reply.problem == "unknown-item")
  }

  @Test("stand under the name of the token, whatever name is told")
  func names() async throws {
    let tokens = try Tokens(TokenTests.file, path: "tokens")
    let shop = try DashboardShop { $0.tokens = tokens }
    try shop.fill()
    let id = try await id("sku=MUG-1")
    let body = #"{"action":"acknowledge","by":"Somebody Else"}"#
    for (letter, status) in [("a", 403), ("b", 200)] {
      let reply = try await shop.send(
        "/v1/clusters/\(id)",
        body,
        method: .patch,
        headers: ["Authorization": "Bearer " + String(repeating: letter, count: 24)]
      )
      #expect(reply.status == status)
    }
    #expect(try shop.store.decisions().map(\.by) == ["reviewer"])
  }

  @Test("by the forms of a page are stored and shown; without the form's token they are not")
  func form() async throws {
    let id = try await id("sku=MUG-1")
    let page = try await shop.ask("/clusters/\(id)")
    let path = "/clusters/\(FormFields.encoded(id))/decisions"
    let forged = try await shop.submit(
      path,
      ["action": "acknowledge", "by": "Eve", "form_token": "0"],
      of: page
    )
    #expect(forged.status == 403)
    #expect(try shop.store.decisions().isEmpty)
    let refused = try await shop.submit(path, ["action": "snooze", "by": "Ada"], of: page)
    #expect(refused.status == 422)
    #expect(refused.text.contains("role=\"alert\""))
    let taken = try await shop.submit(
      path,
      ["action": "snooze", "by": "Ada", "until": "2026-12-24", "reason": "stock is sold by then"],
      of: page
    )
    #expect(taken.status == 303)
    #expect(taken.header("Location")?.hasPrefix("/clusters/") == true)
    let after = try await shop.ask("/clusters/\(id)").text
    #expect(after.contains("snoozed"))
    #expect(after.contains("stock is sold by then"))
  }

  @Test("on hazards are one step from the overview")
  func hazard() async throws {
    let page = try await shop.ask("/")
    #expect(page.text.contains("value=\"not_a_hazard\""))
    let id = try await id("tier=T1")
    let taken = try await shop.submit(
      "/clusters/\(FormFields.encoded(id))/decisions",
      ["action": "hazard", "verdict": "potential", "by": "Ada"],
      of: page
    )
    #expect(taken.status == 303)
    #expect(try shop.store.decisions(on: id).map(\.verdict) == [.potential])
    #expect(page.text.contains("1\u{A0}hazard to decide"))
    let after = try await shop.ask("/")
    #expect(after.text.contains("1\u{A0}hazard, decided"))
    #expect(after.text.contains("potential, says Ada, 22"))
    #expect(!after.text.contains("undecided"))
  }

  @Test("on a single report take it out of the count")
  func mark() async throws {
    let id = try await id("sku=MUG-1")
    let before = try await shop.ask("/v1/clusters/\(id)").json
    let report = try #require(before["evidence"]?.elements?.first?["signal_id"]?.string)
    let page = try await shop.ask("/clusters/\(id)")
    let taken = try await shop.submit(
      "/clusters/\(FormFields.encoded(id))/marks",
      ["signal": report, "finding": "carrier", "by": "Ada", "reason": "the box was crushed"],
      of: page
    )
    #expect(taken.status == 303)
    let after = try await shop.ask("/v1/clusters/\(id)").json
    #expect(after["observed"]?.integer == (before["observed"]?.integer ?? 0) - 1)
    let wrong = try await shop.submit(
      "/clusters/\(FormFields.encoded(id))/marks",
      ["signal": "none", "finding": "carrier", "by": "Ada"],
      of: page
    )
    #expect(wrong.status == 422)
  }
}
