extension Redactor {
  /// Masks bank accounts: a country's code, two check digits, and as many characters as the
  /// country's accounts have, with or without single blanks.
  static func maskIBANs(_ bytes: inout [UInt8], _ counts: inout [String: Int]) {
    var at = 0
    while at + 15 <= bytes.count {
      guard isLetter(bytes[at]), isLetter(bytes[at + 1]), isDigit(bytes[at + 2]),
        isDigit(bytes[at + 3]), at == 0 || !isAlphanumeric(bytes[at - 1]),
        let end = accountEnd(bytes, at)
      else {
        at += 1
        continue
      }
      mask(&bytes, at..<end, .iban, &counts)
      at = end
    }
  }

  /// Where the account that begins at `start` ends; nil when it is none.
  private static func accountEnd(_ bytes: [UInt8], _ start: Int) -> Int? {
    let country = String(decoding: bytes[start..<(start + 2)], as: UTF8.self).uppercased()
    // Without its length any words would do: one text in 97 passes the check by chance.
    guard let length = ibanLengths[country] else { return nil }
    var compact: [UInt8] = []
    var end = start
    while compact.count < length, end < bytes.count {
      if isAlphanumeric(bytes[end]) {
        compact.append(bytes[end])
      } else if bytes[end] != UInt8(ascii: " ") || bytes[end - 1] == UInt8(ascii: " ") {
        return nil
      }
      end += 1
    }
    guard compact.count == length, end == bytes.count || !isAlphanumeric(bytes[end]) else {
      return nil
    }
    return isIBAN(compact) ? end : nil
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool { isLetter(byte) || isDigit(byte) }

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

  /// The length of an account by country: SWIFT's IBAN registry.
  private static let ibanLengths: [String: Int] = {
    let registry = """
      NO15 BE16 DK18 FI18 FO18 GL18 NL18 MK19 SI19 AT20 BA20 EE20 KZ20 LT20 LU20 XK20 CH21 HR21 \
      LI21 LV21 BG22 BH22 CR22 DE22 GB22 GE22 IE22 ME22 RS22 VA22 AE23 GI23 IL23 IQ23 TL23 AD24 \
      CZ24 ES24 MD24 PK24 RO24 SA24 SE24 SK24 TN24 VG24 LY25 PT25 ST25 IS26 TR26 FR27 GR27 IT27 \
      MC27 MR27 SM27 AL28 AZ28 BY28 CY28 DO28 GT28 HU28 LB28 PL28 SV28 BR29 EG29 PS29 QA29 UA29 \
      JO30 KW30 MU30 MT31 SC31 LC32
      """
    var lengths: [String: Int] = [:]
    for entry in registry.split(separator: " ") {
      lengths[String(entry.prefix(2))] = Int(entry.dropFirst(2))
    }
    return lengths
  }()
}
