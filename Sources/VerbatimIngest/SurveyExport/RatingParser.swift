internal import VerbatimCore

/// Numbers as people write them in ratings.
enum RatingParser {
  /// The number in `4`, `4,5`, `4.0`, `4 stars`, `8/10`, `4 out of 5`, `5 - very satisfied`; nil
  /// when there is none in front.
  static func number(_ text: String) -> Double? {
    // A digit or two are what nearly all cells hold.
    if (1...3).contains(text.utf8.count), text.utf8.allSatisfy({ $0 >= 0x30 && $0 <= 0x39 }) {
      return Double(text.utf8.reduce(0) { $0 * 10 + Int($1 & 15) })
    }
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
      case "-", ":", "–": tail.first?.isLetter ?? false
      case "/": !tail.isEmpty && tail.allSatisfy(\.isNumber)
      case "(": true
      default: rest.hasPrefix("star") || rest.hasPrefix("out of")
      }
    return isRating ? value : nil
  }

  /// The rating of a cell in the scale of its column's role, or in another that is stated.
  static func rating(
    _ text: String,
    _ role: ColumnRole,
    scale: RatingScale? = nil
  ) -> (Rating?, isOutside: Bool) {
    if role == .thumbs, let isGood = thumb(text) {
      return (Rating(.thumbs, isGood ? 1 : 0, min: 0, max: 1), false)
    }
    guard let scale = scale ?? RatingScale.usual(role), let kind = kind(role),
      let value = number(text)
    else { return (nil, false) }
    // No shop gives zero stars: 0 means "not rated".
    if role == .stars, value == 0, scale.min > 0 { return (nil, false) }
    let rating = Rating(kind, value, min: scale.min, max: scale.max, direction: scale.direction)
    return (rating, rating == nil)
  }

  private static func kind(_ role: ColumnRole) -> Rating.Kind? {
    switch role {
    case .nps: .nps
    case .stars: .stars
    case .csat: .csat
    case .ces: .ces
    case .thumbs: .thumbs
    case .score: .other
    default: nil
    }
  }

  /// The words of a yes-or-no rating; nil for one that was offered and not given.
  static func thumb(_ text: String) -> Bool? {
    switch text.lowercased() {
    case "good", "👍", "up", "thumbs up", "positive", "like", "gut", "bien", "bueno", "buono", "bom":
      true
    case "bad", "👎", "down", "thumbs down", "negative", "dislike", "schlecht", "mauvais", "malo",
      "cattivo", "ruim":
      false
    default: nil
    }
  }

  /// The role that a survey tool's name of a scale stands for.
  static func role(ofKind name: String) -> ColumnRole? {
    switch name.lowercased().filter({ $0.isLetter || $0.isNumber }) {
    case "nps": .nps
    case "csat", "smileys", "csat5", "smiley": .csat
    case "ces", "ces7": .ces
    case "fivestar", "stars", "star", "5star", "starrating": .stars
    case "thumbs": .thumbs
    default: nil
    }
  }
}
