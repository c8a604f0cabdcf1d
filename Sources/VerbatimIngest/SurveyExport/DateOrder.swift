public import VerbatimCore

/// How a column writes its dates, decided from the column and not from the cell.
public struct DateOrder: Hashable, Sendable {
  /// Whether the day stands before the month; nil while the column gives no evidence.
  public internal(set) var isDayFirst: Bool?
  /// Whether both orders were seen.
  public private(set) var isMixed = false

  /// A column of which nothing is known, or only the order of its dates.
  public init(isDayFirst: Bool? = nil) { self.isDayFirst = isDayFirst }

  /// Takes in a cell.
  public mutating func learn(_ text: String) {
    guard let parts = Self.numericParts(text), parts.first <= 31, parts.second <= 31 else { return }
    if parts.first > 12 {
      if isDayFirst == false { isMixed = true }
      isDayFirst = true
    } else if parts.second > 12 {
      if isDayFirst == true { isMixed = true }
      isDayFirst = false
    }
  }

  /// The instant of a cell; nil when it is none, or when its order is not known.
  public func instant(_ text: String) -> Instant? {
    let text = text.trimmingBlanks
    if let instant = Instant(iso8601: text) { return Self.isUnset(instant) ? nil : instant }
    if let instant = Self.epoch(text) { return instant }
    if let instant = Self.monthName(text) ?? Self.yearFirst(text) { return instant }
    guard let isDayFirst, !isMixed, let parts = Self.numericParts(text) else { return nil }
    let day = isDayFirst ? parts.first : parts.second
    let month = isDayFirst ? parts.second : parts.first
    return Self.instant(year: parts.year, month: month, day: day, clock: parts.rest)
  }

  /// Placeholders that mean "not recorded": LimeSurvey writes 1980-01-01, Typeform the year 1.
  private static func isUnset(_ instant: Instant) -> Bool {
    instant.civilDay == (1980, 1, 1) || instant.civilDay.year == 1
  }

  private static func epoch(_ text: String) -> Instant? {
    guard text.utf8.allSatisfy({ $0 >= 48 && $0 <= 57 }), let value = Int64(text) else {
      return nil
    }
    switch text.utf8.count {
    case 10: return Instant(seconds: value)
    case 13: return Instant(seconds: value / 1000)
    default: return nil
    }
  }

  /// `3/4/2026 10:15 PM`: the first two numbers, the year, and what follows.
  private static func numericParts(
    _ text: String
  ) -> (first: Int, second: Int, year: Int, rest: Substring)? {
    let pieces = text.split(maxSplits: 2, whereSeparator: { $0 == "/" || $0 == "." || $0 == "-" })
    guard pieces.count == 3, let first = Int(pieces[0]), let second = Int(pieces[1]) else {
      return nil
    }
    let digits = pieces[2].prefix { $0.isNumber }
    guard let year = fullYear(digits), first >= 1, second >= 1 else { return nil }
    return (first, second, year, pieces[2].dropFirst(digits.count))
  }

  /// `2018/7/31 10:15`: who begins with the year goes on with the month.
  private static func yearFirst(_ text: String) -> Instant? {
    let pieces = text.split(maxSplits: 2, whereSeparator: { $0 == "/" || $0 == "." || $0 == "-" })
    guard pieces.count == 3, pieces[0].utf8.count == 4, let year = Int(pieces[0]),
      let month = Int(pieces[1])
    else { return nil }
    let digits = pieces[2].prefix { $0.isNumber }
    guard digits.utf8.count <= 2, let day = Int(digits) else { return nil }
    return instant(
      year: year,
      month: month,
      day: day,
      clock: pieces[2].dropFirst(digits.count)
    )
  }

  /// `31-Jul-18`, `April 1, 2011`, `1 Apr 2011`.
  private static func monthName(_ text: String) -> Instant? {
    let pieces = text.split { $0 == "-" || $0 == " " || $0 == "," || $0 == "/" }
    guard pieces.count >= 3 else { return nil }
    for (dayAt, monthAt) in [(0, 1), (1, 0)] {
      guard let month = month(pieces[monthAt]), let day = Int(pieces[dayAt]),
        let year = fullYear(pieces[2])
      else { continue }
      return instant(
        year: year,
        month: month,
        day: day,
        clock: pieces.dropFirst(3).joined(separator: " ")[...]
      )
    }
    return nil
  }

  private static func month(_ text: Substring) -> Int? {
    let names = [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    guard text.count >= 3 else { return nil }
    return names.firstIndex(of: String(text.prefix(3)).lowercased()).map { $0 + 1 }
  }

  /// Two digits stand for 1970 to 2069.
  private static func fullYear(_ digits: Substring) -> Int? {
    guard let year = Int(digits) else { return nil }
    switch digits.count {
    case 4: return year
    case 2: return year >= 70 ? 1900 + year : 2000 + year
    default: return nil
    }
  }

  private static func instant(year: Int, month: Int, day: Int, clock: Substring) -> Instant? {
    let words = clock.split { $0 == " " || $0 == "," || $0 == "T" }
    guard let time = words.first(where: { $0.contains(":") }) else {
      return Instant(year: year, month: month, day: day, precision: .day)
    }
    let numbers = time.split(separator: ":").map { Int($0.prefix { $0.isNumber }) ?? -1 }
    guard numbers.count >= 2, !numbers.contains(-1) else { return nil }
    var hour = numbers[0]
    let half = words.last?.lowercased().replacing(".", with: "") ?? ""
    if half == "pm", hour < 12 { hour += 12 }
    if half == "am", hour == 12 { hour = 0 }
    return Instant(
      year: year,
      month: month,
      day: day,
      hour: hour,
      minute: numbers[1],
      second: numbers.count > 2 ? numbers[2] : 0
    )
  }
}

extension String {
  /// The text without blanks and tabs at its ends, and without a leading apostrophe that a
  /// spreadsheet added: those stand before what it would take for a number or a formula.
  var trimmingBlanks: String {
    var text = self[...]
    while let first = text.first, first.isWhitespace { text.removeFirst() }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    if text.first == "'", let next = text.dropFirst().first, next.isNumber || "=+-@".contains(next)
    {
      text.removeFirst()
    }
    return String(text)
  }
}
