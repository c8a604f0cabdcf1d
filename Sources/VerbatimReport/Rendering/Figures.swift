public import VerbatimCore

/// Figures as people read them: no locale, a true minus, thousands apart, the unit after a blank.
public enum Figures {
  /// A no-break blank, which keeps a number and its unit on one line.
  static let blank = "\u{A0}"

  /// A whole number: `18,204`.
  public static func count(_ value: Int) -> String {
    let digits = Array(String(value.magnitude).utf8)
    var result = value < 0 ? "−" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { result += "," }
      result.unicodeScalars.append(Unicode.Scalar(digit))
    }
    return result
  }

  /// A whole number with its noun: `1 report`, `2 reports`.
  public static func count(_ value: Int, _ one: String, _ many: String? = nil) -> String {
    count(value) + blank + (value == 1 ? one : many ?? one + "s")
  }

  /// A number with so many decimals: `4.25`, `−0.3`; `unknown` for what is no number.
  public static func decimal(_ value: Double, _ digits: Int = 1) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    let scaled = (value * scale).rounded()
    guard scaled.isFinite, abs(scaled) < 0x1p53 else { return "unknown" }
    let whole = Int(abs(scaled))
    let unit = Int(scale)
    let sign = scaled < 0 ? "−" : ""
    guard digits > 0 else { return sign + count(whole) }
    let fraction = String(whole % unit)
    return sign + count(whole / unit) + "."
      + String(repeating: "0", count: max(0, digits - fraction.utf8.count)) + fraction
  }

  /// A number with its sign: `+0.31`, `−0.38`, `0.00`.
  public static func signed(_ value: Double, _ digits: Int = 2) -> String {
    let text = decimal(value, digits)
    let isZero = !text.contains { ("1"..."9").contains($0) }
    return value > 0 && !isZero ? "+" + text : isZero ? text.replacing("−", with: "") : text
  }

  /// A share as per cent: `91.6 %`; shares under a tenth of a per cent get two decimals.
  public static func percent(_ share: Double, _ digits: Int? = nil) -> String {
    percentNumber(share, digits) + blank + "%"
  }

  /// A share as per cent without the sign, for a range.
  static func percentNumber(_ share: Double, _ digits: Int? = nil) -> String {
    decimal(share * 100, digits ?? (share > 0 && share < 0.001 ? 2 : 1))
  }

  /// A count of a total: `91.6 %`; nil when there is no total.
  public static func percent(_ count: Int, of total: Int) -> String? {
    total > 0 ? percent(Double(count) / Double(total)) : nil
  }

  /// Two ends: `0.5–1.5`, or `−1.4 to −0.3` where an end is below 0 and a dash would read as minus.
  public static func range(_ lower: Double, _ upper: Double, _ digits: Int = 1) -> String {
    let ends = (decimal(lower, digits), decimal(upper, digits))
    return ends.0.hasPrefix("−") ? "\(ends.0) to \(ends.1)" : "\(ends.0)–\(ends.1)"
  }

  /// Two shares as per cent: `0.5–1.5 %`.
  public static func percentRange(_ lower: Double, _ upper: Double) -> String {
    range(lower * 100, upper * 100) + blank + "%"
  }

  /// A probability: `0.022`, `< 0.001`.
  public static func probability(_ value: Double) -> String {
    value < 0.001 ? "<" + blank + "0.001" : decimal(value, 3)
  }

  /// A place in a drawing, to a tenth: `82.2`, `7`.
  static func place(_ value: Double) -> String { step(tenths(value)) }

  /// A place in a drawing in whole tenths.
  static func tenths(_ value: Double) -> Int { Int((value * 10).rounded()) }

  /// A distance of so many tenths: `-0.3`, `7`.
  static func step(_ tenths: Int) -> String {
    let sign = tenths < 0 ? "-" : ""
    let text = sign + String(tenths.magnitude / 10)
    return tenths.isMultiple(of: 10) ? text : text + "." + String(tenths.magnitude % 10)
  }

  /// The English names of months, short.
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// A day: `19 Nov 2026`.
  public static func day(_ instant: Instant) -> String {
    let day = instant.civilDay
    return "\(day.day)\(blank)\(months[day.month - 1])\(blank)\(day.year)"
  }

  /// The ISO week: `W47`.
  public static func week(_ instant: Instant) -> String {
    // A week belongs to the year of its Thursday; the first of January begins the count.
    let thursday = Instant(seconds: instant.weekStart.seconds + 3 * 86_400, precision: .day)
    let year = thursday.civilDay.year
    guard let first = Instant(iso8601: "\(year)-01-01") else { return "" }
    let number = (thursday.dayNumber - first.dayNumber) / 7 + 1
    return number < 10 ? "W0\(number)" : "W\(number)"
  }
}
