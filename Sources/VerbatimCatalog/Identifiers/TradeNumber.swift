internal import VerbatimCore

/// A trade number as sources write it, read as far as its check digit allows.
enum TradeNumber {
  /// What a stated number is.
  enum Reading: Hashable {
    /// A number whose check digit holds, maybe after zeros in front were put back.
    case number(UInt64, zerosLost: Bool)
    /// Digits whose check digit is wrong.
    case wrongCheckDigit
    /// A number that a spreadsheet shortened.
    case shortened
    /// No trade number.
    case other
  }

  /// Reads a GTIN of any length, an ISBN, or what is left of one.
  static func reading(_ text: String) -> Reading {
    if isScientific(text) { return .shortened }
    do throws(GTIN.Failure) {
      let gtin = try GTIN(parsing: text)
      let digits = text.utf8.filter { $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") }.count
      return .number(UInt64(gtin.digits14) ?? 0, zerosLost: digits == 11)
    } catch {
      if let isbn = ISBN(text) {
        return .number(UInt64(isbn.gtin.digits14) ?? 0, zerosLost: false)
      }
      if let mended = zeroPadded(text) { return .number(UInt64(mended) ?? 0, zerosLost: true) }
      switch error {
      case .checkDigit: return .wrongCheckDigit
      case .spreadsheetDamage: return .shortened
      case .notDigits, .reserved: return .other
      }
    }
  }

  /// The 14 digits of a number of 7, 9 or 10 digits that zeros in front make whole; nil when its
  /// check digit does not hold then.
  static func zeroPadded(_ text: String) -> String? {
    var digits: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits.append(byte)
      case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "'"): break
      default: return nil
      }
    }
    guard [7, 9, 10].contains(digits.count) else { return nil }
    let padded =
      String(repeating: "0", count: 12 - digits.count) + String(decoding: digits, as: UTF8.self)
    return try? GTIN(parsing: padded).digits14
  }

  /// Whether a text is a number in powers of ten, as spreadsheets show long ones.
  static func isScientific(_ text: String) -> Bool {
    let bytes = Array(text.trimmed.utf8)
    guard let e = bytes.firstIndex(where: { $0 | 0x20 == UInt8(ascii: "e") }), e > 0 else {
      return false
    }
    func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }
    let mantissa = bytes[..<e].drop { $0 == UInt8(ascii: "'") }
    let exponent = bytes[(e + 1)...].drop { $0 == UInt8(ascii: "+") }
    // "12E34" is a code; what a spreadsheet writes has a point or a sign.
    guard
      mantissa.contains(UInt8(ascii: ".")) || mantissa.contains(UInt8(ascii: ","))
        || e + 1 < bytes.count && bytes[e + 1] == UInt8(ascii: "+")
    else { return false }
    return mantissa.contains(where: isDigit) && !exponent.isEmpty && exponent.count <= 2
      && exponent.allSatisfy(isDigit)
      && mantissa.allSatisfy { isDigit($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") }
  }

  /// The consumer unit inside a pack: the number without the indicator 1 to 8, its check digit anew;
  /// nil for a number that is no pack.
  static func unit(inPack number: UInt64) -> UInt64? {
    let indicator = number / 10_000_000_000_000
    guard (1...8).contains(indicator) else { return nil }
    let body = number % 10_000_000_000_000 / 10
    var sum: UInt64 = 0
    var rest = body
    var weight: UInt64 = 3
    while rest > 0 {
      sum += rest % 10 * weight
      weight = 4 - weight
      rest /= 10
    }
    return body * 10 + (10 - sum % 10) % 10
  }
}
