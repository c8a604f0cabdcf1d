internal import CZip
public import VerbatimCore

/// The entries of a zip archive, read into memory one at a time and never unpacked to disk.
@safe public final class ArchiveReader {
  /// The largest entry, once inflated; a bomb is refused before it is inflated further.
  public static let largestEntry = 512 * 1024 * 1024

  private let path: String
  // Safety: opened in init, closed once in deinit; entries that are being read keep the archive alive.
  let handle: OpaquePointer

  /// Opens an archive.
  ///
  /// - Throws: `V1006` when it is damaged.
  public init(path: String) throws(Diagnostic) {
    self.path = path
    guard let archive = unsafe vzip_open(path) else {
      throw Diagnostic(
        .archiveUnusable,
        at: SourceLocation(file: path),
        "the zip archive is damaged or cut off",
        hint: "download it again"
      )
    }
    unsafe handle = archive
  }

  deinit { unsafe vzip_close(handle) }

  /// The names of the entries, folders left out.
  public var names: [String] { allNames.compactMap(\.self).filter { !$0.hasSuffix("/") } }

  /// The name of each entry, by its place; nil where it has none.
  var allNames: [String?] {
    let count = unsafe max(0, vzip_count(handle))
    return (0..<count).map { index in
      // Safety: libzip's name is NUL-terminated and lives as long as the archive.
      unsafe vzip_name(handle, index).map { unsafe String(cString: $0) }
    }
  }

  /// The bytes of an entry.
  ///
  /// - Throws: `V1006` when the entry is damaged, has a password, or is larger than the limit.
  public func bytes(of name: String) throws(Diagnostic) -> [UInt8] {
    let count = unsafe vzip_count(handle)
    for index in 0..<count {
      guard let found = unsafe vzip_name(handle, index), unsafe String(cString: found) == name
      else { continue }
      let size = unsafe Int(vzip_size(handle, index))
      let location = SourceLocation(file: "\(path)/\(name)")
      guard size <= Self.largestEntry else {
        throw Diagnostic(
          .archiveUnusable,
          at: location,
          "the entry would unpack to \(size) bytes",
          hint: "unpack it yourself and split it"
        )
      }
      var got = -1
      let bytes = unsafe [UInt8](unsafeUninitializedCapacity: max(1, size)) { buffer, count in
        // Safety: libzip writes at most `size` bytes into a buffer of that size.
        got = unsafe Int(vzip_read(handle, index, buffer.baseAddress, Int64(size)))
        count = max(0, got)
      }
      guard got == size else {
        throw Diagnostic(
          .archiveUnusable,
          at: location,
          "the entry is damaged or has a password",
          hint: "unpack it yourself first"
        )
      }
      return bytes
    }
    throw Diagnostic(
      .archiveUnusable,
      at: SourceLocation(file: path),
      "the archive has no entry `\(name)`"
    )
  }
}
