internal import VerbatimText

/// What a tokeniser makes of a term: whether a text can ever have it, and as what.
struct TermShape {
  /// What a term is to the tokeniser.
  enum Shape: Hashable {
    /// One word, in its matching form.
    case word(String)
    /// Several words, or one with hyphens: a phrase of these forms.
    case phrase([String])
    /// A pictograph.
    case emoji
    /// A face of punctuation.
    case emoticon
    /// Nothing that a lexicon can hold, with the reason.
    case none(String)
  }

  private let tokenizer = Tokenizer(
    vocabulary: Vocabulary.Builder().freeze(),
    clauseOpeners: [],
    clauseJoiners: [],
    subjects: []
  )
  private var scratch = Tokenizer.Scratch()
  private var text = TokenizedText()

  /// The words that a text of this term alone has, in their matching forms.
  mutating func forms(of term: String) -> [String] {
    read(term)
    return text.words.map { word in
      String(
        ICUNormalizer.matchingForm(text.cut(word.range)).map {
          $0 == "\u{2018}" || $0 == "\u{2019}" ? "'" : $0
        }
      )
    }
  }

  /// What a term of another lexicon is to ours.
  mutating func shape(of term: String) -> Shape {
    guard term.contains(where: { !$0.isWhitespace }) else { return .none("the term is empty") }
    if term.utf8.contains(0xEF), term.unicodeScalars.contains("\u{FFFD}") {
      return .none("the term has bytes that are no UTF-8")
    }
    if let face = face(term) { return face }
    let forms = forms(of: term)
    guard !forms.isEmpty else { return .none("no word is in it") }
    let kinds = Set(text.words.map(\.kind))
    if kinds == [.emoji] {
      return forms.count == 1 ? .emoji : .none("several emoji are no term")
    }
    if kinds.contains(.emoji) { return .none("a word and an emoji are no term") }
    if kinds == [.number] { return .none("a number has no valence") }
    for form in forms {
      if form.utf8.count > Vocabulary.longestForm { return .none("a word is too long") }
      if form.contains(where: { "()[]|*.,;:!?\"-/".contains($0) }) {
        return .none("`\(form)` holds a character that no pattern may hold")
      }
    }
    // A phrase never crosses punctuation, so one that has some would never be found.
    if text.words.dropFirst().contains(where: { $0.style.contains(.afterBreak) }) {
      return .none("a phrase cannot cross punctuation")
    }
    return forms.count == 1 ? .word(forms[0]) : .phrase(forms)
  }

  /// Whether it is a face of punctuation; nil when it is made of words or pictographs.
  private func face(_ term: String) -> Shape? {
    let bytes = Array(term.utf8)
    guard bytes.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return nil }
    func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
    func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
    let signs = bytes.count { !isLetter($0) && !isDigit($0) && $0 != 0x27 && $0 != 0x2D }
    let letters = bytes.count { isLetter($0) }
    guard signs > 0, letters <= 2 else { return nil }
    if isLetter(bytes[0]) || isDigit(bytes[0]) {
      return .none("a face that begins with a letter or digit is mostly none")
    }
    return bytes.count >= 2 ? .emoticon : .none("one sign is no face")
  }

  private mutating func read(_ term: String) {
    text.bytes = Array(term.utf8)
    tokenizer.tokenize(&text, scratch: &scratch)
  }
}
