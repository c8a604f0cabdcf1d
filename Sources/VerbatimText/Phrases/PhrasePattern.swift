/// A row of words with alternatives, optional words and gaps, as lexicon files write it.
///
/// `~break` any form of a word · `(a|b)` one of several · `[x]` optional · `@class` a named class ·
/// `..` up to two words between · `...` up to four · `#` a number. `lexicons/README.md` has the
/// whole language.
public struct PhrasePattern: Hashable, Sendable {
  /// One place of the row.
  public struct Element: Hashable, Sendable {
    /// The forms that fit; empty for a number alone.
    public var forms: Set<String>
    /// Whether a number fits.
    public var matchesNumber: Bool
    /// Whether it may be missing.
    public var isOptional: Bool
    /// How many words may stand before it.
    public var gapBefore: Int
    /// Whether punctuation may stand before it, as inside a name ("Lamp - Large").
    public var allowsBreak = false
  }

  /// Why a text is no pattern.
  public struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// What is wrong, for a person.
    public let description: String
  }

  /// The pattern as written.
  public let source: String
  /// Its places.
  public let elements: [Element]

  /// Reads a pattern.
  ///
  /// - Parameters:
  ///   - source: The pattern as written.
  ///   - classes: The words of each class, without the `@`; words may carry `~`.
  ///   - inflector: What `~` means.
  /// - Throws: A failure that says what is wrong, for a person.
  public init(
    parsing source: String,
    classes: [String: [String]],
    inflector: Inflector
  ) throws(Failure) {
    self.source = source
    var elements: [Element] = []
    var gap = 0
    for piece in source.split(separator: " ", omittingEmptySubsequences: true) {
      switch piece {
      case "..": gap = 2
      case "...": gap = 4
      default:
        var body = piece
        let isOptional = body.hasPrefix("[")
        if isOptional {
          guard body.hasSuffix("]") else { throw Failure(description: "`\(piece)` is not closed") }
          body = body.dropFirst().dropLast()
        }
        var element = try Self.element(String(body), classes: classes, inflector: inflector)
        element.isOptional = isOptional
        element.gapBefore = gap
        gap = 0
        elements.append(element)
      }
    }
    guard let first = elements.first, let last = elements.last else {
      throw Failure(description: "the pattern is empty")
    }
    guard gap == 0, first.gapBefore == 0 else {
      throw Failure(description: "a pattern cannot begin or end with a gap")
    }
    guard !first.isOptional, !last.isOptional else {
      throw Failure(description: "a pattern cannot begin or end with an optional word")
    }
    self.elements = elements
  }

  /// A pattern of these very words, one after the other.
  public init(words: [String]) {
    source = words.joined(separator: " ")
    elements = words.map {
      Element(forms: [$0], matchesNumber: false, isOptional: false, gapBefore: 0)
    }
  }

  /// A pattern of a name: its words, and punctuation only where the name has it.
  public init(name: String) {
    let text = Self.tokenized(name)
    let words = Self.forms(of: text)
    source = words.joined(separator: " ")
    elements = zip(words, text.words).enumerated().map { index, word in
      Element(
        forms: [word.0],
        matchesNumber: false,
        isOptional: false,
        gapBefore: 0,
        allowsBreak: index > 0 && word.1.style.contains(.afterBreak)
      )
    }
  }

  /// The words of a name, divided as the tokeniser divides a text.
  public static func words(of name: String) -> [String] { forms(of: tokenized(name)) }

  private static func tokenized(_ name: String) -> TokenizedText {
    var text = TokenizedText()
    text.bytes = Array(name.utf8)
    var scratch = Tokenizer.Scratch()
    divider.tokenize(&text, scratch: &scratch)
    return text
  }

  private static func forms(of text: TokenizedText) -> [String] {
    text.words.map { word in
      // The tokeniser reads typographic quotes inside a word as apostrophes.
      String(
        ICUNormalizer.matchingForm(text.cut(word.range)).map {
          $0 == "\u{2018}" || $0 == "\u{2019}" ? "'" : $0
        }
      )
    }
  }

  private static let divider = Tokenizer(
    vocabulary: Vocabulary.Builder().freeze(),
    clauseOpeners: [],
    clauseJoiners: [],
    subjects: []
  )

  private static func element(
    _ body: String,
    classes: [String: [String]],
    inflector: Inflector
  ) throws(Failure) -> Element {
    var element = Element(forms: [], matchesNumber: false, isOptional: false, gapBefore: 0)
    var alternatives = [body]
    if body.hasPrefix("(") {
      guard body.hasSuffix(")") else { throw Failure(description: "`\(body)` is not closed") }
      alternatives = body.dropFirst().dropLast().split(separator: "|").map(String.init)
      guard !alternatives.isEmpty else { throw Failure(description: "`\(body)` is empty") }
    }
    for alternative in alternatives {
      if alternative == "#" {
        element.matchesNumber = true
        element.forms.formUnion(numberWords)
      } else if alternative.hasPrefix("@") {
        let name = String(alternative.dropFirst())
        guard let words = classes[name] else {
          throw Failure(description: "there is no word class `@\(name)`")
        }
        for word in words { element.forms.formUnion(expand(word, inflector)) }
      } else {
        // No text has a word with one of these: the tokeniser divides there.
        guard alternative.allSatisfy({ !"()[]|*.,;:!?\"-/".contains($0) }),
          !alternative.isEmpty, alternative != "~"
        else { throw Failure(description: "`\(alternative)` is no word") }
        element.forms.formUnion(expand(alternative, inflector))
      }
    }
    return element
  }

  private static func expand(_ word: String, _ inflector: Inflector) -> [String] {
    word.hasPrefix("~") ? inflector.forms(of: String(word.dropFirst())) : [word]
  }

  /// Words that say a number, exact or not.
  static let numberWords = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "fifteen", "twenty", "thirty", "forty", "fifty", "hundred", "dozen", "couple",
    "few", "several", "half", "a", "an",
  ]
}
