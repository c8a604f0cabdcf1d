internal import VerbatimCore

/// The product of a review as its page states it.
struct StatedProduct {
  /// The product's names and numbers, as written.
  private(set) var product = FeedbackRecord.Product()
  /// The maker, where one is named beside the brand.
  private(set) var supplier: String?

  /// Reads a product item; addresses are seen from `base`.
  init(_ item: Int, in page: StructuredPage, base: String?) {
    product.name = page.words("name", of: item)
    product.brand = page.words("brand", of: item)
    supplier = page.words("manufacturer", of: item)
    product.sku = page.words("sku", of: item)
    product.mpn = page.words("mpn", of: item)
    product.asin = page.words("asin", of: item)
    product.url = page.address("url", of: item).map { PageAddress.absolute($0, from: base) }
    readNumbers(item, page)
  }

  /// A product of which only the name is stated.
  init(name: String) { product.name = name }

  private mutating func readNumbers(_ item: Int, _ page: StructuredPage) {
    var written: [String] = []
    for name in ["gtin", "gtin13", "gtin14", "gtin12", "gtin8", "ean", "upc"] {
      written += page.values(name, of: item).compactMap { page.words($0) }
    }
    for value in page.values("hasGS1DigitalLink", of: item) {
      if let gtin = page.words(value).flatMap(Self.gtin(inLink:)) { written.append(gtin) }
    }
    // A number whose check digit holds comes before one that only claims to be a GTIN.
    product.gtin = written.first { (try? GTIN(parsing: $0)) != nil } ?? written.first
    for value in page.values("isbn", of: item) { takeISBN(page.words(value)) }
    for value in page.values("productID", of: item) {
      guard let text = page.words(value) else { continue }
      let parts = text.split(separator: ":", maxSplits: 1)
      if parts.count == 2 {
        take(String(parts[1]), as: String(parts[0]))
      } else {
        take(text, as: "")
      }
    }
    for value in page.values("identifier", "additionalProperty", of: item) {
      guard case .item(let part) = value else {
        if let text = page.words(value) { take(text, as: "identifier") }
        continue
      }
      guard let kind = page.words("propertyID", "name", of: part),
        let text = page.words("value", of: part)
      else { continue }
      take(text, as: String(SchemaName.short(kind)))
    }
  }

  /// Takes a number of a named kind where none of its kind is known; one of no kind by its shape.
  private mutating func take(_ text: String, as kind: String) {
    let value = MarkupText.tokens(text).joined(separator: " ")
    guard !value.isEmpty else { return }
    switch kind.lowercased().filter({ $0.isLetter || $0.isNumber }) {
    case "gtin", "gtin8", "gtin12", "gtin13", "gtin14", "ean", "ean13", "upc":
      product.gtin = product.gtin ?? value
    case "isbn", "isbn10", "isbn13": takeISBN(value)
    case "asin": product.asin = product.asin ?? value
    case "mpn": product.mpn = product.mpn ?? value
    case "sku": product.sku = product.sku ?? value
    case "":
      if (try? GTIN(parsing: value)) != nil {
        product.gtin = product.gtin ?? value
      } else if ASIN(value) != nil {
        product.asin = product.asin ?? value
      } else {
        product.sku = product.sku ?? value
      }
    case "identifier":
      if (try? GTIN(parsing: value)) != nil { product.gtin = product.gtin ?? value }
    default: break
    }
  }

  private mutating func takeISBN(_ text: String?) {
    guard product.gtin == nil, let text, let isbn = ISBN(text) else { return }
    product.gtin = String(isbn.gtin.digits14.drop { $0 == "0" })
  }

  /// The number behind application identifier 01 of a GS1 Digital Link.
  private static func gtin(inLink link: String) -> String? {
    let steps = link.split(separator: "/")
    guard let key = steps.firstIndex(of: "01"), key + 1 < steps.count else { return nil }
    return String(steps[key + 1].prefix { $0.isASCII && $0.isNumber })
  }
}
