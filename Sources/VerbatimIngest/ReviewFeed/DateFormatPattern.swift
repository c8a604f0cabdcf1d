internal import VerbatimCore
internal import VerbatimText

/// How a site writes its dates, in the letters of Unicode's date formats: `dd.MM.yyyy HH:mm`.
///
/// Known are `d`, `M` (a name from `MMM` on), `y`, `H`, `h` with `a`, `m`, `s`, and words between
/// single quotes. A blank stands for any white space; what follows the last letter may be anything.
///
/// - SeeAlso: Unicode Technical Standard 35, Date Format Patterns.
struct DateFormatPattern {
  private enum Piece {
    case field(Character, count: Int)
    case literal(Character)
  }

  private var pieces: [Piece] = []

  /// Reads a format; nil when it has a letter that is not known, or says no year, month and day.
  init?(_ format: String) {
    var rest = format[...]
    var seen: Set<Character> = []
    while let first = rest.first {
      if first == "'" {
        rest.removeFirst()
        let word = rest.prefix { $0 != "'" }
        // Two quotes stand for one.
        for character in word.isEmpty ? "'" : word { pieces.append(.literal(character)) }
        rest = rest.dropFirst(word.count)
        guard rest.first == "'" else { return nil }
        rest.removeFirst()
      } else if first.isASCII, first.isLetter {
        guard "dMyHhmsa".contains(first), seen.insert(first).inserted else { return nil }
        let run = rest.prefix { $0 == first }
        pieces.append(.field(first, count: run.count))
        rest = rest.dropFirst(run.count)
      } else {
        pieces.append(.literal(first))
        rest.removeFirst()
      }
    }
    guard seen.isSuperset(of: ["d", "M", "y"]) else { return nil }
  }

  /// The instant that a text says, in UTC; a day when the format has no hour.
  func instant(in text: String, months: [String: Int]) -> Instant? {
    var rest = text[...]
    rest = rest.drop { $0.isWhitespace }
    var values: [Character: Int] = [:]
    for (index, piece) in pieces.enumerated() {
      switch piece {
      case .literal(let character) where character.isWhitespace:
        rest = rest.drop { $0.isWhitespace }
      case .literal(let character):
        guard rest.first == character else { return nil }
        rest.removeFirst()
      case .field("M", let count) where count >= 3:
        let name = rest.prefix { $0.isLetter }
        guard let month = months[ICUNormalizer.matchingForm(String(name))] else { return nil }
        values["M"] = month
        rest = rest.dropFirst(name.count)
        // "Dez." may be short for the name, unless the format has a full stop of its own.
        if rest.first == ".", !isFullStop(index + 1) { rest.removeFirst() }
      case .field("a", _):
        let name = rest.prefix { $0.isLetter || $0 == "." }
        let half = name.lowercased().filter(\.isLetter)
        guard half == "am" || half == "pm" else { return nil }
        values["a"] = half == "pm" ? 12 : 0
        rest = rest.dropFirst(name.count)
      case .field(let letter, let count):
        let most = letter == "y" ? max(count, 4) : 2
        let digits = rest.prefix(letter == "y" && count == 2 ? 2 : most)
          .prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits) else { return nil }
        values[letter] = number
        rest = rest.dropFirst(digits.count)
      }
    }
    return instant(values)
  }

  private func isFullStop(_ index: Int) -> Bool {
    guard index < pieces.count, case .literal(let character) = pieces[index] else { return false }
    return character == "."
  }

  private func instant(_ values: [Character: Int]) -> Instant? {
    guard var year = values["y"], let month = values["M"], let day = values["d"] else { return nil }
    // Two digits stand for 1970 to 2069, as in tables.
    if year < 100 { year += year >= 70 ? 1900 : 2000 }
    var hour = values["H"]
    if let half = values["h"] { hour = half % 12 + (values["a"] ?? 0) }
    guard let hour else { return Instant(year: year, month: month, day: day, precision: .day) }
    return Instant(
      year: year,
      month: month,
      day: day,
      hour: hour,
      minute: values["m"] ?? 0,
      second: values["s"] ?? 0,
      offset: 0
    )
  }
}
