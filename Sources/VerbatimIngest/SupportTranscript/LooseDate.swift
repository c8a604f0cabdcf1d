/// A date in words, put together from its parts: "Monday, December 17, 2018".
struct LooseDate {
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let fillers: Set<Substring> = [
    "mon", "tue", "wed", "thu", "fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday",
    "friday", "saturday", "sunday", "at",
  ]
  private static let longMonths = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]

  private var year: Int?
  private var month: Int?
  private var day: Int?

  var isEmpty: Bool { year == nil && month == nil && day == nil }

  var date: TurnTime.Date? {
    guard let year, let month, let day else { return nil }
    return .civil(year: year, month: month, day: day)
  }

  mutating func read(_ word: Substring) -> Bool {
    if Self.fillers.contains(word) { return true }
    let name = word.hasSuffix(".") ? word.dropLast() : word
    if let found = Self.months.firstIndex(of: String(name))
      ?? Self.longMonths.firstIndex(of: String(name))
    {
      guard month == nil else { return false }
      month = found + 1
      return true
    }
    if word.utf8.count == 4, year == nil, let value = TurnTime.number(word, upTo: 2100) {
      year = value
      return value >= 1970
    }
    if word.utf8.count <= 2, day == nil, let value = TurnTime.number(word, upTo: 31) {
      day = value
      return value > 0
    }
    return false
  }
}
