/// A point in time as a source states it: a moment in UTC, or only a day.
///
/// A date without a time stays a date: nothing is read into it.
public struct Instant: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// How much of the instant was stated.
  public enum Precision: String, Hashable, Sendable {
    /// A calendar day.
    case day
    /// A moment.
    case second
  }

  /// Seconds since 1970-01-01T00:00:00Z; for a day, those of its first moment.
  public let seconds: Int64
  /// How much was stated.
  public let precision: Precision

  /// An instant from seconds since 1970.
  public init(seconds: Int64, precision: Precision = .second) {
    self.seconds = seconds
    self.precision = precision
  }

  /// An instant from a civil date, nil when there is no such date; `offset` is seconds east of UTC.
  public init?(
    year: Int,
    month: Int,
    day: Int,
    hour: Int = 0,
    minute: Int = 0,
    second: Int = 0,
    offset: Int = 0,
    precision: Precision = .second
  ) {
    guard (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year),
      (0...23).contains(hour), (0...59).contains(minute), (0...60).contains(second),
      (1...9999).contains(year)
    else { return nil }
    let days = Self.daysSince1970(year: year, month: month, day: day)
    let clock = hour * 3600 + minute * 60 + second - offset
    let seconds = Int64(days * 86_400 + clock)
    // Years of four digits, also after the offset: what is printed reads back.
    guard (-62_135_596_800...253_402_300_799).contains(seconds) else { return nil }
    self.init(seconds: seconds, precision: precision)
  }

  /// Reads the forms of ISO 8601 that exports use: `2026-11-21`, `2026-11-21T08:09:10Z`, with a
  /// blank for the T, fractions of a second (dropped) and offsets with or without a colon.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - zoneOffset: Seconds east of UTC for a time that states no zone; nil reads it as UTC.
  public init?(iso8601 text: some StringProtocol, zoneOffset: Int? = nil) {
    var bytes = Array(text.utf8)[...]
    func digits(_ count: Int) -> Int? {
      guard bytes.count >= count else { return nil }
      var value = 0
      for byte in bytes.prefix(count) {
        guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
        value = value * 10 + Int(byte - UInt8(ascii: "0"))
      }
      bytes = bytes.dropFirst(count)
      return value
    }
    func skip(_ byte: Unicode.Scalar) -> Bool {
      guard let first = bytes.first, first == UInt8(ascii: byte) else { return false }
      bytes = bytes.dropFirst()
      return true
    }
    guard let year = digits(4), skip("-"), let month = digits(2), skip("-"), let day = digits(2)
    else { return nil }
    guard skip("T") || skip(" ") || skip("t") else {
      guard bytes.isEmpty else { return nil }
      self.init(year: year, month: month, day: day, precision: .day)
      return
    }
    guard let hour = digits(2), skip(":"), let minute = digits(2) else { return nil }
    var second = 0
    if skip(":") {
      guard let stated = digits(2) else { return nil }
      second = stated
      if skip(".") || skip(",") {
        while let first = bytes.first, first >= UInt8(ascii: "0"), first <= UInt8(ascii: "9") {
          bytes = bytes.dropFirst()
        }
      }
    }
    _ = skip(" ")
    var offset = zoneOffset ?? 0
    if skip("Z") || skip("z") {
      offset = 0
    } else if bytes.elementsEqual("UTC".utf8) || bytes.elementsEqual("GMT".utf8) {
      offset = 0
      bytes = []
    } else if let sign = bytes.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") {
      bytes = bytes.dropFirst()
      guard let hours = digits(2), hours < 24 else { return nil }
      let hasColon = skip(":")
      let stated = digits(2)
      guard stated != nil || !hasColon else { return nil }
      let minutes = stated ?? 0
      guard minutes < 60 else { return nil }
      offset = (hours * 60 + minutes) * 60 * (sign == UInt8(ascii: "-") ? -1 : 1)
    }
    guard bytes.isEmpty else { return nil }
    self.init(
      year: year,
      month: month,
      day: day,
      hour: hour,
      minute: minute,
      second: second,
      offset: offset
    )
  }

  /// The calendar day in UTC.
  public var civilDay: (year: Int, month: Int, day: Int) {
    Self.civil(fromDays: Int(Self.floorDivide(seconds, 86_400)))
  }

  /// Whole days since 1970-01-01, in UTC.
  public var dayNumber: Int { Int(Self.floorDivide(seconds, 86_400)) }

  /// The Monday on which the instant's week begins, in UTC.
  public var weekStart: Instant {
    // 1970-01-01 was a Thursday: three days after a Monday.
    let monday = Self.floorDivide(Int64(dayNumber) + 3, 7) * 7 - 3
    return Instant(seconds: monday * 86_400, precision: .day)
  }

  /// RFC 3339: a day as `2026-11-21`, a moment as `2026-11-21T08:09:10Z`.
  public var description: String {
    let (year, month, day) = civilDay
    let date = "\(Self.pad(year, 4))-\(Self.pad(month, 2))-\(Self.pad(day, 2))"
    guard precision == .second else { return date }
    let clock = Int(seconds - Self.floorDivide(seconds, 86_400) * 86_400)
    return date
      + "T\(Self.pad(clock / 3600, 2)):\(Self.pad(clock / 60 % 60, 2)):\(Self.pad(clock % 60, 2))Z"
  }

  /// Earlier first; a day before the moments in it.
  public static func < (left: Instant, right: Instant) -> Bool {
    (left.seconds, left.precision == .day ? 0 : 1)
      < (right.seconds, right.precision == .day ? 0 : 1)
  }

  private static func pad(_ value: Int, _ width: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, width - text.utf8.count)) + text
  }

  private static func floorDivide(_ value: Int64, _ divisor: Int64) -> Int64 {
    let quotient = value / divisor
    return value % divisor < 0 ? quotient - 1 : quotient
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2:
      (year.isMultiple(of: 4) && !year.isMultiple(of: 100)) || year.isMultiple(of: 400) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  // The proleptic Gregorian calendar by eras of 400 years; H. Hinnant, "chrono-Compatible
  // Low-Level Date Algorithms".
  private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = shifted / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    return era * 146_097 + dayOfEra - 719_468
  }

  private static func civil(fromDays days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
  }
}
