import HTTPTypes
import Testing
import VerbatimPipeline

@testable import VerbatimDashboard

@Suite("The OpenAPI document")
struct OpenAPITests {
  private let shop: DashboardShop

  init() throws {
    shop = try DashboardShop()
    try shop.fill()
  }

  private func schemas() async throws -> OpenAPISchemas {
    OpenAPISchemas(try await shop.ask("/openapi.json").json)
  }

  @Test(
    "fits every answer",
    arguments: [
      ("/v1/signals", "/v1/signals"), ("/v1/signals", "/v1/signals?limit=3&sku=MUG-1"),
      ("/v1/signals", "/v1/signals?limit=none"), ("/v1/signals/{id}", "/v1/signals/none"),
      ("/v1/clusters", "/v1/clusters"), ("/v1/clusters", "/v1/clusters?by=supplier"),
      ("/v1/clusters/{id}", "/v1/clusters/none"),
      ("/v1/clusters/{id}/pack", "/v1/clusters/none/pack"), ("/v1/imports", "/v1/imports"),
      ("/v1/imports", "/v1/imports?before=1"),
      ("/v1/imports/{id}/rejects", "/v1/imports/1/rejects"),
      ("/v1/imports/{id}/rejects", "/v1/imports/99/rejects"), ("/healthz", "/healthz"),
      ("/readyz", "/readyz"), ("/metrics", "/metrics"), ("/openapi.json", "/openapi.json"),
    ]
  )
  func answers(path: String, uri: String) async throws {
    let reply = try await shop.ask(uri)
    #expect(try await schemas().failures(reply, to: "get", path) == [])
  }

  @Test(
    "fits every answer to feedback",
    arguments: [
      #"{"text":"Great"}"#, #"[{"text":"Great"},{"id":1}]"#, "{", #"{"id":1}"#,
    ]
  )
  func feedback(body: String) async throws {
    let reply = try await shop.send("/v1/feedback", body)
    #expect(try await schemas().failures(reply, to: "post", "/v1/feedback") == [])
  }

  @Test("describes every route of the API and no other")
  func routes() async throws {
    let document = try await shop.ask("/openapi.json").json
    guard case .object(let paths) = document["paths"] ?? .null else {
      Issue.record("the document has no paths")
      return
    }
    let services = Services(
      store: shop.store,
      engine: try DashboardShop.engine.get(),
      renderer: try DashboardShop.renderer.get(),
      settings: DashboardSettings()
    )
    let table = RouteTable(services).byPath.filter { $0.routes.contains { !$0.isPage } }
    #expect(paths.map(\.key) == table.map(\.path))
    for (path, routes) in table {
      for route in routes {
        let operation = document["paths"]?[path]?[route.method.rawValue.lowercased()]
        #expect(operation?["operationId"]?.string == route.name)
      }
    }
  }

  @Test("holds only references that lead somewhere")
  func references() async throws {
    let document = try await shop.ask("/openapi.json").json
    func dead(_ value: JSONValue) -> [String] {
      switch value {
      case .object(let members):
        members.flatMap { member -> [String] in
          guard member.key == "$ref", let address = member.value.string else {
            return dead(member.value)
          }
          let name = address.replacing("#/components/schemas/", with: "")
          return document["components"]?["schemas"]?[name] == nil ? [address] : []
        }
      case .array(let elements): elements.flatMap(dead)
      default: []
      }
    }
    #expect(dead(document) == [])
  }
}
