public import VerbatimCore

/// How a column writes its dates, decided from the column and not from the cell.
public struct DateOrder: Hashable, Sendable {
  /// Whether the day stands before the month; nil while the column gives no evidence.
  public internal(set) var isDayFirst: Bool?
  /// Whether both orders were seen.
  public private(set) var isMixed = false
  /// Whether a date was seen that two orders fit.
  var isOpen = false
  /// The numbers of months by their folded names.
  var months = ColumnNames.builtIn.months

  /// A column of which nothing is known, or only the order of its dates.
  public init(isDayFirst: Bool? = nil) { self.isDayFirst = isDayFirst }

  init(isDayFirst: Bool?, months: [String: Int]) {
    self.isDayFirst = isDayFirst
    self.months = months
  }

  /// Takes in a cell.
  public mutating func learn(_ text: String) {
    guard case .parts(let first, let second)? = DateText(text, months: months)?.order else {
      return
    }
    guard first <= 31, second <= 31 else { return }
    if first > 12 {
      if isDayFirst == false { isMixed = true }
      isDayFirst = true
    } else if second > 12 {
      if isDayFirst == true { isMixed = true }
      isDayFirst = false
    } else if first != second {
      isOpen = true
    }
  }

  /// Takes in a column, unless the user or the export says how it writes its dates.
  mutating func learn(column: some Sequence<String>, else usual: Bool?) {
    guard isDayFirst == nil else { return }
    for cell in column { learn(cell) }
    if isDayFirst == nil, isOpen, let usual {
      isDayFirst = usual
      isOpen = false
    }
  }

  /// The instant of a cell; nil when it is none, or when its order is not known.
  public func instant(_ text: String) -> Instant? { reading(text)?.instant }

  /// The instant of a cell, and whether the cell itself states its zone.
  func reading(_ text: String) -> (instant: Instant, hasZone: Bool)? {
    let text = text.trimmingBlanks
    let found: (instant: Instant, hasZone: Bool)?
    if let instant = Instant(iso8601: text) {
      found = (instant, Self.statesZone(text))
    } else if let instant = Self.epoch(text) {
      found = (instant, true)
    } else {
      found = DateText(text, months: months)?.reading(isDayFirst: isMixed ? nil : isDayFirst)
    }
    return found.flatMap { Self.isUnset($0.instant) ? nil : $0 }
  }

  /// `2026-03-01`, `2026-03-01 10:00:00` and the like with Z or UTC behind: what most tools write.
  ///
  /// - Returns: Nil for anything else, which may be a date all the same.
  static func plain(
    _ bytes: [UInt8],
    _ range: Range<Int>
  ) -> (instant: Instant, hasZone: Bool)? {
    let start = range.lowerBound
    func number(_ at: Int, _ count: Int) -> Int? {
      var value = 0
      for place in (start + at)..<(start + at + count) {
        guard bytes[place] >= 0x30, bytes[place] <= 0x39 else { return nil }
        value = value * 10 + Int(bytes[place] & 15)
      }
      return value
    }
    guard range.count == 10 || range.count >= 19, bytes[start + 4] == UInt8(ascii: "-"),
      bytes[start + 7] == UInt8(ascii: "-"), let year = number(0, 4), let month = number(5, 2),
      let day = number(8, 2)
    else { return nil }
    var instant: Instant?
    var hasZone = false
    if range.count == 10 {
      instant = Instant(year: year, month: month, day: day, precision: .day)
    } else {
      let tail = bytes[(start + 19)..<range.upperBound]
      hasZone = tail.elementsEqual("Z".utf8) || tail.elementsEqual(" UTC".utf8)
      guard tail.isEmpty || hasZone,
        bytes[start + 10] == 0x20 || bytes[start + 10] == UInt8(ascii: "T"),
        bytes[start + 13] == UInt8(ascii: ":"), bytes[start + 16] == UInt8(ascii: ":"),
        let hour = number(11, 2), let minute = number(14, 2), let second = number(17, 2)
      else { return nil }
      instant = Instant(
        year: year,
        month: month,
        day: day,
        hour: hour,
        minute: minute,
        second: second
      )
    }
    guard let instant, !isUnset(instant) else { return nil }
    return (instant, hasZone)
  }

  /// Placeholders that mean "not recorded": LimeSurvey writes 1980-01-01, Typeform the year 1.
  private static func isUnset(_ instant: Instant) -> Bool {
    let isMidnight = instant.seconds == 315_532_800
    return isMidnight || instant.seconds <= -62_135_596_800 + 86_400 * 366
  }

  /// Whether a date of ISO 8601 ends with a zone.
  private static func statesZone(_ text: String) -> Bool {
    let clock = text.utf8.dropFirst(10)
    return clock.contains { byte in
      byte == UInt8(ascii: "Z") || byte == UInt8(ascii: "z") || byte == UInt8(ascii: "+")
        || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "C") || byte == UInt8(ascii: "G")
    }
  }

  /// Seconds, milliseconds or microseconds since 1970, by the number of digits.
  private static func epoch(_ text: String) -> Instant? {
    let digits = text.utf8.prefix { $0 >= 48 && $0 <= 57 }
    let rest = text.utf8.dropFirst(digits.count)
    // `1452988821.000002` has its microseconds behind a point.
    guard rest.isEmpty || (digits.count == 10 && rest.first == UInt8(ascii: ".")),
      rest.dropFirst().allSatisfy({ $0 >= 48 && $0 <= 57 }),
      let value = Int64(Substring(digits))
    else { return nil }
    switch digits.count {
    case 10: return Instant(seconds: value)
    case 13: return Instant(seconds: value / 1000)
    case 16: return Instant(seconds: value / 1_000_000)
    case 8:
      let (year, month, day) = (Int(value / 10_000), Int(value / 100 % 100), Int(value % 100))
      guard (1970...2069).contains(year) else { return nil }
      return Instant(year: year, month: month, day: day, precision: .day)
    default: return nil
    }
  }
}

extension String {
  /// The text without blanks and tabs at its ends, and without a leading apostrophe that a
  /// spreadsheet added: those stand before what it would take for a number or a formula.
  var trimmingBlanks: String {
    guard let first = utf8.first, let last = utf8.last else { return self }
    // Nearly every cell begins and ends with a letter or a digit of ASCII.
    if first > 0x20, first < 0x80, last > 0x20, last < 0x80, first != UInt8(ascii: "'") {
      return self
    }
    var text = self[...]
    while let first = text.first, first.isWhitespace || first == "\u{FEFF}" {
      text.removeFirst()
    }
    while let last = text.last, last.isWhitespace { text.removeLast() }
    if text.first == "'", let next = text.dropFirst().first, next.isNumber || "=+-@".contains(next)
    {
      text.removeFirst()
    }
    return String(text)
  }
}
