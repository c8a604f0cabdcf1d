internal import CZip
public import VerbatimCore

/// Makes a zip archive that is the same bytes for the same entries, on every machine and day.
///
/// Entries are deflated, stand in the order given, and are all dated 1980-01-01, the earliest that
/// the format can say: an archive tells what is in it and not when it was made.
public enum ArchiveWriter {
  /// One file of an archive.
  public struct Entry: Hashable, Sendable {
    /// Its path inside the archive, with `/` between folders.
    public var name: String
    /// What it holds.
    public var bytes: [UInt8]

    /// A file by its path.
    public init(name: String, bytes: [UInt8]) {
      self.name = name
      self.bytes = bytes
    }
  }

  /// The archive as bytes.
  ///
  /// - Parameters:
  ///   - entries: The files; names differ.
  ///   - path: Where the archive will be written, for the message.
  /// - Returns: What a file of that name would hold.
  /// - Throws: `V6001` when an entry cannot be added, as when two have one name.
  /// - Complexity: O(*n*) in the bytes; they are in memory twice.
  public static func archive(
    _ entries: [Entry],
    for path: String
  ) throws(Diagnostic) -> [UInt8] {
    guard let writer = unsafe vzip_writer_open() else { throw failure(path) }
    // Safety: opened above, and closed once, when nothing reads it any more.
    defer { unsafe vzip_writer_close(writer) }
    // libzip reads the entries when the archive is finished, so they stand still in one buffer.
    let joined = entries.flatMap(\.bytes)
    let result: [UInt8]? = unsafe joined.withUnsafeBufferPointer { buffer in
      var start = 0
      for entry in entries {
        // Safety: the slice lies inside the buffer, which outlives the call that finishes the
        // archive; an empty one needs no address.
        let base = unsafe buffer.baseAddress.map { unsafe $0 + start }
        guard unsafe vzip_writer_add(writer, entry.name, base, Int64(entry.bytes.count)) else {
          return nil
        }
        start += entry.bytes.count
      }
      let size = unsafe Int(vzip_writer_finish(writer))
      guard size >= 0 else { return nil }
      return unsafe [UInt8](unsafeUninitializedCapacity: size) { out, count in
        // Safety: libzip writes at most `size` bytes into a buffer of that size.
        count = unsafe max(0, Int(vzip_writer_read(writer, out.baseAddress, Int64(size))))
      }
    }
    guard let result, !result.isEmpty else { throw failure(path) }
    return result
  }

  private static func failure(_ path: String) -> Diagnostic {
    Diagnostic(
      .outputUnwritable,
      at: SourceLocation(file: path),
      "the archive cannot be made",
      hint: "two files of one name, or no memory"
    )
  }
}
