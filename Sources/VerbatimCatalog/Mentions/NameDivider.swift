internal import VerbatimCore
internal import VerbatimText

/// Divides names into words as the tokeniser divides a text; reused from name to name.
struct NameDivider {
  /// The numbers of the words of the last name.
  private(set) var words: [WordID] = []
  /// Whether punctuation stands before each.
  private(set) var breaks: [Bool] = []
  /// A bit for each word with a digit.
  private(set) var digitWords: [UInt64] = []
  private var text = TokenizedText()
  private var scratch = Tokenizer.Scratch()

  private static let tokenizer = Tokenizer(
    vocabulary: Vocabulary.Builder().freeze(),
    clauseOpeners: [],
    clauseJoiners: [],
    subjects: []
  )

  /// Divides a name; false when it is no evidence of anything: one short word, numbers alone, or
  /// more words than are looked for.
  ///
  /// - Parameters:
  ///   - name: The name.
  ///   - isShort: Whether it is a part of a name, which must have two words.
  ///   - vocabulary: What the words are interned in.
  /// - Returns: Whether the name is to be looked for.
  mutating func divide(
    _ name: String,
    isShort: Bool,
    _ vocabulary: inout Vocabulary.Builder
  ) -> Bool {
    words.removeAll(keepingCapacity: true)
    breaks.removeAll(keepingCapacity: true)
    text.bytes.removeAll(keepingCapacity: true)
    text.bytes.append(contentsOf: name.utf8)
    Self.tokenizer.tokenize(&text, scratch: &scratch)
    let found = text.words
    guard let first = found.first, found.count <= NameTrie.longest,
      found.count > 1 || (!isShort && form(first).utf8.count >= 4),
      found.contains(where: hasNonDigit)
    else { return false }
    for (place, word) in found.enumerated() {
      let range = word.range
      let id: WordID
      if text.bytes[range.start..<range.end].allSatisfy({ $0 < 0x80 }) {
        id = vocabulary.intern(text.bytes.span.extracting(range.start..<range.end))
      } else {
        id = vocabulary.intern(form(word))
      }
      if text.bytes[range.start..<range.end].contains(where: { $0 >= 0x30 && $0 <= 0x39 }) {
        mark(id)
      }
      words.append(id)
      breaks.append(place > 0 && word.style.contains(.afterBreak))
    }
    return true
  }

  private mutating func mark(_ id: WordID) {
    let place = Int(id) >> 6
    if place >= digitWords.count {
      digitWords.append(contentsOf: repeatElement(0, count: place + 1 - digitWords.count))
    }
    digitWords[place] |= 1 << UInt64(id & 63)
  }

  /// The first words of the last name as they are compared, at most four.
  var forms: [String] { text.words.prefix(4).map { form($0) } }

  private func hasNonDigit(_ word: Word) -> Bool {
    let range = word.range
    return text.bytes[range.start..<range.end].contains { $0 < 0x30 || $0 > 0x39 }
  }

  private func form(_ word: Word) -> String {
    // The tokeniser reads typographic quotes inside a word as apostrophes.
    let folded = ICUNormalizer.matchingForm(text.cut(word.range))
    guard folded.utf8.contains(where: { $0 >= 0x80 }) else { return folded }
    return String(folded.map { $0 == "\u{2018}" || $0 == "\u{2019}" ? "'" : $0 })
  }
}
