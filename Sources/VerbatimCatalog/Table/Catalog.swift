public import VerbatimCore

/// The shop's articles, found by code, trade number, part number, address or name.
///
/// Rows are kept as places in one row of bytes and by number, so that a million of them fit in some
/// hundred megabytes; ``CatalogProduct`` is made when one is asked for.
public struct Catalog: Sendable {
  /// The columns a catalog may have; only `sku` is needed.
  public static let columns = CatalogColumn.allCases.map(\.name)
  /// How many diagnostics of a code are kept; ``diagnosticCount`` is always whole.
  public static let diagnosticLimit = 1000

  var articles: [Article] = []
  var periods: [StoredPeriod] = []
  var texts = TextArena()
  var families = Families()
  /// What is wrong with the file, by row; at most a thousand of each code.
  public private(set) var diagnostics: [Diagnostic] = []
  /// How many things are wrong with the file.
  public private(set) var diagnosticCount = 0
  private var diagnosticCounts: [DiagnosticCode: Int] = [:]
  private(set) var file = ""
  var isFinished = false

  var bySKU = KeyIndex()
  /// By a loose spelling that differs from the exact one.
  var byLooseSKU = KeyIndex()
  var byGTIN = KeyIndex()
  var byASIN = KeyIndex()
  var byMPN = KeyIndex()
  var byName = KeyIndex()
  /// By handle, and by the shop's own numbers of products and variants.
  var byHandle = KeyIndex()
  var byNumber = KeyIndex()

  /// An empty catalog: nothing resolves but what a source states.
  public init() {}

  /// Whether there is no article.
  public var isEmpty: Bool { articles.isEmpty }
  /// How many articles there are.
  public var count: Int { articles.count }

  /// Keeps what was wrong with a row.
  public mutating func note(_ diagnostic: Diagnostic) {
    diagnosticCount += 1
    diagnosticCounts[diagnostic.code, default: 0] += 1
    guard diagnosticCounts[diagnostic.code, default: 0] <= Self.diagnosticLimit else { return }
    diagnostics.append(diagnostic)
  }

  /// Takes the file's name from the first row.
  mutating func stand(in file: String) { if self.file.isEmpty { self.file = file } }

  // MARK: Articles

  /// All articles, in the order of the file; each is made anew.
  ///
  /// - Complexity: O(*n*), with some microseconds an article.
  public var products: [CatalogProduct] { articles.indices.map { self[$0] } }

  /// An article by its place in the file.
  public subscript(index: Int) -> CatalogProduct {
    let article = articles[index]
    let sku = texts.text(article.sku)
    // A code that was taken in is one.
    return CatalogProduct(
      sku: SKU(sku) ?? SKU.unreadable,
      gtin: gtin(of: article),
      asin: texts.optional(article.asin).flatMap { ASIN($0) },
      mpn: texts.optional(article.mpn),
      name: article.name.isEmpty ? sku : texts.text(article.name),
      aliases: aliases(of: article),
      brand: texts.optional(article.brand),
      category: texts.optional(article.category),
      options: texts.optional(article.options),
      family: families.name(of: index),
      suppliers: suppliers(of: index)
    )
  }

  /// The code of an article.
  func sku(_ index: Int) -> String { texts.text(articles[index].sku) }

  /// What customers call an article.
  func aliases(of article: Article) -> [String] {
    guard !article.aliases.isEmpty else { return [] }
    return texts.text(article.aliases).split(separator: ";").map { String($0).trimmed }
      .filter { !$0.isEmpty }
  }

  func gtin(of article: Article) -> GTIN? {
    guard article.gtin != 0 else { return nil }
    let digits = String(article.gtin)
    return try? GTIN(
      parsing: String(repeating: "0", count: max(0, 14 - digits.utf8.count)) + digits
    )
  }

  /// The last periods of an article's suppliers, in the order of the file.
  func suppliers(of index: Int, last limit: Int = 1000) -> [SupplierPeriod] {
    var result: [SupplierPeriod] = []
    var at = articles[index].lastPeriod
    while at >= 0, result.count < limit {
      result.append(period(Int(at)))
      at = periods[Int(at)].previous
    }
    return result.reversed()
  }

  func period(_ number: Int) -> SupplierPeriod {
    let period = periods[number]
    func day(_ day: Int32) -> Instant { Instant(seconds: Int64(day) * 86_400, precision: .day) }
    return SupplierPeriod(
      id: texts.shared[Int(period.supplier)],
      name: texts.optional(period.name),
      gln: texts.optional(period.gln).flatMap { GLN($0) },
      share: period.share > 0 ? Double(period.share) : nil,
      validFrom: period.from == .min ? nil : day(period.from),
      validTo: period.to == .max ? nil : day(period.to),
      lotFrom: texts.optional(period.lotFrom),
      lotTo: texts.optional(period.lotTo),
      location: SourceLocation(file: file, line: Int(period.line))
    )
  }

  // MARK: Looking up

  /// The article of a code, whatever its case and blanks.
  public func product(sku: String) -> CatalogProduct? { place(sku: sku).map { self[$0] } }

  /// The articles of a trade number; several when variants share it.
  public func products(gtin: GTIN) -> [CatalogProduct] {
    places(gtin: UInt64(gtin.digits14) ?? 0).map { self[$0] }
  }

  /// The articles of an Amazon number; several when variants share it.
  public func products(asin: ASIN) -> [CatalogProduct] { places(asin: asin.value).map { self[$0] } }

  /// The articles of a name or alias; several when the name is shared.
  public func products(named name: String) -> [CatalogProduct] {
    places(named: name).map { self[$0] }
  }
}

extension SKU {
  /// Stands where a stored code cannot be read back, which never happens.
  fileprivate static let unreadable: SKU = {
    guard let sku = SKU("?") else { preconditionFailure("a question mark is a code") }
    return sku
  }()
}
