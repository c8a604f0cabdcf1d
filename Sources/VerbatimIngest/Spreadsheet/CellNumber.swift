internal import VerbatimCore

/// A number of a cell as text: dates as ISO 8601 without a zone, since a sheet knows none.
enum CellNumber {
  /// Adds the text of a number to `output`; what is no number stays as it is.
  static func append(
    _ bytes: ArraySlice<UInt8>,
    as format: NumberFormat,
    is1904: Bool,
    to output: inout [UInt8]
  ) {
    if format == .number, isPlain(bytes) {
      output.append(contentsOf: bytes)
      return
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let value = Double(text), value.isFinite else {
      output.append(contentsOf: bytes)
      return
    }
    output.append(contentsOf: Self.text(of: value, as: format, is1904: is1904).utf8)
  }

  /// Whole numbers are kept digit for digit: an id may be longer than a double is exact.
  private static func isPlain(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.first != 0x30 || bytes.count == 1
      ? bytes.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } : false
  }

  /// A value as its format shows it.
  static func text(of value: Double, as format: NumberFormat, is1904: Bool) -> String {
    switch format {
    case .number: return plain(value)
    case .padded(let width):
      let digits = plain(value)
      guard value >= 0, digits.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) else { return digits }
      return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
    case .elapsed:
      guard value >= 0, value < 1e6 else { return plain(value) }
      return clock(Int((value * 86_400).rounded()))
    case .date, .time, .moment:
      return moment(value, format, is1904) ?? plain(value)
    }
  }

  /// The day 9999-12-31, the last that a spreadsheet knows, in days from 1900.
  private static let lastDay = 2_958_465

  private static func moment(_ value: Double, _ format: NumberFormat, _ is1904: Bool) -> String? {
    guard value >= 0, value < Double(lastDay + 1) else { return nil }
    let seconds = Int((value * 86_400).rounded())
    let serial = seconds / 86_400
    let time = seconds % 86_400
    // A day number 0 is the clock alone, in the count from 1900.
    if serial == 0, format == .time || (!is1904 && time > 0) { return clock(time) }
    guard serial > 0 || is1904 else { return nil }
    let hasTime = time > 0 || format != .date
    if serial == 60, !is1904 {
      // The day that never was: Lotus 1-2-3 took 1900 for a leap year. No reader of dates takes it.
      return hasTime ? "1900-02-29T\(clock(time))" : "1900-02-29"
    }
    // Days from 1970 of the days that count as 0.
    let base = is1904 ? -24_107 : serial < 60 ? -25_568 : -25_569
    let day = Instant(seconds: Int64(serial + base) * 86_400, precision: .day).description
    return hasTime ? "\(day)T\(clock(time))" : day
  }

  private static func clock(_ seconds: Int) -> String {
    "\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
  }

  private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  /// A number as short as reads back; whole numbers without a point, and without an exponent while
  /// they are exact.
  static func plain(_ value: Double) -> String {
    let text = "\(value)"
    guard value == value.rounded(), abs(value) < 0x1p63 else { return text }
    let whole = String(Int64(value))
    guard abs(value) > 0x1p53 else { return whole }
    // Digits that nobody wrote would make an id of another customer.
    let digits = text.prefix { $0 != "e" }.replacing(".", with: "")
    let rest = whole.dropFirst(digits.count)
    return whole.hasPrefix(digits) && rest.allSatisfy { $0 == "0" } ? whole : text
  }
}
