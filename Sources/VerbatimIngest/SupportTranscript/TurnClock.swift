internal import VerbatimCore

/// Turns the times of one conversation into those its record carries.
enum TurnClock {
  /// The moment or day that a single text states, for a header's date.
  static func instant(_ text: String) -> Instant? {
    if let instant = Instant(iso8601: text) ?? epoch(text) { return instant }
    guard let time = TurnTime(text) else { return nil }
    return instant(of: time, dayFirst: nil, day: nil)
  }

  /// Seconds, milliseconds or microseconds since 1970, told by the number of digits.
  static func epoch(_ text: String) -> Instant? {
    let whole = text.prefix { $0 != "." }
    guard whole.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }),
      let value = Int64(whole)
    else { return nil }
    return switch whole.utf8.count {
    case 10: Instant(seconds: value)
    case 13: Instant(seconds: value / 1000)
    case 16: Instant(seconds: value / 1_000_000)
    default: nil
    }
  }

  /// The times as RFC 3339 when a date is known, else as durations from the first.
  ///
  /// - Parameters:
  ///   - times: One for each turn, in order.
  ///   - day: The date of the conversation, for clock times that state none.
  /// - Returns: One text for each time, nil where none was stated.
  static func resolved(_ times: [TurnTime?], day: Instant?) -> [String?] {
    let stated = times.compactMap { $0 }
    guard let first = stated.first(where: { $0.milliseconds != nil }) else {
      return times.map { time in
        time.flatMap { instant(of: $0, dayFirst: nil, day: nil) }?.description
      }
    }
    let dayFirst = order(of: stated)
    let hasDates = stated.contains { instant(of: $0, dayFirst: dayFirst, day: nil) != nil }
    // A clock that begins in the first minute after zero counts from the start of the call.
    let isElapsed =
      !hasDates && (first.isElapsed || (first.elapsedMilliseconds ?? .max) < 60_000)
    var output: [String?] = []
    var previous: Int?
    var midnights = 0
    for time in times {
      guard let time, let clock = time.milliseconds else {
        output.append(nil)
        continue
      }
      if isElapsed {
        output.append(time.elapsedMilliseconds.map(TurnTime.duration))
        continue
      }
      // A clock that falls by more than six hours has passed midnight; less is a line out of
      // order. The rule of formats that stamp lines without a date.
      if time.date == nil, let last = previous, last - clock > 6 * 3_600_000 { midnights += 1 }
      previous = clock
      if let moment = instant(of: time, dayFirst: dayFirst, day: day) {
        let shift = time.date == nil ? Int64(midnights * 86_400) : 0
        output.append(Instant(seconds: moment.seconds + shift).description)
      } else {
        let start = first.milliseconds ?? 0
        output.append(
          TurnTime.duration(milliseconds: max(0, clock + midnights * 86_400_000 - start))
        )
      }
    }
    return output
  }

  /// Whether the day comes first, by the dates that can be read one way only; nil when there is
  /// none, or they disagree.
  private static func order(of times: [TurnTime]) -> Bool? {
    let evidence = Set(times.compactMap(\.dayFirst))
    return evidence.count == 1 ? evidence.first : nil
  }

  private static func instant(of time: TurnTime, dayFirst: Bool?, day: Instant?) -> Instant? {
    let (year, month, dayOfMonth): (Int, Int, Int)
    switch time.date {
    case .civil(let y, let m, let d): (year, month, dayOfMonth) = (y, m, d)
    case .open(let first, let second, let y):
      guard let dayFirst = first == second ? true : dayFirst else { return nil }
      (year, month, dayOfMonth) = dayFirst ? (y, second, first) : (y, first, second)
    case nil:
      guard let day, !time.isElapsed else { return nil }
      (year, month, dayOfMonth) = day.civilDay
    }
    guard let clock = time.milliseconds else {
      return Instant(year: year, month: month, day: dayOfMonth, precision: .day)
    }
    let seconds = clock / 1000
    return Instant(
      year: year,
      month: month,
      day: dayOfMonth,
      hour: seconds / 3600,
      minute: seconds / 60 % 60,
      second: seconds % 60,
      offset: time.zone ?? 0
    )
  }
}
