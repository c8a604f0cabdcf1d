internal import VerbatimCore

/// Masks personal data in place: the mask has as many bytes as what it covers, so that every
/// offset into the text stays right.
///
/// Found are e-mail addresses, card numbers (Luhn), IBANs (ISO 13616, mod 97) and phone numbers.
/// Product numbers, prices, dates and measures stay: a GTIN whose check digit holds is no phone.
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
    var bytes = Array(text.utf8)
    let before = counts
    redact(&bytes, counts: &counts)
    return before == counts ? text : String(decoding: bytes, as: UTF8.self)
  }

  /// Writes `[email***]` over a range.
  private static func mask(
    _ bytes: inout [UInt8], _ range: Range<Int>, _ kind: Kind, _ counts: inout [String: Int]
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

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
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

  private static func maskIBANs(_ bytes: inout [UInt8], _ counts: inout [String: Int]) {
    var at = 0
    while at + 15 <= bytes.count {
      guard isLetter(bytes[at]), isLetter(bytes[at + 1]), isDigit(bytes[at + 2]),
        isDigit(bytes[at + 3]), at == 0 || !(isLetter(bytes[at - 1]) || isDigit(bytes[at - 1]))
      else {
        at += 1
        continue
      }
      var compact: [UInt8] = []
      var best: Int?
      var end = at
      while end < bytes.count, compact.count < 34 {
        let byte = bytes[end]
        if byte == UInt8(ascii: " "), end + 1 < bytes.count, bytes[end - 1] != UInt8(ascii: " ") {
          end += 1
          continue
        }
        guard isLetter(byte) || isDigit(byte) else { break }
        compact.append(byte)
        end += 1
        if compact.count >= 15, isIBAN(compact) { best = end }
      }
      if let best {
        mask(&bytes, at..<best, .iban, &counts)
        at = best
      } else {
        at += 1
      }
    }
  }

  /// ISO 13616: the first four characters moved to the end, letters as 10 to 35, mod 97 is 1.
  private static func isIBAN(_ compact: [UInt8]) -> Bool {
    var remainder = 0
    for byte in compact[4...] + compact[..<4] {
      if isDigit(byte) {
        remainder = (remainder * 10 + Int(byte - UInt8(ascii: "0"))) % 97
      } else {
        remainder = (remainder * 100 + Int((byte | 0x20) - UInt8(ascii: "a")) + 10) % 97
      }
    }
    return remainder == 1
  }

  /// A run of digits with the separators that people put between them.
  private static func maskNumbers(_ bytes: inout [UInt8], _ counts: inout [String: Int]) {
    var at = 0
    while at < bytes.count {
      let isStart =
        isDigit(bytes[at])
        || ((bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "("))
          && at + 1 < bytes.count && isDigit(bytes[at + 1]))
      guard isStart, at == 0 || !(isLetter(bytes[at - 1]) || bytes[at - 1] == UInt8(ascii: "-"))
      else {
        at += 1
        continue
      }
      var digits: [UInt8] = []
      var groups = 1
      var end = at
      var last = at
      while end < bytes.count {
        let byte = bytes[end]
        if isDigit(byte) {
          digits.append(byte - UInt8(ascii: "0"))
          end += 1
          last = end
        } else if " -()/.+".utf8.contains(byte), end - last < 2 || end == at {
          if end > at, byte != UInt8(ascii: "+"), last == end { groups += 1 }
          end += 1
        } else {
          break
        }
      }
      let isGlued = last < bytes.count && isLetter(bytes[last])
      if !isGlued, let kind = kind(of: digits, bytes[at..<last], groups: groups) {
        mask(&bytes, at..<last, kind, &counts)
      }
      at = max(last, at + 1)
    }
  }

  private static func kind(
    of digits: [UInt8], _ text: ArraySlice<UInt8>, groups: Int
  ) -> Kind? {
    let written = String(decoding: text, as: UTF8.self)
    if (13...19).contains(digits.count), passesLuhn(digits), digits[0] >= 3, digits[0] <= 6 {
      return .card
    }
    guard (9...15).contains(digits.count), !written.contains("/") else { return nil }
    if written.hasPrefix("+") { return .phone }
    if (try? GTIN(parsing: written)) != nil { return nil }
    // 07911 123456, 030 1234567, (555) 010-9999, 555-010-9999; a date has dots and eight digits.
    if written.hasPrefix("("), digits.count == 10 || digits.count == 11 { return .phone }
    if digits[0] == 0, digits.count <= 12, !written.contains(".") { return .phone }
    let isAmerican =
      digits.count == 10 && groups == 3 && !written.contains(".") && digits[0] >= 2
    return isAmerican ? .phone : nil
  }

  /// ISO/IEC 7812: every second digit from the right doubled, the sum a multiple of ten.
  private static func passesLuhn(_ digits: [UInt8]) -> Bool {
    var sum = 0
    for (place, digit) in digits.reversed().enumerated() {
      let value = place.isMultiple(of: 2) ? Int(digit) : Int(digit) * 2
      sum += value > 9 ? value - 9 : value
    }
    return sum.isMultiple(of: 10)
  }
}
