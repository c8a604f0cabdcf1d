public import VerbatimCore

/// The supplier of an article.
extension ProductResolver {
  /// How sure a supplier is by the lot, and by the day.
  ///
  /// Authored: goods sold near a change may be of the supplier before.
  private enum Confidence {
    static let lot = 0.95
    static let period = 0.8
  }

  /// How sure the lots must be of one supplier for it to be named.
  private static let namedFrom = 0.95

  /// The supplier of an article at a time, or of a lot.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - product: The article.
  ///   - lot: The lot.
  /// - Returns: The supplier with how it was found; where two are possible, both, with their shares
  ///   as far as the catalog or the receiving log gives them.
  public func supplier(
    of record: FeedbackRecord,
    product: ProductResolution,
    lot: LotResolution
  ) -> SupplierResolution {
    let place = product.sku.flatMap { catalog.place(sku: $0) }
    let periods = place.map { catalog.suppliers(of: $0) } ?? []
    if let stated = record.supplier?.trimmed, !stated.isEmpty {
      return settled(known(stated, periods), stated, .field, 1)
    }
    let lines = ownLines(record, product)
    let ordered = Set(lines.compactMap { orders.texts.optional($0.supplier) })
    if ordered.count == 1, let supplier = ordered.first {
      return settled(known(supplier, periods), supplier, .orderLine, 1)
    }
    if Set(periods.map(\.id)).count == 1, let period = periods.first {
      return settled(period, period.id, .only, 1)
    }
    if lot.status == .confirmed, let id = lot.id,
      let found = supplier(ofLot: id, product, periods)
    {
      return found
    }
    if lot.status == .inferred, let chances = supplierChances(record, product) {
      return likely(chances, periods)
    }
    let day =
      lines.map(\.day).filter { $0 != .min }.min().map { Int($0) } ?? record.occurredAt?.dayNumber
    return byDay(day, periods)
  }

  /// The period of a supplier by its id, name or GLN.
  private func known(_ stated: String, _ periods: [SupplierPeriod]) -> SupplierPeriod? {
    let key = CodeKey.name(stated)
    return periods.first {
      $0.id == stated || CodeKey.name($0.id) == key
        || $0.name.map { CodeKey.name($0) } == key
    } ?? GLN(stated).flatMap { gln in periods.first { $0.gln == gln } }
  }

  private func settled(
    _ period: SupplierPeriod?,
    _ id: String,
    _ method: SupplierResolution.Method,
    _ confidence: Double
  ) -> SupplierResolution {
    var resolution = SupplierResolution()
    resolution.id = period?.id ?? id
    resolution.name = period?.name
    resolution.method = method
    resolution.confidence = confidence
    return resolution
  }

  /// The supplier of a lot: the one in the receiving log, or whose range of lots holds it.
  private func supplier(
    ofLot id: String,
    _ product: ProductResolution,
    _ periods: [SupplierPeriod]
  ) -> SupplierResolution? {
    if let supplier = supplier(ofLot: id, product) {
      return settled(known(supplier, periods), supplier, .lot, Confidence.lot)
    }
    let holding = periods.filter { $0.contains(lot: id) == true }
    guard Set(holding.map(\.id)).count == 1, let period = holding.first else { return nil }
    return settled(period, period.id, .lot, Confidence.lot)
  }

  /// The supplier that nearly all possible lots are of, or all of them with their chances.
  private func likely(
    _ chances: [(supplier: String, chance: Double)],
    _ periods: [SupplierPeriod]
  ) -> SupplierResolution {
    func down(_ value: Double) -> Double { (value * 1000).rounded(.down) / 1000 }
    let first = chances[0]
    if first.chance >= Self.namedFrom {
      return settled(known(first.supplier, periods), first.supplier, .lot, down(first.chance))
    }
    var resolution = SupplierResolution()
    let listed = chances.filter { $0.chance >= LotModel.candidateFrom }.prefix(Self.candidateLimit)
    resolution.candidates = listed.map { known($0.supplier, periods)?.id ?? $0.supplier }
    resolution.shares = listed.map { down($0.chance) }
    return resolution
  }

  /// The supplier in whose period a day lies; those of all such periods when there are several.
  private func byDay(_ day: Int?, _ periods: [SupplierPeriod]) -> SupplierResolution {
    var resolution = SupplierResolution()
    let holding = day.map { day in periods.filter { $0.contains(day: day) } } ?? []
    if Set(holding.map(\.id)).count == 1, let period = holding.first {
      return settled(period, period.id, .period, Confidence.period)
    }
    let possible = holding.isEmpty ? periods : holding
    resolution.candidates = Set(possible.map(\.id)).sorted()
    guard !holding.isEmpty, holding.allSatisfy({ $0.share != nil }) else { return resolution }
    let sum = holding.reduce(0) { $0 + ($1.share ?? 0) }
    resolution.shares = resolution.candidates.map { id in
      let own = holding.filter { $0.id == id }.reduce(0) { $0 + ($1.share ?? 0) }
      return (1000 * own / sum).rounded() / 1000
    }
    return resolution
  }
}
