public import VerbatimCore

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// Reads a file or standard input in blocks, so that memory does not grow with the input.
///
/// Owns one file descriptor and closes it.
public final class ByteReader {
  private let descriptor: Int32
  private let ownsDescriptor: Bool
  /// The path as the user gave it; "-" for standard input.
  public let path: String

  /// Opens a file; "-" is standard input.
  public init(path: String) throws(Diagnostic) {
    self.path = path
    if path == "-" {
      descriptor = 0
      ownsDescriptor = false
      return
    }
    var status = stat()
    // Safety: `status` outlives the call, which only writes to it.
    guard unsafe stat(path, &status) == 0 else {
      if errno == EACCES {
        throw Diagnostic(
          .fileUnreadable,
          at: SourceLocation(file: path),
          "the file cannot be read",
          hint: "you lack the permission to read it"
        )
      }
      throw Diagnostic(
        .fileMissing,
        at: SourceLocation(file: path),
        "there is no such file",
        hint: "check the path; it is read from the folder in which you are"
      )
    }
    guard status.st_mode & S_IFMT != S_IFDIR else {
      throw Diagnostic(
        .fileUnreadable,
        at: SourceLocation(file: path),
        "this is a directory, not a file"
      )
    }
    descriptor = unsafe open(path, O_RDONLY)
    ownsDescriptor = true
    guard descriptor >= 0 else {
      throw Diagnostic(
        .fileUnreadable,
        at: SourceLocation(file: path),
        "the file cannot be read",
        hint: errno == EACCES ? "you lack the permission to read it" : nil
      )
    }
  }

  deinit { if ownsDescriptor { _ = close(descriptor) } }

  /// The next block of at most `size` bytes; empty at the end.
  public func read(upTo size: Int) throws(Diagnostic) -> [UInt8] {
    var failure: Int32 = 0
    let block = unsafe [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      var got = -1
      repeat {
        // Safety: read writes at most `size` bytes into a buffer of that size.
        #if canImport(Glibc)
          got = unsafe Glibc.read(descriptor, buffer.baseAddress, size)
        #else
          got = unsafe Darwin.read(descriptor, buffer.baseAddress, size)
        #endif
      } while got < 0 && errno == EINTR
      if got < 0 { failure = errno }
      count = Swift.max(0, got)
    }
    guard failure == 0 else {
      throw Diagnostic(
        .fileUnreadable,
        at: SourceLocation(file: path),
        "reading stopped with error \(failure)"
      )
    }
    return block
  }

  /// All that is left, for files that are small.
  public func readToEnd() throws(Diagnostic) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let block = try read(upTo: 1 << 20)
      if block.isEmpty { return bytes }
      bytes.append(contentsOf: block)
    }
  }
}
