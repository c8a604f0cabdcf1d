/// A sequence of UTF-8 whose bytes stand in the text as characters of windows-1252.
struct TwiceEncodedSequence {
  /// The kinds of character a sequence may stand for: what is certain of one says something about
  /// the others of its kind.
  enum Script: Hashable, Sendable {
    case latin, accent, greek, cyrillic, armenian, hebrew, arabic, indic, punctuation, ideograph
    case hangul, pictograph, other
  }

  /// Where it ends, in bytes.
  let end: Int
  /// The character that it stands for.
  let scalar: UInt32
  /// The kind of that character.
  let script: Script
  private let lead: UInt8
  private let second: UInt8
  private let last: UInt8

  /// The sequence at a place; nil when there is none, or none of a character in use.
  init?(in bytes: Span<UInt8>, at start: Int) {
    let first = TextCharacter(in: bytes, at: start)
    guard 0xC2...0xF4 ~= first.value else { return nil }
    lead = UInt8(first.value)
    let length = UTF8Check.length(of: lead)
    var end = first.end
    var bits = UInt32(lead) & (0x7F >> UInt32(length))
    var trail: (second: UInt8, last: UInt8) = (0, 0)
    for place in 1..<length {
      let next = TextCharacter(in: bytes, at: end)
      guard let byte = Windows1252.byte(of: next.value), byte < 0xC0 else { return nil }
      if place == 1 { trail.second = byte }
      trail.last = byte
      bits = bits << 6 | UInt32(byte & 0x3F)
      end = next.end
    }
    let least: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000
    guard bits >= least, let scalar = Unicode.Scalar(bits),
      let script = Self.script(of: scalar)
    else { return nil }
    self.end = end
    self.scalar = bits
    self.script = script
    second = trail.second
    last = trail.last
  }

  /// The kind of a character; nil for one that texts do not have.
  private static func script(of scalar: Unicode.Scalar) -> Script? {
    let script: Script? =
      switch scalar.value {
      case 0x80...0x9F: .latin
      case 0xA0...0x17F, 0x1A0...0x1A1, 0x1AF...0x1B0, 0x218...0x21B: .latin
      // Azerbaijani and Uzbek.
      case 0x259, 0x2BB...0x2BC: .latin
      // ƒ ˆ ˜, which windows-1252 itself brings in when a text is damaged twice.
      case 0x192, 0x2C6, 0x2DC: .latin
      // Grave to macron, dot, diaeresis, ring, double acute, caron; the ones below that
      // Vietnamese, Romanian, French and Polish have.
      case 0x300...0x304, 0x307...0x308, 0x30A...0x30C, 0x323, 0x326...0x328: .accent
      case 0x370...0x3FF: .greek
      case 0x400...0x52F: .cyrillic
      case 0x531...0x58A: .armenian
      case 0x5B0...0x5F4: .hebrew
      case 0x600...0x6FF: .arabic
      case 0x900...0x109F: .indic
      case 0x2000...0x2BFF: .punctuation
      case 0x3000...0x9FFF, 0xF900...0xFAFF, 0xFF01...0xFF9F, 0x20000...0x323AF: .ideograph
      case 0xA960...0xD7FF: .hangul
      case 0x1D400...0x1D7FF, 0x1F000...0x1FAFF, 0xE0020...0xE007F: .pictograph
      case 0x10A0...0x10FF, 0x1200...0x139F, 0x1780...0x17FF, 0x1C90...0x1CBF,
        0x1E00...0x1FFF, 0xFB00...0xFEFF, 0xFFFD:
        .other
      default: nil
      }
    // Where blocks have gaps.
    guard scalar.value >= 0x370 else { return script }
    return scalar.properties.generalCategory == .unassigned ? nil : script
  }

