import Testing
import VerbatimCore
import VerbatimReport
import VerbatimStatistics
import VerbatimStore

@Suite("The report's further parts")
struct ReportPartsTests {
  private static func html(
    _ shop: ReportShop = .planted(),
    _ change: (inout ReportMaterial) -> Void = { _ in }
  ) throws -> String {
    defer { shop.remove() }
    let store = try shop.store()
    var material = try ReportMaterial(store, scan: ReportShop.scan(store))
    change(&material)
    return try ReportBuilder(material).html(SharedRenderer.get())
  }

  /// A shop with a combination of two reports that copies make look like more.
  private static func nearly() -> ReportShop {
    var shop = ReportShop.planted()
    for report in 0..<6 {
      shop.add(
        "The lid does not close at all, not even a little.",
        marking: "does not close",
        sku: "A-7",
        issue: "FIT.LOOSE",
        day: 20 + report
      )
    }
    shop.add("My lid is loose.", marking: "is loose", sku: "A-7", issue: "FIT.LOOSE", day: 30)
    return shop
  }

  @Test("near misses are those of the run, with its reasons")
  func nearMisses() throws {
    let shop = Self.nearly()
    defer { shop.remove() }
    let store = try shop.store()
    let near = try ReportShop.scan(store).nearMisses
    let first = try #require(near.first { $0.issue == "FIT.LOOSE" })
    #expect(first.reasons.contains(.copies))
    let html = try Self.html(Self.nearly())
    #expect(html.contains("A-7 × FIT.LOOSE"))
    #expect(html.contains(first.explanation))
  }

