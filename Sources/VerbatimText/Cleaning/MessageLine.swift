/// A line of a message that is not blank.
struct MessageLine {
  /// Its first byte.
  var start: Int
  /// Where its text begins and ends, without quote marks and blanks; equal when there is none.
  var textStart: Int
  var textEnd: Int
  /// How many quote marks it begins with.
  var depth: Int
  /// Whether a blank line, or nothing, stands before it.
  var isAfterBlank: Bool

  /// The text.
  var text: Range<Int> { textStart..<textEnd }

  /// The lines of a message.
  ///
  /// Blank lines have none of their own, so a message of line ends alone takes no memory.
  ///
  /// - Complexity: O(*n*).
  static func lines(of bytes: Span<UInt8>) -> [MessageLine] {
    var lines: [MessageLine] = []
    var isAfterBlank = true
    var at = 0
    while at < bytes.count {
      var end = at
      while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
      let line = MessageLine(bytes, at..<end, isAfterBlank: isAfterBlank)
      isAfterBlank = line.textStart == line.textEnd && line.depth == 0
      if !isAfterBlank { lines.append(line) }
      at = end + 1
      if end + 1 < bytes.count, bytes[end] == 0x0D, bytes[end + 1] == 0x0A { at += 1 }
    }
    return lines
  }

  private init(_ bytes: Span<UInt8>, _ range: Range<Int>, isAfterBlank: Bool) {
    start = range.lowerBound
    self.isAfterBlank = isAfterBlank
    depth = 0
    textStart = Self.skipBlanks(bytes, range)
    while let next = Self.quoteMark(bytes, textStart..<range.upperBound) {
      depth += 1
      textStart = Self.skipBlanks(bytes, next..<range.upperBound)
    }
    textEnd = range.upperBound
    while textEnd > textStart, bytes[textEnd - 1] <= 0x20 { textEnd -= 1 }
  }

  /// The end of the quote mark that a stretch begins with.
  ///
  /// A mark is `>` or, in text that was once HTML, `&gt;`. A face such as `>:(` and a comparison such
  /// as `>=` are none.
  private static func quoteMark(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    let start = range.lowerBound
    guard start < range.upperBound else { return nil }
    if bytes[start] == UInt8(ascii: "&") {
      let isEntity =
        start + 3 < range.upperBound && bytes[start + 1] == UInt8(ascii: "g")
        && bytes[start + 2] == UInt8(ascii: "t") && bytes[start + 3] == UInt8(ascii: ";")
      return isEntity ? start + 4 : nil
    }
    guard bytes[start] == UInt8(ascii: ">") else { return nil }
    guard start + 1 < range.upperBound else { return start + 1 }
    switch bytes[start + 1] {
    case UInt8(ascii: ":"), UInt8(ascii: "="), UInt8(ascii: "_"), UInt8(ascii: ";"),
      UInt8(ascii: "<"):
      return nil
    case UInt8(ascii: "."):
      let isFace = start + 2 < range.upperBound && bytes[start + 2] == UInt8(ascii: "<")
      return isFace ? nil : start + 1
    default: return start + 1
    }
  }

  /// The first byte that shows: past blanks, no-break and ideographic blanks, and marks without
  /// width.
  static func skipBlanks(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var at = range.lowerBound
    while at < range.upperBound {
      switch bytes[at] {
      case 0x00...0x20: at += 1
      case 0xC2 where at + 1 < range.upperBound && bytes[at + 1] == 0xA0: at += 2
      case 0xE2
      where at + 2 < range.upperBound && bytes[at + 1] == 0x80
        && (0x8B...0x8F).contains(bytes[at + 2]):
        at += 3
      case 0xE3 where at + 2 < range.upperBound && bytes[at + 1] == 0x80 && bytes[at + 2] == 0x80,
        0xEF where at + 2 < range.upperBound && bytes[at + 1] == 0xBB && bytes[at + 2] == 0xBF:
        at += 3
      default: return at
      }
    }
    return at
  }
}
