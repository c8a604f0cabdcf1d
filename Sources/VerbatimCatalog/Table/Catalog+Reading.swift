public import VerbatimCore

/// Taking in rows.
extension Catalog {
  /// Takes in one row; several rows of one SKU are periods of its suppliers.
  ///
  /// - Parameters:
  ///   - row: The fields by column name.
  ///   - location: Where the row stands.
  public mutating func add(row: [String: String], at location: SourceLocation) {
    var cells = CatalogRow()
    for column in CatalogColumn.allCases { cells[column] = row[column.name] ?? "" }
    add(cells, at: location)
  }

  /// Takes in one row; several rows of one SKU are periods of its suppliers.
  ///
  /// A shop's export repeats the handle of a product over the rows of its variants and images, and
  /// gives the rest once: a row without a code of its own is then more of the article before it, and
  /// one with a code takes over what its cells leave out.
  ///
  /// - Parameters:
  ///   - row: The cells.
  ///   - location: Where the row stands.
  public mutating func add(_ row: CatalogRow, at location: SourceLocation) {
    stand(in: location.file)
    isFinished = false
    let handle = row.field(.handle)
    let before = sameProduct(handle)
    guard let code = row.field(.sku) ?? (before == nil ? handle : nil),
      let key = CodeKey.exact(code), let sku = SKU(code)
    else {
      if before != nil { return }
      note(
        Diagnostic(
          .catalogColumn,
          at: location,
          "the row has no SKU",
          hint: "fill the column `sku`"
        )
      )
      return
    }
    let period = period(row, at: location)
    if let known = place(exact: key) {
      addPeriod(period, to: known, at: location, spelling: sku)
      return
    }
    let place = articles.count
    articles.append(article(row, sku, before, at: location))
    index(place, key, row)
    if let period { append(period, to: place) }
  }

  /// The article of the row before when it is of the same product.
  private func sameProduct(_ handle: String?) -> Int? {
    guard let handle, let last = articles.indices.last,
      texts.bytes(articles[last].handle).elementsEqual(handle.utf8)
    else { return nil }
    return last
  }

  private mutating func article(
    _ row: CatalogRow,
    _ sku: SKU,
    _ before: Int?,
    at location: SourceLocation
  ) -> Article {
    var article = Article()
    article.line = Int32(truncatingIfNeeded: location.line ?? 0)
    article.sku = texts.add(sku.value)
    article.gtin = trade(row.field(.gtin), at: location)
    if let asin = row.field(.asin).flatMap({ ASIN($0.uppercased()) }) {
      article.asin = texts.add(asin.value)
    }
    let shared = before.map { articles[$0] }
    article.name = row.field(.name).map { texts.add($0) } ?? shared?.name ?? TextPlace()
    article.aliases = texts.add(row[.aliases])
    article.mpn = texts.add(row[.mpn])
    article.handle = shared?.handle ?? texts.add(handle(of: row))
    article.parent =
      row.field(.parent).map { texts.add($0) }
      ?? (row[.handle].isEmpty ? TextPlace() : article.handle)
    article.options = texts.add(
      [row[.option1], row[.option2], row[.option3]]
        .filter { !$0.isEmpty && $0 != "Default Title" }.joined(separator: " / ")
    )
    article.brand = row.field(.brand).map { texts.share($0) } ?? shared?.brand ?? 0
    article.category = row.field(.category).map { texts.share($0) } ?? shared?.category ?? 0
    return article
  }

  /// The piece of an address that names the article: stated, else the last of its page's path.
  private func handle(of row: CatalogRow) -> String {
    if let handle = row.field(.handle) { return handle }
    guard let url = row.field(.url), url.utf8.count <= 2_048,
      let piece = PageAddressParts(url).path.last
    else { return "" }
    return piece.lowercased().hasSuffix(".html") ? String(piece.dropLast(5)) : piece
  }

  private mutating func index(_ place: Int, _ key: [UInt8], _ row: CatalogRow) {
    bySKU.insert(KeyIndex.hash(key), place)
    let loose = CodeKey.loose(key)
    if loose != key, !loose.isEmpty { byLooseSKU.insert(KeyIndex.hash(loose), place) }
    let article = articles[place]
    if article.gtin != 0 { byGTIN.insert(KeyIndex.mixed(article.gtin), place) }
    if !article.asin.isEmpty { byASIN.insert(KeyIndex.hash(texts.bytes(article.asin)), place) }
    if let mpn = row.field(.mpn).flatMap({ CodeKey.exact($0) }) {
      byMPN.insert(KeyIndex.hash(CodeKey.loose(mpn)), place)
    }
    if let handle = texts.optional(article.handle) {
      byHandle.insert(KeyIndex.hash(handle.lowercased().utf8), place)
    }
    for column in [CatalogColumn.id, .variantID] {
      if let number = row.field(column).flatMap({ UInt64($0) }), number > 0 {
        byNumber.insert(KeyIndex.mixed(number), place)
      }
    }
    indexNames(of: place)
  }

  private mutating func indexNames(of place: Int) {
    let article = articles[place]
    var keys: [[UInt8]] = []
    let name = texts.text(article.name.isEmpty ? article.sku : article.name)
    for spelling in [name] + aliases(of: article) {
      let key = CodeKey.name(spelling)
      guard !key.isEmpty, !keys.contains(key) else { continue }
      keys.append(key)
      let hash = KeyIndex.hash(key)
      // Variants of one product share its name.
      if let other = byName.first(hash),
        articles[other].parent.isEmpty || article.parent.isEmpty
          || texts.text(articles[other].parent) != texts.text(article.parent), hasName(other, key)
      {
        note(
          Diagnostic(
            .aliasTwice,
            .warning,
            at: SourceLocation(file: file, line: Int(article.line)),
            "`\(spelling)` names both `\(sku(other))` and `\(sku(place))`",
            hint: "a text that says only this stays unresolved, with both as candidates"
          )
        )
      }
      byName.insert(hash, place)
    }
  }

  // MARK: Trade numbers

  /// A trade number as a number; 0 when there is none that can be used.
  private mutating func trade(_ text: String?, at location: SourceLocation) -> UInt64 {
    guard let text else { return 0 }
    if let isbn = ISBN(text) { return UInt64(isbn.gtin.digits14) ?? 0 }
    do throws(GTIN.Failure) {
      return UInt64(try GTIN(parsing: text).digits14) ?? 0
    } catch {
      if case .notDigits = error, let mended = TradeNumber.zeroPadded(text) {
        noteGTIN(
          .gtinDamaged,
          "the GTIN `\(text)` lost zeros at its front; it is read as \(mended)",
          "export the column as text",
          location
        )
        return UInt64(mended) ?? 0
      }
      switch error {
      case .checkDigit(let expected):
        noteGTIN(
          .gtinCheckDigit,
          "the GTIN `\(text)` should end in \(expected)",
          "compare it with the label",
          location
        )
      case .spreadsheetDamage:
        noteGTIN(
          .gtinDamaged,
          "the GTIN `\(text)` was shortened by a spreadsheet",
          "export the column as text",
          location
        )
      case .notDigits, .reserved:
        noteGTIN(.gtinDamaged, "`\(text)` is no GTIN of an article", nil, location)
      }
      return 0
    }
  }

  private mutating func noteGTIN(
    _ code: DiagnosticCode,
    _ message: String,
    _ hint: String?,
    _ location: SourceLocation
  ) {
    note(Diagnostic(code, .warning, at: location, message, hint: hint))
  }
}
