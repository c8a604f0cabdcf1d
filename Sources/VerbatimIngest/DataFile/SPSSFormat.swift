internal import VerbatimCore

/// How SPSS prints a number: as a number, a date, or a moment.
enum SPSSFormat: Hashable {
  case number
  case date
  case moment
  case clock

  /// From a print format such as `F8.2` or `DATETIME20`.
  init(_ format: String) {
    let name = format.prefix { $0.isLetter }.uppercased()
    switch name {
    case "DATE", "ADATE", "EDATE", "SDATE", "JDATE", "QYR", "MOYR", "WKYR": self = .date
    case "DATETIME", "YMDHMS": self = .moment
    case "TIME", "DTIME", "MTIME": self = .clock
    default: self = .number
    }
  }

  /// Days from 1582-10-14, where SPSS begins to count seconds, to 1970-01-01.
  private static let daysBefore1970 = 141_428.0

  /// A value as text: ISO 8601 for dates, without a zone, since the file knows none.
  func text(of value: Double) -> String {
    guard value.isFinite else { return "" }
    let seconds = (value - Self.daysBefore1970 * 86_400).rounded(.down)
    switch self {
    case .number: return Self.plain(value)
    case .clock:
      guard value >= 0, value < 1e9 else { return Self.plain(value) }
      let total = Int(value.rounded(.down))
      return "\(Self.two(total / 3600)):\(Self.two(total / 60 % 60)):\(Self.two(total % 60))"
    case .date, .moment:
      // The years 1 to 9999, which ISO 8601 can write.
      guard seconds >= -62_135_596_800, seconds <= 253_402_300_799 else {
        return Self.plain(value)
      }
      let instant = Instant(seconds: Int64(seconds), precision: self == .date ? .day : .second)
      // Without the Z: the clock of whoever entered it.
      let text = instant.description
      return text.hasSuffix("Z") ? String(text.dropLast()) : text
    }
  }

  private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

  /// A number as short as reads back, whole numbers without a point.
  static func plain(_ value: Double) -> String {
    value == value.rounded() && abs(value) < 1e15 ? String(Int64(value)) : "\(value)"
  }
}