  @Test("near misses beyond the first are folded, and link only to what is in the file")
  func folded() throws {
    var shop = ReportShop()
    for article in 0..<12 {
      for report in 0..<(article < 9 ? 2 : 6) {
        shop.add(
          "Report \(report) on number \(article): it squeaks.",
          marking: "it squeaks",
          sku: "A-\(article)",
          issue: article < 9 ? "FUN.NOISE" : nil,
          day: report * 7
        )
      }
    }
    for report in 0..<300 {
      shop.add("Fine, number \(report).", sku: "B-\(report % 20)", issue: nil, day: report % 80)
    }
    let html = try Self.html(shop)
    #expect(html.contains("<summary>4 more that came near</summary>"))
    let anchors = Set(html.matches(of: /id="(c-[^"]+)"/).map { String($0.output.1) })
    let links = html.matches(of: /href="#(c-[^"]+)"/).map { String($0.output.1) }
    #expect(links.allSatisfy(anchors.contains))
  }

  @Test("expected false alerts stand at the top, with their interval")
  func falseAlerts() throws {
    let html = try Self.html()
    let lede = try #require(html.firstMatch(of: /<p class="lede">([^<]+)<\/p>/)).output.1
    #expect(lede.contains("Chance alone makes 0.00 alerts (95\u{A0}% 0.00–1.84)."))
    #expect(html.contains("Expected false alerts: chance alone makes 0.00 alerts"))
  }

  @Test("a cluster's phrases and groups say of how many texts they are")
  func words() throws {
    let html = try Self.html { material in
      var scan = material.scan
      guard let place = scan.clusters.firstIndex(where: { $0.key == "A-3" }) else { return }
      let ids = scan.clusters[place].signalIDs
      scan.clusters[place].phrases = [
        .init(words: "snapped off", count: 12, texts: 14, elsewhere: 1, others: 120, z: 6)
      ]
      scan.clusters[place].groups = [
        .init(phrase: "in my hand", signalIDs: Array(ids.prefix(9))),
        .init(phrase: nil, signalIDs: Array(ids.dropFirst(9))),
      ]
      material.scan = scan
    }
    #expect(html.contains("“snapped off”: 12 of 14 here, 1 of 120 elsewhere"))
    #expect(html.contains("“in my hand”") && html.contains("other words"))
    #expect(try !Self.html().contains("What sets its texts apart"))
  }

  @Test("a silent source is told before anything is decided, and all are listed")
  func silence() throws {
    let days = Dictionary(uniqueKeysWithValues: (0..<40).map { ($0, 2) })
    let silent = try #require(
      SourceSilence(kind: .survey, source: "survey/week-#.csv", days: days, today: 60)
    )
    let lively = try #require(
      SourceSilence(kind: .review, source: "reviews/a-#.html", days: days, today: 39)
    )
    let html = try Self.html { $0.sources = [silent, lively] }
    let notice = try #require(html.firstRange(of: "1\u{A0}source fell silent"))
    let hazards = try #require(html.firstRange(of: "Hazards first"))
    #expect(notice.lowerBound < hazards.lowerBound)
    #expect(html.contains("nothing for 21\u{A0}days, at most 1 expected"))
    #expect(html.contains("2\u{A0}sources, 1 silent"))
    #expect(try !Self.html { $0.sources = [lively] }.contains("fell silent"))
  }

  @Test("conversations stand by residual, worst first, with n and interval")
  func residuals() throws {
    let rows = (0..<12).map { number in
      var row = ResidualsView.Conversation(
        id: "conversation-\(number)",
        recovery: Double(number) / 10 - 0.5,
        usual: 0,
        error: 0.0625,
        within: RecoveryGrain.allCases[number % 4],
        alike: 7 * (number + 1)
      )
      row.queue = "returns"
      row.issue = "PKG.LEAK"
      row.channel = "chat"
      return row
    }
    let html = try Self.html { $0.conversations = ResidualsView(rows, queues: [], note: "of 12") }
    let shown = html.matches(of: />(conversation-\d+)</).map { String($0.output.1) }
    #expect(shown == [0, 1, 2, 3, 4, 11, 10, 9, 8, 7].map { "conversation-\($0)" })
    #expect(html.contains("<b>−0.50</b> <span class=\"dim\">−0.62 to −0.38</span>"))
    // Each stands beside those that it is compared with, the finest that tell, and how many.
    let cells = html.matches(of: /data-k="Compared with">([^<]*)<\/td><td[^>]*>(\d+)</)
      .map { "\($0.output.1): \($0.output.2)" }
    #expect(
      cells.prefix(4) == [
        "returns · PKG.LEAK · chat: 7", "PKG.LEAK · chat: 14", "all on chat: 21",
        "all conversations: 28",
      ]
    )
    #expect(try Self.html().contains("Nothing said of conversations"))
  }

  @Test("praise is folded, and what was not counted says so")
  func praise() throws {
    let shop = ReportShop.planted()
    defer { shop.remove() }
    var cluster = try #require(try ReportShop.clusters(shop.store()).first { $0.key == "A-3" })
    cluster.direction = .positive
    cluster.issue = "sturdy"
    let html = try Self.html { $0.praise = [cluster] }
    #expect(html.contains("<summary>1\u{A0}word of praise beyond chance</summary>"))
    #expect(html.contains("<td data-k=\"Word\">sturdy</td>"))
    #expect(try Self.html().contains("Praise was not counted"))
    #expect(try Self.html { $0.praise = [] }.contains("No praise beyond chance"))
  }

  @Test("fifty clusters of two years with all their parts stay under two million bytes")
  func size() throws {
    var shop = ReportShop()
    let words = String(
      repeating: "and so it went on for weeks on end, with every part of it, ",
      count: 8
    )
    for article in 0..<55 {
      for report in 0..<12 {
        shop.add(
          "Report \(report) on \(article): \(words)the part \(article) fell apart at once; \(words)",
          marking: "fell apart at once",
          sku: "ARTICLE-\(1000 + article)",
          supplier: "SUPPLIER-\(article % 7)",
          lot: "LOT-\(article)-\(report % 9)",
          issue: "LEAF.NUMBER_\(article)",
          day: report * 66
        )
      }
    }
    let html = try Self.html(shop) { material in
      for place in material.scan.clusters.indices {
        let ids = material.scan.clusters[place].signalIDs
        material.scan.clusters[place].phrases = (0..<12).map {
          .init(
            words: "some three words \($0)",
            count: 9,
            texts: 12,
            elsewhere: 3,
            others: 900,
            z: 4
          )
        }
        material.scan.clusters[place].groups = (0..<8).map {
          .init(phrase: "another three words \($0)", signalIDs: Array(ids.prefix(2)))
        }
      }
    }
    #expect(html.matches(of: /<article class="subject"/).count == 50)
    #expect(html.utf8.count < 2_000_000, "\(html.utf8.count) bytes")
  }
}
