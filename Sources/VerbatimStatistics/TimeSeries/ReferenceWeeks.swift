internal import VerbatimCore

/// Which earlier weeks compare with a week: the same time of year in the years before.
struct ReferenceWeeks {
  /// How a year is counted back.
  enum Calendar: Hashable, Sendable {
    /// To the week that begins nearest to the same date: weeks begin at `firstDay` + 7·index, in
    /// days since 1970.
    case dates(firstDay: Int)
    /// By a fixed number of periods.
    case steps(Int)
  }

  var calendar: Calendar

  /// The index of the week `years` before the week at `index`; may lie before the series.
  func index(_ years: Int, before index: Int) -> Int {
    switch calendar {
    case .steps(let perYear): return index - years * perYear
    case .dates(let firstDay):
      let today = Instant(seconds: Int64(firstDay + index * 7) * 86_400, precision: .day).civilDay
      let year = today.year - years
      // 29 February of a year without one is 1 March.
      let then =
        Instant(year: year, month: today.month, day: today.day)
        ?? Instant(year: year, month: 3, day: 1)
      guard let then else { return -1 }
      let days = then.dayNumber - firstDay
      // The nearest week: three days either way, rounded towards the past.
      let shifted = days + 3
      return shifted >= 0 ? shifted / 7 : (shifted - 6) / 7
    }
  }

  /// How many of the years before are there in full, with `margin` weeks on either side.
  func years(before index: Int, margin: Int, atMost: Int) -> Int {
    var years = 0
    while years < atMost, self.index(years + 1, before: index) - margin >= 0 { years += 1 }
    return years
  }
}
