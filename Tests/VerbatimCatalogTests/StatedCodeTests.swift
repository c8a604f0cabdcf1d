import Testing
import VerbatimCatalog
import VerbatimCore

@Suite("Stated codes in the spellings of shops")
struct StatedCodeTests {
  private static let catalog = SampleCatalog.catalog([
    [
      "sku": "KT-200", "gtin": "4006381333931", "name": "Brisk Kettle", "mpn": "BK 200/A",
      "brand": "Brisk", "id": "555", "variant_id": "777", "handle": "brisk-kettle",
    ],
    ["sku": "00412", "name": "Dawn Lamp", "id": "556"],
    ["sku": "AB-12", "name": "Cup"], ["sku": "AB12", "name": "Mug"],
  ])
  private let shop = SampleResolver(catalog)

  @Test(
    "lead to the article",
    arguments: [
      ("kt200", "KT-200", "field", 0.98), ("KT_200", "KT-200", "field", 0.98),
      ("KT – 200", "KT-200", "field", 0.98), ("'KT-200", "KT-200", "field", 1),
      ("412", "00412", "field", 0.98), ("gid://shopify/Product/555", "KT-200", "identifier", 0.97),
      ("gid://shopify/ProductVariant/777", "KT-200", "identifier", 0.97),
      ("shopify_US_555_777", "KT-200", "identifier", 0.97),
      ("4006381333931", "KT-200", "identifier", 1), ("brisk-kettle", "KT-200", "identifier", 0.97),
      ("BK-200A", "KT-200", "identifier", 0.97), ("AMZ-KT-200", "KT-200", "field", 0.95),
      ("KT-200-FBA", "KT-200", "field", 0.95), ("AB-12", "AB-12", "field", 1),
      ("(01)04006381333931(10)L1", "KT-200", "identifier", 1),
      ("https://id.example/01/04006381333931", "KT-200", "url", 0.95),
    ] as [(String, String, String, Double)]
  )
  func spellings(text: String, sku: String, method: String, confidence: Double) {
    let found = shop.product { $0.sku = text }
    #expect(found.sku == sku)
    #expect(found.method.rawValue == method)
    #expect(found.confidence == confidence)
  }

  @Test(
    "stay as stated when nothing bears them out",
    arguments: [
      "KT-200-7", "KT-2000", "X-KT-200-Y", "gid://shopify/Product/9", "kt-200-red", "40", "",
    ]
  )
  func unknown(text: String) {
    let found = shop.product { $0.sku = text }
    #expect(found.confidence <= 0.5)
    #expect(found.gtin14 == nil)
  }

  @Test("stay open when a spelling fits two")
  func two() {
    #expect(shop.product { $0.sku = "ab 12" }.sku == "AB12")
    let open = shop.product { $0.sku = "ab_12" }
    #expect(open.sku == nil)
    #expect(open.candidates.map(\.sku) == ["AB12", "AB-12"])
  }

  @Test("of a bundle give all that are in it")
  func bundle() {
    let found = shop.product { $0.sku = "KT-200+00412" }
    #expect(found.sku == nil)
    #expect(found.candidates.map(\.sku) == ["KT-200", "00412"])
    #expect(found.notes == [.several])
    #expect(shop.product { $0.sku = "KT-200+NEW" }.candidates.isEmpty)
  }

  @Test("shortened by a spreadsheet are told of, not guessed")
  func shortened() {
    #expect(shop.product { $0.gtin = "4.00638E+12" }.notes == [.scientificNotation])
    #expect(shop.product { $0.sku = "4.12E+02" }.notes == [.scientificNotation])
    #expect(shop.product { $0.gtin = "4006381333932" }.notes == [.checkDigit])
  }

  @Test("several trade numbers of one review are its candidates")
  func numbers() {
    let found = shop.product { $0.gtin = "4006381333931, 9780306406157" }
    #expect(found.sku == "KT-200")
    #expect(found.notes == [.several])
  }

  @Test("a part number counts with its brand")
  func partNumber() {
    #expect(
      shop.product {
        $0.mpn = "bk200a"
        $0.brand = "Brisk"
      }.sku == "KT-200"
    )
  }
}
