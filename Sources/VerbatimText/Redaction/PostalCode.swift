/// Postal codes as they stand before or after a town.
enum PostalCode {
  /// A code that was found.
  struct Match {
    /// One past its last byte.
    var end: Int
    /// Whether it could be any number, unless a town follows.
    var needsTown: Bool
  }

  /// The code at `start`; nil for none.
  static func match(_ bytes: Span<UInt8>, _ start: Int) -> Match? {
    guard start < bytes.count else { return nil }
    if let end = lettered(bytes, start) { return Match(end: end, needsTown: false) }
    if let end = provincial(bytes, start) { return Match(end: end, needsTown: true) }
    var at = start
    // "D-10115", "CH-8001", "〒150-0041"
    if bytes[at] == 0xE3, Scalars.decode(bytes, at).value == 0x3012 {
      at = Scalars.skipBlanks(bytes, at + 3)
    }
    var letters = at
    while letters < bytes.count, letters - at < 3, isCapital(bytes[letters]) { letters += 1 }
    let hasCountry = letters > at && letters + 1 < bytes.count && bytes[letters] == 0x2D
    if hasCountry { at = letters + 1 }
    let first = digits(bytes, at)
    guard first > 1 else { return nil }
    var end = at + first
    // "00-950", "1000-001", "01310-100", "62704-1234", "150-0041", "111 22", "110 001"
    let divided = end < bytes.count ? bytes[end] : 0
    if divided == 0x2D || divided == 0x20 {
      let second = digits(bytes, end + 1)
      let isKnown =
        divided == 0x2D
        ? [23, 43, 53, 54, 34].contains(first * 10 + second)
        : [32, 33].contains(first * 10 + second)
      if isKnown, isDone(bytes, end + 1 + second) {
        return Match(end: end + 1 + second, needsTown: divided == 0x20)
      }
    }
    guard (4...6).contains(first), isDone(bytes, end) else { return nil }
    if first == 4 {
      // "1012 AB"
      let letters = divided == 0x20 ? end + 1 : end
      if letters + 1 < bytes.count, isCapital(bytes[letters]), isCapital(bytes[letters + 1]),
        isDone(bytes, letters + 2)
      {
        end = letters + 2
        return Match(end: end, needsTown: false)
      }
    }
    return Match(end: end, needsTown: !hasCountry)
  }

  /// British, Canadian and Irish codes, and an American state with its code.
  private static func lettered(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    guard Redactor.isLetter(bytes[start]) else { return nil }
    for shape in shapes {
      var at = start
      var isMatch = true
      for sign in shape.utf8 where isMatch {
        guard at < bytes.count || sign == UInt8(ascii: "_") else { return nil }
        switch sign {
        case UInt8(ascii: "L"): isMatch = at < bytes.count && Redactor.isLetter(bytes[at])
        case UInt8(ascii: "C"): isMatch = at < bytes.count && isCapital(bytes[at])
        case UInt8(ascii: "D"): isMatch = at < bytes.count && Redactor.isDigit(bytes[at])
        case UInt8(ascii: "X"):
          isMatch = at < bytes.count && (isCapital(bytes[at]) || Redactor.isDigit(bytes[at]))
        default:
          if at < bytes.count, bytes[at] == 0x20 { at += 1 }
          continue
        }
        at += 1
      }
      guard isMatch, isDone(bytes, at) else { continue }
      // "IL 62704-1234"
      let isLong = shape == "CC_DDDDD" && at < bytes.count && bytes[at] == 0x2D
      return isLong && digits(bytes, at + 1) == 4 ? at + 5 : at
    }
    return nil
  }

  /// An Argentine code: "C1405", "B1638ABC"; nil for none.
  private static func provincial(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    guard isCapital(bytes[start]), digits(bytes, start + 1) == 4 else { return nil }
    var end = start + 5
    while end < bytes.count, end - start < 8, isCapital(bytes[end]) { end += 1 }
    return (end == start + 5 || end == start + 8) && isDone(bytes, end) ? end : nil
  }

  /// `L` a letter, `C` a capital, `D` a digit, `X` one of both, `_` a blank or none.
  private static let shapes = [
    "LD_DLL", "LDD_DLL", "LLD_DLL", "LLDD_DLL", "LDL_DLL", "LLDL_DLL", "LDL_DLD", "CC_DDDDD",
    "CDX_CDXX", "CDX_CXDX", "CDX_CXXD",
  ]

  private static func digits(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var end = start
    while end < bytes.count, end - start < 8, Redactor.isDigit(bytes[end]) { end += 1 }
    return end - start
  }

  private static func isCapital(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

  private static func isDone(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
    end >= bytes.count || !Redactor.isAlphanumeric(bytes[end])
  }
}
