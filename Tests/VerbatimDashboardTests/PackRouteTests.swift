import Testing
import VerbatimPipeline

@testable import VerbatimDashboard

@Suite("The evidence pack by HTTP")
struct PackRouteTests {
  private let shop: DashboardShop

  init() throws {
    shop = try DashboardShop()
    try shop.fill()
  }

  @Test(
    "is a zip archive under a name of its own, by the API and by the page",
    arguments: ["/v1/clusters", "/clusters"]
  )
  func archive(path: String) async throws {
    let reply = try await shop.ask("\(path)/sku:MUG-1:DUR.BREAKS/pack")
    #expect(reply.status == 200)
    #expect(reply.header("Content-Type") == "application/zip")
    #expect(
      reply.header("Content-Disposition")
        == "attachment; filename=\"pack_sku_MUG-1_DUR.BREAKS.zip\""
    )
    #expect(reply.text.hasPrefix("PK"))
    for name in ["README.txt", "pack.html", "reports.csv", "replay.ndjson"] {
      #expect(reply.text.contains(name), "\(name)")
    }
  }

  @Test("is refused for what is no cluster")
  func missing() async throws {
    #expect(try await shop.ask("/v1/clusters/sku:none:NONE/pack").problem == "unknown-item")
    #expect(try await shop.ask("/v1/clusters/nonsense/pack").problem == "unknown-item")
    #expect(try await shop.ask("/clusters/nonsense/pack").status == 404)
  }

  @Test("is offered on the cluster's page")
  func link() async throws {
    let text = try await shop.ask("/clusters/sku:MUG-1:DUR.BREAKS").text
    #expect(text.contains("href=\"/clusters/sku%3AMUG-1%3ADUR.BREAKS/pack\" download"))
  }

  @Test(
    "has a name in which nothing of an id does harm",
    arguments: [
      ("sku:A-1:DUR.BREAKS", "pack_sku_A-1_DUR.BREAKS.zip"),
      ("a\"\r\nSet-Cookie: x", "pack_a___Set-Cookie__x.zip"), ("lot:Ł 9/..", "pack_lot___9_...zip"),
    ]
  )
  func names(id: String, name: String) {
    #expect(PackRoutes.fileName(id) == name)
  }
}
