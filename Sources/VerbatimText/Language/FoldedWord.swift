internal import VerbatimCore

/// A word in lower case, ready to be looked up; its memory is reused.
///
/// Folds what European languages write, and leaves other scripts, which have no capitals, as they
/// are. The result is that of ``ICUNormalizer`` for letters of composed text; the German ß, which
/// ICU calls `ss`, is kept beside it.
struct FoldedWord {
  /// The bytes in lower case, ß as it is, a blank before and after.
  private(set) var sharp: [UInt8] = []
  /// The bytes in lower case, ß as `ss`.
  private(set) var key: [UInt8] = []
  /// How many characters it has.
  private(set) var length = 0
  /// Whether a digit is in it: a code, a size, a model.
  private(set) var hasDigit = false
  /// The place of its script in ``WritingSystem/all``; nil for Latin.
  ///
  /// Kana wins over Han.
  private(set) var script: Int?
  /// Where the part before an apostrophe ends in ``key``, the apostrophe counted; 0 without one.
  private(set) var apostrophe = 0

  /// The longest word that is looked at, in bytes; what is longer is no word.
  static let longest = Vocabulary.longestForm

  /// Takes in the word in a range of bytes.
  ///
  /// - Returns: False when it is too long to be a word.
  mutating func fold(_ bytes: Span<UInt8>, _ range: ByteRange) -> Bool {
    sharp.removeAll(keepingCapacity: true)
    key.removeAll(keepingCapacity: true)
    length = 0
    hasDigit = false
    script = nil
    apostrophe = 0
    guard range.count <= Self.longest else { return false }
    sharp.append(0x20)
    var at = range.start
    while at < range.end {
      let byte = bytes[at]
      if byte < 0x80 {
        at += 1
        length += 1
        if byte >= 0x30, byte <= 0x39 { hasDigit = true }
        append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
        if byte == UInt8(ascii: "'") { apostrophe = key.count }
        continue
      }
      let (scalar, width) = Self.decode(bytes, at, range.end)
      at += width
      length += 1
      append(scalar: scalar)
    }
    sharp.append(0x20)
    return true
  }

  private mutating func append(_ byte: UInt8) {
    sharp.append(byte)
    key.append(byte)
  }

  private mutating func append(scalar: UInt32) {
    switch scalar {
    case 0x2018, 0x2019:
      append(UInt8(ascii: "'"))
      apostrophe = key.count
      return
    case 0xDF, 0x1E9E:
      sharp.append(0xC3)
      sharp.append(0x9F)
      key.append(UInt8(ascii: "s"))
      key.append(UInt8(ascii: "s"))
      return
    default: break
    }
    if scalar >= 0x370, let found = WritingSystem.index(of: scalar, guess: script) {
      // A Japanese word may begin with Han and go on with kana.
      if script == nil || WritingSystem.isKana(found) { script = found }
    }
    let lower = Self.lowered(scalar)
    switch lower {
    case 0..<0x80: append(UInt8(lower))
    case 0x80..<0x800:
      append(UInt8(0xC0 | lower >> 6))
      append(UInt8(0x80 | lower & 0x3F))
    case 0x800..<0x10000:
      append(UInt8(0xE0 | lower >> 12))
      append(UInt8(0x80 | lower >> 6 & 0x3F))
      append(UInt8(0x80 | lower & 0x3F))
    default:
      append(UInt8(0xF0 | lower >> 18 & 0x07))
      append(UInt8(0x80 | lower >> 12 & 0x3F))
      append(UInt8(0x80 | lower >> 6 & 0x3F))
      append(UInt8(0x80 | lower & 0x3F))
    }
  }

  /// The character that begins at `at`; U+FFFD of one byte where the bytes are none.
  static func decode(_ bytes: Span<UInt8>, _ at: Int, _ end: Int) -> (scalar: UInt32, width: Int) {
    guard let read = UTF8Check.scalar(in: bytes, at: at), at + read.length <= end else {
      return (0xFFFD, 1)
    }
    return (read.scalar.value, read.length)
  }

  /// The small letter of a capital of the Latin, Greek and Cyrillic alphabets.
  static func lowered(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE, 0x391...0x3A1, 0x3A3...0x3AB, 0x410...0x42F:
      scalar + 0x20
    case 0x130: 0x69
    // In these blocks a small letter follows its capital, which is even …
    case 0x100...0x137, 0x14A...0x177, 0x1A0...0x1A5, 0x218...0x21B, 0x460...0x4BF,
      0x1EA0...0x1EFF:
      scalar | 1
    // … or odd.
    case 0x139...0x148, 0x179...0x17E: scalar + (scalar & 1)
    case 0x178: 0xFF
    case 0x1AF: 0x1B0
    case 0x3C2: 0x3C3
    case 0x386: 0x3AC
    case 0x388...0x38A: scalar + 0x25
    case 0x38C: 0x3CC
    case 0x38E, 0x38F: scalar + 0x3F
    case 0x400...0x40F: scalar + 0x50
    default: scalar
    }
  }
}
