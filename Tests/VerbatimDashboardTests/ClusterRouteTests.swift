import HTTPTypes
import Testing
import VerbatimPipeline

@testable import VerbatimDashboard

@Suite("GET /v1/clusters")
struct ClusterRouteTests {
  private let shop: DashboardShop

  init() throws {
    shop = try DashboardShop()
    try shop.fill()
  }

  private func items(_ query: String) async throws -> [JSONValue] {
    try await shop.ask("/v1/clusters\(query)").json["items"]?.elements ?? []
  }

  /// What the hazards among clusters are about.
  private func hazards(_ items: [JSONValue]) -> [String] {
    items.filter { ["T0", "T1"].contains($0["tier"]?.string) }.compactMap { $0["key"]?.string }
  }

  @Test("lists hazards first, then what lies beyond chance")
  func list() async throws {
    let found = try await items("")
    #expect(found.first?["tier"]?.string == "T1")
    #expect(found.first?["key"]?.string == "LMP-1")
    let broken = found.first { $0["key"]?.string == "MUG-1" || $0["key"]?.string == "S-1" }
    #expect(broken?["observed"]?.integer == 8)
  }

  @Test("are those that the command prints")
  func same() async throws {
    let expected = try ClusterRun(shop.store).clusters(by: .sku).map(\.id)
    #expect(try await items("?by=sku").compactMap { $0["cluster_id"]?.string } == expected)
  }

  @Test("filters, and says how many there are")
  func filters() async throws {
    #expect(try await items("?by=sku&sku=LMP-1").allSatisfy { $0["key"]?.string == "LMP-1" })
    #expect(try await items("?by=sku&supplier=S-1").isEmpty)
    #expect(try await items("?tier=T1").map { $0["key"]?.string } == ["LMP-1"])
    #expect(try await items("?issue=NONE.SUCH").isEmpty)
    let page = try await shop.ask("/v1/clusters?by=sku&limit=1")
    #expect(page.json["items"]?.elements?.count == 1)
    #expect(page.json["total"]?.integer ?? 0 > 1)
    #expect(page.json["more"]?.truth == true)
    #expect(page.json["current"]?.truth == true)
  }

  @Test("finds one by its id, however it is escaped")
  func one() async throws {
    let id = try #require(try await items("?by=sku").first?["cluster_id"]?.string)
    for path in [id, id.replacing(":", with: "%3A"), id.replacing("-", with: "%2d")] {
      let reply = try await shop.ask("/v1/clusters/\(path)")
      #expect(reply.json["cluster_id"]?.string == id)
    }
    for path in ["sku:none:NONE", "nonsense", "lot:x:y"] {
      let reply = try await shop.ask("/v1/clusters/\(path)")
      #expect(reply.problem == "unknown-item")
    }
    #expect(try await shop.ask("/v1/clusters/%ZZ").problem == "parameter")
  }

  @Test("are counted anew when feedback comes in, and are kept until then")
  func fresh() async throws {
    let before = hazards(try await items(""))
    _ = try await shop.send(
      "/v1/feedback",
      #"{"id":"h1","sku":"PAN-1","text":"The handle caught fire and burned my hand"}"#
    )
    let after = try await shop.ask("/v1/clusters")
    #expect(before == ["LMP-1"])
    #expect(Set(hazards(after.json["items"]?.elements ?? [])) == ["LMP-1", "PAN-1"])
    #expect(after.json["counted_at"]?.integer == 40)
  }
}
