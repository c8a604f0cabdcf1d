internal import VerbatimCore

/// Taking in suppliers' periods.
extension Catalog {
  /// How many of an article's latest periods a new one is compared with.
  private static let comparedPeriods = 64

  /// The period that a row states; nil when it names no supplier.
  mutating func period(_ row: CatalogRow, at location: SourceLocation) -> StoredPeriod? {
    guard let id = row.field(.supplierID) ?? row.field(.supplierName) ?? row.field(.supplierGLN)
    else { return nil }
    var period = StoredPeriod()
    period.supplier = texts.share(id)
    period.name = texts.share(row[.supplierName])
    period.lotFrom = texts.share(row[.lotFrom])
    period.lotTo = texts.share(row[.lotTo])
    period.line = Int32(truncatingIfNeeded: location.line ?? 0)
    if let text = row.field(.supplierGLN) {
      if let gln = GLN(text) {
        period.gln = texts.share(gln.digits)
      } else {
        noteFault(.glnDamaged, "`\(text)` is no GLN of 13 digits with its check digit", location)
      }
    }
    if let text = row.field(.share) { period.share = share(text, at: location) }
    if let day = day(row, .validFrom, at: location) { period.from = day }
    if let day = day(row, .validTo, at: location) { period.to = day }
    if period.to < period.from {
      let end = Instant(seconds: Int64(period.to) * 86_400, precision: .day)
      noteFault(.supplierPeriod, "the period ends on \(end), before it starts", location)
      period.to = .max
    }
    return period
  }

  private mutating func day(
    _ row: CatalogRow,
    _ column: CatalogColumn,
    at location: SourceLocation
  ) -> Int32? {
    guard let text = row.field(column) else { return nil }
    if let day = Instant(iso8601: text) { return Int32(day.dayNumber) }
    noteFault(
      .supplierPeriod,
      "`\(text)` in \(column.name) is no date",
      location,
      hint: "write it as 2026-11-21"
    )
    return nil
  }

  /// A share as `0.4`, `0,4` or `40 %`.
  private mutating func share(_ text: String, at location: SourceLocation) -> Float {
    let isPercent = text.hasSuffix("%")
    let number = (isPercent ? String(text.dropLast()).trimmed : text)
      .split(separator: ",", omittingEmptySubsequences: false).joined(separator: ".")
    guard let value = Float(number), value.isFinite, value > 0 else {
      noteFault(
        .supplierPeriod,
        "`\(text)` is no share of a supplier",
        location,
        hint: "write it as 0.4 or 40 %"
      )
      return 0
    }
    return isPercent || value > 1 ? value / 100 : value
  }

  private mutating func noteFault(
    _ code: DiagnosticCode,
    _ message: String,
    _ location: SourceLocation,
    hint: String? = nil
  ) {
    note(Diagnostic(code, .warning, at: location, message, hint: hint))
  }

  /// Adds a period to an article that is known, and tells where rows contradict each other.
  mutating func addPeriod(
    _ period: StoredPeriod?,
    to place: Int,
    at location: SourceLocation,
    spelling sku: SKU
  ) {
    guard let period else {
      noteFault(
        .skuTwice,
        "`\(sku)` stands twice and names no supplier",
        location,
        hint: "keep one row, or give each a supplier and a period"
      )
      return
    }
    append(period, to: place)
    let latest = suppliers(of: place, last: Self.comparedPeriods + 1)
    guard let new = latest.last else { return }
    let other = latest.dropLast().first { $0.overlaps(new) }
    guard let other else { return }
    let isSame = other.id == new.id
    // Stated shares say that two suppliers at the same time are meant.
    if !isSame, other.share != nil, new.share != nil { return }
    noteFault(
      isSame ? .skuTwice : .supplierPeriod,
      "`\(sku)` has \(isSame ? "the same supplier" : "two suppliers, \(other.id) and \(new.id),") "
        + "at the same time; the other row is line \(other.location.line ?? 0)",
      location,
      hint: "set valid_to of the earlier row before valid_from of the later"
    )
  }

  mutating func append(_ period: StoredPeriod, to place: Int) {
    let number = Int32(periods.count)
    periods.append(period)
    periods[Int(number)].previous = articles[place].lastPeriod
    articles[place].lastPeriod = number
  }
}
