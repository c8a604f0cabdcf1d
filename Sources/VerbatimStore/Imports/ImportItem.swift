public import VerbatimCore

/// A signal with the record it was drawn from, as the store keeps them.
public struct Entry: Hashable, Sendable {
  /// The signal; the store sets its revision.
  public var signal: FeedbackSignal
  /// The record, redacted, without its author and customer.
  public var record: FeedbackRecord
  /// A hash of what the record says: two copies with the same hash are one.
  public var contentHash: String
  /// A hash of the words alone, by which copied texts are found.
  public var textKey: String

  /// A signal with its record.
  public init(
    signal: FeedbackSignal,
    record: FeedbackRecord,
    contentHash: String,
    textKey: String
  ) {
    self.signal = signal
    self.record = record
    self.contentHash = contentHash
    self.textKey = textKey
  }
}

/// One item of an import, in the order of its reader.
public enum ImportItem: Hashable, Sendable {
  /// A signal with its record.
  case entry(Entry)
  /// A record that cannot be used, with the reason.
  case reject(Diagnostic)
}

/// What became of one item.
public enum Outcome: Hashable, Sendable {
  /// It is a signal that the store did not have.
  case added
  /// The store has it, or has a newer copy of it.
  case duplicate
  /// It replaces the older copy; the new revision is 2 or more.
  case revised(Int)
  /// It is in the list of rejects.
  case rejected
}
