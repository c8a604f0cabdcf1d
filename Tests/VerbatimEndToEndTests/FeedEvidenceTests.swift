import Foundation
import Testing

@Suite("Feeds as evidence")
struct FeedEvidenceTests {
  private let workspace: Workspace

  init() throws { workspace = try Workspace() }

  /// Ten trade numbers of one family, their check digits right.
  private static let gtins = [
    "4006381333931", "5901234123457", "9520001042003", "4006381333948", "4006381333955",
    "4006381333962", "4006381333979", "4006381333986", "4006381333993", "4006381334006",
  ]

  private func feed(_ reviews: Int, _ collector: String) -> String {
    let gtins = Self.gtins.map { "<gtin>\($0)</gtin>" }.joined()
    let items = (1...reviews).map { number in
      "<review><review_id>r-\(number)</review_id><content>The plug caught fire after \(number + 1) days."
        + "</content><ratings><overall min=\"1\" max=\"5\">1</overall></ratings><products><product>"
        + "<product_ids><gtins>\(gtins)</gtins></product_ids></product></products></review>"
    }
    return "<feed><version>2.4</version>\(collector)<publisher><name>Shed</name></publisher>"
      + "<reviews>\(items.joined(separator: "\n"))</reviews></feed>"
  }

  @Test("a review with ten trade numbers is one unit of evidence")
  func family() throws {
    try workspace.write("feed.xml", feed(1, ""))
    let rows = Self.gtins.enumerated().map { "P-\($0.offset),\($0.element),Kettle \($0.offset)" }
    try workspace.write(
      "catalog.csv",
      "sku,gtin,name\n" + rows.joined(separator: "\n") + "\n"
    )
    let run = try workspace.run("ingest feed.xml --catalog catalog.csv --db shop.db")
    #expect(run.status == 0, "\(run.errors)")
    let signals = try workspace.run("signals --db shop.db")
    #expect(signals.lines.count == 1)
    let clusters = try workspace.run("clusters --db shop.db --to json")
    let observed = clusters.lines.filter { $0.contains("\"observed\":") }
    #expect(!observed.isEmpty)
    #expect(observed.allSatisfy { $0.contains("\"observed\":1,") })
    // Each level counts it once, whatever the number of products.
    for level in ["sku", "supplier", "lot"] {
      #expect(clusters.lines.count { $0.contains("\"level\":\"\(level)\"") } <= 1)
    }
  }

  @Test("a review that comes again is the same, with new words a revision")
  func again() throws {
    try workspace.write("june.xml", feed(2, ""))
    try workspace.write(
      "july.xml",
      feed(3, "").replacing("after 2 days", with: "after two days already")
    )
    _ = try workspace.run("ingest june.xml --db shop.db")
    _ = try workspace.run("ingest july.xml --db shop.db")
    let signals = try workspace.run("signals --db shop.db")
    let ids = Set(signals.lines.compactMap { $0.firstMatch(of: /"signal_id":"([0-9a-f]+)"/)?.1 })
    #expect(ids.count == 3)
  }
}
