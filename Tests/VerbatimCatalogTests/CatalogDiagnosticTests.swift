import Testing
import VerbatimCatalog
import VerbatimCore

@Suite("Diagnostics of catalogs")
struct CatalogDiagnosticTests {
  private func printed(_ rows: [[String: String]]) -> [String] {
    SampleCatalog.catalog(rows).diagnostics.map(\.description)
  }

  @Test("are none for a sound catalog but for its shared alias")
  func sound() {
    #expect(
      printed(SampleCatalog.rows) == [
        """
        catalog.csv:5: warning: `night light` names both `LAMP01` and `LAMP02` [V4005]
          hint: a text that says only this stays unresolved, with both as candidates
        """
      ]
    )
  }

  @Test("tell of a row without a SKU", arguments: [[:], ["sku": " "], ["name": "Lamp"]])
  func noSKU(row: [String: String]) {
    #expect(
      printed([row]) == [
        "catalog.csv:2: error: the row has no SKU [V4001]\n  hint: fill the column `sku`"
      ]
    )
  }

  @Test(
    "tell of a GTIN that is none",
    arguments: [
      (
        "036000291453",
        """
        the GTIN `036000291453` should end in 2 [V4002]
          hint: compare it with the label
        """
      ),
      (
        "3.6E+10",
        """
        the GTIN `3.6E+10` was shortened by a spreadsheet [V4003]
          hint: export the column as text
        """
      ),
      ("n/a", "`n/a` is no GTIN of an article [V4003]"),
      ("2000000000008", "`2000000000008` is no GTIN of an article [V4003]"),
    ]
  )
  func gtin(text: String, message: String) {
    let catalog = SampleCatalog.catalog([["sku": "A", "gtin": text]])
    #expect(catalog.diagnostics.map(\.description) == ["catalog.csv:2: warning: \(message)"])
    #expect(catalog.product(sku: "a")?.gtin == nil)
  }

  @Test("tell of a SKU that stands twice without a supplier")
  func skuTwice() {
    #expect(
      printed([["sku": "A 1", "supplier_id": "x"], ["sku": "a1"]]) == [
        """
        catalog.csv:3: warning: `a1` stands twice and names no supplier [V4004]
          hint: keep one row, or give each a supplier and a period
        """
      ]
    )
  }

  @Test("tell of one supplier twice at the same time")
  func sameSupplier() {
    #expect(
      printed([
        ["sku": "A", "supplier_id": "x"],
        ["sku": "A", "supplier_id": "x", "valid_from": "2026-01-01"],
      ]) == [
        """
        catalog.csv:3: warning: `A` has the same supplier at the same time; the other row is \
        line 2 [V4004]
          hint: set valid_to of the earlier row before valid_from of the later
        """
      ]
    )
  }

  @Test("tell of two suppliers at the same time, if only for a day")
  func twoSuppliers() {
    func rows(_ last: String) -> [[String: String]] {
      [
        ["sku": "A", "supplier_id": "x", "valid_to": last],
        ["sku": "A", "supplier_id": "y", "valid_from": "2026-04-01"],
      ]
    }
    #expect(printed(rows("2026-03-31")).isEmpty)
    #expect(
      printed(rows("2026-04-01")) == [
        """
        catalog.csv:3: warning: `A` has two suppliers, x and y, at the same time; the other row \
        is line 2 [V4006]
          hint: set valid_to of the earlier row before valid_from of the later
        """
      ]
    )
  }

  @Test("do not tell of two suppliers whose lots differ")
  func dividedByLot() {
    #expect(
      printed([
        ["sku": "A", "supplier_id": "x", "lot_from": "L100", "lot_to": "L199"],
        ["sku": "A", "supplier_id": "y", "lot_from": "L200", "lot_to": "L299"],
      ]).isEmpty
    )
  }

  @Test("tell of dates that are none, and of periods that end before they start")
  func dates() {
    #expect(
      printed([
        ["sku": "A", "supplier_id": "x", "valid_from": "01.04.2026", "valid_to": "2026-02-30"],
        ["sku": "B", "supplier_id": "x", "valid_from": "2026-04-01", "valid_to": "2026-03-31"],
      ]) == [
        """
        catalog.csv:2: warning: `01.04.2026` in valid_from is no date [V4006]
          hint: write it as 2026-11-21
        """,
        """
        catalog.csv:2: warning: `2026-02-30` in valid_to is no date [V4006]
          hint: write it as 2026-11-21
        """,
        "catalog.csv:3: warning: the period ends on 2026-03-31, before it starts [V4006]",
      ]
    )
  }

  @Test("do not tell of an alias that repeats its own article's name")
  func ownName() {
    let catalog = SampleCatalog.catalog([
      [
        "sku": "A", "name": "Brisk Kettle",
        "aliases": "brisk kettle; BRISK-KETTLE;;  ; Brisk Kettle",
      ]
    ])
    #expect(catalog.diagnostics.isEmpty)
    #expect(catalog.products(named: "brisk kettle").map(\.sku.value) == ["A"])
  }

  @Test("cost only what they tell of")
  func kept() {
    let catalog = SampleCatalog.catalog([
      ["sku": ""],
      ["sku": "A", "gtin": "1", "asin": "?", "category": " toys ", "supplier_name": "North"],
      ["sku": "B"],
    ])
    #expect(catalog.products.map(\.sku.value) == ["A", "B"])
    #expect(catalog.products.first?.name == "A")
    #expect(catalog.products.first?.category == "toys")
    #expect(catalog.products.first?.suppliers.map(\.id) == ["North"])
    #expect(!catalog.isEmpty)
    #expect(Catalog().isEmpty)
  }
}
