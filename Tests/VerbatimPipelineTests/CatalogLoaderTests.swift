import Testing
import VerbatimPipeline

@Suite("Loading a catalog")
struct CatalogLoaderTests {
  private let folder: Folder

  init() throws { folder = try Folder() }

  private func load(_ table: String) throws -> (catalog: Catalog, hash: String) {
    try CatalogLoader.load(try folder.write("catalog.csv", table))
  }

  private func refusal(_ table: String) throws -> String? {
    do {
      _ = try load(table)
      return nil
    } catch {
      return (error as? Diagnostic)?.description.replacing(folder.path + "/", with: "")
    }
  }

  @Test("reads the columns by their names, in any dialect")
  func columns() throws {
    for table in [
      "sku,gtin,name,aliases,category,supplier_id\nK-1,9520001042003,Rapid Kettle,kettle;pot,Kitchen,S-1\n",
      "gtin;name;sku;aliases;category;supplier_id\n9520001042003;Rapid Kettle;K-1;\"kettle;pot\";Kitchen;S-1\n",
      "sku\tgtin\tname\taliases\tcategory\tsupplier_id\nK-1\t9520001042003\tRapid Kettle\tkettle;pot\tKitchen\tS-1",
    ] {
      let catalog = try load(table).catalog
      #expect(catalog.diagnostics == [])
      let product = try #require(catalog.product(sku: "k-1"))
      #expect(product.gtin?.digits14 == "09520001042003")
      #expect(product.name == "Rapid Kettle")
      #expect(product.aliases == ["kettle", "pot"])
      #expect(product.category == "Kitchen")
      #expect(product.suppliers.map(\.id) == ["S-1"])
    }
  }

  @Test(
    "knows the names of shop systems",
    arguments: [
      "Variant SKU,Variant Barcode,Title,Vendor", "ITEM-NUMBER,EAN,Product Name,Manufacturer",
      "article_no,UPC,title,supplier", "\u{FEFF}Item ID,barcode,product-name,Supplier",
    ]
  )
  func names(header: String) throws {
    let catalog = try load(header + "\nK-1,9520001042003,Rapid Kettle,Brightwell\n").catalog
    let product = try #require(catalog.product(sku: "K-1"))
    #expect(product.gtin?.digits14 == "09520001042003")
    #expect(product.name == "Rapid Kettle")
    #expect(product.suppliers.map(\.name) == ["Brightwell"])
  }

  @Test("tells of rows by their line and keeps the others")
  func rows() throws {
    let catalog = try load(
      "sku,gtin,name\nK-1,9520001042004,Kettle\n,9520001042379,Toaster\nK-3,,Lamp\n"
    ).catalog
    #expect(catalog.products.map(\.sku.value) == ["K-1", "K-3"])
    #expect(
      catalog.diagnostics.map { $0.description.replacing(folder.path + "/", with: "") } == [
        """
        catalog.csv:2: warning: the GTIN `9520001042004` should end in 3 [V4002]
          hint: compare it with the label
        """,
        """
        catalog.csv:3: error: the row has no SKU [V4001]
          hint: fill the column `sku`
        """,
      ]
    )
  }

  @Test("tells of a quote that is never closed")
  func openQuote() throws {
    let catalog = try load(
      "sku,name\nK-1,\"Rapid, red\"\nK-2,\"Kettle\nK-3,Lamp\nK-4,Pan\n"
    ).catalog
    #expect(catalog.product(sku: "K-1")?.name == "Rapid, red")
    #expect(catalog.products.map(\.sku.value) == ["K-1", "K-3", "K-4"])
    #expect(catalog.diagnostics.map(\.code) == [.quoteNeverClosed])
    #expect(catalog.diagnostics.map(\.location.line) == [3])
  }

  @Test("is refused without a column for the SKU")
  func noSKU() throws {
    #expect(
      try refusal("code,name\nK-1,Kettle\n") == """
        catalog.csv:1: error: the catalog has no column `sku`; its columns are code, name [V4001]
          hint: the columns of a catalog are sku, gtin, asin, mpn, id, variant_id, handle, url, \
        name, aliases, brand, category, parent, option1, option2, option3, supplier_id, \
        supplier_name, supplier_gln, share, valid_from, valid_to, lot_from, lot_to
        """
    )
  }

  @Test("is refused when there is nothing in it")
  func empty() throws {
    #expect(try refusal("") == "catalog.csv: error: the catalog is empty [V1003]")
    #expect(throws: Diagnostic.self) { try CatalogLoader.load("\(folder.path)/none.csv") }
  }

  @Test(
    "gives a hash that changes with every cell and every column's name",
    arguments: [
      "sku,name\nK-1,Lamp\nK-2,Pan\n", "sku,name\nK-1,Kettle\nK-3,Pan\n",
      "sku,name\nK-1,Kettle\n", "sku,aliases\nK-1,Kettle\nK-2,Pan\n",
      "sku,name\nK-1,Kettle,K-2,Pan\n",
    ]
  )
  func hash(changed: String) throws {
    let table = "sku,name\nK-1,Kettle\nK-2,Pan\n"
    #expect(try load(table).hash == load(table).hash)
    #expect(try load(changed).hash != load(table).hash)
  }
}
