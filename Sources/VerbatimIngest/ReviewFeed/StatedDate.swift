internal import VerbatimCore

/// A date as review pages state it: ISO 8601, or with an English month name.
enum StatedDate {
  /// The instant; nil for what could be two different days ("3/4/2026") or is no date.
  static func instant(_ text: String) -> Instant? {
    if let instant = Instant(iso8601: text) { return instant }
    let trimmed = MarkupText.tokens(text).joined(separator: " ")
    if let slashed = Instant(iso8601: trimmed.replacing("/", with: "-")) { return slashed }
    return named(trimmed)
  }

  /// "April 1, 2011", "1 Apr 2011", "Fri, 1st April 2011 10:00:00 GMT": the day.
  private static func named(_ text: String) -> Instant? {
    var month: Int?
    var day: Int?
    var year: Int?
    let words = text.split { !($0.isLetter || $0.isNumber || $0 == ":") }
    for word in words.prefix(8) {
      let digits = word.prefix { $0.isASCII && $0.isNumber }
      if digits.isEmpty {
        if month == nil { month = self.month(word) }
      } else if word.contains(":") {
        continue
      } else if digits.count == 4, digits.count == word.count, year == nil {
        year = Int(digits)
      } else if digits.count <= 2, day == nil,
        ["", "st", "nd", "rd", "th"].contains(word.dropFirst(digits.count).lowercased())
      {
        day = Int(digits)
      }
    }
    guard let year, let month, let day else { return nil }
    return Instant(year: year, month: month, day: day, precision: .day)
  }

  private static func month(_ word: Substring) -> Int? {
    guard word.count >= 3 else { return nil }
    let lower = word.lowercased()
    if lower == "sept" { return 9 }
    return months.firstIndex { $0 == lower || $0.prefix(3) == lower }.map { $0 + 1 }
  }

  private static let months = [
    "january", "february", "march", "april", "may", "june", "july", "august", "september",
    "october", "november", "december",
  ]
}
