import Testing
import VerbatimCatalog
import VerbatimCore

@Suite("Articles from orders")
struct OrderTests {
  private static let catalog = SampleCatalog.catalog([
    ["sku": "KT-200", "name": "Brisk Kettle", "category": "Kitchen"],
    ["sku": "LAMP01", "name": "Dawn Lamp", "category": "Lamps", "aliases": "Glow"],
    ["sku": "TENT-9", "name": "Ridge Tent", "supplier_id": "a"],
    ["sku": "TENT-9", "supplier_id": "b", "valid_from": "2026-01-01"],
  ])

  /// Orders of one, two and three lines, and one with an article that the catalog lacks.
  private static func book() -> OrderBook {
    var book = OrderBook()
    var row = LedgerRow()
    for (line, (order, sku, supplier)) in [
      ("#1001", "kt-200", ""), ("1002", "KT-200", ""), ("1002", "LAMP01", ""),
      ("1003", "LAMP01", ""), ("1003", "GONE-1", ""), ("1004", "TENT-9", "b"),
    ].enumerated() {
      row.clear()
      row[.order] = order
      row[.sku] = sku
      row[.supplier] = supplier
      row.day = Instant(iso8601: "2026-02-01")
      book.add(row, at: SourceLocation(file: "orders.csv", line: line + 2))
    }
    return book
  }

  private let shop = SampleResolver(catalog, orders: book())

  @Test("an order of one line is about its article", arguments: ["#1001", "1001", " 01001"])
  func single(order: String) {
    let found = shop.product(order: order, in: "It broke.")
    #expect(found.sku == "KT-200")
    #expect(found.method == .orderLine)
    #expect(found.confidence == 0.97)
  }

  @Test(
    "an order of several gives all, unless the text names one",
    arguments: [
      ("It broke.", nil, 0), ("The Dawn Lamp broke", "LAMP01", 0.95),
      ("the glow is gone", "LAMP01", 0.95), ("The kettle leaks", "KT-200", 0.85),
      ("both lamps and kettle", nil, 0), ("My KT-200 leaks", "KT-200", 0.95),
    ] as [(String, String?, Double)]
  )
  func several(text: String, sku: String?, confidence: Double) {
    let found = shop.product(order: "1002", in: text)
    #expect(found.sku == sku)
    #expect(found.confidence == confidence)
    if sku == nil {
      #expect(found.candidates.map(\.sku) == ["KT-200", "LAMP01"])
      #expect(found.notes == [.several])
    }
  }

  @Test("an order with an article that the catalog lacks is not clear")
  func incomplete() {
    let found = shop.product(order: "1003", in: "It broke.")
    #expect(found.sku == nil)
    #expect(found.candidates == [.init(sku: "LAMP01", confidence: 0.5)])
    #expect(found.moreCandidates == 1)
    #expect(shop.product(order: "1003", in: "") { $0.sku = "GONE-1" }.sku == "GONE-1")
    #expect(shop.product(order: "1009", in: "It broke.") == ProductResolution())
  }

  @Test("what the source states comes first")
  func stated() {
    #expect(shop.product(order: "1001", in: "") { $0.sku = "TENT-9" }.sku == "TENT-9")
    #expect(shop.product(order: "1001", in: "") { $0.sku = "FNSKU-77" }.sku == "KT-200")
  }

  @Test("the line's supplier is the supplier")
  func supplier() {
    let found = shop.supplier(of: "TENT-9", on: "2026-02-01", order: "1004")
    #expect(found.id == "b")
    #expect(found.method == .orderLine)
  }

  @Test("lines without an order or an article are told of or passed over")
  func rows() {
    var book = OrderBook()
    var row = LedgerRow()
    row[.sku] = "KT-200"
    book.add(row, at: SourceLocation(file: "o.csv", line: 2))
    row.clear()
    row[.order] = "1"
    book.add(row, at: SourceLocation(file: "o.csv", line: 3))
    #expect(book.count == 0)
    #expect(book.diagnostics.map(\.code) == [.orderRow])
    #expect(
      LedgerColumn.roles(of: ["Name", "Lineitem sku", "Created at", "?"]) == [
        .order, .sku, .date, nil,
      ]
    )
  }
}
