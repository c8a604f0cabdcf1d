internal import CZip
internal import VerbatimCore
internal import VerbatimText

/// A gzip file that is inflated block by block, in memory that does not grow with it.
@safe final class GzipFile {
  /// The most that a file may unpack to: blocks are not kept, so this bounds time alone.
  static let largest = 64 << 30

  private let path: String
  // Safety: opened in init, closed once in deinit, never handed out.
  private let handle: OpaquePointer
  private var count = 0

  /// Opens a file.
  ///
  /// - Throws: `V1006` when it cannot be opened.
  init(path: String) throws(Diagnostic) {
    self.path = path
    guard let file = unsafe vgzip_open(path) else { throw Self.damaged(path) }
    unsafe handle = file
  }

  deinit { unsafe vgzip_close(handle) }

  /// What is inside, under the name without `.gz`.
  static func source(path: String) throws(Diagnostic) -> TextSource {
    let file = try GzipFile(path: path)
    let name = path.lowercased().hasSuffix(".gz") ? String(path.dropLast(3)) : path
    return try TextSource(path: "\(path)/\(name.split(separator: "/").last ?? "")") {
      () throws(Diagnostic) in try file.read()
    }
  }

  /// The next bytes; none at the end.
  private func read() throws(Diagnostic) -> [UInt8] {
    var block = [UInt8](repeating: 0, count: TextSource.blockSize)
    // Safety: zlib writes at most as many bytes as the block has.
    let got = unsafe block.withUnsafeMutableBufferPointer { buffer in
      unsafe Int(vgzip_read(handle, buffer.baseAddress, Int64(buffer.count)))
    }
    guard got >= 0 else { throw Self.damaged(path) }
    count += got
    guard count <= Self.largest else {
      throw Diagnostic(
        .archiveUnusable,
        at: SourceLocation(file: path),
        "the file would unpack to more than \(Self.largest) bytes",
        hint: "unpack it yourself and split it"
      )
    }
    if got < block.count { block.removeLast(block.count - got) }
    return block
  }

  private static func damaged(_ path: String) -> Diagnostic {
    Diagnostic(
      .archiveUnusable,
      at: SourceLocation(file: path),
      "the gzip file is damaged or cut off",
      hint: "download it again"
    )
  }
}
