/// What follows a Japanese or Chinese street's number: a building with its room, a postal code.
extension Redactor {
  /// Where a postal code ends behind its word: "61号,邮编210009".
  static func wideCode(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    var at = Scalars.skipBlanks(bytes, start)
    if at < bytes.count, [0x2C, 0xFF0C, 0x3001].contains(Scalars.decode(bytes, at).value) {
      at = Scalars.skipBlanks(bytes, at + Scalars.decode(bytes, at).length)
    }
    let word = "邮编".utf8.count
    guard at + word < bytes.count else { return nil }
    let sign = String(decoding: (at..<(at + word)).map { bytes[$0] }, as: UTF8.self)
    guard ["邮编", "郵編"].contains(sign) else { return nil }
    at = Scalars.skipBlanks(bytes, at + word)
    if at < bytes.count, [0x3A, 0xFF1A].contains(Scalars.decode(bytes, at).value) {
      at = Scalars.skipBlanks(bytes, at + Scalars.decode(bytes, at).length)
    }
    let digits = at
    while at < bytes.count, isDigit(bytes[at]) { at += 1 }
    return at - digits == 6 ? at : nil
  }

  /// Where the room ends of a building that has katakana in its name, or ends as houses do: " メゾン松風
  /// 501", "柏木ビル4F".
  static func wideBuilding(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    let first = Scalars.skipBlanks(bytes, start)
    var at = first
    var katakana = 0
    var count = 0
    while at < bytes.count, count < 14 {
      let (value, length) = Scalars.decode(bytes, at)
      guard (0x30A1...0x30FC).contains(value) || (0x3400...0x9FFF).contains(value) else { break }
      if value < 0x3100 { katakana += 1 }
      count += 1
      at += length
    }
    guard first > start, katakana > 1 || at > first && Scalars.before(bytes, at)?.value == 0x8358
    else { return nil }
    let digits = Scalars.skipBlanks(bytes, at)
    var end = digits
    while end < bytes.count, let digit = Scalars.digit(bytes, end) { end += digit.length }
    guard end > digits else { return nil }
    // 号室, 階, F
    for sign in ["号室", "号", "階", "F"] {
      let length = sign.utf8.count
      if end + length <= bytes.count,
        String(decoding: (end..<(end + length)).map { bytes[$0] }, as: UTF8.self) == sign
      {
        return end + length
      }
    }
    return end - digits > 1 ? end : nil
  }
}
