/// The emoji that VADER reads as words, each a single code point with its description.
struct VaderEmoji: Sendable {
  private var descriptions: [UInt32: [UInt8]] = [:]
  /// Whether a character of ASCII has a description, so that no text can go without a look.
  private(set) var hasASCII = false

  /// Adds an emoji; one of several code points is never asked for.
  mutating func add(_ emoji: Substring, _ description: Substring) {
    guard let scalar = emoji.unicodeScalars.first, emoji.unicodeScalars.count == 1 else { return }
    if scalar.isASCII { hasASCII = true }
    var text = String.UnicodeScalarView()
    for character in description.unicodeScalars {
      text.append(PythonString.isSpace(character) ? " " : character)
    }
    descriptions[scalar.value] = Array(String(text).utf8)
  }

  /// The description of a character, as UTF-8 with spaces for all blanks; nil when it has none.
  func description(of scalar: Unicode.Scalar) -> [UInt8]? { descriptions[scalar.value] }
}
