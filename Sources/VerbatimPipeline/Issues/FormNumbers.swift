internal import VerbatimText

/// Numbers for word forms, known to a lexicon or not, in the order in which they are met.
struct FormNumbers {
  /// The forms with their numbers; 0 is none.
  private(set) var numbers: [String: WordID] = [:]
  private var next: WordID = 1

  /// Gives every word of a text its number here in place of the vocabulary's.
  mutating func renumber(_ text: inout TokenizedText, vocabulary: Vocabulary) {
    for place in text.words.indices {
      text.words[place].id = number(of: text.words[place], in: text, vocabulary)
    }
  }

  private mutating func number(
    of word: Word,
    in text: TokenizedText,
    _ vocabulary: Vocabulary
  ) -> WordID {
    guard word.kind == .word else { return 0 }
    let form =
      word.id != 0 ? vocabulary.form(of: word.id) : ICUNormalizer.matchingForm(text.cut(word.range))
    guard !form.isEmpty, form.utf8.count <= Vocabulary.longestForm, !form.contains("\t") else {
      return 0
    }
    if let known = numbers[form] { return known }
    numbers[form] = next
    next += 1
    return next - 1
  }
}
