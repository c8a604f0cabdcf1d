import Testing
import VerbatimCatalog
import VerbatimCore

@Suite("Families of variants")
struct FamilyTests {
  private static let rows: [[String: String]] = [
    ["sku": "TEE", "name": "Ridge Tee"],
    ["sku": "TEE-RED", "name": "Ridge Tee", "parent": "TEE", "option1": "Red"],
    ["sku": "TEE-BLU", "name": "Ridge Tee", "parent": "TEE", "option1": "Blue"],
    ["sku": "CAP-S", "name": "Peak Cap", "parent": "CAP", "option1": "Small"],
    ["sku": "CAP-L", "name": "Peak Cap", "parent": "CAP", "option1": "Large"],
  ]
  private let shop = SampleResolver(SampleCatalog.catalog(rows))

  @Test("are what a text without an option is about")
  func family() {
    let head = shop.product(in: "My Ridge Tee shrank.")
    #expect(head.sku == "TEE")
    #expect(head.family == "TEE")
    #expect(head.candidates.map(\.sku) == ["TEE-RED", "TEE-BLU"])
    let headless = shop.product(in: "The peak cap faded.")
    #expect(headless.sku == nil)
    #expect(headless.family == "CAP")
    #expect(headless.name == "Peak Cap")
    #expect(
      headless.candidates == [
        .init(sku: "CAP-S", confidence: 0.5), .init(sku: "CAP-L", confidence: 0.5),
      ]
    )
  }

  @Test("give way to the variant whose option is named")
  func option() {
    #expect(shop.product(in: "My Ridge Tee in red shrank.").sku == "TEE-RED")
    #expect(shop.product(in: "The peak cap, large, faded.").sku == "CAP-L")
    #expect(shop.product(in: "Ridge Tee, red or blue?").sku == "TEE")
    #expect(shop.product { $0.sku = "tee-blu" }.sku == "TEE-BLU")
  }

  @Test("are told of when they run in a circle, and make none")
  func circle() {
    var catalog = SampleCatalog.catalog([
      ["sku": "A", "parent": "B"], ["sku": "B", "parent": "C"], ["sku": "C", "parent": "A"],
      ["sku": "D", "parent": "A"], ["sku": "E", "parent": "E"], ["sku": "F", "parent": "GONE"],
    ])
    catalog.finish()
    #expect(
      catalog.diagnostics.map(\.description) == [
        """
        catalog.csv:2: warning: `A` is its own parent, by way of `B`, `C` [V4008]
          hint: name the family's own code as the parent of each variant
        """,
        """
        catalog.csv:7: warning: the parent `GONE` of `F` is not in the catalog and has no other \
        variant [V4008]
          hint: compare the spelling of the parent's code
        """,
      ]
    )
    #expect(catalog.products.allSatisfy { $0.family == nil })
  }

  @Test("a page's address names its article where there is no handle")
  func pages() {
    let shop = SampleResolver(
      SampleCatalog.catalog([
        ["sku": "P-1", "url": "https://s.example/de/clay-pot.html?x=1"],
        ["sku": "P-2", "url": "https://s.example/de/clay-cup.html"],
      ])
    )
    #expect(shop.product { $0.url = "https://s.example/en/clay-pot.html" }.sku == "P-1")
    #expect(shop.product { $0.url = "/clay-cup/" }.sku == "P-2")
  }

  @Test("are read from a shop's export, whose rows share a handle")
  func handle() {
    let catalog = SampleCatalog.catalog([
      ["sku": "P-S", "handle": "pot", "name": "Clay Pot", "brand": "Mud", "option1": "Small"],
      ["sku": "P-L", "handle": "pot", "option1": "Large"], ["handle": "pot"],
      ["handle": "cup", "name": "Clay Cup"], ["handle": "cup", "option1": "Blue"],
    ])
    #expect(catalog.diagnostics.isEmpty)
    #expect(catalog.products.map(\.sku.value) == ["P-S", "P-L", "cup"])
    let shop = SampleResolver(catalog)
    #expect(shop.product { $0.url = "https://s.example/products/pot" }.family == "pot")
    #expect(shop.product(in: "the clay pot, small one, broke").sku == "P-S")
    #expect(shop.product { $0.sku = "cup" }.name == "Clay Cup")
  }
}
