/// One character of a text in UTF-8, by its place.
struct TextCharacter {
  /// Its code point; 0 for a byte that is no UTF-8, and beyond the text.
  let value: UInt32
  /// Where it begins.
  let start: Int
  /// Where it ends; at the end of the text where it begins.
  let end: Int

  /// The code point as a scalar; nil for 0.
  var scalar: Unicode.Scalar? { value == 0 ? nil : Unicode.Scalar(value) }

  /// The character that begins at a place.
  init(in bytes: Span<UInt8>, at start: Int) {
    self.start = start
    guard start < bytes.count else {
      value = 0
      end = start
      return
    }
    guard let length = UTF8Check.sequence(in: bytes, at: start, allowsCutEnd: false) else {
      value = 0
      end = start + 1
      return
    }
    var bits = UInt32(bytes[start])
    if length > 1 {
      bits &= 0x7F >> UInt32(length)
      for place in (start + 1)..<(start + length) { bits = bits << 6 | UInt32(bytes[place] & 0x3F) }
    }
    value = bits
    end = start + length
  }

  /// The character that ends at a place.
  init(in bytes: Span<UInt8>, before end: Int) {
    var start = end
    while start > 0, end - start < 4 {
      start -= 1
      if bytes[start] & 0xC0 != 0x80 { break }
    }
    let found = TextCharacter(in: bytes, at: start)
    value = start < end && found.end == end ? found.value : 0
    self.start = start
    self.end = end
  }
}
