internal import VerbatimCore

/// Numbers as people write them in ratings.
enum RatingParser {
  /// The number in `4`, `4,5`, `4.0`, `4 stars`, `8/10`, `4 out of 5`, `5 - very satisfied`; nil
  /// when there is none in front.
  static func number(_ text: String) -> Double? {
    let text = text.trimmingBlanks
    let sign = text.hasPrefix("-") ? 1 : 0
    let digits = text.dropFirst(sign).prefix { $0.isNumber || $0 == "." || $0 == "," }
    let head = text.prefix(sign + digits.count)
    guard !digits.isEmpty, let value = Double(head.replacing(",", with: ".")) else { return nil }
    let rest = text.dropFirst(head.count).drop { $0 == " " }
    if rest.isEmpty { return value }
    let tail = rest.dropFirst().drop { $0 == " " }
    // A label after the number or its scale; not a date, a range or a unit.
    let isRating =
      switch rest.first {
      case "-": tail.first?.isLetter ?? false
      case "/": !tail.isEmpty && tail.allSatisfy(\.isNumber)
      case "(": true
      default: rest.hasPrefix("star") || rest.hasPrefix("out of")
      }
    return isRating ? value : nil
  }

  /// The rating of a cell in the scale of its column's role.
  static func rating(_ text: String, _ role: ColumnRole) -> (Rating?, isOutside: Bool) {
    guard let value = number(text) else { return (nil, false) }
    let rating: Rating? =
      switch role {
      case .nps: Rating(.nps, value, min: 0, max: 10)
      // No shop gives zero stars: 0 means "not rated".
      case .stars: value == 0 ? nil : Rating(.stars, value, min: 1, max: 5)
      case .csat: Rating(.csat, value, min: 1, max: 5)
      case .ces: Rating(.ces, value, min: 1, max: 7, direction: .unknown)
      default: nil
      }
    return (rating, rating == nil && !(role == .stars && value == 0))
  }
}
