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
