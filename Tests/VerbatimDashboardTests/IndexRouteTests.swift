import HTTPTypes
import Testing
import VerbatimPipeline

@testable import VerbatimDashboard

@Suite("The satisfaction index")
struct IndexRouteTests {
  private let shop: DashboardShop

  init() throws { shop = try DashboardShop() }

  @Test("is the one that the store gives, or is said to be missing")
  func index() async throws {
    try shop.fill()
    let reply = try await shop.ask("/v1/index?by=category")
    let schemas = OpenAPISchemas(try await shop.ask("/openapi.json").json)
    #expect(try schemas.failures(reply, to: "get", "/v1/index") == [])
    let items = try #require(reply.json["items"]?.elements)
    #expect(items.first?["segment"] == .object([]))
    #expect(items.contains { $0["segment"]?["category"]?.string == "Kitchen" })
    #expect(try await shop.ask("/v1/index?by=market").problem == "unknown-item")
    let page = try await shop.ask("/trends?by=category")
    #expect(page.text.contains("Kitchen"))
    #expect(PageCheck(page.text).faults == [])
    #expect(try await shop.ask("/trends?by=market").text.contains("state none"))
  }
}
