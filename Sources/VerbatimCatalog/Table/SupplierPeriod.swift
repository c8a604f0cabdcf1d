public import VerbatimCore

/// A stretch of time, or of lots, in which one supplier delivered an article.
public struct SupplierPeriod: Hashable, Sendable {
  /// The supplier's id.
  public var id: String
  /// The supplier's name.
  public var name: String?
  /// The supplier's Global Location Number.
  public var gln: GLN?
  /// The share of the deliveries, above 0; nil when it is not stated.
  public var share: Double?
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

  /// Whether a day, counted from 1970, lies in the period, both ends included.
  func contains(day: Int) -> Bool {
    if let validFrom, day < validFrom.dayNumber { return false }
    if let validTo, day > validTo.dayNumber { return false }
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
