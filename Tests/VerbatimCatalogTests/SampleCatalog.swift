import VerbatimCatalog
import VerbatimCore
import VerbatimText

/// A small shop.
enum SampleCatalog {
  /// Three articles: a kettle of two suppliers in turn, and two lamps that share an alias.
  static let rows: [[String: String]] = [
    [
      "sku": "KT-200", "gtin": "036000291452", "asin": "B00KETTLE1", "name": "Brisk Kettle",
      "aliases": "tea kettle; BriskBoil", "category": "kitchen", "supplier_id": "north",
      "supplier_name": "North Works", "valid_to": "2026-03-31", "lot_from": "L100",
      "lot_to": "L199",
    ],
    [
      "sku": "KT-200", "supplier_id": "south", "supplier_name": "South Works",
      "valid_from": "2026-04-01", "lot_from": "L200", "lot_to": "L299",
    ],
    [
      "sku": "LAMP01", "gtin": "4006381333931", "name": "Dawn Lamp", "aliases": "night light",
      "category": "lamps", "supplier_id": "east",
    ],
    [
      "sku": "LAMP02", "gtin": "9780306406157", "name": "Dusk Lamp", "aliases": "night light",
      "category": "lamps",
    ],
  ]

  static let catalog = catalog(rows)

  /// A catalog of rows that stand on the lines from 2 on, under a header.
  static func catalog(_ rows: [[String: String]]) -> Catalog {
    var catalog = Catalog()
    for (index, row) in rows.enumerated() {
      catalog.add(row: row, at: SourceLocation(file: "catalog.csv", line: index + 2))
    }
    return catalog
  }
}

/// A resolver with the tokeniser that its texts need.
struct SampleResolver {
  let resolver: ProductResolver
  private let tokenizer: Tokenizer

  init(
    _ catalog: Catalog = SampleCatalog.catalog,
    words mentionWords: MentionWords = MentionWords(),
    orders: OrderBook = OrderBook()
  ) {
    var words = Vocabulary.Builder()
    let finder = MentionFinder.Builder(catalog, words: mentionWords, vocabulary: &words)
    let vocabulary = words.freeze()
    resolver = ProductResolver(finder.freeze(vocabulary), orders: orders)
    tokenizer = Tokenizer(
      vocabulary: vocabulary,
      clauseOpeners: [],
      clauseJoiners: [],
      subjects: []
    )
  }

  func tokens(_ text: String) -> TokenizedText {
    var tokens = TokenizedText()
    tokens.bytes = Array(text.utf8)
    var scratch = Tokenizer.Scratch()
    tokenizer.tokenize(&tokens, scratch: &scratch)
    return tokens
  }

  /// The article of a record with these facts and texts.
  func product(
    order: String? = nil,
    in texts: String...,
    category: String? = nil,
    stated change: (inout FeedbackRecord.Product) -> Void = { _ in }
  ) -> ProductResolution {
    var record = Self.record
    record.orderID = order
    record.dims["category"] = category
    change(&record.product)
    return resolver.product(of: record, texts: texts.map(tokens))
  }

  /// The lot of a record with these facts and texts.
  func lot(in texts: String..., stated lot: String? = nil) -> LotResolution {
    var record = Self.record
    record.lot = lot
    return resolver.lot(of: record, texts: texts.map(tokens))
  }

  /// The supplier of an article by the day, the lot and the supplier that a record states.
  func supplier(
    of sku: String?,
    on day: String? = nil,
    lot: String? = nil,
    order: String? = nil,
    stated supplier: String? = nil
  ) -> SupplierResolution {
    var record = Self.record
    record.occurredAt = day.flatMap { Instant(iso8601: $0) }
    record.lot = lot
    record.orderID = order
    record.supplier = supplier
    var product = ProductResolution()
    product.sku = sku
    return resolver.supplier(
      of: record,
      product: product,
      lot: resolver.lot(of: record, texts: [])
    )
  }

  private static var record: FeedbackRecord {
    FeedbackRecord(source: .init(kind: .review, format: "review-csv", file: "r.csv"))
  }
}
