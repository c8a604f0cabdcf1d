import Foundation
import Testing
import VerbatimPipeline
import VerbatimTestSupport

@Suite("A catalog out of Google's feed of products")
struct MerchantCatalogTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private static func path(_ name: String) -> String {
    (PackageRoot.url() ?? URL(fileURLWithPath: ".")).path
      + "/corpora/formats/google-merchant/\(name)"
  }

  @Test("reads RSS with Google's names, the shop's own category first")
  func products() throws {
    let catalog = try CatalogLoader.load(Self.path("products.xml"), isCheck: true).catalog
    #expect(catalog.diagnostics == [])
    let first = try #require(catalog.product(sku: "HOSE-20"))
    #expect(first.name == "Hose 20 m & coupling")
    #expect(first.gtin?.digits14 == "04006381333931")
    #expect(first.brand == "Rill")
    #expect(first.category == "Garden > Hoses")
    let second = try #require(catalog.product(sku: "HOSE-30"))
    #expect(second.name == "Hose 30 m")
    #expect(second.category == "Home & Garden")
  }

  @Test("reads Atom in another charset, under another prefix")
  func atom() throws {
    let catalog = try CatalogLoader.load(Self.path("atom.xml")).catalog
    #expect(catalog.product(sku: "KA-100")?.name == "Kessel für Tee")
  }

  @Test("a feed that breaks off is no catalog")
  func broken() throws {
    let fault = #expect(throws: Diagnostic.self) {
      try CatalogLoader.load(Self.path("hostile.xml"))
    }
    #expect(fault?.code == .feedDamaged)
    #expect((fault?.location.line ?? 0) > 1)
    let bomb = try folder.write(
      "bomb.xml",
      "<!DOCTYPE rss [<!ENTITY a 'b'>]><rss xmlns:g=\"http://base.google.com/ns/1.0\"></rss>"
    )
    let refused = #expect(throws: Diagnostic.self) { try CatalogLoader.load(bomb) }
    #expect(refused?.code == .feedRefused)
  }

  @Test("the same products are the same catalog in two forms")
  func twin() throws {
    let table = try folder.write(
      "feed.tsv",
      "id\ttitle\tlink\tgtin\tmpn\tbrand\titem_group_id\tproduct_type\tcolor\tsize\tmaterial\n"
        + "HOSE-20\tHose 20 m & coupling\thttps://garden.example/hose-20\t4006381333931\t2030\tRill\t"
        + "HOSE\tGarden > Hoses\t\t20 m\t\n"
        + "HOSE-30\tHose 30 m\thttps://garden.example/hose-30\t5901234123457\t\tRill\tHOSE\t"
        + "Home & Garden\t\t\t\n"
    )
    let feed = try CatalogLoader.load(Self.path("products.xml"))
    #expect(try CatalogLoader.load(table).hash == feed.hash)
  }
}
