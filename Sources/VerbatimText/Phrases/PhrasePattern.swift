/// A row of words with alternatives, optional words and gaps, as lexicon files write it.
///
/// `~break` any form of a word · `(a|b)` one of several · `[x]` optional · `@class` a named class ·
/// `..` up to two words between · `...` up to four · `#` a number. `lexicons/README.md` has the
/// whole language.
///
/// A pattern keeps its text and where its places stand in it; forms are made when they are asked
/// for, so that reading thousands of patterns costs a pass over their bytes.
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

  /// A place of the row as it is written.
  struct Place: Hashable, Sendable {
    /// The bytes of the source without the brackets; of listed words, the number of the word.
    var start: Int32
    var end: Int32
    var isOptional = false
    var gapBefore: UInt8 = 0
    var allowsBreak = false
  }

  /// What the places stand for.
  private enum Meaning: Sendable {
    case language(PhraseLanguage)
    case words([String])
  }

  /// The pattern as written.
  public let source: String
  let places: [Place]
  private let meaning: Meaning

  /// Its places, with all the forms of each.
  public var elements: [Element] {
    source.withBytes { source in
      places.map { place in
        var forms: Set<String> = []
        let matchesNumber = forEachForm(of: place, in: source) { forms.insert(String(copying: $0)) }
        return Element(
          forms: forms,
          matchesNumber: matchesNumber,
          isOptional: place.isOptional,
          gapBefore: Int(place.gapBefore),
          allowsBreak: place.allowsBreak
        )
      }
    }
  }

  /// Reads a pattern.
  ///
  /// - Parameters:
  ///   - source: The pattern as written.
  ///   - language: The classes and the forms it may name.
  /// - Throws: A failure that says what is wrong, for a person.
  public init(parsing source: String, language: PhraseLanguage) throws(Failure) {
    let read: Result<[Place], Failure> = source.withBytes { bytes in
      do throws(Failure) {
        return .success(try PhraseReader(language: language).places(of: bytes))
      } catch {
        return .failure(error)
      }
    }
    self.source = source
    places = try read.get()
    meaning = .language(language)
  }

  /// A pattern of these very words, one after the other.
  public init(words: [String]) {
    self.init(words: words, breaks: [Bool](repeating: false, count: words.count))
  }

  /// A pattern of a name: its words, and punctuation only where the name has it.
  public init(name: String) {
    let text = Self.tokenized(name)
    self.init(
      words: Self.forms(of: text),
      breaks: text.words.indices.map { $0 > 0 && text.words[$0].style.contains(.afterBreak) }
    )
  }

  private init(words: [String], breaks: [Bool]) {
    source = words.joined(separator: " ")
    places = breaks.indices.map {
      Place(start: Int32($0), end: Int32($0) + 1, allowsBreak: breaks[$0])
    }
    meaning = .words(words)
  }

  /// Two patterns are equal when they are written alike and mean the same.
  public static func == (left: PhrasePattern, right: PhrasePattern) -> Bool {
    left.source == right.source && left.elements == right.elements
  }

  /// Takes in what is written.
  public func hash(into hasher: inout Hasher) { hasher.combine(source) }

  // MARK: Forms

  /// Calls `take` with every form of a place, some maybe more than once.
  ///
  /// - Parameters:
  ///   - place: One of ``places``.
  ///   - source: The bytes of ``source``.
  ///   - take: What to do with a form.
  /// - Returns: Whether a number fits, too.
  func forEachForm(of place: Place, in source: Span<UInt8>, _ take: (Span<UInt8>) -> Void) -> Bool {
    switch meaning {
    case .words(let words):
      words[Int(place.start)].withBytes(take)
      return false
    case .language(let language):
      var matchesNumber = false
      var alternatives = PhraseAlternatives(source, Int(place.start)..<Int(place.end))
      while let alternative = alternatives.next(source) {
        let word = source.extracting(alternative)
        if Self.forEachForm(of: word, language, take) { matchesNumber = true }
      }
      return matchesNumber
    }
  }

  /// The language that gives the forms of the places; nil for listed words.
  var language: PhraseLanguage? {
    if case .language(let language) = meaning { language } else { nil }
  }

  /// Calls `take` with every form of an alternative; returns whether a number fits, too.
  static func forEachForm(
    of word: Span<UInt8>,
    _ language: PhraseLanguage,
    _ take: (Span<UInt8>) -> Void
  ) -> Bool {
    switch word.isEmpty ? 0 : word[0] {
    case UInt8(ascii: "#") where word.count == 1:
      for word in numberWords { word.withBytes(take) }
      return true
    case UInt8(ascii: "@"):
      let name = String(copying: word.extracting(droppingFirst: 1))
      for word in language.classes[name] ?? [] {
        word.withBytes { expand($0, language.inflector, take) }
      }
    default: expand(word, language.inflector, take)
    }
    return false
  }

  private static func expand(
    _ word: Span<UInt8>,
    _ inflector: Inflector,
    _ take: (Span<UInt8>) -> Void
  ) {
    guard !word.isEmpty, word[0] == UInt8(ascii: "~") else { return take(word) }
    for form in inflector.forms(of: Array(copying: word.extracting(droppingFirst: 1))) {
      take(form.span)
    }
  }

  /// Words that say a number, exact or not.
  static let numberWords = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "fifteen", "twenty", "thirty", "forty", "fifty", "hundred", "dozen", "couple",
    "few", "several", "half", "a", "an",
  ]
}

/// Names as patterns.
extension PhrasePattern {
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
}
