/// A book number whose check digit holds, kept as the GTIN it is part of.
///
/// Source: ISO 2108; an ISBN-10 becomes 978, its first nine digits and a GTIN check digit.
public struct ISBN: Hashable, Sendable {
  /// The number as a GTIN-13 in fourteen digits.
  public let gtin: GTIN

  /// Reads an ISBN-10 or ISBN-13, with or without hyphens; nil when the check digit is wrong.
  public init?(_ text: some StringProtocol) {
    let kept = text.utf8.filter { $0 != UInt8(ascii: "-") && $0 != UInt8(ascii: " ") }
    if kept.count == 13 {
      let digits = String(decoding: kept, as: UTF8.self)
      guard digits.hasPrefix("978") || digits.hasPrefix("979") else { return nil }
      guard let gtin = try? GTIN(parsing: digits) else { return nil }
      self.gtin = gtin
      return
    }
    guard kept.count == 10 else { return nil }
    var sum = 0
    for (place, byte) in kept.enumerated() {
      let value: Int
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = Int(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "X"), UInt8(ascii: "x"):
        guard place == 9 else { return nil }
        value = 10
      default: return nil
      }
      sum += value * (10 - place)
    }
    guard sum.isMultiple(of: 11) else { return nil }
    let first: [UInt8] = [9, 7, 8] + kept.prefix(9).map { $0 - UInt8(ascii: "0") }
    let all = first + [UInt8(GTIN.checkDigit(of: first[...]))]
    let text = String(decoding: all.map { $0 + UInt8(ascii: "0") }, as: UTF8.self)
    guard let gtin = try? GTIN(parsing: text) else { return nil }
    self.gtin = gtin
  }
}
