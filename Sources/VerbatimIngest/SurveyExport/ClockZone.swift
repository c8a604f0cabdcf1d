/// Zones as they stand beside a time of day: offsets, and the abbreviations of RFC 5322.
///
/// All other abbreviations stand for several zones and are not resolved.
enum ClockZone {
  /// Seconds east of UTC of `Z`, `UTC`, `GMT+2`, `+05:30`, `-0800`, `EST`; nil for any other text.
  static func offset(_ text: some StringProtocol) -> Int? {
    let upper = text.uppercased()
    switch upper {
    case "Z", "UTC", "GMT", "UT", "ETC/UTC": return 0
    case "EST", "CDT": return -5 * 3600
    case "EDT": return -4 * 3600
    case "CST", "MDT": return -6 * 3600
    case "MST", "PDT": return -7 * 3600
    case "PST": return -8 * 3600
    default: break
    }
    var rest = upper[...]
    for name in ["UTC", "GMT"] where rest.hasPrefix(name) { rest = rest.dropFirst(3) }
    guard let sign = rest.first, "+-−".contains(sign) else { return nil }
    let digits = rest.dropFirst().filter { $0 != ":" }
    guard digits.allSatisfy({ $0.isASCII && $0.isNumber }), (1...4).contains(digits.count),
      let number = Int(digits)
    else { return nil }
    let (hours, minutes) = digits.count > 2 ? (number / 100, number % 100) : (number, 0)
    guard hours <= 14, minutes < 60 else { return nil }
    return (hours * 60 + minutes) * 60 * (sign == "+" ? 1 : -1)
  }
}
