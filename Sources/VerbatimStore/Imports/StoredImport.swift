/// A page of the ledger: one import with what became of it.
public struct StoredImport: Hashable, Sendable {
  /// Its number, in the order in which imports were begun, from 1.
  public var id: Int64
  /// The input.
  public var file: ImportFile
  /// What became of its items so far.
  public var counts: ImportCounts
  /// Whether it was read to its end.
  public var isFinished: Bool
}
