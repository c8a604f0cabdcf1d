/// Makes bytes that XML forbids harmless, in place, so that every other byte keeps its offset.
///
/// Control characters become blanks. A "<" that begins nothing ("I <3 it") would end the feed; it
/// becomes ``bareLess`` and a "<" again in the text. What stands in CDATA and comments stays.
struct FeedCleaner {
  /// DEL, which XML allows and nobody writes; one in the feed itself becomes a blank.
  static let bareLess: UInt8 = 0x7F

  /// How many "<" begin nothing.
  private(set) var bare = 0

  private enum Place {
    case text
    case data
    case comment
  }

  private var place = Place.text
  /// The end of the block before, where it may be half of a mark.
  private var carried: [UInt8] = []

  /// The next bytes to parse; an empty block is the end and gives what was held back.
  mutating func clean(_ block: [UInt8]) -> [UInt8] {
    let isLast = block.isEmpty
    var fresh = block
    Self.blankControls(&fresh)
    var bytes = carried.isEmpty ? fresh : carried + fresh
    carried = []
    var at = 0
    var kept = bytes.count
    while at < bytes.count {
      switch place {
      case .text:
        at = bytes[at...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        // "<![CDATA[" has nine bytes.
        if !isLast, bytes.count - at < 9 {
          kept = at
          at = bytes.count
        } else if at < bytes.count {
          at = mark(&bytes, at)
        }
      case .data, .comment:
        let end = Array((place == .data ? "]]>" : "-->").utf8)
        if let found = Self.first(end, in: bytes, from: at) {
          place = .text
          at = found + 3
        } else {
          if !isLast { kept = max(at, bytes.count - 2) }
          at = bytes.count
        }
      }
    }
    carried = Array(bytes[kept...])
    bytes.removeLast(bytes.count - kept)
    return bytes
  }

  /// What a "<" begins; gives the place behind it.
  private mutating func mark(_ bytes: inout [UInt8], _ at: Int) -> Int {
    let rest = bytes[(at + 1)...]
    if rest.starts(with: "![CDATA[".utf8) {
      place = .data
      return at + 9
    }
    if rest.starts(with: "!--".utf8) {
      place = .comment
      return at + 4
    }
    guard let next = rest.first else { return at + 1 }
    switch next {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "_"),
      UInt8(ascii: ":"), 0x80...0xFF:
      break
    default:
      bare += 1
      bytes[at] = Self.bareLess
    }
    return at + 1
  }

  private static func first(_ mark: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    var at = start
    while let found = bytes[at...].firstIndex(of: mark[0]) {
      if bytes[found...].starts(with: mark) { return found }
      at = found + 1
    }
    return nil
  }

  private static func blankControls(_ bytes: inout [UInt8]) {
    var span = bytes.mutableSpan
    for index in span.indices {
      let byte = span[index]
      if byte < 0x20 || byte == bareLess {
        if byte != 0x09, byte != 0x0A, byte != 0x0D { span[index] = 0x20 }
      } else if byte == 0xEF, index + 2 < span.count, span[index + 1] == 0xBF,
        span[index + 2] >= 0xBE
      {
        // U+FFFE and U+FFFF.
        span[index + 2] = 0xBD
      }
    }
  }
}
