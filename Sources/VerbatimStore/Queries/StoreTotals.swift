/// How many signals there are, and of how many it is known what they are about.
public struct StoreTotals: Hashable, Sendable {
  /// All signals.
  public var signals: Int
  /// Those with an article.
  public var withSKU: Int
  /// Those with a supplier.
  public var withSupplier: Int
  /// Those with a lot.
  public var withLot: Int
  /// Those whose lot is likely from dates, named or not.
  public var lotsInferred = 0
  /// How articles were found, with how many of each.
  public var productMethods: [String: Int] = [:]
  /// How suppliers were found, with how many of each.
  public var supplierMethods: [String: Int] = [:]
  /// Those with a score.
  public var scored: Int

  /// Totals.
  public init(signals: Int, withSKU: Int, withSupplier: Int, withLot: Int, scored: Int) {
    self.signals = signals
    self.withSKU = withSKU
    self.withSupplier = withSupplier
    self.withLot = withLot
    self.scored = scored
  }
}
