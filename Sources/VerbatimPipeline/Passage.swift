internal import VerbatimCore

/// The sentence around a quote, cut at its ends or at blanks when it is long.
struct Passage {
  /// How many bytes are shown on either side.
  static let reach = 160

  private let bytes: [UInt8]
  private let quote: ByteRange
  private let range: ByteRange

  /// The passage of a text around a quote.
  init(_ bytes: [UInt8], around quote: ByteRange) {
    self.bytes = bytes
    self.quote = quote
    var start = quote.start
    while start > 0, quote.start - start < Self.reach, !Self.endsSentence(bytes, start - 1) {
      start -= 1
    }
    var end = quote.end
    while end < bytes.count, end - quote.end < Self.reach,
      end == quote.end || !Self.endsSentence(bytes, end - 1)
    {
      end += 1
    }
    // A cut that is no sentence's end moves to a blank.
    if start > 0, !Self.endsSentence(bytes, start - 1) {
      while start < quote.start, bytes[start] != 0x20 { start += 1 }
    }
    if end < bytes.count, !Self.endsSentence(bytes, end - 1) {
      while end > quote.end, bytes[end - 1] != 0x20 { end -= 1 }
    }
    range = ByteRange(start, end)
  }

  private static func endsSentence(_ bytes: [UInt8], _ at: Int) -> Bool {
    switch bytes[at] {
    case 0x0A: return true
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
      return at + 1 == bytes.count || bytes[at + 1] == 0x20 || bytes[at + 1] == 0x0A
    default: return false
    }
  }

  /// The passage on one line, the quote between ‹ and ›.
  var marked: String {
    func cut(_ from: Int, _ to: Int) -> String {
      String(decoding: bytes[from..<to], as: UTF8.self).replacing("\n", with: " ")
    }
    let before = cut(range.start, quote.start).drop(while: \.isWhitespace)
    var after = cut(quote.end, range.end)
    while let last = after.last, last.isWhitespace { after.removeLast() }
    return "\(before)‹\(cut(quote.start, quote.end))›\(after)"
  }
}
