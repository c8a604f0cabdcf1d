internal import Foundation
internal import VerbatimCore

/// The words of a text as the search index has them, each with its place.
///
/// Letters and digits make words; case and accents are folded, an apostrophe inside a word is left
/// out (`won't` is `wont`), and a character of a script without blanks is a word of its own. What is
/// indexed, asked for and highlighted is folded here and nowhere else, so the three agree.
struct FoldedWords: Sequence {
  /// A word and the bytes it covers.
  struct Element: Hashable {
    let word: String
    let range: ByteRange
  }

  private let words: [Element]

  /// - Complexity: O(*n*) in the bytes.
  init(_ text: String) {
    var words: [Element] = []
    var word = ""
    var start = 0
    var end = 0
    var isPlain = true
    var at = 0
    func finish() {
      guard !word.isEmpty else { return }
      let folded = isPlain ? word : Self.withoutAccents(word)
      if !folded.isEmpty { words.append(Element(word: folded, range: ByteRange(start, end))) }
      word = ""
      isPlain = true
    }
    for scalar in text.unicodeScalars {
      let next = at + UTF8.width(scalar)
      defer { at = next }
      if Self.isWordOfItsOwn(scalar) {
        finish()
        words.append(Element(word: String(scalar), range: ByteRange(at, next)))
      } else if Self.isPart(scalar) {
        if word.isEmpty { start = at }
        if scalar.isASCII {
          word.unicodeScalars.append(
            ("A"..."Z").contains(scalar) ? Unicode.Scalar(UInt8(scalar.value | 0x20)) : scalar
          )
        } else {
          word += scalar.properties.lowercaseMapping
          isPlain = false
        }
        end = next
      } else if !Self.isApostrophe(scalar) {
        finish()
      }
    }
    finish()
    self.words = words
  }

  func makeIterator() -> IndexingIterator<[Element]> { words.makeIterator() }

  private static func isApostrophe(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == "\u{2019}"
  }

  private static func isPart(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      return ("a"..."z").contains(scalar) || ("A"..."Z").contains(scalar)
        || ("0"..."9").contains(scalar)
    }
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
      .nonspacingMark, .spacingMark, .decimalNumber, .letterNumber, .otherNumber:
      return true
    default: return false
    }
  }

  private static func isWordOfItsOwn(_ scalar: Unicode.Scalar) -> Bool {
    // Kana, and ideographs.
    (0x3041...0x30FF).contains(scalar.value) || scalar.properties.isIdeographic
  }

  private static func withoutAccents(_ word: String) -> String {
    var plain = ""
    for scalar in word.decomposedStringWithCanonicalMapping.unicodeScalars
    where scalar.properties.generalCategory != .nonspacingMark {
      plain.unicodeScalars.append(scalar)
    }
    return plain
  }
}
