import Testing
import VerbatimCatalog
import VerbatimCore

@Suite("Articles from what is stated")
struct ProductResolutionTests {
  private let shop = SampleResolver()

  @Test("carry all that the catalog knows")
  func whole() {
    var expected = ProductResolution()
    expected.sku = "KT-200"
    expected.gtin14 = "00036000291452"
    expected.asin = "B00KETTLE1"
    expected.name = "Brisk Kettle"
    expected.category = "kitchen"
    expected.method = .field
    expected.confidence = 1
    #expect(shop.product { $0.sku = "kt-200 " } == expected)
  }

  @Test(
    "are found by a SKU in letters that look the same",
    arguments: ["\u{41A}\u{422}-200", "ＫＴ-200"]
  )
  func lookalikes(sku: String) {
    #expect(shop.product { $0.sku = sku }.sku == "KT-200")
  }

  @Test("are found by each fact, the surest first")
  func order() {
    // Every fact names another article than the ones after it; taking them away one by one shows
    // which is asked first. A code and a number that disagree make the code less sure.
    let catalog = SampleCatalog.catalog([
      ["sku": "BY-SKU"], ["sku": "BY-GTIN", "gtin": "4006381333931"],
      ["sku": "BY-ASIN", "asin": "B000000001"], ["sku": "BY-URL"],
      ["sku": "BY-NAME", "name": "Named Thing"], ["sku": "BY-TEXT", "name": "Spoken Thing"],
    ])
    let shop = SampleResolver(catalog)
    var stated = FeedbackRecord.Product()
    stated.sku = "by-sku"
    stated.gtin = "4006381333931"
    stated.asin = "B000000001"
    stated.url = "https://shop.example/by-url"
    stated.name = "named thing"
    let steps: [(WritableKeyPath<FeedbackRecord.Product, String?>, String, String, Double)] = [
      (\.sku, "BY-SKU", "field", 0.8), (\.gtin, "BY-GTIN", "identifier", 1),
      (\.asin, "BY-ASIN", "identifier", 1), (\.url, "BY-URL", "url", 0.95),
      (\.name, "BY-NAME", "alias", 0.9),
    ]
    for (fact, sku, method, confidence) in steps {
      let found = shop.product(in: "My Spoken Thing broke.") { $0 = stated }
      #expect(found.sku == sku)
      #expect(found.method.rawValue == method)
      #expect(found.confidence == confidence)
      stated[keyPath: fact] = nil
    }
    let spoken = shop.product(in: "My Spoken Thing broke.") { $0 = stated }
    #expect(spoken.sku == "BY-TEXT")
    #expect(spoken.confidence == 0.75)
    #expect(shop.product(in: "It broke.") == ProductResolution())
  }

  @Test(
    "are found by a GTIN however it is written",
    arguments: [
      "036000291452", "36000291452", "0036000291452", "00036000291452", "0 36000 29145 2",
    ]
  )
  func gtin(text: String) {
    let found = shop.product { $0.gtin = text }
    #expect(found.sku == "KT-200")
    #expect(found.method == .identifier)
    #expect(found.confidence == 1)
  }

  @Test(
    "are found by their page",
    arguments: [
      ("https://shop.example/products/kt-200", "KT-200"),
      ("https://shop.example/products/KT-200.html?utm=1", "KT-200"),
      ("https://shop.example/KT-200/reviews/", "KT-200"),
      ("https://www.amazon.example/Kettle/dp/B00KETTLE1/ref=sr_1?th=1", "KT-200"),
      ("https://id.example/01/04006381333931/10/ABC", "LAMP01"), ("/p/4006381333931", "LAMP01"),
      ("https://shop.example/?sku=KT-200", "KT-200"), ("https://shop.example/products/other", nil),
      ("https://shop.example/p/brisk-kettle-kt-200?ref=mail", "KT-200"),
      ("https://shop.example/p/brisk-kettle", "KT-200"),
      ("", nil), ("?", nil), ("///", nil),
    ] as [(String, String?)]
  )
  func page(url: String, sku: String?) {
    let found = shop.product { $0.url = url }
    #expect(found.sku == sku)
    #expect(found.method == (sku == nil ? .none : .url))
    #expect(found.confidence == (sku == nil ? 0 : 0.95))
  }

  @Test("are found by a page that leads to a part of itself")
  func fragment() {
    #expect(shop.product { $0.url = "https://shop.example/kt-200#reviews" }.sku == "KT-200")
  }

  @Test(
    "are found by a stated name or alias, however it is spelt",
    arguments: [
      ("Brisk Kettle", "KT-200"), ("BRISK  KETTLE", "KT-200"), ("brisk-kettle", "KT-200"),
      ("briskboil", "KT-200"), ("Tea kettle", "KT-200"), ("ｄｕｓｋ lamp", "LAMP02"), ("Kettle", nil),
    ] as [(String, String?)]
  )
  func name(name: String, sku: String?) {
    let found = shop.product { $0.name = name }
    #expect(found.sku == sku)
    #expect(found.method == (sku == nil ? .none : .alias))
    #expect(found.confidence == (sku == nil ? 0 : 0.9))
  }

  @Test("stay open when a stated name is shared")
  func sharedName() {
    let found = shop.product { $0.name = "Night Light" }
    #expect(found.sku == nil)
    #expect(found.name == "Night Light")
    #expect(found.method == .none)
    #expect(found.confidence == 0)
    #expect(
      found.candidates == [
        .init(sku: "LAMP01", confidence: 0.5), .init(sku: "LAMP02", confidence: 0.5),
      ]
    )
  }

  @Test("stay open when a trade number is shared")
  func sharedNumber() {
    let shared = ["gtin": "4006381333931", "asin": "B000000001"]
    let shop = SampleResolver(
      SampleCatalog.catalog(["A-100", "A-200"].map { sku in shared.merging(["sku": sku]) { $1 } })
    )
    for found in [
      shop.product { $0.gtin = "4006381333931" }, shop.product { $0.asin = "B000000001" },
    ] {
      #expect(found.sku == nil)
      #expect(found.candidates.map(\.sku) == ["A-100", "A-200"])
    }
  }

  @Test("are as stated, and half sure, when the catalog lacks them")
  func unknown() {
    let found = shop.product(in: "The Brisk Kettle of my mother was better.") {
      $0.sku = " new-1 "
      $0.name = "New Thing"
      $0.gtin = "5012345678900"
      $0.asin = "B000000009"
    }
    #expect(found.sku == "new-1")
    #expect(found.name == "New Thing")
    #expect(found.gtin14 == "05012345678900")
    #expect(found.asin == "B000000009")
    #expect(found.method == .field)
    #expect(found.confidence == 0.5)
    #expect(found.candidates.isEmpty)
  }

  @Test("are as stated, and sure, when there is no catalog")
  func noCatalog() {
    let found = SampleResolver(Catalog()).product { $0.sku = "A1" }
    #expect(found.sku == "A1")
    #expect(found.method == .field)
    #expect(found.confidence == 1)
  }

  @Test("are not found by broken numbers")
  func broken() {
    let found = shop.product {
      $0.gtin = "036000291453"
      $0.asin = "b00kettle9"
    }
    var expected = ProductResolution()
    expected.notes = [.checkDigit]
    #expect(found == expected)
  }
}
