internal import VerbatimCore

/// The time of a mail with the offset that it states.
///
/// A time without a zone is none: it could be any of a day's hours.
struct MailDate: Hashable, Comparable {
  /// The moment.
  let instant: Instant
  /// RFC 3339 with the stated offset: `2026-03-01T10:00:00+02:00`.
  let text: String

  /// Reads a date as RFC 5322 writes it and as mails have it.
  ///
  /// Comments, a missing weekday, years of two digits (1970 to 2069), hyphens, and the zones of
  /// RFC 5322 by name are understood. Other names of zones stand for more than one offset.
  init?(_ field: some StringProtocol) {
    let words = Self.words(field)
    var date: (day: Int?, month: Int?, year: Int?) = (nil, nil, nil)
    var clock: (hour: Int, minute: Int, second: Int)?
    var offset: Int?
    for word in words {
      if clock == nil, let time = Self.clock(word) {
        clock = time
      } else if date.month == nil, let month = Self.month(word) {
        date.month = month
      } else if clock != nil, offset == nil, let zone = Self.zone(word) {
        offset = zone
      } else if let number = Self.number(word) {
        if date.day == nil, word.utf8.count <= 2 {
          date.day = number
        } else if date.year == nil {
          date.year = word.utf8.count <= 2 ? number + (number < 70 ? 2000 : 1900) : number
        }
      }
    }
    guard let day = date.day, let month = date.month, let year = date.year, let clock, let offset,
      let instant = Instant(
        year: year,
        month: month,
        day: day,
        hour: clock.hour,
        minute: clock.minute,
        second: clock.second,
        offset: offset
      )
    else { return nil }
    self.instant = instant
    text = Self.printed(instant, offset: offset)
  }

  static func < (left: MailDate, right: MailDate) -> Bool { left.instant < right.instant }

  private static func printed(_ instant: Instant, offset: Int) -> String {
    guard offset != 0, offset.isMultiple(of: 60) else { return instant.description }
    // The clock of the sender is the moment moved by the offset, printed as if it were UTC.
    let local = Instant(seconds: instant.seconds + Int64(offset)).description.dropLast()
    func pad(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let minutes = abs(offset) / 60
    return "\(local)\(offset < 0 ? "-" : "+")\(pad(minutes / 60)):\(pad(minutes % 60))"
  }

  /// The words outside comments; hyphens of "30-Apr-98" divide too.
  private static func words(_ field: some StringProtocol) -> [Substring] {
    var text = ""
    var depth = 0
    for character in field.prefix(256) {
      switch character {
      case "(": depth += 1
      case ")": depth = max(0, depth - 1)
      default: if depth == 0 { text.append(character) }
      }
    }
    return text.split { $0.isWhitespace || $0 == "," }.flatMap { word -> [Substring] in
      let parts = word.split(separator: "-")
      return parts.count == 3 && month(parts[1]) != nil ? parts : [word]
    }
  }

  private static func number(_ word: Substring) -> Int? {
    guard !word.isEmpty, word.utf8.count <= 4,
      word.utf8.allSatisfy({ $0 >= UInt8(ascii: "0") && $0 <= UInt8(ascii: "9") })
    else { return nil }
    return Int(word)
  }

  private static func month(_ word: Substring) -> Int? {
    let names = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    guard word.utf8.count >= 3, word.first?.isLetter == true else { return nil }
    return names.firstIndex(of: word.prefix(3).lowercased()).map { $0 + 1 }
  }

  private static func clock(_ word: Substring) -> (hour: Int, minute: Int, second: Int)? {
    let parts = word.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2 || parts.count == 3, let hour = number(parts[0]), hour < 24,
      let minute = number(parts[1]), minute < 60
    else { return nil }
    guard parts.count == 3 else { return (hour, minute, 0) }
    guard let second = number(parts[2].prefix { $0 != "." }), second <= 60 else { return nil }
    return (hour, minute, second)
  }

  /// Seconds east of UTC.
  private static func zone(_ word: Substring) -> Int? {
    let name = word.lowercased()
    if let hours = zones[name] { return hours * 3600 }
    for prefix in ["gmt", "utc", "ut"] where name.hasPrefix(prefix) {
      return zone(word.dropFirst(prefix.count))
    }
    guard let sign = word.first, sign == "+" || sign == "-" else { return nil }
    let digits = word.dropFirst().filter { $0 != ":" }
    guard digits.utf8.count == 4, let value = number(Substring(digits)), value / 100 < 24,
      value % 100 < 60
    else { return nil }
    return (value / 100 * 60 + value % 100) * 60 * (sign == "-" ? -1 : 1)
  }

  /// Hours east of UTC, by RFC 5322, 4.3.
  private static let zones = [
    "z": 0, "ut": 0, "utc": 0, "gmt": 0, "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7,
    "mdt": -6, "pst": -8, "pdt": -7,
  ]
}
