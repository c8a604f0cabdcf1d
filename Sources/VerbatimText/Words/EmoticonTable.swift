/// The emoticons, by their first byte, the longest first.
///
/// Of those that begin with a letter or digit only such as "xD" count, all letters: "8)" is mostly a
/// list's number, "C:" a label, "8D" a size.
struct EmoticonTable: Sendable {
  private let entries: [(bytes: [UInt8], id: WordID)]
  private let firstIndex: [Int32]

  init(_ emoticons: [(String, WordID)]) {
    let sorted = emoticons.map { (bytes: Array($0.0.utf8), id: $0.1) }
      .filter { entry in
        guard let first = entry.bytes.first else { return false }
        let kind = ByteClass.table[Int(first)]
        return (kind != .letter && kind != .digit)
          || entry.bytes.allSatisfy { ByteClass.table[Int($0)] == .letter || $0 == 0x5F }
      }
      .sorted {
        ($0.bytes[0], -$0.bytes.count, String(decoding: $0.bytes, as: UTF8.self))
          < ($1.bytes[0], -$1.bytes.count, String(decoding: $1.bytes, as: UTF8.self))
      }
    var first = [Int32](repeating: -1, count: 256)
    for (index, entry) in sorted.enumerated().reversed() {
      first[Int(entry.bytes[0])] = Int32(index)
    }
    entries = sorted
    firstIndex = first
  }

  /// Whether some emoticon begins with a byte.
  @inline(__always)
  func mayBegin(with byte: UInt8) -> Bool { firstIndex[Int(byte)] >= 0 }

  /// The longest emoticon that begins at `start` and stands alone: white space, punctuation or the
  /// end comes after it.
  func match(_ bytes: Span<UInt8>, at start: Int) -> (end: Int, id: WordID)? {
    var index = Int(firstIndex[Int(bytes[start])])
    guard index >= 0 else { return nil }
    while index < entries.count, entries[index].bytes[0] == bytes[start] {
      let candidate = entries[index].bytes
      let end = start + candidate.count
      if end <= bytes.count, matches(candidate, bytes, start), standsAlone(bytes, end) {
        return (end, entries[index].id)
      }
      index += 1
    }
    return nil
  }

  private func matches(_ candidate: [UInt8], _ bytes: Span<UInt8>, _ start: Int) -> Bool {
    for (offset, byte) in candidate.enumerated() where bytes[start + offset] != byte {
      return false
    }
    return true
  }

  private func standsAlone(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
    guard end < bytes.count else { return true }
    switch bytes[end] {
    case 0x09, 0x0A, 0x0D, 0x20, UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: "!"),
      UInt8(ascii: "?"):
      return true
    default: return bytes[end] >= 0x80
    }
  }
}
