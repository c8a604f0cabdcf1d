internal import VerbatimCore
public import VerbatimStore

/// What one walk over the store's signals tells a report besides its clusters: when they were, and
/// of how many it is known what they are about.
///
/// Whoever walks over the store for clusters gives each signal here too, so that a million of them
/// are read once.
public struct ReportWalk: Sendable {
  private(set) var coverage = ReportMaterial.Coverage()
  private(set) var period: (first: Instant, last: Instant)?

  /// A walk that has seen nothing.
  public init() {}

  /// Takes a signal in.
  public mutating func add(_ report: Report) {
    coverage.add(report)
    if let time = report.eventTime {
      period = (min(period?.first ?? time, time), max(period?.last ?? time, time))
    }
  }
}

extension ReportMaterial.Coverage {
  fileprivate mutating func add(_ report: Report) {
    signals += 1
    withSKU += report.sku == nil ? 0 : 1
    withSupplier += report.supplier == nil ? 0 : 1
    withLot += report.lot == nil ? 0 : 1
    scored += report.compound == nil ? 0 : 1
    incentivised += report.isIncentivised ? 1 : 0
  }
}
