public import VerbatimCore
public import VerbatimText

/// Finds the article, its supplier and its lot for a piece of feedback.
///
/// Stated identifiers come first, then the product's page and name, then names in the text. What
/// is not clear stays open, with its candidates.
public final class ProductResolver: Sendable {
  /// The catalog.
  public let catalog: Catalog
  private let mentions: MentionFinder

  /// A resolver over a catalog.
  public init(_ catalog: Catalog, mentions: MentionFinder) {
    self.catalog = catalog
    self.mentions = mentions
  }

  /// How sure each way of finding an article is.
  ///
  /// Authored; to be replaced by measured shares.
  enum Confidence {
    static let field = 1.0
    static let fieldOutsideCatalog = 0.5
    static let identifier = 1.0
    static let url = 0.95
    static let statedName = 0.9
    static let codeInText = 0.85
    static let nameInText = 0.75
    static let aliasInText = 0.6
  }

  /// The article that a record is about.
  ///
  /// - Parameters:
  ///   - record: The record as its source states it.
  ///   - texts: Its title, text and customer turns, tokenised.
  /// - Returns: The article with how it was found; open, with candidates, when it is not clear.
  public func product(of record: FeedbackRecord, texts: [TokenizedText]) -> ProductResolution {
    let stated = record.product
    if let sku = stated.sku,
      let product = catalog.product(sku: sku)
        ?? catalog.product(sku: NormalizedText.form(of: sku))
    {
      return found(product, .field, Confidence.field, stated)
    }
    if let text = stated.gtin, let gtin = try? GTIN(parsing: text),
      let resolution = settled(catalog.products(gtin: gtin), .identifier, stated)
    {
      return resolution
    }
    if let text = stated.asin, let asin = ASIN(text),
      let resolution = settled(catalog.products(asin: asin), .identifier, stated)
    {
      return resolution
    }
    if let url = stated.url, let resolution = settled(products(url: url), .url, stated) {
      return resolution
    }
    if let name = stated.name {
      let named = catalog.products(named: name)
      if named.count == 1 { return found(named[0], .alias, Confidence.statedName, stated) }
      if named.count > 1 { return open(named, stated) }
    }
    // A product that the source states and the catalog lacks is not another one from the text.
    if stated.sku == nil, stated.name == nil {
      for text in texts {
        guard let mention = mentions.mentions(in: text) else { continue }
        let products = mention.products.map { catalog.products[$0] }
        guard products.count == 1 else { return open(products, stated) }
        switch mention.form {
        case .code: return found(products[0], .identifier, Confidence.codeInText, stated)
        case .name: return found(products[0], .alias, Confidence.nameInText, stated)
        case .alias: return found(products[0], .alias, Confidence.aliasInText, stated)
        }
      }
    }
    var resolution = ProductResolution()
    resolution.name = stated.name
    resolution.gtin14 = stated.gtin.flatMap { try? GTIN(parsing: $0) }?.digits14
    resolution.asin = stated.asin.flatMap { ASIN($0) }?.value
    if let sku = stated.sku.flatMap({ SKU($0) }) {
      resolution.sku = sku.value
      resolution.method = .field
      resolution.confidence = catalog.isEmpty ? Confidence.field : Confidence.fieldOutsideCatalog
    }
    return resolution
  }

  /// The one article, the candidates when there are several, nil when there is none.
  private func settled(
    _ products: [CatalogProduct],
    _ method: ProductResolution.Method,
    _ stated: FeedbackRecord.Product
  ) -> ProductResolution? {
    guard let first = products.first else { return nil }
    guard products.count == 1 else { return open(products, stated) }
    return found(first, method, method == .url ? Confidence.url : Confidence.identifier, stated)
  }

  private func found(
    _ product: CatalogProduct,
    _ method: ProductResolution.Method,
    _ confidence: Double,
    _ stated: FeedbackRecord.Product
  ) -> ProductResolution {
    var resolution = ProductResolution()
    resolution.sku = product.sku.value
    resolution.gtin14 = product.gtin?.digits14
    resolution.asin = product.asin?.value
    resolution.name = product.name
    resolution.category = product.category
    resolution.method = method
    resolution.confidence = confidence
    return resolution
  }

  private func open(
    _ products: [CatalogProduct],
    _ stated: FeedbackRecord.Product
  ) -> ProductResolution {
    var resolution = ProductResolution()
    resolution.name = stated.name
    let share = (100 / Double(products.count)).rounded() / 100
    resolution.candidates = products.map { .init(sku: $0.sku.value, confidence: share) }
    return resolution
  }

  /// The article whose SKU, ASIN or GTIN is a part of a page's path.
  private func products(url: String) -> [CatalogProduct] {
    let path = url.split { $0 == "?" || $0 == "#" }.first.map(String.init) ?? url
    for piece in path.split(separator: "/").reversed() {
      let name = piece.hasSuffix(".html") ? String(piece.dropLast(5)) : String(piece)
      if let product = catalog.product(sku: name) { return [product] }
      let numbered =
        ASIN(name).map { catalog.products(asin: $0) }
        ?? (try? GTIN(parsing: name)).map { catalog.products(gtin: $0) } ?? []
      if !numbered.isEmpty { return numbered }
    }
    return []
  }

  /// The lot, stated by the source or by the customer after a word such as "lot" or "batch".
  public func lot(of record: FeedbackRecord, texts: [TokenizedText]) -> LotResolution {
    var resolution = LotResolution()
    if let lot = record.lot?.trimmed, !lot.isEmpty {
      resolution.id = lot
      resolution.status = .confirmed
      return resolution
    }
    for text in texts {
      guard let lot = mentions.lotCue.lot(in: text) else { continue }
      resolution.id = lot
      resolution.status = .confirmed
      return resolution
    }
    return resolution
  }

  /// The supplier of an article at a time, or of a lot.
  public func supplier(
    of record: FeedbackRecord,
    product: ProductResolution,
    lot: LotResolution
  ) -> SupplierResolution {
    var resolution = SupplierResolution()
    let periods = product.sku.flatMap { catalog.product(sku: $0) }?.suppliers ?? []
    if let stated = record.supplier?.trimmed, !stated.isEmpty {
      let known = periods.first {
        $0.id == stated || $0.name.map(Catalog.nameKey) == Catalog.nameKey(stated)
      }
      resolution.id = known?.id ?? stated
      resolution.name = known?.name
      resolution.method = .field
      resolution.confidence = 1
      return resolution
    }
    func settle(_ period: SupplierPeriod, _ method: SupplierResolution.Method, _ sure: Double) {
      resolution.id = period.id
      resolution.name = period.name
      resolution.method = method
      resolution.confidence = sure
    }
    let distinct = Set(periods.map(\.id))
    if distinct.count == 1, let period = periods.first {
      settle(period, .only, 1)
      return resolution
    }
    if let id = lot.id {
      let holding = periods.filter { $0.contains(lot: id) == true }
      if Set(holding.map(\.id)).count == 1, let period = holding.first {
        settle(period, .lot, 0.95)
        return resolution
      }
    }
    if let time = record.occurredAt {
      let holding = periods.filter { $0.contains(time) }
      if Set(holding.map(\.id)).count == 1, let period = holding.first {
        // Goods sold near the change may be of the supplier before.
        settle(period, .period, 0.8)
        return resolution
      }
      resolution.candidates = Set(holding.map(\.id)).sorted()
    }
    if resolution.candidates.isEmpty { resolution.candidates = distinct.sorted() }
    return resolution
  }
}
