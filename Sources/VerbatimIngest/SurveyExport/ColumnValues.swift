internal import VerbatimCore

/// The answers of a column in the head of a table, without those that say there is none.
struct ColumnValues {
  /// The answers.
  let all: [String]

  /// Whether there is none.
  var isEmpty: Bool { all.isEmpty }

  /// Whether nearly all are numbers in a range; half of them where the name alone says much.
  func isScale(_ range: ClosedRange<Double>, isNameSure: Bool = false) -> Bool {
    let fitting = all.count { RatingParser.number($0).map(range.contains) ?? false }
    return !all.isEmpty && (isNameSure ? fitting * 2 >= all.count : fitting * 10 >= all.count * 9)
  }

  /// Whether nearly all are numbers.
  var areNumbers: Bool {
    !all.isEmpty && all.count(where: { RatingParser.number($0) != nil }) * 10 >= all.count * 9
  }

  /// Whether they are free text: several words, and seldom the same.
  var looksLikeWords: Bool {
    guard !all.isEmpty else { return false }
    let worded = all.filter { value in
      value.contains(" ") && value.contains { $0.isLetter } && Double(value) == nil
    }
    let distinct = Set(all).count
    let blanks = worded.reduce(0) { $0 + $1.utf8.count { $0 == 0x20 } }
    return worded.count * 2 >= all.count && distinct * 2 > all.count
      && blanks >= worded.count * 2 && !areSeveralChoices && !areArticles
  }

  /// Whether they are articles as order forms pack them: `Name (Amount: 10.00 USD, Quantity: 2)`.
  var areArticles: Bool {
    all.count(where: { $0.contains("(Amount:") || $0.contains("Quantity:") }) * 2 > all.count
  }

  /// Whether they are choices joined in one cell: few pieces, each of them often.
  var areSeveralChoices: Bool {
    if all.count(where: { $0.hasSuffix(";") }) * 2 > all.count { return true }
    for separator: Character in [",", ";", "/", "|", "\n"] {
      let pieces = all.flatMap { value in
        value.split(separator: separator).map { String($0).trimmingBlanks }
      }
      guard pieces.count * 2 >= all.count * 3, pieces.count >= 9 else { continue }
      if Set(pieces).count * 3 <= pieces.count { return true }
    }
    return false
  }

  /// The role that the form of the values shows, with the reason; nil when it shows none.
  func identifier(_ months: [String: Int]) -> (ColumnRole, String)? {
    guard all.count >= 2 || all.first.map({ $0.utf8.count > 9 }) ?? false else { return nil }
    func nearlyAll(_ holds: (String) -> Bool) -> Bool {
      all.count(where: holds) * 20 >= all.count * 19
    }
    if nearlyAll({ Self.isDate($0, months) }) { return (.date, "its values are dates") }
    if nearlyAll(Self.isMailAddress) { return (.customer, "its values are mail addresses") }
    if nearlyAll(Self.isAmazonOrder) { return (.order, "its values are order numbers of Amazon") }
    if nearlyAll(Self.isASIN) { return (.asin, "its values are ASINs") }
    if all.count >= 3, nearlyAll({ $0.utf8.count >= 12 && (try? GTIN(parsing: $0)) != nil }) {
      return (.gtin, "its values are GTINs whose check digits hold")
    }
    return nil
  }

  private static func isDate(_ value: String, _ months: [String: Int]) -> Bool {
    let value = value.trimmingBlanks
    guard value.utf8.count >= 8, value.utf8.contains(where: { $0 < 0x30 || $0 > 0x39 }) else {
      return false
    }
    return Instant(iso8601: value) != nil || DateText(value, months: months) != nil
  }

  private static func isMailAddress(_ value: String) -> Bool {
    let parts = value.split(separator: "@", omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[1].contains(".")
      && !value.contains(where: \.isWhitespace)
  }

  private static func isAmazonOrder(_ value: String) -> Bool {
    let parts = value.split(separator: "-")
    return parts.map(\.utf8.count) == [3, 7, 7]
      && parts.allSatisfy { $0.utf8.allSatisfy { $0 >= 0x30 && $0 <= 0x39 } }
  }

  private static func isASIN(_ value: String) -> Bool {
    value.utf8.count == 10 && value.hasPrefix("B0")
      && value.utf8.allSatisfy { ($0 >= 0x30 && $0 <= 0x39) || ($0 >= 0x41 && $0 <= 0x5A) }
  }
}
