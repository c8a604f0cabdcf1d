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
      if character.isWhitespace || character == "_" || character == "-" || character == "\u{FEFF}" {
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
}
