internal import VerbatimText

/// Column names in the form in which they are compared.
enum HeaderName {
  /// Folded, with one blank for each run of white space, `_` and `-`, and without a closing colon
  /// or question mark.
  static func normalized(_ name: String) -> String {
    var result = ""
    var isBlank = true
    var previousIsLower = false
    for character in name {
      // camelCase reads as words.
      if character.isUppercase, previousIsLower, !isBlank {
        result.append(" ")
      }
      previousIsLower = character.isLowercase
      if character.isWhitespace || character == "_" || character == "-" || isInvisible(character) {
        if !isBlank { result.append(" ") }
        isBlank = true
      } else {
        result.append(character)
        isBlank = false
      }
    }
    var folded = ICUNormalizer.matchingForm(result)[...]
    while let last = folded.last, last == " " || last == ":" || last == "?" { folded.removeLast() }
    return String(folded)
  }

  /// Marks of byte order, direction and joining, which a header may hold unseen.
  private static func isInvisible(_ character: Character) -> Bool {
    guard let value = character.unicodeScalars.first?.value else { return false }
    return value == 0xFEFF || (0x200B...0x200F).contains(value)
      || (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
  }

  /// A name in the forms under which it may be known, the fullest first: with what stands in
  /// parentheses at its end, a zone or a scale, and without.
  static func forms(_ name: String) -> [String] {
    let whole = normalized(name)
    guard whole.hasSuffix(")"), let open = whole.lastIndex(of: "(") else { return [whole] }
    let short = normalized(String(whole[..<open]))
    return short.isEmpty ? [whole] : [whole, short]
  }

  /// The zone that stands in parentheses at the end of a name, as in `Submit Date (UTC)`, and the
  /// name without it.
  static func zone(in name: String) -> (name: String, zone: String)? {
    let name = name.trimmingBlanks
    guard name.hasSuffix(")"), let open = name.lastIndex(of: "(") else { return nil }
    let zone = String(name[name.index(after: open)...].dropLast())
    guard StatedZone.isName(zone) else { return nil }
    return (String(name[..<open]).trimmingBlanks, zone)
  }
}
