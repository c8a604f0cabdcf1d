/// What became of an import's items; every item is in exactly one of the counts.
public struct ImportCounts: Hashable, Sendable, CustomStringConvertible {
  /// Items that became a signal, or the newer revision of one.
  public var signals: Int
  /// Items that the store had already, or had a newer copy of.
  public var duplicates: Int
  /// Items that cannot be used.
  public var rejected: Int

  /// Counts, from zero.
  public init(signals: Int = 0, duplicates: Int = 0, rejected: Int = 0) {
    self.signals = signals
    self.duplicates = duplicates
    self.rejected = rejected
  }

  /// All items.
  public var items: Int { signals + duplicates + rejected }

  /// Counts one more item.
  public mutating func count(_ outcome: Outcome) {
    switch outcome {
    case .added, .revised: signals += 1
    case .duplicate: duplicates += 1
    case .rejected: rejected += 1
    }
  }

  /// The counts in words.
  public var description: String {
    "\(signals) signals, \(duplicates) duplicates, \(rejected) rejected"
  }
}
