internal import VerbatimCore
internal import VerbatimText

/// By when something was promised, resolved from the day on which it was said.
///
/// A day is the last on which it is in time, in the time zone of the business hours, else in UTC. Where
/// the words are vague ("a few days") or the turn has no date there is none: nothing is guessed.
struct Deadline {
  /// What a deadline counts in, as the cue list names it.
  enum Kind: String, CaseIterable {
    case minutes
    case hours
    case days
    case businessDays = "business_days"
    case weeks
    /// Before the day is over.
    case today
    case tomorrow
    /// The next day of that name.
    case weekday
    /// The day of that name in the week after this one.
    case nextWeekday = "next_weekday"
    /// Before Sunday is over, as ISO 8601 counts weeks.
    case weekEnd = "week_end"
    case nextWeek = "next_week"
    case monthEnd = "month_end"
    /// "14 November".
    case date
    /// "the 14th".
    case dayOfMonth = "day_of_month"
  }

  /// When it was said.
  struct Said {
    /// Seconds since 1970; nil when not known.
    var instant: Double?
    /// The local day, as days since 1970-01-01; nil when not known.
    var day: Int?

    /// The moment of a turn, and the day by the clocks of the shop.
    init(turn: Int, _ times: TurnTimes, _ record: FeedbackRecord, _ hours: BusinessHours?) {
      instant = times.instant(ofTurn: turn)
      day = instant.map { Self.day(of: $0, hours) }
      // A recording of which only the day is known.
      if day == nil, let date = record.occurredAt, date.precision == .day { day = date.dayNumber }
    }

    /// The day by the clocks of the shop, else in UTC.
    static func day(of instant: Double, _ hours: BusinessHours?) -> Int {
      hours?.localDay(at: instant) ?? Instant(seconds: Int64(instant.rounded(.down))).dayNumber
    }
  }

  private let kind: Kind
  private let words: [String]
  private let hours: BusinessHours?

  /// A deadline as it was found; nil when the cue is none.
  init?(_ found: SpokenTurn.Found, in text: TokenizedText, hours: BusinessHours?) {
    guard found.cue.list == .deadlines, let kind = Kind(rawValue: found.cue.kind) else {
      return nil
    }
    self.kind = kind
    self.hours = hours
    words = found.words.map { text.cut(text.words[$0].range).lowercased() }
  }

  /// The last moment or day in time; nil when it cannot be told.
  func due(from said: Said) -> Instant? {
    switch kind {
    case .minutes: return moment(said, seconds: 60)
    case .hours: return moment(said, seconds: 3600)
    default: break
    }
    guard let today = said.day, let day = day(from: today) else { return nil }
    return Instant(seconds: Int64(day) * 86_400, precision: .day)
  }

  private func moment(_ said: Said, seconds: Double) -> Instant? {
    guard let instant = said.instant, let count else { return nil }
    return Instant(seconds: Int64((instant + Double(count) * seconds).rounded(.down)))
  }

  private func day(from today: Int) -> Int? {
    let monday = today - Self.weekday(of: today)
    switch kind {
    case .minutes, .hours: return nil
    case .days: return count.map { today + $0 }
    case .businessDays: return count.map { workingDay($0, after: today) }
    case .weeks: return count.map { today + 7 * $0 }
    case .today: return today
    case .tomorrow: return today + 1
    case .weekday:
      return namedWeekday.map { today + 1 + ($0 - Self.weekday(of: today) + 6) % 7 }
    case .nextWeekday: return namedWeekday.map { monday + 7 + $0 }
    case .weekEnd: return monday + 6
    case .nextWeek: return monday + 13
    case .monthEnd:
      let (year, month, _) = Self.civil(today)
      return Self.number(year, month + 1, 1).map { $0 - 1 }
    case .date: return namedDate(from: today)
    case .dayOfMonth: return dayOfMonth(from: today)
    }
  }

  /// The day so many working days on: those with opening hours, else Monday to Friday.
  private func workingDay(_ count: Int, after today: Int) -> Int {
    var day = today
    var left = count
    while left > 0 {
      day += 1
      if hours?.isOpen(onDay: day) ?? (Self.weekday(of: day) < 5) { left -= 1 }
    }
    return day
  }

  private func namedDate(from today: Int) -> Int? {
    guard
      let month = words.lazy.compactMap({ Self.months.firstIndex(of: String($0.prefix(3))) })
        .first, let day = count
    else { return nil }
    let (year, _, _) = Self.civil(today)
    // Said in December of a day in January.
    guard let date = Self.number(year, month + 1, day) else { return nil }
    return date >= today ? date : Self.number(year + 1, month + 1, day)
  }

  private func dayOfMonth(from today: Int) -> Int? {
    guard let day = count else { return nil }
    let (year, month, current) = Self.civil(today)
    return Self.number(year, day >= current ? month : month + 1, day)
  }

  /// The last number among the words: the longer end of "3 to 5 days"; nil for "a few".
  private var count: Int? {
    for word in words.reversed() {
      if let number = Int(word.prefix { $0.isASCII && $0.isNumber }) {
        return (1...Self.most).contains(number) ? number : nil
      }
      if let index = Self.numbers.firstIndex(of: word) { return index }
      if word == "a" || word == "an" { return 1 }
      if word == "couple" { return 2 }
      if word == "few" || word == "several" || word == "half" { return nil }
    }
    // "Within the hour".
    return words.contains("hour") ? 1 : nil
  }

  private var namedWeekday: Int? {
    words.lazy.compactMap { Self.weekdays.firstIndex(of: String($0.prefix(3))) }.first
  }

  /// More than anybody promises: a number above is an order's or a year.
  private static let most = 365
  private static let weekdays = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"]
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let numbers = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve",
  ]

  /// Monday is 0; 1970-01-01 was a Thursday.
  private static func weekday(of day: Int) -> Int { (day % 7 + 7 + 3) % 7 }

  private static func civil(_ day: Int) -> (year: Int, month: Int, day: Int) {
    Instant(seconds: Int64(day) * 86_400).civilDay
  }

  /// The day of a civil date, a thirteenth month being the next January; nil when there is none.
  private static func number(_ year: Int, _ month: Int, _ day: Int) -> Int? {
    let (year, month) = month > 12 ? (year + 1, month - 12) : (year, month)
    return Instant(year: year, month: month, day: day)?.dayNumber
  }
}
