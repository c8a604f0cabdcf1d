internal import VerbatimCore
internal import VerbatimText

/// A date that is not ISO 8601, cut into its numbers, its month's name, and its time of day.
///
/// Nothing is read leniently: a word that is no month, day of the week or filler makes it no date.
struct DateText {
  /// Two numbers that may be a day and a month, in the order in which they stand.
  enum Order {
    case parts(first: Int, second: Int)
    case known
  }

  private var numbers: [(value: Int, digits: Int)] = []
  private var month: Int?
  private var clock = Clock()

  private struct Clock {
    var hour: Int?
    var minute = 0
    var second = 0
    var isAfternoon: Bool?
    var offset: Int?
    /// Whether it names a zone that stands for several.
    var isZoneUnknown = false
  }

  /// Cuts a text; nil when it is no date.
  init?(_ text: String, months: [String: Int]) {
    guard text.utf8.count <= 64, text.utf8.contains(where: { $0 >= 48 && $0 <= 57 }) else {
      return nil
    }
    var rest = text[...]
    while let first = rest.first {
      if first.isASCII, first.isNumber {
        guard readNumber(&rest) else { return nil }
      } else if first.isLetter {
        guard readWord(&rest, months) else { return nil }
      } else if first == "+" || first == "-", clock.hour != nil {
        let zone = rest.prefix { !$0.isWhitespace && $0 != ")" }
        guard let offset = ClockZone.offset(zone) else { return nil }
        clock.offset = offset
        rest = rest.dropFirst(zone.count)
      } else {
        guard first.isWhitespace || "/.-,()–'".contains(first) else { return nil }
        rest.removeFirst()
      }
    }
    guard numbers.count == (month == nil ? 3 : 2) else { return nil }
  }

  private mutating func readNumber(_ rest: inout Substring) -> Bool {
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    guard digits.utf8.count <= 4, let value = Int(digits) else { return false }
    rest = rest.dropFirst(digits.count)
    if let next = rest.first, next == ":" || next == "时" || next == "時", clock.hour == nil {
      guard digits.utf8.count <= 2 else { return false }
      return readClock(hour: value, &rest)
    }
    guard clock.hour == nil, numbers.count < 3 else { return false }
    numbers.append((value, digits.utf8.count))
    return true
  }

  /// Minutes and seconds behind the hour; fractions are dropped.
  private mutating func readClock(hour: Int, _ rest: inout Substring) -> Bool {
    clock.hour = hour
    for part in 0..<2 {
      guard let mark = rest.first, ":时時分".contains(mark) else { break }
      rest.removeFirst()
      let digits = rest.prefix { $0.isASCII && $0.isNumber }
      if digits.isEmpty, mark != ":" { break }
      guard digits.utf8.count == 2, let value = Int(digits) else { return false }
      if part == 0 { clock.minute = value } else { clock.second = value }
      rest = rest.dropFirst(2)
    }
    if let mark = rest.first, mark == "." || mark == ",", rest.dropFirst().first?.isNumber == true {
      rest = rest.dropFirst().drop { $0.isNumber }
    }
    return true
  }

  private static let fillers: Set<String> = [
    "de", "del", "of", "um", "uhr", "à", "at", "a", "le", "el", "den", "kl", "st", "nd", "rd",
    "th", "t", "o", "og", "er", "日", "年", "月", "号", "號", "秒", "分",
  ]

