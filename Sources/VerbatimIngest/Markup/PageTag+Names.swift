/// What names and classes of a page are, told from their bytes.
extension PageTag {
  /// The eight bytes at `start`, the first in the lowest place, zero from `count` on and behind the
  /// page's end.
  @inline(__always)
  static func word(_ page: Span<UInt8>, _ start: Int, _ count: Int) -> UInt64 {
    guard start + 8 <= page.count else {
      var word: UInt64 = 0
      for at in start..<min(start + count, page.count) {
        word |= UInt64(page[at]) << UInt64(8 * (at - start))
      }
      return word
    }
    // Safety: eight bytes are there, and any are a number.
    let bits = unsafe page.bytes.unsafeLoadUnaligned(fromByteOffset: start, as: UInt64.self)
    let word = UInt64(littleEndian: bits)
    return count < 8 ? word & (1 << UInt64(8 * count) - 1) : word
  }

  static func holds(_ byte: UInt8, _ page: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for at in range where page[at] == byte { return true }
    return false
  }

  /// Whether a class may be the root of a microformat: more than the roots makes no harm.
  static func mayBeMicroformat(_ page: Span<UInt8>, _ value: Range<Int>) -> Bool {
    // Most have neither of two letters.
    var start = value.lowerBound
    while start < value.upperBound {
      let word = word(page, start, value.upperBound - start)
      if ByteFinder.holds(UInt8(ascii: "h"), word) || ByteFinder.holds(UInt8(ascii: "&"), word) {
        break
      }
      start += 8
    }
    guard start < value.upperBound else { return false }
    var isStart = true
    for at in value {
      let byte = page[at]
      // What a reference stands for is the parser's to say.
      if byte == UInt8(ascii: "&") { return true }
      if isStart, byte == UInt8(ascii: "h") {
        for root in roots where equals(page, at, min(at + 4, value.upperBound), root) {
          return true
        }
      }
      isStart = byte <= 0x20
    }
    return false
  }

  /// The first four letters of `h-review`, `h-product`, `h-entry`, `h-feed`, `hreview`, `hproduct`,
  /// `hentry`, `hfeed`, and of the items that reviews are of.
  private static let roots: [StaticString] = [
    "h-re", "h-pr", "h-en", "h-fe", "h-it", "h-ca", "h-ev", "hrev", "hpro", "hent", "hfee",
  ]

  /// Whether bytes are a name in small letters, whatever their case.
  static func equals(_ page: Span<UInt8>, _ start: Int, _ end: Int, _ name: StaticString) -> Bool {
    guard end - start == name.utf8CodeUnitCount, end <= page.count else { return false }
    // Safety: as many letters as the range has bytes.
    let letters = unsafe name.utf8Start
    for index in 0..<(end - start) {
      guard unsafe small(page[start + index]) == letters[index] else { return false }
    }
    return true
  }

  /// A byte with capitals made small.
  @inline(__always)
  static func small(_ byte: UInt8) -> UInt8 {
    byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
  }

  /// White space inside of tags to libxml2.
  @inline(__always)
  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }

  /// Whether a byte is a control character, which libxml2 passes over, so that it is no word.
  static func isControl(_ byte: UInt8) -> Bool { byte < 0x20 && !isBlank(byte) }

  static func isLetter(_ byte: UInt8) -> Bool {
    byte | 0x20 >= UInt8(ascii: "a") && byte | 0x20 <= UInt8(ascii: "z")
  }

  /// Whether a name may begin so.
  static func isNameStart(_ byte: UInt8) -> Bool {
    isLetter(byte) || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ":")
      || byte == UInt8(ascii: ".")
  }

  /// Whether a name may go on so: with a letter, a digit, "-", "_", ":" or ".".
  @inline(__always)
  static func isName(_ byte: UInt8) -> Bool {
    guard byte < 0x80 else { return false }
    let half: UInt64 = byte < 64 ? 0x07FF_6000_0000_0000 : 0x07FF_FFFE_87FF_FFFE
    return half >> UInt64(byte & 63) & 1 != 0
  }

  @inline(__always)
  static func isClosing(_ page: Span<UInt8>, _ at: Int) -> Bool {
    page[at] == UInt8(ascii: "/") && at + 1 < page.count && page[at + 1] == UInt8(ascii: ">")
  }
}
