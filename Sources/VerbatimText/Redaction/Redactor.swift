/// Masks personal data in place: the mask has as many bytes as what it covers, so that every
/// offset into the text stays right.
///
/// Found are e-mail addresses, card numbers (Luhn), IBANs (ISO 13616, mod 97) and phone numbers.
/// Product and order numbers, prices, dates and measures stay: a GTIN whose check digit holds is no
/// phone, and nothing is that is glued to a letter ("HR-2044112233").
public enum Redactor {
  /// The kinds of personal data, by the name that signals count them under.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// An e-mail address.
    case email
    /// A phone number.
    case phone
    /// A payment card.
    case card
    /// A bank account.
    case iban
  }

  /// Masks everything found in `bytes`; adds to `counts`.
  ///
  /// - Complexity: O(*n*); a text without `@` and without six digits is only scanned.
  public static func redact(_ bytes: inout [UInt8], counts: inout [String: Int]) {
    var hasAt = false
    var digits = 0
    for byte in bytes {
      if byte == UInt8(ascii: "@") { hasAt = true }
      if isDigit(byte) { digits += 1 }
    }
    if hasAt { maskEmails(&bytes, &counts) }
    if digits >= 7 {
      maskIBANs(&bytes, &counts)
      maskNumbers(&bytes, &counts)
    }
  }

  /// Masks a string; adds to `counts`.
  public static func redact(_ text: String, counts: inout [String: Int]) -> String {
    var digits = 0
    var hasAt = false
    for byte in text.utf8 {
      if byte == UInt8(ascii: "@") { hasAt = true }
      if isDigit(byte) { digits += 1 }
    }
    guard hasAt || digits >= 7 else { return text }
    var bytes = Array(text.utf8)
    redact(&bytes, counts: &counts)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes `[email***]` over a range.
  static func mask(
    _ bytes: inout [UInt8],
    _ range: Range<Int>,
    _ kind: Kind,
    _ counts: inout [String: Int]
  ) {
    counts[kind.rawValue, default: 0] += 1
    let name = Array("[\(kind.rawValue)".utf8)
    for (offset, at) in range.enumerated() {
      if offset == range.count - 1, range.count > 1 {
        bytes[at] = UInt8(ascii: "]")
      } else {
        bytes[at] = offset < name.count ? name[offset] : UInt8(ascii: "*")
      }
    }
  }

  static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  static func isLetter(_ byte: UInt8) -> Bool {
    let lower = byte | 0x20
    return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z")
  }

  private static func maskEmails(_ bytes: inout [UInt8], _ counts: inout [String: Int]) {
    func isLocal(_ byte: UInt8) -> Bool {
      isLetter(byte) || isDigit(byte) || byte >= 0x80 || "._%+-".utf8.contains(byte)
    }
    func isDomain(_ byte: UInt8) -> Bool {
      isLetter(byte) || isDigit(byte) || byte >= 0x80 || byte == UInt8(ascii: ".")
        || byte == UInt8(ascii: "-")
    }
    var at = 0
    while let sign = bytes[at...].firstIndex(of: UInt8(ascii: "@")) {
      var start = sign
      while start > 0, isLocal(bytes[start - 1]) { start -= 1 }
      var end = sign + 1
      while end < bytes.count, isDomain(bytes[end]) { end += 1 }
      while end > sign + 1, !isLetter(bytes[end - 1]), bytes[end - 1] < 0x80 { end -= 1 }
      let domain = bytes[(sign + 1)..<end]
      if start < sign, domain.contains(UInt8(ascii: ".")), domain.count >= 4 {
        mask(&bytes, start..<end, .email, &counts)
      }
      at = max(sign + 1, end)
      if at >= bytes.count { return }
    }
  }
}
