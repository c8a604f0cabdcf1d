/// The emoticons, by their first byte, the longest first.
///
/// Of those that begin with a letter or digit only such as "xD" count, all letters: "8)" is mostly a
/// list's number, "C:" a label, "8D" a size.
struct EmoticonTable: Sendable {
  private struct Entry: Sendable {
    var start: Int32
    var count: Int32
    var id: WordID
  }

  private let entries: [Entry]
  private let bytes: [UInt8]
  /// Where the emoticons with a first byte begin in ``entries``; one more at the end.
  private let starts: [Int32]
  /// For each first byte, a bit for each value of the lowest six bits of the second: a colon is
  /// mostly followed by a blank.
  private let seconds: [UInt64]

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
    var entries: [Entry] = []
    var bytes: [UInt8] = []
    var starts = [Int32](repeating: 0, count: 257)
    var seconds = [UInt64](repeating: 0, count: 256)
    for (face, id) in sorted {
      entries.append(Entry(start: Int32(bytes.count), count: Int32(face.count), id: id))
      bytes += face
      let first = Int(face[0])
      starts[first + 1] += 1
      seconds[first] |= face.count > 1 ? 1 << UInt64(face[1] & 63) : .max
    }
    for first in 0..<256 { starts[first + 1] += starts[first] }
    self.entries = entries
    self.bytes = bytes
    self.starts = starts
    self.seconds = seconds
  }

  /// Whether some emoticon begins with a byte.
  @inline(__always)
  func mayBegin(with byte: UInt8) -> Bool { seconds[Int(byte)] != 0 }

  /// The longest emoticon that begins at `start` and stands alone: white space, punctuation or the
  /// end comes after it.
  func match(_ text: Span<UInt8>, at start: Int) -> (end: Int, id: WordID)? {
    let first = Int(text[start])
    let second = start + 1 < text.count ? text[start + 1] : 0
    guard seconds[first] &>> UInt64(second & 63) & 1 != 0 else { return nil }
    for entry in entries[Int(starts[first])..<Int(starts[first + 1])] {
      let end = start + Int(entry.count)
      if end <= text.count, matches(entry, text, start), standsAlone(text, end) {
        return (end, entry.id)
      }
    }
    return nil
  }

  private func matches(_ entry: Entry, _ text: Span<UInt8>, _ start: Int) -> Bool {
    for offset in 0..<Int(entry.count)
    where text[start + offset] != bytes[Int(entry.start) + offset] {
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
