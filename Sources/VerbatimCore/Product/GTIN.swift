/// A Global Trade Item Number whose check digit holds, kept as 14 digits.
///
/// Source: GS1 General Specifications, section 7.9 (check digit); lengths 8, 12, 13 and 14.
public struct GTIN: Hashable, Sendable, CustomStringConvertible {
  /// Why a text is no GTIN.
  public enum Failure: Error, Hashable, Sendable {
    /// It has a character that is no digit, or no GTIN's number of digits.
    case notDigits
    /// The check digit should be another.
    case checkDigit(expected: Int)
    /// It reads like a number that a spreadsheet shortened ("8.1E+11").
    case spreadsheetDamage
    /// Only zeros, or a number reserved for a shop's own use, a coupon or a serial.
    case reserved
  }

  /// The number, padded with zeros to 14 digits.
  public let digits14: String

  /// Reads a GTIN of 8, 12, 13 or 14 digits; spaces, hyphens and one leading apostrophe are
  /// dropped.
  ///
  /// Eleven digits that a zero in front makes whole are a GTIN-12 whose zero a spreadsheet lost.
  public init(parsing text: some StringProtocol) throws(Failure) {
    var digits: [UInt8] = []
    var isFirst = true
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte - UInt8(ascii: "0"))
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "\u{9}"): break
      case UInt8(ascii: "'") where isFirst: break
      case UInt8(ascii: "E"), UInt8(ascii: "e"), UInt8(ascii: "."), UInt8(ascii: "+"):
        guard !digits.isEmpty else { throw .notDigits }
        throw .spreadsheetDamage
      default: throw .notDigits
      }
      isFirst = false
    }
    if digits.count == 11 { digits.insert(0, at: 0) }
    guard [8, 12, 13, 14].contains(digits.count) else { throw .notDigits }
    guard digits.contains(where: { $0 != 0 }) else { throw .reserved }
    let expected = Self.checkDigit(of: digits.dropLast())
    guard Int(digits[digits.count - 1]) == expected else { throw .checkDigit(expected: expected) }
    let padded = Array(repeating: UInt8(0), count: 14 - digits.count) + digits
    // A GTIN-13 in fourteen digits has a zero in front; a GTIN-8 has six.
    if padded[0] == 0 {
      if padded[1] == 2 { throw .reserved }
      if padded[1] == 9, padded[2] == 9 || (padded[2] == 7 && padded[3] == 7) { throw .reserved }
    }
    digits14 = String(decoding: padded.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
  }

  /// The check digit that completes `digits`: weights 3, 1, 3, … from the right.
  static func checkDigit(of digits: ArraySlice<UInt8>) -> Int {
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      sum += Int(digit) * (place.isMultiple(of: 2) ? 3 : 1)
    }
    return (10 - sum % 10) % 10
  }

  /// The 14 digits.
  public var description: String { digits14 }
}
