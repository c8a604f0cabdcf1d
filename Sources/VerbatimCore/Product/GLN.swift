/// A Global Location Number whose check digit holds: who, or where, in 13 digits.
///
/// Source: GS1 General Specifications, section 7.9 (check digit).
public struct GLN: Hashable, Sendable, CustomStringConvertible {
  /// The 13 digits.
  public let digits: String

  /// Reads a GLN; spaces, hyphens and one leading apostrophe are dropped, and zeros that a
  /// spreadsheet lost at its front are put back.
  ///
  /// Nil when it has a character that is no digit, fewer than 11 or more than 13 digits, only
  /// zeros, or a check digit that does not hold.
  public init?(_ text: some StringProtocol) {
    var digits: [UInt8] = []
    for (place, byte) in text.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte - UInt8(ascii: "0"))
      case UInt8(ascii: " "), UInt8(ascii: "-"): break
      case UInt8(ascii: "'") where place == 0: break
      default: return nil
      }
    }
    guard (11...13).contains(digits.count), digits.contains(where: { $0 != 0 }),
      GTIN.checkDigit(of: digits.dropLast()) == digits.last.map(Int.init)
    else { return nil }
    digits = [UInt8](repeating: 0, count: 13 - digits.count) + digits
    self.digits = String(decoding: digits.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
  }

  /// The 13 digits.
  public var description: String { digits }
}
