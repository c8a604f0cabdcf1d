import Foundation
import Testing
import VerbatimTestSupport

/// Texts that mean harm, in every field of an import, in a browser with scripts on.
@Suite("Journey through hostile texts", .serialized, .inChromium)
struct HostileJourneyTests {
  /// A table with a hostile text in each field that a customer or a shop fills.
  private static func table() -> String {
    func quoted(_ text: String) -> String {
      // A zero byte ends what a table can hold; the record would be refused.
      "\"\(text.replacing("\"", with: "\"\"").replacing("\u{0}", with: ""))\""
    }
    var lines = ["id,date,sku,product,customer,order id,lot,supplier,title,comment,rating"]
    let faults = [
      "The handle broke off", "The handle snapped in the first week", "Handle came off",
      "It broke at the handle", "The handle broke last Sunday", "Handle broke after a month",
    ]
    for (index, text) in HostileTexts.all.enumerated() {
      // One article has a fault, so that there is a cluster; the others have hostile names.
      let isMug = index % 4 != 0
      let words = "\(isMug ? faults[index % 6] : "It came a week late"). \(text)"
      let fields = [
        "\(index) \(text)", "2026-03-\(10 + index % 18)", isMug ? "MUG-1" : text, text,
        text, text, text, text, text, words, "1",
      ]
      lines.append(fields.map(quoted).joined(separator: ","))
    }
    for index in 0..<150 {
      lines.append(
        "c\(index),2026-03-\(10 + index % 18),LMP-\(index % 5),,c\(index),,,,,Came late \(index),2"
      )
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// A conversation in which they are said, under names that mean harm too.
  private static func transcript() -> String {
    var text = "WEBVTT\n\n"
    for (index, line) in HostileTexts.all.prefix(40).enumerated() {
      let who = index % 2 == 0 ? "Agent" : "Customer"
      let words = line.split(whereSeparator: \.isNewline).joined(separator: " ")
      let second = index < 10 ? "0\(index)" : "\(index)"
      text += "00:00:\(second).000 --> 00:00:\(second).900\n<v \(who)>It broke. \(words)\n\n"
    }
    return text
  }

  private static let marker = """
    globalThis.alert = globalThis.confirm = globalThis.prompt = () => { globalThis.harmed = true; };
    """

  /// The addresses of all pages that the links of a page lead to; a download is none.
  private func links(_ page: Page) async throws -> [String] {
    try await page.evaluate(
      "[...document.querySelectorAll('a[href]:not([download])')].map(e => e.href.split('#')[0])"
    )
  }

  private func check(_ page: Page) async throws -> [String] {
    var faults: [String] = []
    for width in [1280, 390] {
      try await page.resize(width: width)
      faults += try await page.faults().map { "\(width): \($0)" }
    }
    let harmed: Bool = try await page.evaluate("globalThis.harmed === true")
    if harmed { faults.append("a script ran") }
    let strays: [String] = try await page.evaluate(
      "[...document.querySelectorAll('script')].map(e => e.src + e.text)"
        + ".filter(s => !s.endsWith('/assets/dashboard.js'))"
    )
    return faults + strays.map { "a script stands there: \($0)" }
  }

  @Test("nothing runs, nothing is asked for, nothing breaks the layout")
  func pages() async throws {
    let workspace = try Workspace()
    try workspace.write("<svg onload=alert(1)>.csv", Self.table())
    try workspace.write("call.vtt", Self.transcript())
    let run = try VerbatimRun(
      ["ingest", "<svg onload=alert(1)>.csv", "call.vtt", "--db", "verbatim.db", "--to", "json"],
      in: workspace.folder
    )
    let signals = try run.values(ReportLine.self).map(\.signals).reduce(0, +)
    #expect(signals >= 60, "\(run.errors)")
    let shop = try ServedShop(workspace, [])
    let page = try await Browser.shared().page()
    try await page.call("Page.addScriptToEvaluateOnNewDocument", ["source": .text(Self.marker)])
    var open = ["", "clusters", "clusters?by=sku", "clusters?by=supplier", "clusters?by=lot"]
      .map { "\(shop.address)/\($0)" }
    open += ["products", "conversations", "trends", "imports", "search?q=handle"]
      .map { "\(shop.address)/\($0)" }
    open += HostileTexts.all.prefix(12).map { text in
      let words = text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
      return "\(shop.address)/search?q=\(words)"
    }
    var seen = Set(open)
    // Of each kind of page some: what follows differs in the text alone.
    var left = ["/clusters/": 8, "/signals/": 14, "/products/": 14, "/suppliers/": 6]
    left["/conversations/"] = 3
    left["/imports/"] = 2
    var count = 0
    while let address = open.popLast() {
      try await page.open(address)
      let found = try await check(page)
      #expect(found == [], "\(address)")
      count += 1
      for link in try await links(page) where shop.isOwn(link) && !seen.contains(link) {
        guard let kind = left.keys.first(where: { link.hasPrefix(shop.address + $0) }),
          let room = left[kind], room > 0
        else { continue }
        left[kind] = room - 1
        seen.insert(link)
        open.append(link)
      }
    }
    #expect(count >= 30)
    let log = page.log.soFar
    #expect(log.dialogs == [])
    #expect(log.exceptions == [])
    #expect(log.requests.filter { !shop.isOwn($0) } == [])
    #expect(log.complaints == [])
    await page.close()
  }

  @Test("neither in the report nor in a pack that a supplier opens")
  func files() async throws {
    let workspace = try Workspace()
    try workspace.write("shop.csv", Self.table())
    _ = try workspace.run("ingest shop.csv --db verbatim.db")
    #expect(try workspace.run("report --db verbatim.db --out report.html").status == 0)
    let ids = try workspace.run("clusters --db verbatim.db --to csv").text
    let id = try #require(ids.firstMatch(of: #/sku:MUG-1:[A-Z_.]+/#).map { String($0.output) })
    #expect(try workspace.run("pack \(id) --db verbatim.db --out pack.zip").status == 0)
    _ = try VerbatimRun(shell: "python3 -m zipfile -e pack.zip pack", in: workspace.folder)
    let packed = try FileManager.default
      .contentsOfDirectory(atPath: workspace.url("pack").path).sorted()
      .filter { $0.hasSuffix(".html") || $0.hasSuffix(".svg") }.map { "pack/\($0)" }
    #expect(packed.contains { $0.hasSuffix(".html") })
    for name in ["report.html"] + packed {
      let page = try await Browser.shared().page()
      try await page.call("Page.addScriptToEvaluateOnNewDocument", ["source": .text(Self.marker)])
      try await page.open(workspace.url(name).absoluteString)
      let found = try await name.hasSuffix(".html") ? check(page) : []
      #expect(found == [], "\(name)")
      let log = page.log.soFar
      #expect(log.requests.count == 1, "\(log.requests)")
      #expect(log.dialogs + log.exceptions + log.complaints == [], "\(name)")
      await page.close()
    }
  }
}
