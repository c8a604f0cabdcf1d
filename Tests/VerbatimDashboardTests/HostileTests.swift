import HTTPTypes
import Testing
import VerbatimPipeline
import VerbatimTestSupport

@testable import VerbatimDashboard

@Suite("Hostile texts")
struct HostileTests {
  @Test("are many")
  func many() {
    #expect(HostileTexts.all.count >= 60)
    #expect(Set(HostileTexts.all).count == HostileTexts.all.count)
  }

  /// A record with a hostile text wherever a sender may put one.
  private func record(_ text: String, _ index: Int) -> JSONValue {
    .object([
      ("id", .string("\(index) \(text)")), ("kind", .string("review")),
      ("title", .string(text)), ("text", .string("The handle broke off. \(text) It is hot.")),
      ("sku", .string("MUG-1")), ("product", .string(text)), ("customer", .string(text)),
      ("order", .string(text)), ("lot", .string(text)), ("supplier", .string(text)),
      ("date", .string("2026-03-0\(1 + index % 9)")), ("language", .string("en")),
      ("rating", .number(1)),
    ])
  }

  @Test("in every field of a record do nothing in any page")
  func records() async throws {
    let shop = try DashboardShop()
    try shop.fill()
    var json = JSONWriter()
    json.array(HostileTexts.all.enumerated()) { json, item in
      json.value(record(item.element, item.offset))
    }
    let posted = try await shop.send("/v1/feedback", json.text)
    #expect(posted.status == 200)
    #expect(posted.json["rejected"]?.integer == 0)
    let signals = (posted.json["results"]?.elements ?? []).compactMap { $0["signal_id"]?.string }
    let clusters = ["sku", "supplier", "lot"]
    var paths = [
      "/", "/clusters", "/products", "/products?offset=2", "/products/MUG-1", "/imports",
      "/imports/2",
    ]
    for level in clusters {
      let items = try await shop.ask("/v1/clusters?by=\(level)").json["items"]?.elements ?? []
      paths += ["/clusters?by=\(level)"]
      paths += items.compactMap { $0["cluster_id"]?.string }.prefix(12)
        .map { "/clusters/\(FormFields.encoded($0))" }
    }
    paths += signals.map { "/signals/\($0)" }
    for path in paths {
      let reply = try await shop.ask(path)
      #expect(reply.status == 200, "\(path)")
      #expect(PageCheck(reply.text).faults == [], "\(path)")
      #expect(!reply.text.unicodeScalars.contains { Self.isLive($0) }, "\(path)")
    }
  }

  /// Whether a character acts on what stands around it.
  private static func isLive(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A: false
    case 0x00...0x1F, 0x7F...0x9F, 0x200B, 0x2028, 0x202A...0x202E, 0x2066...0x2069, 0xFEFF: true
    default: false
    }
  }

  @Test("in parameters and paths are answered as pages and given back nowhere but in a field")
  func parameters() async throws {
    let shop = try DashboardShop()
    try shop.fill()
    for text in HostileTexts.all {
      let value = FormFields.encoded(text)
      for path in [
        "/clusters?sku=\(value)", "/clusters?issue=\(value)", "/clusters?by=\(value)",
        "/clusters?\(value)=1", "/clusters/\(value)", "/products/\(value)", "/signals/\(value)",
        "/imports/\(value)",
      ] {
        let reply = try await shop.ask(path)
        #expect([200, 400, 404].contains(reply.status), "\(path): \(reply.status)")
        let isPage = reply.header("Content-Type")?.hasPrefix("text/html") == true
        if isPage {
          #expect(PageCheck(reply.text).faults == [], "\(path)")
        } else {
          #expect(reply.problem == "unknown-path", "\(path)")
        }
      }
    }
  }

  @Test("in parameters of the API are answered by what fits, or by a problem that repeats nothing")
  func api() async throws {
    let shop = try DashboardShop()
    try shop.fill()
    for text in HostileTexts.all {
      let value = FormFields.encoded(text)
      for path in [
        "/v1/signals?sku=\(value)", "/v1/signals?since=\(value)", "/v1/signals?\(value)=1",
        "/v1/clusters?issue=\(value)", "/v1/clusters/\(value)", "/v1/signals/\(value)",
        "/v1/imports?before=\(value)", "/v1/imports/\(value)/rejects",
      ] {
        let reply = try await shop.ask(path)
        #expect([200, 400, 404].contains(reply.status), "\(path): \(reply.status)")
        if reply.status == 200 {
          #expect(reply.json["items"] == .array([]), "\(path)")
        } else {
          #expect(reply.problem != nil, "\(path)")
          #expect(text.utf8.count < 4 || !reply.text.contains(text), "\(path)")
        }
      }
    }
  }

  @Test("in headers are refused or of no account")
  func headers() async throws {
    let shop = try DashboardShop()
    for text in HostileTexts.all where !text.utf8.contains(where: { $0 < 0x20 || $0 > 0x7E }) {
      let reply = try await shop.ask(
        "/",
        headers: ["Cookie": "verbatim_session=\(text)", "Referer": text, "User-Agent": text]
      )
      #expect(reply.status == 200)
      #expect(text.utf8.count < 4 || !reply.text.contains(text))
    }
  }
}