  private mutating func readWord(_ rest: inout Substring, _ months: [String: Int]) -> Bool {
    // Chinese and Japanese dates have a letter behind each number.
    let isIdeograph = (rest.unicodeScalars.first?.value ?? 0) >= 0x2E80
    let halves: [(String, Bool)] = [
      ("午前", false), ("上午", false), ("凌晨", false), ("午後", true), ("下午", true), ("晚上", true),
    ]
    for (name, isAfternoon) in halves where isIdeograph && rest.hasPrefix(name) {
      clock.isAfternoon = isAfternoon
      rest = rest.dropFirst(2)
      return true
    }
    let raw = isIdeograph ? rest.prefix(1) : rest.prefix { $0.isLetter }
    let word = ICUNormalizer.matchingForm(String(raw))
    if word == "a" || word == "p", clock.hour != nil {
      // `a.m.`, `p. m.`
      let half = rest.prefix { $0.isLetter || $0 == "." || $0.isWhitespace }
      let letters = half.lowercased().filter(\.isLetter)
      if letters == "am" || letters == "pm" {
        clock.isAfternoon = letters == "pm"
        rest = rest.dropFirst(half.count)
        return true
      }
    }
    if word == "am" || word == "pm", clock.hour != nil {
      clock.isAfternoon = word == "pm"
    } else if let found = months[word], month == nil {
      month = found
    } else if clock.hour != nil, !Self.fillers.contains(word) {
      return readZone(raw, &rest)
    } else if !Self.fillers.contains(word) {
      // `Tue, 3 Mar 2026`: a day of the week says nothing new.
      guard numbers.isEmpty, month == nil,
        let next = rest.dropFirst(raw.count).first, ",. ".contains(next)
      else { return false }
    }
    rest = rest.dropFirst(raw.count)
    return true
  }

  private mutating func readZone(_ word: Substring, _ rest: inout Substring) -> Bool {
    let zone = rest.prefix { !$0.isWhitespace && $0 != ")" }
    guard clock.offset == nil else { return false }
    clock.offset = ClockZone.offset(zone)
    clock.isZoneUnknown =
      clock.offset == nil && zone.allSatisfy { $0.isLetter || $0 == "/" || $0 == "_" }
    guard clock.offset != nil || clock.isZoneUnknown else { return false }
    rest = rest.dropFirst(zone.count)
    return true
  }

  /// What the numbers leave open.
  var order: Order {
    guard month == nil, numbers[0].digits <= 2, numbers[2].digits != 1, numbers[2].digits != 3
    else { return .known }
    return .parts(first: numbers[0].value, second: numbers[1].value)
  }

  /// The instant, and whether the text states its zone; nil when no calendar has it, or when the
  /// order of day and month is needed and not known.
  func reading(isDayFirst: Bool?) -> (instant: Instant, hasZone: Bool)? {
    let day: Int
    let month: Int
    let year: Int
    if let named = self.month {
      let isYearFirst = numbers[0].digits == 4
      guard let stated = Self.year(numbers[isYearFirst ? 0 : 1]) else { return nil }
      (year, month, day) = (stated, named, numbers[isYearFirst ? 1 : 0].value)
    } else if numbers[0].digits == 4 {
      (year, month, day) = (numbers[0].value, numbers[1].value, numbers[2].value)
    } else {
      let isSame = numbers[0].value == numbers[1].value
      guard let isDayFirst = isDayFirst ?? (isSame ? true : nil),
        let stated = Self.year(numbers[2])
      else { return nil }
      year = stated
      (day, month) = (numbers[isDayFirst ? 0 : 1].value, numbers[isDayFirst ? 1 : 0].value)
    }
    guard var hour = clock.hour, !clock.isZoneUnknown else {
      return Instant(year: year, month: month, day: day, precision: .day).map { ($0, true) }
    }
    if clock.isAfternoon == true, hour < 12 { hour += 12 }
    if clock.isAfternoon == false, hour == 12 { hour = 0 }
    return Instant(
      year: year,
      month: month,
      day: day,
      hour: hour,
      minute: clock.minute,
      second: clock.second,
      offset: clock.offset ?? 0
    ).map { ($0, clock.offset != nil) }
  }

  /// Two digits stand for 1970 to 2069.
  private static func year(_ number: (value: Int, digits: Int)) -> Int? {
    switch number.digits {
    case 4: number.value
    case 2: number.value >= 70 ? 1900 + number.value : 2000 + number.value
    default: nil
    }
  }
}
