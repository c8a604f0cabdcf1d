public import VerbatimCore
internal import VerbatimText

/// The shop's articles, found by code, trade number or name.
public struct Catalog: Sendable {
  /// The columns a catalog may have; only `sku` is needed.
  public static let columns = [
    "sku", "gtin", "asin", "name", "aliases", "category", "supplier_id", "supplier_name",
    "valid_from", "valid_to", "lot_from", "lot_to",
  ]

  /// The articles, in the order of the file.
  public private(set) var products: [CatalogProduct] = []
  /// What is wrong with the file, by row.
  public private(set) var diagnostics: [Diagnostic] = []
  private var bySKU: [String: Int] = [:]
  private var byGTIN: [GTIN: [Int]] = [:]
  private var byASIN: [ASIN: [Int]] = [:]
  private var byName: [String: [Int]] = [:]

  /// An empty catalog: nothing resolves but what a source states.
  public init() {}

  /// Whether there is no article.
  public var isEmpty: Bool { products.isEmpty }

  // MARK: Reading

  /// Keeps what was wrong with a row that could not be taken in.
  public mutating func note(_ diagnostic: Diagnostic) { diagnostics.append(diagnostic) }

  /// Takes in one row; several rows of one SKU are periods of its suppliers.
  ///
  /// - Parameters:
  ///   - row: The fields by column name.
  ///   - location: Where the row stands.
  public mutating func add(row: [String: String], at location: SourceLocation) {
    func field(_ name: String) -> String? {
      guard let value = row[name]?.trimmed, !value.isEmpty else { return nil }
      return value
    }
    guard let sku = field("sku").flatMap({ SKU($0) }) else {
      diagnostics.append(
        Diagnostic(
          .catalogColumn,
          at: location,
          "the row has no SKU",
          hint: "fill the column `sku`"
        )
      )
      return
    }
    let period = supplierPeriod(field, at: location)
    if let known = bySKU[sku.key] {
      guard let period else {
        diagnostics.append(
          Diagnostic(
            .skuTwice,
            .warning,
            at: location,
            "`\(sku)` stands twice and names no supplier",
            hint: "keep one row, or give each a supplier and a period"
          )
        )
        return
      }
      if let other = products[known].suppliers.first(where: { $0.overlaps(period) }) {
        let same = other.id == period.id
        diagnostics.append(
          Diagnostic(
            same ? .skuTwice : .supplierPeriod,
            .warning,
            at: location,
            "`\(sku)` has \(same ? "the same supplier" : "two suppliers, \(other.id) and \(period.id),") "
              + "at the same time; the other row is line \(other.location.line ?? 0)",
            hint: "set valid_to of the earlier row before valid_from of the later"
          )
        )
      }
      products[known].suppliers.append(period)
      return
    }
    let index = products.count
    let product = CatalogProduct(
      sku: sku,
      gtin: gtin(field("gtin"), at: location),
      asin: field("asin").flatMap { ASIN($0) },
      name: field("name") ?? sku.value,
      aliases: (field("aliases") ?? "").split(separator: ";").map { String($0).trimmed }
        .filter { !$0.isEmpty },
      category: field("category"),
      suppliers: period.map { [$0] } ?? []
    )
    products.append(product)
    bySKU[sku.key] = index
    if let gtin = product.gtin { byGTIN[gtin, default: []].append(index) }
    if let asin = product.asin { byASIN[asin, default: []].append(index) }
    for name in Set([product.name] + product.aliases).sorted() {
      let key = Self.nameKey(name)
      guard !key.isEmpty else { continue }
      guard byName[key]?.contains(index) != true else { continue }
      if let other = byName[key]?.first {
        diagnostics.append(
          Diagnostic(
            .aliasTwice,
            .warning,
            at: location,
            "`\(name)` names both `\(products[other].sku)` and `\(sku)`",
            hint: "a text that says only this stays unresolved, with both as candidates"
          )
        )
      }
      byName[key, default: []].append(index)
    }
  }

  private mutating func gtin(_ text: String?, at location: SourceLocation) -> GTIN? {
    guard let text else { return nil }
    do throws(GTIN.Failure) {
      return try GTIN(parsing: text)
    } catch {
      switch error {
      case .checkDigit(let expected):
        diagnostics.append(
          Diagnostic(
            .gtinCheckDigit,
            .warning,
            at: location,
            "the GTIN `\(text)` should end in \(expected)",
            hint: "compare it with the label"
          )
        )
      case .spreadsheetDamage:
        diagnostics.append(
          Diagnostic(
            .gtinDamaged,
            .warning,
            at: location,
            "the GTIN `\(text)` was shortened by a spreadsheet",
            hint: "export the column as text"
          )
        )
      case .notDigits, .reserved:
        diagnostics.append(
          Diagnostic(.gtinDamaged, .warning, at: location, "`\(text)` is no GTIN of an article")
        )
      }
      return nil
    }
  }

  private mutating func supplierPeriod(
    _ field: (String) -> String?,
    at location: SourceLocation
  ) -> SupplierPeriod? {
    guard let id = field("supplier_id") ?? field("supplier_name") else { return nil }
    var period = SupplierPeriod(
      id: id,
      name: field("supplier_name"),
      validFrom: nil,
      validTo: nil,
      lotFrom: field("lot_from"),
      lotTo: field("lot_to"),
      location: location
    )
    for (column, path) in [
      ("valid_from", \SupplierPeriod.validFrom), ("valid_to", \SupplierPeriod.validTo),
    ] {
      guard let text = field(column) else { continue }
      if let day = Instant(iso8601: text) {
        period[keyPath: path] = day
      } else {
        diagnostics.append(
          Diagnostic(
            .supplierPeriod,
            .warning,
            at: location,
            "`\(text)` in \(column) is no date",
            hint: "write it as 2026-11-21"
          )
        )
      }
    }
    if let from = period.validFrom, let to = period.validTo, to < from {
      diagnostics.append(
        Diagnostic(
          .supplierPeriod,
          .warning,
          at: location,
          "the period ends on \(to), before it starts"
        )
      )
      period.validTo = nil
    }
    return period
  }

  /// The form in which names are compared: folded, one blank between words.
  static func nameKey(_ name: String) -> String {
    ICUNormalizer.matchingForm(name).split { $0 == " " || $0 == "-" || $0 == "\u{9}" }
      .joined(separator: " ")
  }

  // MARK: Looking up

  /// The article of a code.
  public func product(sku: String) -> CatalogProduct? {
    SKU(sku).flatMap { bySKU[$0.key] }.map { products[$0] }
  }

  /// The articles of a trade number; several when variants share it.
  public func products(gtin: GTIN) -> [CatalogProduct] {
    (byGTIN[gtin] ?? []).map { products[$0] }
  }

  /// The articles of an Amazon number; several when variants share it.
  public func products(asin: ASIN) -> [CatalogProduct] {
    (byASIN[asin] ?? []).map { products[$0] }
  }

  /// The articles of a name or alias; several when the name is shared.
  public func products(named name: String) -> [CatalogProduct] {
    (byName[Self.nameKey(name)] ?? []).map { products[$0] }
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    return String(text)
  }
}
