import Foundation
import HTTPTypes
import Testing
import VerbatimPipeline

@testable import VerbatimDashboard

@Suite("Search")
struct SearchPageTests {
  private let shop: DashboardShop

  init() throws {
    shop = try DashboardShop()
    try shop.fill()
  }

  @Test(
    "finds words and marks them",
    arguments: [
      ("snapped", 2), ("handle+broke", 6), ("%22handle+snapped%22", 2), ("snap*", 2), ("zebra", 0),
    ]
  )
  func words(query: String, count: Int) async throws {
    let page = try await shop.ask("/search?q=\(query)")
    #expect(page.status == 200)
    #expect(PageCheck(page.text).faults == [])
    #expect(page.text.components(separatedBy: "<article class=\"quote").count - 1 == count)
    #expect(page.text.contains("class=\"hit\"") == (count > 0))
  }

  @Test("narrows by article, supplier, issue and day, empty fields aside")
  func filters() async throws {
    let none = try await shop.ask("/search?q=snapped&sku=PAN-1&supplier=&issue=&since=")
    #expect(none.text.contains("No match"))
    let some = try await shop.ask("/search?q=handle&sku=MUG-1&since=2026-03-12")
    #expect(some.text.contains("class=\"hit\""))
  }

  @Test("leads from a signal's id to the signal")
  func identifiers() async throws {
    let signal = try await shop.ask("/v1/signals?limit=1").json["items"]?.elements?.first
    let id = try #require(signal?["signal_id"]?.string)
    let reply = try await shop.ask("/search?q=\(id)")
    #expect(reply.status == 303)
    #expect(reply.header("Location") == "/signals/\(id)")
  }

  @Test("says what to type")
  func empty() async throws {
    for query in ["", "?q=", "?q=%22%22", "?q=*"] {
      let page = try await shop.ask("/search\(query)")
      #expect(page.status == 200)
      #expect(page.text.contains("state none"))
      #expect(PageCheck(page.text).faults == [])
    }
  }
}
