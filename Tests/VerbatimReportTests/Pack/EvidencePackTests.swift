import Testing
import VerbatimCore
import VerbatimReport
import VerbatimStatistics
import VerbatimStore

@Suite("The evidence pack")
struct EvidencePackTests {
  private static func material(
    _ shop: ReportShop,
    key: String,
    by level: ComplaintCluster.Level = .sku
  ) throws -> PackMaterial {
    defer { shop.remove() }
    let store = try shop.store()
    let cluster = try #require(ReportShop.clusters(store, by: level).first { $0.key == key })
    var material = try PackMaterial(store, cluster: cluster)
    material.engines = [ReportShop.engine]
    return material
  }

  private static func files(_ material: PackMaterial) throws -> [String: String] {
    let files = try EvidencePack(material).files(SharedRenderer.get(), replay: Array("{}\n".utf8))
    #expect(files.map(\.name) == files.map(\.name).sorted())
    return Dictionary(
      uniqueKeysWithValues: files.map { ($0.name, String(decoding: $0.bytes, as: UTF8.self)) }
    )
  }

  @Test("holds one row for each report that the cluster counts")
  func rows() throws {
    let material = try Self.material(.planted(), key: "A-3")
    #expect(material.rows.count == material.cluster.observed)
    let files = try Self.files(material)
    let lines = try #require(files["reports.csv"]).split(separator: "\r\n")
    #expect(lines.count == material.rows.count + 1)
  }

  @Test("counts a customer once, and a copied text once, as the cluster does")
  func repeats() throws {
    var shop = ReportShop.planted()
    for report in 0..<3 {
      shop.add(
        "Again \(report): the handle snapped off.",
        marking: "handle snapped off",
        sku: "A-3",
        supplier: "S-0",
        day: 70 + report,
        customer: "one"
      )
      shop.add(
        "The very same words: the handle snapped off.",
        marking: "handle snapped off",
        sku: "A-3",
        supplier: "S-0",
        day: 75 + report
      )
    }
    let material = try Self.material(shop, key: "A-3")
    #expect(material.rows.count == material.cluster.observed)
    #expect(material.cluster.nearDuplicatesRemoved == 4)
  }

  @Test("holds the files it says, and the finding on its first page")
  func contents() throws {
    let files = try Self.files(Self.material(.planted(), key: "A-3"))
    #expect(
      files.keys.sorted() == [
        "README.txt", "chart.svg", "cluster.json", "lots.csv", "pack.html", "replay.ndjson",
        "reports.csv",
      ]
    )
    let page = try #require(files["pack.html"])
    #expect(page.contains("page 3 of 3"))
    #expect(page.contains("<mark>handle snapped off</mark>"))
    #expect(page.contains("carrier\u{20}3") || page.contains("carrier 3"))
    #expect(page.contains("Verbatim states what was reported, not why."))
    #expect(page.contains("Newcombe 1998"))
    #expect(try #require(files["lots.csv"]).contains("L-7,9,0.0,"))
  }

  @Test("holds the reports that the cluster counted, whatever else the store says of it")
  func counted() throws {
    let shop = ReportShop.planted()
    defer { shop.remove() }
    let store = try shop.store()
    var cluster = try #require(try ReportShop.clusters(store).first { $0.key == "A-3" })
    // Two were marked out by somebody, so the run did not count them.
    cluster.signalIDs.removeLast(2)
    let material = try PackMaterial(store, cluster: cluster)
    #expect(material.rows.map(\.report.signalID) == cluster.signalIDs)
  }

  @Test("says how many units of a lot came in, and its reports by 1,000 of them")
  func units() throws {
    var material = try Self.material(.planted(), key: "A-3")
    let unknown = try #require(Self.files(material)["pack.html"])
    #expect(unknown.contains("not known") && unknown.contains("there is no receiving log here"))
    #expect(material.lots.map(\.units) == [nil])
    #expect(material.articles == ["A-3"])
    material.received = ["L-7": 1_800, "L-8": 40]
    let files = try Self.files(material)
    // Wilson (1927) of 9 in 1,800: 2.633 to 9.476 by 1,000.
    #expect(try #require(files["pack.html"]).contains("5.00 (2.63–9.48)"))
    let table = try #require(files["lots.csv"])
    let row = try #require(table.split(separator: "\r\n").first { $0.hasPrefix("L-7,") })
    #expect(row.hasPrefix("L-7,9,0.0,15,1800,5.0,2.63"))
    // A log that lacks a receipt makes no rate over one.
    material.received = ["L-7": 5]
    let rate = material.lots[0].perThousand
    #expect(material.lots[0].units == 5 && rate == nil)
  }

  @Test("registers the test of a fix: statistic, threshold, counting, and from when it is judged")
  func plan() throws {
    let page = try #require(Self.files(Self.material(.planted(), key: "A-3"))["pack.html"])
    for term in ["Registered", "Statistic", "Counted in", "Before", "After", "Threshold", "Judged"]
    {
      #expect(page.contains("<dt>\(term)</dt>"))
    }
    #expect(page.contains("customers, each once"))
    #expect(page.contains("verified when the interval lies under 0"))
    let judged = /once, when [0-9,]+\u{A0}customers? have written after the action/
    #expect(page.contains(judged))
    #expect(page.contains("verbatim clusters decide sku:A-3:DUR.BREAKS verify"))
  }

  @Test("leaves nothing live in its tables, pages and chart")
  func hostile() throws {
    var shop = ReportShop()
    for (index, text) in HostileTexts.all.enumerated() {
      shop.add(
        "\(text) fell apart",
        marking: "fell apart",
        sku: "A-1",
        supplier: text + "s",
        lot: text + "l",
        title: text,
        language: text,
        day: index
      )
    }
    for index in 0..<200 {
      shop.add("Content number \(index).", sku: "B-\(index % 5)", issue: nil, day: index % 80)
    }
    shop.add("One fell apart.", marking: "fell apart", sku: "B-1", day: 3)
    var material = try Self.material(shop, key: "A-1")
    material.sender = "<script>alert(0)</script>"
    let files = try Self.files(material)
    let page = MarkupOutline(try #require(files["pack.html"]))
    #expect(page.addresses.isEmpty)
    #expect(!page.tags.contains { $0.hasPrefix("script") || $0.hasPrefix("img") })
    #expect(page.tags.allSatisfy { $0.firstMatch(of: /\son[a-z]+/) == nil })
    for name in ["reports.csv", "lots.csv"] {
      for field in Self.fields(try #require(files[name])) {
        let isLive =
          field.unicodeScalars.first.map { "=+-@＝＋－＠\t\r\n".unicodeScalars.contains($0) } ?? false
        #expect(!isLive || Double(field) != nil, "\(name): \(field.prefix(40))")
      }
    }
  }

  @Test("is the same bytes when it is made again")
  func deterministic() throws {
    #expect(
      try Self.files(Self.material(.planted(), key: "A-3"))
        == Self.files(Self.material(.planted(), key: "A-3"))
    )
  }

  /// The fields of a table, unquoted (RFC 4180).
  private static func fields(_ table: String) -> [String] {
    var fields: [String] = []
    var field = String.UnicodeScalarView()
    var isQuoted = false
    for scalar in table.unicodeScalars {
      if scalar == "\"" {
        isQuoted.toggle()
      } else if !isQuoted, scalar == "," || scalar == "\n" {
        fields.append(String(field))
        field = String.UnicodeScalarView()
      } else if isQuoted || scalar != "\r" {
        field.append(scalar)
      }
    }
    return fields
  }
}
