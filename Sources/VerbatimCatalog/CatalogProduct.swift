public import VerbatimCore

/// One article of the shop, with who supplied it when.
public struct CatalogProduct: Hashable, Sendable {
  /// The shop's code, in the catalog's spelling.
  public var sku: SKU
  /// The trade number.
  public var gtin: GTIN?
  /// Amazon's number.
  public var asin: ASIN?
  /// The name.
  public var name: String
  /// What customers call it.
  public var aliases: [String]
  /// The category.
  public var category: String?
  /// Who supplied it, by period.
  public var suppliers: [SupplierPeriod]
}

/// A stretch of time, or of lots, in which one supplier delivered an article.
public struct SupplierPeriod: Hashable, Sendable {
  /// The supplier's id.
  public var id: String
  /// The supplier's name.
  public var name: String?
  /// The first day; nil when open.
  public var validFrom: Instant?
  /// The last day; nil when open.
  public var validTo: Instant?
  /// The first lot; nil when open.
  public var lotFrom: String?
  /// The last lot; nil when open.
  public var lotTo: String?
  /// The row of the catalog.
  public var location: SourceLocation

  /// Whether the day of `time` lies in the period, both ends included.
  func contains(_ time: Instant) -> Bool {
    if let validFrom, time.dayNumber < validFrom.dayNumber { return false }
    if let validTo, time.dayNumber > validTo.dayNumber { return false }
    return true
  }

  /// Whether a lot lies in the range of lots, compared as text of the same length; nil when the
  /// period names no lots.
  func contains(lot: String) -> Bool? {
    guard lotFrom != nil || lotTo != nil else { return nil }
    let lot = lot.uppercased()
    func isAtLeast(_ bound: String) -> Bool {
      lot.utf8.count == bound.utf8.count && lot >= bound.uppercased()
    }
    func isAtMost(_ bound: String) -> Bool {
      lot.utf8.count == bound.utf8.count && lot <= bound.uppercased()
    }
    return (lotFrom.map(isAtLeast) ?? true) && (lotTo.map(isAtMost) ?? true)
  }

  /// Whether the last lot comes before the first of another period.
  private func endsBeforeLots(of other: SupplierPeriod) -> Bool {
    guard let lotTo, let first = other.lotFrom else { return false }
    return lotTo.utf8.count == first.utf8.count && lotTo.uppercased() < first.uppercased()
  }

  /// Whether two periods share a day, and their ranges of lots do not tell them apart.
  func overlaps(_ other: SupplierPeriod) -> Bool {
    if endsBeforeLots(of: other) || other.endsBeforeLots(of: self) { return false }
    let start = max(
      validFrom?.dayNumber ?? Int.min,
      other.validFrom?.dayNumber ?? Int.min
    )
    let end = min(validTo?.dayNumber ?? Int.max, other.validTo?.dayNumber ?? Int.max)
    return start <= end
  }
}
