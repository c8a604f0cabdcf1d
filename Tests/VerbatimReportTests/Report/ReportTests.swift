import Testing
import VerbatimCore
import VerbatimReport
import VerbatimStatistics
import VerbatimStore

@Suite("The report")
struct ReportTests {
  private static func html(_ shop: ReportShop) throws -> String {
    defer { shop.remove() }
    let store = try shop.store()
    var material = try ReportMaterial(store, scan: ReportShop.scan(store))
    material.engines = [ReportShop.engine]
    material.command = "verbatim report --out report.html"
    return try ReportBuilder(material).html(SharedRenderer.get())
  }

  @Test("says what was planted: the cluster, its numbers, its words, its lots")
  func planted() throws {
    let html = try Self.html(.planted())
    #expect(html.contains("<h1>1\u{A0}hazard to decide, 1\u{A0}cluster beyond chance</h1>"))
    #expect(html.contains("<mark>handle snapped off</mark>"))
    #expect(html.contains("<mark>plug gets really hot</mark>"))
    #expect(html.contains("L-7"))
    #expect(html.contains("Out of its own past since W31"))
    #expect(html.contains("id=\"c-sku_3AA-3_3ADUR_2EBREAKS\""))
    #expect(html.contains("href=\"#c-sku_3AA-3_3ADUR_2EBREAKS\""))
    #expect(html.contains("the rating 11 is outside 0–10"))
  }

  @Test("shows a hazard before any statistic")
  func hazardsFirst() throws {
    let html = try Self.html(.planted())
    let hazard = try #require(html.firstRange(of: "Hazards first"))
    let clusters = try #require(html.firstRange(of: "Clusters beyond chance"))
    #expect(hazard.lowerBound < clusters.lowerBound)
  }

  @Test("is the same bytes when it is made again")
  func deterministic() throws {
    #expect(try Self.html(.planted()) == Self.html(.planted()))
  }

  @Test("stands alone: a policy, no script, nothing from outside, one h1, no skipped level")
  func selfContained() throws {
    let html = try Self.html(.planted())
    let outline = MarkupOutline(html)
    #expect(html.contains("default-src 'none'"))
    #expect(!outline.tags.contains { $0.hasPrefix("script") || $0.hasPrefix("link") })
    #expect(!html.contains("http://") && !html.contains("https://") && !html.contains("@import"))
    #expect(outline.tags.filter { $0.hasPrefix("h1") }.count == 1)
    let levels = outline.tags.compactMap { tag in
      tag.firstMatch(of: /^h([1-6])( |$)/).flatMap { Int($0.output.1) }
    }
    for (before, after) in zip(levels, levels.dropFirst()) {
      #expect(after <= before + 1)
    }
  }

  @Test("gives every chart a label or hides it, every header a scope, every id once")
  func accessible() throws {
    let outline = try MarkupOutline(Self.html(.planted()))
    let drawings = outline.tags.filter { $0.hasPrefix("svg ") }
    #expect(!drawings.isEmpty)
    #expect(drawings.allSatisfy { $0.contains("aria-label") || $0.contains("aria-hidden") })
    let heads = outline.tags.filter { $0 == "th" || $0.hasPrefix("th ") }
    #expect(heads.allSatisfy { $0.contains("scope") })
    let ids = try Self.html(.planted()).matches(of: /\sid="([^"]+)"/).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count)
  }

  @Test("of an empty store says what is missing, section by section")
  func empty() throws {
    let html = try Self.html(ReportShop())
    #expect(html.contains("No hazard, no cluster beyond chance"))
    #expect(html.contains("No hazard reported"))
    #expect(html.contains("No clusters"))
    #expect(html.contains("No supplier known"))
    #expect(html.contains("No map yet"))
    #expect(!html.contains("nan") && !html.contains("inf "))
  }

  @Test("adds up: in = signals + duplicates + rejected")
  func ledger() throws {
    let html = try Self.html(.planted())
    let figures = html.matches(of: /<span class="v">([0-9,]+)<\/span>/).prefix(4).compactMap {
      Int($0.output.1.replacing(",", with: ""))
    }
    #expect(figures == [136, 135, 0, 1])
    #expect(figures.count == 4 && figures[0] == figures[1] + figures[2] + figures[3])
  }

  @Test("of a thousand and sixty hazards lists a thousand and tells of the others")
  func manyHazards() throws {
    var shop = ReportShop()
    for article in 0..<1_060 {
      shop.add(
        "Number \(article) caught fire.",
        marking: "caught fire",
        sku: "A-\(article)",
        issue: "SAF.BURN_FIRE",
        tier: .t1
      )
    }
    let html = try Self.html(shop)
    #expect(
      html.contains(
        "1,010\u{A0}more hazards, a line each of the first 1,000; verbatim clusters prints all<"
      )
    )
    #expect(html.matches(of: #/ × SAF\.BURN_FIRE</span>/#).count >= 1_000)
    #expect(html.utf8.count < 2_000_000)
  }

  @Test("of sixty clusters shows fifty in full, names all, and stays under two million bytes")
  func size() throws {
    var shop = ReportShop()
    for article in 0..<60 {
      for report in 0..<5 {
        shop.add(
          "Report \(report) on \(article): the part number \(article) fell apart at once, and again.",
          marking: "fell apart",
          sku: "A-\(article)",
          supplier: "S-\(article % 7)",
          issue: "LEAF.\(article)",
          day: report * 14
        )
      }
    }
    let html = try Self.html(shop)
    #expect(html.matches(of: /<li><article class="cl">/).count == 50)
    #expect(html.matches(of: /<article class="subject"/).count == 50)
    #expect(html.contains("10\u{A0}more clusters, a line each"))
    #expect((0..<60).allSatisfy { html.contains("A-\($0) × LEAF.\($0)<") })
    #expect(html.utf8.count < 2_000_000)
  }

  @Test("counts a map's cell as the cluster it leads to")
  func cells() throws {
    let shop = ReportShop.planted()
    defer { shop.remove() }
    let store = try shop.store()
    let cluster = try #require(ReportShop.clusters(store).first { $0.key == "A-3" })
    let html = try Self.html(.planted())
    #expect(
      html.contains(
        "A-3, DUR.BREAKS: \(cluster.observed) observed, "
          + "\(Figures.decimal(cluster.expected)) expected"
      )
    )
  }
}