  /// Whether the characters, standing between two others, can be nothing but damage; `inCapitals`
  /// says that the character two before them is a capital.
  func isCertain(
    after before: Unicode.Scalar?,
    before after: Unicode.Scalar?,
    inCapitals: Bool
  ) -> Bool {
    // Bytes that windows-1252 does not define are in no text that was ever right.
    if Self.isUndefined(second) || Self.isUndefined(last) { return true }
    var isAfterSmall: Bool { before?.properties.isLowercase == true }
    var isAfterLetter: Bool { before?.properties.isAlphabetic == true }
    var isBeforeLetter: Bool { after?.properties.isAlphabetic == true }
    var isInQuotes: Bool { before.map(Self.isQuote) ?? false }
    switch lead {
    // No language ends a word in a capital Â or, but for Portuguese and Vietnamese, a capital Ã;
    // and none sets them behind a small letter.
    case 0xC2: return !Self.closes(last) || isAfterSmall || !(isAfterLetter || isInQuotes)
    case 0xC3:
      if isAfterSmall { return true }
      guard isAfterLetter else { return !Self.closes(last) || !isInQuotes }
      switch last {
      case 0xA0: return !inCapitals && after?.properties.isLowercase == true
      // A small é or î ends no word of capitals, a trade mark may.
      case 0xA9, 0xAE: return isBeforeLetter || !inCapitals
      case 0x85, 0x92, 0x94, 0x96, 0x97, 0x9B, 0xBB: return isBeforeLetter
      default: return true
      }
    case 0xC4...0xCA:
      // No language sets š or ž behind Ä, Å or È.
      if !Self.followsLetter(last) || Self.isSibilant(last) || isAfterSmall { return true }
      guard isBeforeLetter else { return false }
      // Œ begins words; an Å with an apostrophe does not.
      return !Self.joins(last) || (lead == 0xC5 && last == 0x92)
    case 0xCC:
      return isAfterLetter && (isAfterSmall || !(Self.followsLetter(last) || last == 0x87))
    // Letters of other scripts come several in a row. "2×£5" is a price.
    case 0xCB...0xDF:
      if Self.isNeverAWord(lead), !isAfterLetter { return !Self.closes(last) || !isInQuotes }
      return !Self.followsLetter(last) && lead != 0xD7
    default: break
    }
    // Three bytes and more: a small letter, and signs behind it ("café £5" with a no-break space).
    if Self.isNeverAWord(lead), !isAfterLetter { return !Self.closes(second) || !isInQuotes }
    if second == 0xA0, isAfterSmall { return false }
    if !Self.followsSmallLetter(second) || !Self.followsSmallLetter(last) { return true }
    // One quotation does not end where the next begins.
    if Self.closes(second), Self.opens(last) { return true }
    return isBeforeLetter && !Self.joins(last) && !Self.opens(last)
  }

  /// Whether windows-1252 has no character for the byte.
  private static func isUndefined(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x81, 0x8D, 0x8F, 0x90, 0x9D: true
    default: false
    }
  }

  /// Whether it closes a quotation: ’ ” › ».
  private static func closes(_ byte: UInt8) -> Bool {
    byte == 0x92 || byte == 0x94 || byte == 0x9B || byte == 0xBB
  }

  /// Whether it is a letter that is no word by itself: Î Ï Ð Ñ Ù Û, â ã ä ç ê ë ì ï.
  private static func isNeverAWord(_ byte: UInt8) -> Bool {
    switch byte {
    case 0xCE, 0xCF, 0xD0, 0xD1, 0xD9, 0xDB: true
    case 0xE2, 0xE3, 0xE4, 0xE7, 0xEA, 0xEB, 0xEC, 0xEF: true
    default: false
    }
  }

  /// Whether it is š or ž, or a capital of them.
  private static func isSibilant(_ byte: UInt8) -> Bool {
    byte == 0x8A || byte == 0x8E || byte == 0x9A || byte == 0x9E
  }

  /// Whether what the byte is in windows-1252 may follow an accented letter in a text that is
  /// right: quotes, dashes, ellipsis, bullet, no-break space, soft hyphen, ™ © ® ¹ ² ³ · ´, and the
  /// letters š and ž ("Úžasný").
  private static func followsLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x85, 0x8B, 0x91...0x97, 0x99, 0x9B, 0xA0, 0xA9, 0xAB, 0xAD, 0xAE: true
    case 0xB2...0xB4, 0xB7, 0xB9, 0xBB: true
    default: isSibilant(byte)
    }
  }

  /// Whether it may follow a small letter: also ¡ and ¿, which are misused at the end of words.
  private static func followsSmallLetter(_ byte: UInt8) -> Bool {
    followsLetter(byte) || byte == 0xA1 || byte == 0xBF
  }

  /// Whether it may also stand between two letters of a word or of two: … ’ • – — · ´, no-break
  /// space, soft hyphen, š and ž.
  private static func joins(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x85, 0x92, 0x95...0x97, 0xA0, 0xAD, 0xB4, 0xB7: true
    default: isSibilant(byte)
    }
  }

  /// Whether it may stand before a word: ‘ “ ‹ « ¡ ¿.
  private static func opens(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x8B, 0x91, 0x93, 0xA1, 0xAB, 0xBF: true
    default: false
    }
  }

  private static func isQuote(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x22, 0x27, 0xAB, 0xBB, 0x2018...0x201E, 0x2039, 0x203A: true
    default: false
    }
  }
}
