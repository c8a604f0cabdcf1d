import Foundation
import HTTPTypes
import Testing
import VerbatimPipeline

@testable import VerbatimDashboard

@Suite("Conversations")
struct ConversationRouteTests {
  private let shop: DashboardShop

  init() throws { shop = try DashboardShop() }

  /// A chat about a kettle: a wait, a promise, a mood that turns.
  private static let chat = """
    [2026-03-02, 09:00] Customer: My kettle broke after two days, this is awful and I am angry.
    [2026-03-02, 10:10] Agent Sam: Sorry to hear that. You will get a refund by Friday.
    [2026-03-02, 10:12] Customer: That is bad service, I waited for an hour.
    [2026-03-02, 10:15] Agent Sam: I understand. The refund is on its way.
    [2026-03-02, 10:20] Customer: Great, thank you, that is very kind and helpful.
    [2026-03-02, 10:21] Customer: I love how quick that was in the end.

    """

  /// Imports the chat, or another; the id of its signal.
  private func talk(_ chat: String = chat) async throws -> String {
    let path = "\(shop.path)/chat.txt"
    try chat.write(toFile: path, atomically: true, encoding: .utf8)
    let report = try await ImportRun(
      engine: try DashboardShop.engine.get(),
      store: shop.store,
      jobs: 1
    ).run(path)
    #expect(report.counts.signals == 1)
    let items = try await shop.ask("/v1/signals").json["items"]?.elements
    return try #require(items?.last?["signal_id"]?.string)
  }

  @Test("are quoted by the customer's words, and never by those of who answers")
  func customersAlone() async throws {
    _ = try await talk(
      """
      [2026-03-02, 09:00] Agent Sam: Good morning from the shop.
      [2026-03-02, 09:01] Customer: Good morning, I bought the Harbour Mug in May.
      [2026-03-02, 09:02] Agent Sam: What can I do for you?

      """
    )
    let text = try await shop.ask("/products/MUG-1").text
    #expect(text.contains("I bought the Harbour Mug in May"))
    #expect(!text.contains("Good morning from the shop"))
  }

  @Test("are listed and shown turn by turn")
  func pages() async throws {
    let id = try await talk()
    let list = try await shop.ask("/conversations")
    #expect(list.text.contains("/conversations/\(id)"))
    #expect(PageCheck(list.text).faults == [])
    let page = try await shop.ask("/conversations/\(id)")
    #expect(PageCheck(page.text).faults == [])
    #expect(page.text.contains("1\u{A0}h\u{A0}10\u{A0}min passed"))
    #expect(page.text.contains("that is very kind and helpful"))
    #expect(try await shop.ask("/conversations/none").status == 404)
  }

  @Test("take verdicts by the form and over the API, with name and time")
  func reviews() async throws {
    let id = try await talk()
    let page = try await shop.ask("/conversations/\(id)")
    let taken = try await shop.submit(
      "/conversations/\(id)/reviews",
      ["category": "sentiment mixed", "reason": "he was angry first", "by": "Mia"],
      of: page
    )
    #expect(taken.status == 303)
    let empty = try await shop.submit(
      "/conversations/\(id)/reviews",
      ["category": "sentiment mixed", "reason": " ", "by": "Mia"],
      of: page
    )
    #expect(empty.status == 422)
    let reply = try await shop.send(
      "/v1/conversations/\(id)/reviews",
      #"{"category":"resolution","verdict":"solved","reason":"he says so","by":"Ole"}"#
    )
    #expect(reply.status == 201)
    #expect(try shop.store.reviews(ofSignal: id).map(\.reviewer) == ["Mia", "Ole"])
    let text = try await shop.ask("/conversations/\(id)").text
    #expect(text.contains("Mia: sentiment is mixed. he was angry first"))
    let schemas = OpenAPISchemas(try await shop.ask("/openapi.json").json)
    #expect(
      try schemas.failures(reply, to: "post", "/v1/conversations/{id}/reviews") == []
    )
    for path in ["/v1/conversations", "/v1/conversations/\(id)"] {
      let answer = try await shop.ask(path)
      let pattern = path.replacing(id, with: "{id}")
      #expect(try schemas.failures(answer, to: "get", pattern) == [])
    }
  }

  @Test(
    "refuse a verdict that is none",
    arguments: [
      (#"{"category":"mood","verdict":"bad","reason":"x","by":"Mia"}"#, 422),
      (#"{"category":"sentiment","verdict":"bad","reason":"x","by":"Mia"}"#, 422),
      (#"{"category":"sentiment","verdict":"mixed","by":"Mia"}"#, 422),
      (#"{"category":"sentiment","verdict":"mixed","reason":"x"}"#, 422),
      (#"{"category":"issue","verdict":"NO.LEAF","reason":"x","by":"Mia"}"#, 422),
      ("{", 400), (#"{"mood":"bad"}"#, 400),
    ]
  )
  func refused(body: String, status: Int) async throws {
    let id = try await talk()
    let reply = try await shop.send("/v1/conversations/\(id)/reviews", body)
    #expect(reply.status == status)
    #expect(try shop.store.reviews(ofSignal: id).isEmpty)
  }

  @Test("of another kind are no conversations")
  func others() async throws {
    try shop.fill()
    let signal = try await shop.ask("/v1/signals?limit=1").json["items"]?.elements?.first
    let id = try #require(signal?["signal_id"]?.string)
    let reply = try await shop.send(
      "/v1/conversations/\(id)/reviews",
      #"{"category":"sentiment","verdict":"mixed","reason":"x","by":"Mia"}"#
    )
    #expect(reply.problem == "unknown-item")
    #expect(try await shop.ask("/v1/conversations/\(id)").problem == "unknown-item")
  }
}
