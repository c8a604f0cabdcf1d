public import VerbatimCore

/// What is wrong with a catalog and the files that go with it, and how far they fit together.
public struct CatalogCheck: Sendable {
  /// What rows of a file have an article of the catalog.
  public struct Fit: Hashable, Sendable {
    /// All rows.
    public var rows = 0
    /// Those whose article is in the catalog.
    public var known = 0
    /// The commonest codes that are not, with their rows, at most ten.
    public var unknown: [(code: String, rows: Int)] = []

    /// Two fits are equal when their numbers are.
    public static func == (left: Fit, right: Fit) -> Bool {
      left.rows == right.rows && left.known == right.known
        && left.unknown.elementsEqual(right.unknown, by: ==)
    }

    /// Takes in the numbers.
    public func hash(into hasher: inout Hasher) {
      hasher.combine(rows)
      hasher.combine(known)
    }
  }

  /// All that is wrong, file by file and line by line.
  public private(set) var diagnostics: [Diagnostic]
  /// How many things are wrong, those left out counted.
  public private(set) var count: Int
  /// How many articles there are.
  public let articles: Int
  /// How many of them have a trade number.
  public let withGTIN: Int
  /// How many suppliers there are.
  public let suppliers: Int
  /// How many families of variants there are.
  public let families: Int
  /// How the lines of orders fit; nil without orders.
  public let orders: Fit?
  /// How the receipts fit; nil without receipts.
  public let receipts: Fit?

  /// Checks a catalog.
  ///
  /// - Parameters:
  ///   - catalog: The catalog, as read.
  ///   - words: The words that are common.
  ///   - orders: The orders.
  ///   - receipts: The receipts.
  /// - Complexity: O(*n*).
  public init(
    _ catalog: Catalog,
    words: MentionWords = MentionWords(),
    orders: OrderBook? = nil,
    receipts: ReceivingLog? = nil
  ) {
    var catalog = catalog
    catalog.finish()
    catalog.noteSharedNumbers()
    catalog.noteCommonNames(words)
    diagnostics = catalog.diagnostics.enumerated().sorted { left, right in
      (left.element.location.line ?? 0, left.offset)
        < (right.element.location.line ?? 0, right.offset)
    }.map(\.element)
    count = catalog.diagnosticCount
    articles = catalog.count
    withGTIN = catalog.articles.reduce(0) { $0 + ($1.gtin == 0 ? 0 : 1) }
    suppliers = Set(catalog.periods.map(\.supplier)).count
    families = catalog.families.names.count
    if let orders {
      diagnostics += orders.diagnostics
      count += orders.diagnosticCount
    }
    if let receipts {
      diagnostics += receipts.diagnostics
      count += receipts.diagnosticCount
    }
    let checked = catalog
    self.orders = orders.map { book in
      Self.fit(book.lines) { line in
        (orders.map { $0.place(of: line, in: checked) } ?? nil, book.texts.text(line.sku))
      }
    }
    self.receipts = receipts.map { log in
      Self.fit(log.receipts) { receipt in
        let code = log.texts.text(receipt.sku)
        return (checked.only(code: code), code)
      }
    }
  }

  private static func fit<Row>(
    _ rows: [Row],
    _ article: (Row) -> (place: Int?, code: String)
  ) -> Fit {
    var fit = Fit()
    var unknown: [String: Int] = [:]
    fit.rows = rows.count
    for row in rows {
      let (place, code) = article(row)
      if place == nil { unknown[code, default: 0] += 1 } else { fit.known += 1 }
    }
    fit.unknown = unknown.map { (code: $0.key, rows: $0.value) }
      .sorted { ($1.rows, $0.code) < ($0.rows, $1.code) }.prefix(10).map(\.self)
    return fit
  }
}

extension Catalog {
  /// Tells of each trade number that stands at more than one article.
  fileprivate mutating func noteSharedNumbers() {
    for place in articles.indices where articles[place].gtin != 0 {
      let all = places(gtin: articles[place].gtin)
      guard all.count > 1, all[0] != place else { continue }
      let digits = gtin(of: articles[place])?.digits14 ?? ""
      note(
        Diagnostic(
          .gtinShared,
          .warning,
          at: SourceLocation(file: file, line: Int(articles[place].line)),
          "the GTIN \(digits) stands at `\(sku(all[0]))` and at `\(sku(place))`",
          hint: "compare both with their labels; a number is one article's own"
        )
      )
    }
  }

  /// Tells of names that are everyday words.
  fileprivate mutating func noteCommonNames(_ words: MentionWords) {
    guard !words.common.isEmpty else { return }
    for place in articles.indices {
      let article = articles[place]
      let name = article.name.isEmpty ? [] : [texts.text(article.name)]
      for spelling in name + aliases(of: article) where spelling.utf8.count <= 40 {
        let parts = String(decoding: CodeKey.name(spelling), as: UTF8.self).split(separator: " ")
        guard !parts.isEmpty, words.isCommon(parts.map(String.init)) else { continue }
        note(
          Diagnostic(
            .aliasCommon,
            .warning,
            at: SourceLocation(file: file, line: Int(article.line)),
            "`\(spelling)`, a name of `\(sku(place))`, is an everyday word",
            hint: "in a text it counts only with capitals, the brand or the category beside it"
          )
        )
      }
    }
  }
}
