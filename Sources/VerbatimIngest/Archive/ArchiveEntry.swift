internal import CZip
internal import VerbatimCore

/// An entry of a zip archive that is inflated block by block, and given up when it is a bomb.
@safe final class ArchiveEntry {
  /// The size of a block.
  static let blockSize = 64 * 1024
  /// The most that an entry may unpack to.
  ///
  /// The blocks are not kept, so this bounds time, not memory: the largest sheet that Excel can
  /// hold, filled with answers, is smaller.
  static let largest = 8 << 30
  /// An entry may grow to this size whatever its packed size is.
  static let freeSize = 32 << 20
  /// How many times its packed size a larger entry may take: deflate can do 1032; rows that
  /// differ in their numbers alone, filled or empty, came to between 9 and 17.
  static let largestRatio = 120

  /// Why an entry cannot be read on.
  enum Fault: Error, Hashable {
    case damaged
    case hasPassword
    /// It unpacks to more than the limits.
    case tooLarge
  }

  private let archive: ArchiveReader
  // Safety: opened in init, closed once in deinit; the archive outlives it.
  private let handle: OpaquePointer
  private let limit: Int
  /// How many bytes were inflated.
  private(set) var count = 0

  /// Opens the entry at a place in an archive's list.
  init(_ archive: ArchiveReader, at index: Int64) throws(Fault) {
    self.archive = archive
    var needsPassword = false
    guard let entry = unsafe vzip_entry_open(archive.handle, index, &needsPassword) else {
      throw needsPassword ? .hasPassword : .damaged
    }
    unsafe handle = entry
    let packed = unsafe max(0, Int(vzip_packed_size(archive.handle, index)))
    let (allowed, isHuge) = packed.multipliedReportingOverflow(by: Self.largestRatio)
    limit = isHuge ? Self.largest : min(Self.largest, max(Self.freeSize, allowed))
  }

  deinit { unsafe vzip_entry_close(handle) }

  /// Fills `block` with the next bytes; it is empty at the end.
  func read(into block: inout [UInt8]) throws(Fault) {
    if block.count != Self.blockSize { block = [UInt8](repeating: 0, count: Self.blockSize) }
    // Safety: libzip writes at most as many bytes as the block has.
    let got = unsafe block.withUnsafeMutableBufferPointer { buffer in
      unsafe Int(vzip_entry_read(handle, buffer.baseAddress, Int64(buffer.count)))
    }
    guard got >= 0 else { throw .damaged }
    count += got
    guard count <= limit else { throw .tooLarge }
    if got < block.count { block.removeLast(block.count - got) }
  }
}
