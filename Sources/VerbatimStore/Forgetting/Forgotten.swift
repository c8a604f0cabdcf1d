/// What was erased of a customer.
public struct Forgotten: Hashable, Sendable {
  /// Signals that were retracted.
  public var signals = 0
  /// Signals of the customer that had been retracted earlier.
  public var before = 0
  /// Rejected records whose diagnostic cited the customer, and no longer does.
  public var rejects = 0
  /// Reasons of decisions about clusters that repeated the customer's words, and are erased.
  public var reasons = 0

  /// Nothing.
  public init() {}
}

/// How the signals in the ledger of imports add up: each was stored as the first or a later
/// revision of a signal, and the signal is there or was forgotten.
public struct LedgerBalance: Hashable, Sendable {
  /// Signals that imports counted, revisions among them.
  public var imported: Int
  /// Revisions behind the signals that are stored.
  public var held: Int
  /// Revisions behind the signals that were forgotten.
  public var forgotten: Int

  /// A balance.
  public init(imported: Int, held: Int, forgotten: Int) {
    self.imported = imported
    self.held = held
    self.forgotten = forgotten
  }

  /// Whether nothing is missing or too much.
  public var isBalanced: Bool { imported == held + forgotten }
}
