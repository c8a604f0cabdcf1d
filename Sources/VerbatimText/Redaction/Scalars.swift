/// Characters of UTF-8 bytes, whatever the bytes: what is no UTF-8 reads as U+FFFD, byte by byte.
enum Scalars {
  /// What a byte reads as that belongs to no character.
  static let invalid: UInt32 = 0xFFFD

  /// The character at `at` and its bytes.
  static func decode(_ bytes: Span<UInt8>, _ at: Int) -> (value: UInt32, length: Int) {
    guard let read = UTF8Check.scalar(in: bytes, at: at) else { return (invalid, 1) }
    return (read.scalar.value, read.length)
  }

  /// The character that ends at `at`, and where it begins; nil at the start.
  static func before(_ bytes: Span<UInt8>, _ at: Int) -> (value: UInt32, start: Int)? {
    guard at > 0 else { return nil }
    var start = at - 1
    while start > 0, at - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let (value, length) = decode(bytes, start)
    return start + length == at ? (value, start) : (invalid, at - 1)
  }

  /// A character without case and accents; a blank, dash, apostrophe or full-width form as its
  /// ASCII twin; 0 for a combining accent.
  static func fold(_ value: UInt32) -> UInt32 {
    switch value {
    case 0x41...0x5A: value + 0x20
    case 0x09, 0xA0, 0x2000...0x200A, 0x202F, 0x3000: 0x20
    case 0..<0xC0: value
    case 0xC0...0x17F: UInt32(latin[Int(value) - 0xC0])
    case 0x218, 0x219: 0x73
    case 0x21A, 0x21B: 0x74
    case 0x300...0x36F, 0x200B...0x200F: 0
    case 0x386, 0x3AC: 0x3B1
    case 0x388, 0x3AD: 0x3B5
    case 0x389, 0x3AE: 0x3B7
    case 0x38A, 0x3AF: 0x3B9
    case 0x38C, 0x3CC: 0x3BF
    case 0x38E, 0x3CD: 0x3C5
    case 0x38F, 0x3CE: 0x3C9
    case 0x391...0x3A9: value + 0x20
    case 0x400...0x40F: value == 0x401 ? 0x435 : value + 0x50
    case 0x410...0x42F: value + 0x20
    case 0x451: 0x435
    case 0x622, 0x623, 0x625: 0x627
    case 0x2BC, 0x2018, 0x2019: 0x27
    case 0x2010...0x2015, 0x2212: 0x2D
    case 0xFF01...0xFF5E: fold(value - 0xFEE0)
    default: value
    }
  }

  /// U+00C0 to U+017F by their base letters.
  private static let latin = Array(
    ("aaaaaaaceeeeiiii" + "dnooooo*ouuuuyts" + "aaaaaaaceeeeiiii" + "dnooooo*ouuuuyty"
      + "aaaaaaccccccccdd" + "ddeeeeeeeeeegggg" + "gggghhhhiiiiiiii" + "iiiijjkkklllllll"
      + "lllnnnnnnnnnoooo" + "oooorrrrrrssssss" + "ssttttttuuuuuuuu" + "uuuuwwyyyzzzzzzs").utf8
  )

  /// Whether a character is a letter, or an accent on one.
  static func isLetter(_ value: UInt32) -> Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xBA: true
    case 0..<0xC0, 0xD7, 0xF7, 0x660...0x669, 0x6F0...0x6F9, 0x60C, 0x61B, 0x61F: false
    case 0x2000...0x2BFF, 0x3000...0x3004, 0x3008...0x3020, 0x3030, 0x30FB: false
    case 0xE50...0xE59, 0xFE00...0xFE6F, 0xFF00...0xFF20, 0xFF3B...0xFF40, 0xFF5B...0xFF65: false
    case 0xFFF0...0xFFFF, 0x1F000...: false
    default: true
    }
  }

  /// Whether a letter belongs to a script that is written without blanks or without capitals and
  /// puts endings on words: Thai, kana, ideographs, Hangul.
  static func isUnspaced(_ value: UInt32) -> Bool {
    switch value {
    case 0xE01...0xE4F, 0x3005...0x3007, 0x3041...0x30FA, 0x30FC...0x30FF, 0x3400...0x9FFF,
      0xAC00...0xD7A3, 0xF900...0xFAFF, 0x20000...0x2FFFF:
      true
    default: false
    }
  }

  /// Whether a letter's script has no capitals.
  static func isCaseless(_ value: UInt32) -> Bool {
    (0x590...0x10FF).contains(value) || isUnspaced(value)
  }

  /// Whether a character is a capital.
  static func isCapital(_ value: UInt32) -> Bool {
    if value < 0x80 { return value >= 0x41 && value <= 0x5A }
    return Unicode.Scalar(value)?.properties.isUppercase ?? false
  }

  /// A decimal digit in ASCII, full width, Arabic, Persian or Thai, and its bytes.
  static func digit(_ bytes: Span<UInt8>, _ at: Int) -> (value: UInt8, length: Int)? {
    let first = bytes[at]
    if first < 0x80 { return first &- 0x30 < 10 ? (first - 0x30, 1) : nil }
    guard first >= 0xD9 else { return nil }
    let (value, length) = decode(bytes, at)
    switch value {
    case 0x660...0x669: return (UInt8(value - 0x660), length)
    case 0x6F0...0x6F9: return (UInt8(value - 0x6F0), length)
    case 0xE50...0xE59: return (UInt8(value - 0xE50), length)
    case 0x966...0x96F: return (UInt8(value - 0x966), length)
    case 0xFF10...0xFF19: return (UInt8(value - 0xFF10), length)
    default: return nil
    }
  }

  /// The length of the blank at `at`: ASCII, no-break, thin or ideographic; 0 for no blank.
  static func blank(_ bytes: Span<UInt8>, _ at: Int) -> Int {
    guard at < bytes.count else { return 0 }
    let first = bytes[at]
    if first == 0x20 || first == 0x09 { return 1 }
    guard first == 0xC2 || first == 0xE2 || first == 0xE3 else { return 0 }
    let (value, length) = decode(bytes, at)
    return value != invalid && fold(value) == 0x20 ? length : 0
  }

  /// Where the blanks at `at` end, of which at most a few are looked at.
  static func skipBlanks(_ bytes: Span<UInt8>, _ at: Int) -> Int {
    var end = at
    while end - at < 16 {
      let length = blank(bytes, end)
      if length == 0 { break }
      end += length
    }
    return end
  }
}
