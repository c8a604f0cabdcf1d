/// Validity of UTF-8, by the table of the Unicode standard (3.9, table 3-7).
enum UTF8Check {
  /// Whether every byte is ASCII.
  ///
  /// - Complexity: O(*n*), eight bytes at a step.
  static func isASCII(_ bytes: Span<UInt8>) -> Bool {
    var at = 0
    while at + 8 <= bytes.count {
      if ByteBlock(bytes, at: at).bits & ByteBlock.high != 0 { return false }
      at += 8
    }
    return ByteBlock(bytes, at: at).bits & ByteBlock.high == 0
  }

  /// Whether every byte belongs to a well-formed sequence.
  ///
  /// - Complexity: O(*n*), eight bytes at a step while they are ASCII.
  static func isValid(_ bytes: [UInt8], allowsCutEnd: Bool) -> Bool {
    let span = bytes.span
    var at = 0
    let count = span.count
    while at < count {
      let first = span[at]
      if first < 0x80 {
        at += 1
        continue
      }
      let length = length(of: first)
      guard length > 1 else { return false }
      if at + length > count {
        guard allowsCutEnd else { return false }
        for index in (at + 1)..<count where span[index] & 0xC0 != 0x80 { return false }
        return true
      }
      let second = span[at + 1]
      switch first {
      case 0xE0: guard second >= 0xA0, second <= 0xBF else { return false }
      case 0xED: guard second >= 0x80, second <= 0x9F else { return false }
      case 0xF0: guard second >= 0x90, second <= 0xBF else { return false }
      case 0xF4: guard second >= 0x80, second <= 0x8F else { return false }
      default: guard second & 0xC0 == 0x80 else { return false }
      }
      var rest = 2
      while rest < length {
        guard span[at + rest] & 0xC0 == 0x80 else { return false }
        rest += 1
      }
      at += length
    }
    return true
  }

  /// The bytes of the sequence that `first` opens; 0 when it opens none.
  static func length(of first: UInt8) -> Int {
    switch first {
    case 0x00...0x7F: 1
    case 0xC2...0xDF: 2
    case 0xE0...0xEF: 3
    case 0xF0...0xF4: 4
    default: 0
    }
  }
}
