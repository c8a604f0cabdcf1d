/// International bank account numbers: ISO 13616.
enum BankAccount {
  /// Where the account that begins at `start` ends; nil when it is none.
  ///
  /// A country's code, two check digits, and as many characters as the country's accounts have,
  /// with or without single blanks or dashes.
  static func end(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    guard start + 15 <= bytes.count, Redactor.isLetter(bytes[start]),
      Redactor.isLetter(bytes[start + 1])
    else { return nil }
    // Without its length any words would do: one text in 97 passes the check by chance.
    let length = Int(lengths[country(bytes[start], bytes[start + 1])])
    guard length > 0 else { return nil }
    var remainder = 0
    var head = 0
    var digits = 0
    var taken = 0
    var at = start
    while taken < length {
      if taken > 0 { at = skipSeparator(bytes, at) }
      guard at < bytes.count, Redactor.isAlphanumeric(bytes[at]) else { return nil }
      let byte = bytes[at]
      let isDigit = Redactor.isDigit(byte)
      if taken == 2 || taken == 3, !isDigit { return nil }
      if isDigit { digits += 1 }
      // The first four characters count last; letters count as 10 to 35.
      let value = Int(isDigit ? byte - 0x30 : (byte | 0x20) - 0x61 + 10)
      if taken < 4 {
        head = head * (isDigit ? 10 : 100) + value
      } else {
        remainder = (remainder * (isDigit ? 10 : 100) + value) % 97
      }
      taken += 1
      at += 1
    }
    guard at == bytes.count || !Redactor.isAlphanumeric(bytes[at]), digits * 2 >= length,
      (remainder * 1_000_000 + head) % 97 == 1
    else { return nil }
    return at
  }

  private static func skipSeparator(_ bytes: Span<UInt8>, _ at: Int) -> Int {
    let blank = Scalars.blank(bytes, at)
    if blank > 0 { return at + blank }
    return at < bytes.count && bytes[at] == UInt8(ascii: "-") ? at + 1 : at
  }

  private static func country(_ first: UInt8, _ second: UInt8) -> Int {
    Int((first | 0x20) - 0x61) * 26 + Int((second | 0x20) - 0x61)
  }

  /// The length of an account by country, 26 × 26: SWIFT's IBAN registry.
  private static let lengths: [UInt8] = {
    let registry = """
      NO15 BE16 DK18 FI18 FK18 FO18 GL18 NL18 SD18 MK19 SI19 AT20 BA20 EE20 KZ20 LT20 LU20 MN20 \
      XK20 CH21 HR21 LI21 LV21 BG22 BH22 CR22 DE22 GB22 GE22 IE22 ME22 RS22 VA22 AE23 GI23 IL23 \
      IQ23 OM23 SO23 TL23 AD24 CZ24 ES24 MD24 PK24 RO24 SA24 SE24 SK24 TN24 VG24 LY25 PT25 ST25 \
      IS26 TR26 BI27 DJ27 FR27 GR27 IT27 MC27 MR27 SM27 AL28 AZ28 BY28 CY28 DO28 GT28 HN28 HU28 \
      LB28 NI28 PL28 SV28 BR29 EG29 PS29 QA29 UA29 JO30 KW30 MU30 YE30 MT31 SC31 LC32 RU33
      """
    var lengths = [UInt8](repeating: 0, count: 26 * 26)
    for entry in registry.split(separator: " ") {
      let bytes = Array(entry.utf8)
      lengths[country(bytes[0], bytes[1])] = (bytes[2] - 0x30) * 10 + bytes[3] - 0x30
    }
    return lengths
  }()
}
