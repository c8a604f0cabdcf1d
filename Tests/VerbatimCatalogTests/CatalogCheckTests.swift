import Testing
import VerbatimCatalog
import VerbatimCore

@Suite("Checks of a catalog")
struct CatalogCheckTests {
  @Test("find shared numbers and everyday names")
  func findings() throws {
    let check = CatalogCheck(
      SampleCatalog.catalog([
        ["sku": "A", "gtin": "4006381333931", "name": "Heater", "aliases": "Fire;the one"],
        [
          "sku": "B", "gtin": "4006381333931", "name": "Dawn Lamp", "supplier_id": "x",
          "supplier_gln": "1",
        ],
      ]),
      words: try ShopFixture.mentionWords()
    )
    #expect(
      check.diagnostics.map(\.code) == [.aliasCommon, .aliasCommon, .glnDamaged, .gtinShared]
    )
    #expect(check.count == 4)
    #expect((check.articles, check.withGTIN, check.suppliers, check.families) == (2, 2, 1, 0))
    #expect(check.orders == nil)
  }

  @Test("count how orders and receipts fit")
  func fit() throws {
    var book = OrderBook()
    var log = ReceivingLog()
    var row = LedgerRow()
    for (line, sku) in ["A", "a", "NEW", "NEW", "OTHER"].enumerated() {
      row.clear()
      row[.order] = "\(line)"
      row[.sku] = sku
      row[.lot] = "L1"
      row.day = line == 4 ? nil : Instant(iso8601: "2026-01-01")
      book.add(row, at: SourceLocation(file: "o.csv", line: line + 2))
      log.add(row, at: SourceLocation(file: "r.csv", line: line + 2))
    }
    let check = CatalogCheck(SampleCatalog.catalog([["sku": "A"]]), orders: book, receipts: log)
    let orders = try #require(check.orders)
    #expect((orders.rows, orders.known) == (5, 2))
    #expect(orders.unknown.map(\.code) == ["NEW", "OTHER"])
    #expect(check.receipts?.rows == 4)
    #expect(
      check.diagnostics.map(\.description) == [
        """
        r.csv:6: warning: the receipt lacks a day that can be read [V4012]
          hint: a receipt has a SKU, a lot and a day such as 2026-11-21
        """
      ]
    )
  }

  @Test("keep a thousand findings of a kind, and count all")
  func capped() {
    let catalog = SampleCatalog.catalog((0..<1_500).map { ["sku": "A\($0)", "name": "Lamp Lamp"] })
    #expect(catalog.diagnostics.count == Catalog.diagnosticLimit)
    #expect(catalog.diagnosticCount == 1_499)
    let found = SampleResolver(catalog).product(in: "my lamp lamp broke")
    #expect(found.candidates.count == 10)
    #expect(found.moreCandidates == 1_490)
  }

  @Test("a SKU that stands ten thousand times costs no more than as many SKUs")
  func repeated() {
    var catalog = Catalog()
    var row = CatalogRow()
    for line in 0..<10_000 {
      row.clear()
      row[.sku] = "SAME"
      row[.supplierID] = "S\(line)"
      catalog.add(row, at: SourceLocation(file: "c.csv", line: line + 2))
    }
    #expect(catalog.count == 1)
    #expect(catalog.diagnosticCount == 9_999)
  }

  @Test("a log tells the units of each lot of an article, and none where a receipt states none")
  func units() {
    var log = ReceivingLog()
    var row = LedgerRow()
    for (line, (sku, lot, quantity)) in [
      ("A-1", "L1", "600"), ("A-1", "L1", "400"), ("A-1", "L2", ""), ("A-1", "L3", "many"),
      ("A-1", "L4", "30"), ("A-1", "L4", ""), ("A-2", "L1", "9000"), ("A-2", "L5", "7"),
    ].enumerated() {
      row.clear()
      row[.sku] = sku
      row[.lot] = lot
      row[.quantity] = quantity
      row.day = Instant(iso8601: "2026-02-01")
      log.add(row, at: SourceLocation(file: "r.csv", line: line + 2))
    }
    #expect(log.units(of: ["A-1"]) == ["L1": 1000])
    #expect(log.units(of: ["A-1", "A-2"]) == ["L1": 10_000, "L5": 7])
    #expect(log.units(of: []).isEmpty)
  }
}
