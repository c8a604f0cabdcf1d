/// What the normalised text makes of a character before Unicode's own normalisation.
enum EvenedCharacter: Hashable {
  /// Unicode's rules apply.
  case ordinary
  /// It stays as it is, although its compatibility form is another.
  case kept
  /// One ASCII byte stands for it.
  case replaced(UInt8)
  /// It does not show.
  case gone

  /// What becomes of a scalar beyond ASCII.
  init(_ scalar: Unicode.Scalar) {
    switch scalar.value {
    // Quotes, primes and apostrophes of all kinds.
    case 0xB4, 0x2B9, 0x2BB...0x2BD, 0x2C8, 0x2018...0x201B, 0x2032, 0x2035, 0x2039, 0x203A, 0xA78C,
      0xFF07:
      self = .replaced(UInt8(ascii: "'"))
    case 0xAB, 0xBB, 0x201C...0x201F, 0x2033, 0x2036, 0x301D...0x301F, 0xFF02:
      self = .replaced(UInt8(ascii: "\""))
    // Hyphens and minus signs; dashes divide, so they stay.
    case 0x2010, 0x2011, 0x2212, 0xFE63, 0xFF0D: self = .replaced(UInt8(ascii: "-"))
    // Trade marks: "Pro™" is the word "Pro".
    case 0xA9, 0xAE, 0x2117, 0x2120, 0x2122: self = .replaced(UInt8(ascii: " "))
    case 0x85, 0x2028, 0x2029: self = .replaced(UInt8(ascii: "\n"))
    // Superscripts, fractions and enclosed numbers, which would run into the digits beside them.
    case 0xB2, 0xB3, 0xB9, 0xBC...0xBE, 0x2070, 0x2074...0x2079, 0x2080...0x2089,
      0x2150...0x215F, 0x2189, 0x2460...0x249B, 0x24EA:
      self = .kept
    // The commonest ranges of what does show, so that most characters need no property.
    case 0xC0...0x2B8, 0x370...0x3E1, 0x3F0...0x481, 0x3041...0x3096, 0x30A1...0x30FA,
      0x4E00...0x9FFF, 0xAC00...0xD7A3, 0x1F300...0x1FAFF:
      self = .ordinary
    default: self = ICUCharacter.isIgnorable(scalar) ? .gone : .ordinary
    }
  }
}
