import Testing
import VerbatimCatalog
import VerbatimCore

@Suite("Suppliers")
struct SupplierTests {
  private let shop = SampleResolver()

  @Test(
    "are those of the period, both days included",
    arguments: [
      ("2025-01-01", "north", "North Works"), ("2026-03-31", "north", "North Works"),
      ("2026-03-31T23:59:59Z", "north", "North Works"), ("2026-04-01", "south", "South Works"),
      ("2026-04-01T00:00:00Z", "south", "South Works"), ("2030-01-01", "south", "South Works"),
    ]
  )
  func period(day: String, id: String, name: String) {
    let found = shop.supplier(of: "KT-200", on: day)
    #expect(found.id == id)
    #expect(found.name == name)
    #expect(found.method == .period)
    #expect(found.confidence == 0.8)
    #expect(found.candidates.isEmpty)
  }

  @Test(
    "are those of the lot, whatever the date",
    arguments: [
      ("L100", "north"), ("l150", "north"), ("L199", "north"), ("L200", "south"), ("L299", "south"),
    ]
  )
  func lot(lot: String, id: String) {
    let found = shop.supplier(of: "kt-200", on: "2026-03-01", lot: lot)
    #expect(found.id == id)
    #expect(found.method == .lot)
    #expect(found.confidence == 0.95)
  }

  @Test(
    "are those of the date when no period holds the lot",
    arguments: ["L300", "L1500", "X", "L15"]
  )
  func otherLot(lot: String) {
    let found = shop.supplier(of: "KT-200", on: "2026-05-01", lot: lot)
    #expect(found.id == "south")
    #expect(found.method == .period)
  }

  @Test("stay open without a date")
  func open() {
    let found = shop.supplier(of: "KT-200")
    #expect(found.id == nil)
    #expect(found.method == .none)
    #expect(found.confidence == 0)
    #expect(found.candidates == ["north", "south"])
  }

  @Test("stay open between those of overlapping periods, and between all in a gap")
  func openByDate() {
    let shop = SampleResolver(
      SampleCatalog.catalog([
        ["sku": "A-100", "supplier_id": "a", "valid_to": "2026-01-31"],
        ["sku": "A-100", "supplier_id": "c", "valid_from": "2026-01-01", "valid_to": "2026-02-28"],
        ["sku": "A-100", "supplier_id": "b", "valid_from": "2026-06-01"],
      ])
    )
    #expect(shop.supplier(of: "A-100", on: "2026-01-15").candidates == ["a", "c"])
    #expect(shop.supplier(of: "A-100", on: "2026-01-15").id == nil)
    #expect(shop.supplier(of: "A-100", on: "2026-04-01").candidates == ["a", "b", "c"])
    #expect(shop.supplier(of: "A-100", on: "2026-02-15").id == "c")
  }

  @Test("are the only one there is, whatever the date")
  func only() {
    let found = shop.supplier(of: "LAMP01", on: "1999-01-01")
    #expect(found.id == "east")
    #expect(found.name == nil)
    #expect(found.method == .only)
    #expect(found.confidence == 1)
    let twice = SampleResolver(
      SampleCatalog.catalog([
        ["sku": "A-100", "supplier_id": "a", "valid_to": "2026-01-31"],
        ["sku": "A-100", "supplier_id": "a", "valid_from": "2026-06-01"],
      ])
    )
    #expect(twice.supplier(of: "A-100").method == .only)
  }

  @Test(
    "are as stated before all else, by id or by name",
    arguments: [
      ("north", "north", "North Works"), ("NORTH  works", "north", "North Works"),
      (" south ", "south", "South Works"), ("somebody", "somebody", nil),
    ] as [(String, String, String?)]
  )
  func stated(text: String, id: String, name: String?) {
    let found = shop.supplier(of: "KT-200", on: "2026-05-01", lot: "L100", stated: text)
    #expect(found.id == id)
    #expect(found.name == name)
    #expect(found.method == .field)
    #expect(found.confidence == 1)
  }

  @Test("are none for an article without one", arguments: ["LAMP02", "unknown", nil] as [String?])
  func none(sku: String?) {
    #expect(shop.supplier(of: sku, on: "2026-05-01", lot: "L100") == SupplierResolution())
  }
}
