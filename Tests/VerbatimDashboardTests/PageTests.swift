import Foundation
import HTTPTypes
import Testing
import VerbatimPipeline

@testable import VerbatimDashboard

@Suite("Pages")
struct PageTests {
  private let shop: DashboardShop

  init() throws {
    shop = try DashboardShop()
    try shop.fill()
  }

  /// Every page that shows something of the shop.
  private func pages() async throws -> [String] {
    let clusters = try await shop.ask("/v1/clusters?by=sku").json["items"]?.elements ?? []
    let signals = try await shop.ask("/v1/signals?limit=1").json["items"]?.elements ?? []
    return [
      "/", "/clusters", "/clusters?by=sku", "/clusters?tier=hazard&state=open", "/products",
      "/products/MUG-1", "/suppliers/S-1", "/imports", "/imports/1",
    ]
      + clusters.compactMap { $0["cluster_id"]?.string }.map { "/clusters/\($0)" }
      + signals.compactMap { $0["signal_id"]?.string }.map { "/signals/\($0)" }
  }

  @Test("are whole documents that read without a script and need nothing from elsewhere")
  func documents() async throws {
    for path in try await pages() {
      let reply = try await shop.ask(path, headers: ["Accept": "text/html"])
      #expect(reply.status == 200, "\(path)")
      #expect(reply.header("Content-Type") == "text/html; charset=utf-8", "\(path)")
      #expect(PageCheck(reply.text).faults == [], "\(path)")
    }
  }

  @Test(
    "say what they found",
    arguments: [
      ("/", "1\u{A0}hazard to decide"), ("/clusters?by=sku", "Harbour Mug"),
      ("/products/MUG-1", "8 of 8"), ("/suppliers/S-3", "Glowworks"),
      ("/imports", "40\u{A0}records came in, 1 were rejected"),
      ("/imports/1", "V1402"),
    ]
  )
  func findings(path: String, words: String) async throws {
    #expect(try await shop.ask(path).text.contains(words))
  }

  @Test(
    "mark where they stand in the menu",
    arguments: [
      ("/", "/"), ("/clusters", "/clusters"), ("/products/MUG-1", "/products"),
      ("/imports/1", "/imports"),
    ]
  )
  func menu(path: String, place: String) async throws {
    let text = try await shop.ask(path).text
    #expect(text.contains("<a href=\"\(place)\" aria-current=\"page\">"))
    #expect(text.components(separatedBy: "aria-current=\"page\"").count == 2)
  }

  @Test("show the evidence marked, and lead to why")
  func quotes() async throws {
    let id = try #require(
      try await shop.ask("/v1/clusters?by=sku&sku=MUG-1").json["items"]?.elements?
        .first?["cluster_id"]?.string
    )
    let text = try await shop.ask("/clusters/\(id)").text
    #expect(text.contains("<mark"))
    #expect(text.contains("href=\"/signals/"))
  }

  @Test(
    "say how the pack is made, in words that a shell takes as they are",
    arguments: [
      ("sku:MUG-1:DUR.BREAKS", "verbatim pack 'sku:MUG-1:DUR.BREAKS' --out pack.zip"),
      ("sku:'; rm x; ':DUR", "verbatim pack 'sku:'\\''; rm x; '\\'':DUR' --out pack.zip"),
    ]
  )
  func packCommand(id: String, command: String) {
    #expect(ClusterPages.packCommand(id) == command)
  }

  @Test("are pages too where there is nothing, for a browser alone")
  func nowhere() async throws {
    let page = try await shop.ask("/nowhere", headers: ["Accept": "text/html,*/*;q=0.8"])
    #expect(page.status == 404)
    #expect(PageCheck(page.text).faults == [])
    for headers in [[:], ["Accept": "application/json"]] {
      let other = try await shop.ask("/nowhere", headers: headers)
      #expect(other.problem == "unknown-path")
    }
    let api = try await shop.ask("/v1/nowhere", headers: ["Accept": "text/html"])
    #expect(api.problem == "unknown-path")
  }

  @Test("explain a score by parts that add up")
  func explain() async throws {
    let all = try await shop.ask("/v1/signals").json["items"]?.elements ?? []
    let scored = all.first { $0["sentiment"]?["status"]?.string == "scored" }
    let id = try #require(scored?["signal_id"]?.string)
    let text = try await shop.ask("/signals/\(id)").text
    #expect(text.contains("Why this score"))
    #expect(text.contains("<tfoot>"))
  }

  @Test("are the same for the same store, but for the token of the session's forms")
  func same() async throws {
    for path in ["/", "/clusters", "/products", "/imports"] {
      let (first, second) = (try await shop.ask(path), try await shop.ask(path))
      #expect(PageCheck.withoutTokens(first.text) == PageCheck.withoutTokens(second.text))
    }
  }

  @Test("say that there is nothing yet")
  func empty() async throws {
    let shop = try DashboardShop()
    for path in ["/", "/clusters", "/products", "/imports"] {
      let reply = try await shop.ask(path)
      #expect(reply.status == 200)
      #expect(reply.text.contains("class=\"state none\""), "\(path)")
      #expect(PageCheck(reply.text).faults == [], "\(path)")
    }
  }

  @Test(
    "that are not there say so as pages",
    arguments: [
      ("/clusters/none", 404), ("/products/none", 404), ("/signals/none", 404),
      ("/imports/99", 404),
      ("/imports/x", 400), ("/clusters?by=colour", 400), ("/clusters?colour=red", 400),
    ]
  )
  func missing(path: String, status: Int) async throws {
    let reply = try await shop.ask(path, headers: ["Accept": "text/html"])
    #expect(reply.status == status)
    #expect(reply.text.contains("role=\"alert\""))
    #expect(!reply.text.contains("colour"))
    #expect(PageCheck(reply.text).faults == [])
  }

  @Test("get their sheet and script from the same origin")
  func assets() async throws {
    let sheet = try await shop.ask("/assets/verbatim.css")
    #expect(sheet.header("Content-Type") == "text/css; charset=utf-8")
    #expect(!sheet.text.contains("@import"))
    #expect(!sheet.text.contains("url("))
    let script = try await shop.ask("/assets/dashboard.js")
    #expect(script.header("Content-Type") == "text/javascript; charset=utf-8")
    #expect(script.text.hasPrefix("\"use strict\""))
  }

  @Test("ask for a token where tokens are in use, and let a browser in by one")
  func login() async throws {
    let tokens = try Tokens(TokenTests.file, path: "tokens")
    let shop = try DashboardShop { $0.tokens = tokens }
    let closed = try await shop.ask("/")
    #expect(closed.status == 303)
    #expect(closed.header("Location") == "/login")
    let form = try await shop.ask("/login")
    #expect(PageCheck(form.text).faults == [])
    let wrong = try await shop.submit("/login", ["token": "x"], of: form)
    #expect(wrong.status == 403)
    #expect(wrong.text.contains("Nobody has this token"))
    let secret = String(repeating: "a", count: 24)
    let right = try await shop.submit("/login", ["token": secret], of: form)
    #expect(right.status == 303)
    #expect(right.header("Set-Cookie")?.contains("HttpOnly; SameSite=Strict") == true)
    let cookie = try #require(right.cookie)
    #expect(try await shop.ask("/", headers: ["Cookie": cookie]).status == 200)
    // A cookie opens pages; the API goes by tokens alone.
    #expect(try await shop.ask("/v1/signals", headers: ["Cookie": cookie]).status == 401)
    let forged = try await shop.submit(
      "/login",
      ["token": secret, "form_token": "guess"],
      of: form
    )
    #expect(forged.status == 403)
  }
}
