import VerbatimTestSupport

/// What may stand in a template's slots, country by country.
///
/// The shapes are rows of `slots.tsv`; numbers with check digits come from ``InventedNumbers`` and
/// ``NationalIDs``. In a shape `[a|b]` is one of several, `[01..28]` a number of that many digits
/// at least, `<slot>` another slot of the same country, `_` a digit, `~` a digit but zero, `^` a
/// letter. All else stands for itself.
struct RedactionSlots {
  /// The slots that hold personal data; all others hold what must survive.
  static let personal: Set = [
    "email", "phone", "card", "iban", "national_id", "address", "name",
  ]

  /// The shapes by country, then by slot; those of every country under `*`.
  private var shapes: [String: [String: [String]]] = [:]

  /// From rows of countries parted by commas, a slot, and a shape.
  init(rows: [[String]]) {
    for row in rows {
      for country in row[0].split(separator: ",") {
        shapes[String(country), default: [:]][row[1], default: []].append(row[2])
      }
    }
  }

  /// Something that may stand in a slot; nil when the country has no such thing.
  func value(
    of slot: String,
    in country: String,
    using random: inout SeededGenerator
  ) -> String? {
    switch slot {
    case "card": return InventedNumbers.card(using: &random)
    case "gtin": return InventedNumbers.gtin(using: &random)
    case "iban": return InventedNumbers.iban(of: country, using: &random)
    case "national_id": return NationalIDs.id(of: country, using: &random)
    default: break
    }
    let known = (shapes[country]?[slot] ?? []) + (shapes["*"]?[slot] ?? [])
    guard let shape = known.randomElement(using: &random) else { return nil }
    while true {
      let value = filled(shape, in: country, using: &random)
      // A trade code that a card check lets pass would be masked by right.
      if Self.personal.contains(slot) || !Self.isCardLike(value) { return value }
    }
  }

  /// Whether thirteen to nineteen digits pass the check of payment cards.
  private static func isCardLike(_ value: String) -> Bool {
    let digits = InventedNumbers.digits(of: value)
    guard (13...19).contains(digits.count), let last = digits.last else { return false }
    return NaiveCheckDigits.luhn(digits.dropLast()) == last
  }

  /// A shape with its choices made.
  private func filled(
    _ shape: String,
    in country: String,
    using random: inout SeededGenerator
  ) -> String {
    var result = ""
    // By scalars: a vowel sign after a bracket would else be one character with it.
    var rest = Substring(shape).unicodeScalars
    while let first = rest.popFirst() {
      let closing: Unicode.Scalar? =
        switch first {
        case "[": "]"
        case "<": ">"
        default: nil
        }
      guard let closing, let end = rest.firstIndex(of: closing) else {
        result += Self.plain(first, using: &random)
        continue
      }
      let inside = String(rest[..<end])
      rest = rest[rest.index(after: end)...]
      result +=
        first == "<"
        ? value(of: inside, in: country, using: &random) ?? ""
        : Self.choice(inside, using: &random)
    }
    return result
  }

  /// One of what stands between brackets.
  private static func choice(_ inside: String, using random: inout SeededGenerator) -> String {
    let bounds = inside.split(separator: ".", omittingEmptySubsequences: false)
    if bounds.count == 3, bounds[1].isEmpty, let low = Int(bounds[0]), let high = Int(bounds[2]),
      low < high
    {
      let number = String(Int.random(in: low...high, using: &random))
      return String(repeating: "0", count: max(0, bounds[0].count - number.count)) + number
    }
    let options = inside.unicodeScalars.split(separator: "|", omittingEmptySubsequences: false)
    guard let option = options.randomElement(using: &random) else { return "" }
    return option.reduce(into: "") { $0 += plain($1, using: &random) }
  }

  private static func plain(
    _ scalar: Unicode.Scalar,
    using random: inout SeededGenerator
  ) -> String {
    switch scalar {
    case "_": "\(Int.random(in: 0...9, using: &random))"
    case "~": "\(Int.random(in: 1...9, using: &random))"
    case "^":
      NaiveCheckDigits.letter(
        Int.random(in: 0..<24, using: &random),
        of: "ABCDEFGHJKLMNPQRSTUVWXYZ"
      )
    default: String(scalar)
    }
  }
}
