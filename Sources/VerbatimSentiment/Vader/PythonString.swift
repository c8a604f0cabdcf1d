internal import VerbatimText

/// What Python's `str` calls blank, small and capital, over UTF-8.
///
/// By the Unicode version of the standard library in use; Python's own may be older.
enum PythonString {
  /// Whether `str.split()` divides there: what `str.isspace()` is true of.
  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F,
      0x205F, 0x3000:
      true
    default: false
    }
  }

  /// A text without the blanks at its ends: `str.strip()`.
  static func strip(_ text: Substring) -> Substring {
    var scalars = text.unicodeScalars
    while let first = scalars.first, isSpace(first) { scalars.removeFirst() }
    while let last = scalars.last, isSpace(last) { scalars.removeLast() }
    return Substring(scalars)
  }

  /// Whether there is a capital, and no small letter: `str.isupper()`.
  static func isUpper(_ bytes: Span<UInt8>) -> Bool {
    var isUpper = false
    var at = 0
    while let (scalar, length) = UTF8Check.scalar(in: bytes, at: at) {
      let properties = scalar.properties
      if properties.isLowercase || properties.generalCategory == .titlecaseLetter { return false }
      if properties.isUppercase { isUpper = true }
      at += length
    }
    return isUpper
  }

  /// Appends a text in small letters: `str.lower()`, with its small sigma at the end of a word.
  static func lower(_ bytes: Span<UInt8>, into lowered: inout [UInt8]) {
    var at = 0
    while let (scalar, length) = UTF8Check.scalar(in: bytes, at: at) {
      if scalar == "Σ" {
        let isFinal = endsWord(bytes, from: at, to: at + length)
        lowered.append(contentsOf: (isFinal ? "ς" : "σ").utf8)
      } else {
        lowered.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
      at += length
    }
  }

  /// Whether a letter has cased letters before it and none behind it, signs such as apostrophes
  /// left aside: `Final_Sigma` of the Unicode standard (3.13, table 3-17).
  private static func endsWord(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Bool {
    var before: Unicode.Scalar?
    var at = 0
    while at < start, let (scalar, length) = UTF8Check.scalar(in: bytes, at: at) {
      if !scalar.properties.isCaseIgnorable { before = scalar }
      at += length
    }
    guard let before, before.properties.isCased else { return false }
    at = end
    while let (scalar, length) = UTF8Check.scalar(in: bytes, at: at) {
      if !scalar.properties.isCaseIgnorable { return !scalar.properties.isCased }
      at += length
    }
    return true
  }

  /// The number that `float()` reads; nil for what it refuses, and for infinity and NaN.
  static func float(_ text: Substring) -> Double? {
    var digits: [UInt8] = []
    var last: UInt8 = 0
    for byte in strip(text).utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        digits.append(byte)
      case UInt8(ascii: "_"):
        guard isDigit(last) else { return nil }
      case UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "e"),
        UInt8(ascii: "E"):
        guard last != UInt8(ascii: "_") else { return nil }
        digits.append(byte)
      default: return nil
      }
      last = byte
    }
    guard last != UInt8(ascii: "_"), let value = Double(String(decoding: digits, as: UTF8.self))
    else { return nil }
    return value.isFinite ? value : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "0") < 10 }
}
