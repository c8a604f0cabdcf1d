/// The upper half of windows-1252, in which it differs from ISO-8859-1: bytes 0x80 to 0x9F.
enum Windows1252 {
  /// The character of a byte of 0x80 or more.
  ///
  /// The five bytes without a character of their own are control characters, as they are for the
  /// WHATWG encoding standard.
  static func scalar(of byte: UInt8) -> UInt32 {
    byte < 0xA0 ? UInt32(upper[Int(byte & 0x1F)]) : UInt32(byte)
  }

  /// The byte of a character beyond ASCII; nil for ASCII, and when windows-1252 has none.
  ///
  /// A control character of U+0080 to U+009F counts as its own byte: so do they come out who read
  /// a text as ISO-8859-1.
  static func byte(of scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x80...0xFF: return UInt8(scalar)
    case 0x0152...0x2122:
      guard let place = upper.firstIndex(where: { UInt32($0) == scalar }) else { return nil }
      return 0x80 + UInt8(place)
    default: return nil
    }
  }

  private static let upper: [UInt16] = [
    0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
    0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
  ]
}
