/// How far the import of a file had come when it was begun.
public enum ImportState: Hashable, Sendable {
  /// Nothing of the file is stored yet.
  case new(id: Int64)
  /// An earlier import of the file was cut short after `itemsDone` items of its reader, records and
  /// rejects in their order; the caller skips as many and goes on.
  case resumed(id: Int64, itemsDone: Int, soFar: ImportCounts)
  /// The file was imported whole.
  case finished(ImportCounts)
}
