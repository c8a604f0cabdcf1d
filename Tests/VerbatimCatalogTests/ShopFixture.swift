import Foundation
import VerbatimCatalog
import VerbatimCore
import VerbatimTestSupport
import VerbatimText

/// A generated shop, read through the catalog and resolved with the shipped words.
struct ShopFixture {
  let shop: GeneratedShop
  let resolver: ProductResolver
  private let tokenizer: Tokenizer

  /// A shop with orders and receipts, if any.
  init(
    _ shop: GeneratedShop,
    orders: OrderBook = OrderBook(),
    receipts: ReceivingLog = ReceivingLog()
  ) throws {
    self.shop = shop
    var words = Vocabulary.Builder()
    let finder = MentionFinder.Builder(
      Self.catalog(shop),
      words: try Self.mentionWords(),
      vocabulary: &words
    )
    let vocabulary = words.freeze()
    resolver = ProductResolver(finder.freeze(vocabulary), orders: orders, receipts: receipts)
    tokenizer = Tokenizer(
      vocabulary: vocabulary,
      clauseOpeners: [],
      clauseJoiners: [],
      subjects: []
    )
  }

  static func catalog(_ shop: GeneratedShop) -> Catalog {
    var catalog = Catalog()
    var row = CatalogRow()
    for (index, article) in shop.articles.enumerated() {
      row.clear()
      row[.sku] = article.sku
      row[.gtin] = article.gtin
      row[.asin] = article.asin
      row[.mpn] = article.mpn
      row[.id] = String(article.productID)
      row[.variantID] = String(article.variantID)
      row[.handle] = article.handle
      row[.brand] = article.brand
      row[.name] = article.name
      row[.aliases] = article.alias
      row[.category] = article.category
      row[.option1] = article.option
      row[.parent] = article.family
      row[.supplierID] = article.supplier
      catalog.add(row, at: SourceLocation(file: "shop.csv", line: index + 2))
    }
    return catalog
  }

  /// The words that are shipped, read from the package's folder.
  static func mentionWords() throws -> MentionWords {
    guard let root = PackageRoot.url() else { return MentionWords() }
    let tables = try MentionWords.files.map { name, columns in
      let url = root.appendingPathComponent("lexicons/\(name)")
      return try TableFile(path: name, bytes: Array(Data(contentsOf: url)), columns: columns)
    }
    return MentionWords(
      tables,
      functionWords: "the a an my our this that it is in on of for to and or one no not i we"
        .split(separator: " ").map(String.init),
      language: PhraseLanguage(irregular: [:], classes: [:])
    )
  }

  func tokens(_ text: String) -> TokenizedText {
    var tokens = TokenizedText()
    tokens.bytes = Array(text.utf8)
    var scratch = Tokenizer.Scratch()
    tokenizer.tokenize(&tokens, scratch: &scratch)
    return tokens
  }

  /// The record of a piece of generated feedback.
  static func record(_ feedback: GeneratedShop.Feedback) -> FeedbackRecord {
    var record = FeedbackRecord(source: .init(kind: .review, format: "review-csv", file: "r.csv"))
    func stated(_ text: String) -> String? { text.isEmpty ? nil : text }
    record.product.sku = stated(feedback.sku)
    record.product.gtin = stated(feedback.gtin)
    record.product.asin = stated(feedback.asin)
    record.product.mpn = stated(feedback.mpn)
    record.product.brand = stated(feedback.brand)
    record.product.url = stated(feedback.url)
    record.orderID = stated(feedback.order)
    record.text = stated(feedback.text)
    return record
  }

  func product(_ feedback: GeneratedShop.Feedback) -> ProductResolution {
    resolver.product(of: Self.record(feedback), texts: [tokens(feedback.text)])
  }
}
