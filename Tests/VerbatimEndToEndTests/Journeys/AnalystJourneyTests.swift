import Foundation
import Testing
import VerbatimTestSupport

/// Monday, 08:40: what the QA analyst does with the demo shop, from her mail to the supplier.
///
/// The fault she finds is planted: the handles of one lot of frying pans, `corpora/README.md`.
@Suite("Journey of the analyst", .serialized, .inChromium)
struct AnalystJourneyTests {
  private static let handles = "sku:HK-1187:DUR.BREAKS"

  private struct Line: Decodable {
    var cluster_id: String
    var state: String
    var observed: Int
    var marked_out: Int
    var evidence: [Evidence]

    struct Evidence: Decodable {
      var signal_id: String
    }
  }

  private func handles(_ run: VerbatimRun) throws -> Line {
    try #require(try run.values(Line.self).first { $0.cluster_id == Self.handles })
  }

  @Test("opens the report from her mail: one file, no network, hazards first, sums that add up")
  func report() async throws {
    let workspace = try Workspace()
    let file = workspace.url("index.html")
    let run = try DemoShop.shared().ask("report --out \(file.path)")
    #expect(run.status == 0, "\(run.errors)")
    let page = try await Browser.shared().page()
    try await page.goOffline()
    try await page.open(file.absoluteString)
    #expect(page.log.soFar.requests == [file.absoluteString])
    let sums = try await page.texts("#counts .ledger .v").map { Int($0.replacing(",", with: "")) }
    let shop = try DemoShop.shared()
    #expect(
      sums
        == [
          shop.reports.map(\.recordsIn), shop.reports.map(\.signals),
          shop.reports.map(\.duplicates),
          shop.reports.map(\.rejectedCount),
        ].map { $0.reduce(0, +) }
    )
    #expect(sums.first == sums.dropFirst().reduce(0) { $0 + ($1 ?? 0) })
    let words = try await page.text
    for share in ["SKU 97.6 %", "Supplier 97.6 %", "Lot 0.8 % confirmed"] {
      #expect(words.replacing("\u{A0}", with: " ").contains(share), "\(share)")
    }
    #expect(words.localizedCaseInsensitiveContains("false alert"))
    let headings = try await page.texts("main h2")
    let hazards = try #require(headings.firstIndex(of: "Hazards first"))
    let clusters = try #require(headings.firstIndex(of: "Clusters beyond chance"))
    #expect(hazards < clusters)
    let card = try #require(try await page.texts("article.hazard").first)
    #expect(card.contains("K-204 × SAF.BURN_FIRE"))
    #expect(card.contains("n = 2"))
    #expect(card.contains("plug gets really hot"))
    #expect(try await page.texts("script, iframe, link").isEmpty)
    await page.close()
  }

  @Test("comes from a line of the report to its chart, its lots and its words")
  func cluster() async throws {
    let workspace = try Workspace()
    let file = workspace.url("index.html")
    _ = try DemoShop.shared().ask("report --out \(file.path)")
    let page = try await Browser.shared().page()
    try await page.goOffline()
    try await page.open(file.absoluteString)
    let link = try #require(try await page.texts(".clusters a").first { $0.contains("snaps") })
    try await page.click(link, in: ".clusters")
    let place: String = try await page.evaluate("decodeURIComponent(location.hash.slice(1))")
    let subject = "#\(place)"
    #expect(try await page.texts("\(subject) h2") == [link])
    let words = try await page.texts(subject).joined()
    #expect(words.contains("17 vs "))
    #expect(words.contains("L2409"))
    #expect(words.contains("Would it still fire without the doubtful evidence?"))
    #expect(try await page.texts("\(subject) svg.wide .out").count >= 3)
    #expect(try await page.texts("\(subject) .quote mark").count >= 5)
    let top: Double = try await page.evaluate(
      "document.getElementById(\(Page.literal(place))).getBoundingClientRect().top"
    )
    #expect(abs(top) < 40)
    await page.close()
  }

  @Test("judges the hazard by a button, under her name")
  func hazard() async throws {
    let shop = try ServedShop()
    let page = try await Browser.shared().page()
    try await page.open(shop.address + "/")
    let before = try #require(try await page.texts("h1").first)
    #expect(before.hasPrefix("2 hazards to decide"))
    let card = "article.hazard:first-of-type"
    #expect(try await page.texts(card).first?.contains("undecided") == true)
    // Without a name nothing is sent: the browser asks for it.
    try await page.click("Actual", in: card)
    #expect(try await page.address == shop.address + "/")
    try await page.write("Ada Brandt", into: "Your name", in: card)
    try await page.follow("Actual", in: card)
    let words = try await page.text
    #expect(words.contains("Ada Brandt: hazard (actual)"))
    #expect(words.contains("23 Nov 2026"))
    try await page.follow("Overview", in: ".menu")
    try await page.settle()
    #expect(try await page.texts("h1").first?.hasPrefix("1 hazard to decide") == true)
    let history = try shop.run("clusters", "history", "sku:K-204:SAF.BURN_FIRE")
    #expect(history.text.contains("[Ada Brandt]"))
    #expect(page.log.soFar.exceptions == [])
    await page.close()
  }

  @Test("marks two reports as the carrier's doing, and the count falls by as many")
  func marks() async throws {
    let shop = try ServedShop()
    let page = try await Browser.shared().page()
    try await page.open(shop.address + "/clusters/" + Self.handles)
    #expect(try await page.texts("h1").first?.contains("17 reports where ") == true)
    let quotes: [String] = try await page.evaluate(
      "[...document.querySelectorAll('#f-signal option')].slice(1).map(e => e.text)"
    )
    #expect(quotes.count == 17)
    for quote in quotes.prefix(2) {
      let form = "form[action$=marks]"
      try await page.choose(quote, of: "Report", in: form)
      try await page.choose("the carrier’s doing", of: "It is", in: form)
      try await page.write("crushed on the way", into: "Why", in: form)
      try await page.write("Ada Brandt", into: "Your name", in: form)
      try await page.follow("Save finding", in: form)
    }
    try await page.settle()
    #expect(try await page.texts("h1").first?.contains("15 reports where ") == true)
    let log = try await page.texts(".line li")
    #expect(log.count == 2)
    #expect(log.allSatisfy { $0.contains("is carrier. crushed on the way") })
    let line = try handles(shop.run("clusters", "--to", "json"))
    #expect(line.observed == 15)
    #expect(line.marked_out == 2)
    #expect(line.state == "open")
    await page.close()
  }

  @Test("asks who else said it, and finds the same supplier's other pan")
  func similar() throws {
    let run = try VerbatimRun(
      ["similar", "handle snapped", "--supplier", "S-03", "--db", DemoShop.shared().store],
      in: DemoShop.root
    )
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.text.contains("HK-1187"))
    #expect(run.text.contains("HK-1201"))
  }

  @Test("makes the pack; the supplier's check passes, and fails on one changed byte")
  func pack() throws {
    let workspace = try Workspace()
    let store = try DemoShop.shared().store
    let pack = try workspace.run("pack \(Self.handles) --db \(store) --out pack.zip")
    #expect(pack.status == 0, "\(pack.errors)")
    let check = try VerbatimRun(
      shell: "python3 -m zipfile -e pack.zip . && \"$VERBATIM\" explain --replay replay.ndjson",
      in: workspace.folder
    )
    #expect(check.status == 0, "\(check.errors)")
    #expect(check.text.contains("17 texts scored again, every byte the same"))
    var bytes = try Data(contentsOf: workspace.url("replay.ndjson"))
    let word = try #require(bytes.firstRange(of: Data("handle".utf8)))
    bytes[word.lowerBound] ^= 1
    try workspace.write("changed.ndjson", bytes)
    let changed = try workspace.run("explain --replay changed.ndjson")
    #expect(changed.status == 65)
    #expect(changed.errors.contains("[V8004]"))
  }

  @Test("takes the pack from the cluster's page: the same bytes as by command")
  func packFromPage() async throws {
    let shop = try ServedShop()
    let page = try await Browser.shared().page()
    try await page.open(shop.address + "/clusters/" + Self.handles)
    #expect(try await page.texts("a[download]") == ["Make the evidence pack"])
    let sum: String = try await page.evaluate(
      "fetch(document.querySelector('a[download]').href).then(r => r.arrayBuffer())"
        + ".then(b => crypto.subtle.digest('SHA-256', b)).then(d => "
        + "[...new Uint8Array(d)].map(x => x.toString(16).padStart(2, '0')).join(''))"
    )
    let pack = try shop.run("pack", Self.handles, "--out", shop.workspace.url("p.zip").path)
    #expect(pack.status == 0, "\(pack.errors)")
    let expected = try VerbatimRun(shell: "sha256sum p.zip", in: shop.workspace.folder)
    #expect(expected.text.prefix(64) == sum)
    await page.close()
  }

  @Test("prints the pack: whole charts on A4, read without a network")
  func printedPack() async throws {
    let workspace = try Workspace()
    let store = try DemoShop.shared().store
    _ = try workspace.run("pack \(Self.handles) --db \(store) --out pack.zip")
    _ = try VerbatimRun(shell: "python3 -m zipfile -e pack.zip .", in: workspace.folder)
    let html = try #require(workspace.names.first { $0.hasSuffix(".html") })
    let page = try await Browser.shared().page(width: 673)
    try await page.goOffline()
    try await page.open(workspace.url(html).absoluteString)
    #expect(page.log.soFar.requests.count == 1)
    try await page.show(onPaper: true)
    #expect(try await page.faults() == [])
    #expect(Page.pages(of: try await page.printed()) >= 3)
    await page.close()
  }

  @Test("snoozes what is known until a day, and verifies a fix of October by its interval")
  func snoozeAndVerify() async throws {
    let shop = try ServedShop()
    _ = try shop.run(
      "clusters",
      "decide",
      Self.handles,
      "--action",
      "correct",
      "--effective",
      "2026-10-26",
      "--by",
      "Ada Brandt",
      "--at",
      "2026-10-27T08:00:00Z",
      "--reason",
      "new rivet"
    )
    let page = try await Browser.shared().page()
    let form = "form[action$=decisions]"
    try await page.open(shop.address + "/clusters/supplier:S-05:PKG.INADEQUATE")
    try await page.pick("Snooze", in: form)
    try await page.write("2026-12-14", into: "Snooze until", in: form)
    try await page.write("new boxes in December", into: "Why", in: form)
    try await page.write("Ada Brandt", into: "Your name", in: form)
    try await page.follow("Save decision", in: form)
    try await page.settle()
    #expect(try await page.texts(".tag").contains("snoozed"))
    let note = "Ada Brandt: snooze (until 14 Dec 2026). new boxes in December"
    #expect(try await page.texts(".line li").contains { $0.contains(note) })
    try await page.open(shop.address + "/clusters/" + Self.handles)
    try await page.pick("Verify", in: form)
    try await page.write("Ada Brandt", into: "Your name", in: form)
    try await page.follow("Save decision", in: form)
    try await page.settle()
    #expect(try await page.texts(".tag").contains("verified"))
    let history = try shop.run("clusters", "history", Self.handles)
    #expect(history.text.contains("rate 58.8 % → 0.0 %, 95 % interval of the change"))
    await page.close()
  }

  @Test("has the same cluster by the same id next week, when nothing new came in")
  func nextWeek() throws {
    let shop = try ServedShop()
    _ = try shop.run(
      "clusters",
      "decide",
      Self.handles,
      "--action",
      "acknowledge",
      "--by",
      "Ada Brandt",
      "--at",
      "2026-11-23T08:40:00Z"
    )
    let before = try shop.run("clusters", "--to", "json")
    let again = try DemoShop.ingest(into: shop.workspace.url("verbatim.db").path, "--to", "json")
    #expect(try again.values(ReportLine.self).map(\.signals).reduce(0, +) == 0)
    let after = try shop.run("clusters", "--to", "json")
    #expect(after.output == before.output)
    #expect(try handles(after).state == "acknowledged")
  }
}
