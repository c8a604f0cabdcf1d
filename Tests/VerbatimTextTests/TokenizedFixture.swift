import VerbatimCore

@testable import VerbatimText

/// A tokeniser with a small vocabulary, and what it makes of texts, as strings.
struct TokenizedFixture {
  let vocabulary: Vocabulary
  let tokenizer: Tokenizer

  init(
    words: [String] = [],
    aliases: [(String, String)] = [],
    emoticons: [String] = [],
    openers: [String] = ["but"],
    joiners: [String] = ["and"],
    subjects: [String] = ["it", "they"],
    corrects: Bool = false,
    realWords: [String] = [],
    misspellings: [(String, String)] = []
  ) {
    var builder = Vocabulary.Builder()
    for (variant, form) in aliases { builder.alias(variant, of: form) }
    for word in words { _ = builder.intern(word) }
    for emoticon in emoticons { _ = builder.intern(emoticon: emoticon) }
    let opening = openers.map { builder.intern($0) }
    let joining = joiners.map { builder.intern($0) }
    let beginning = subjects.map { builder.intern($0) }
    vocabulary = builder.freeze()
    tokenizer = Tokenizer(
      vocabulary: vocabulary,
      clauseOpeners: opening,
      clauseJoiners: joining,
      subjects: beginning,
      spelling: corrects
        ? SpellingCorrector(
          vocabulary: vocabulary,
          targets: (1..<vocabulary.count).map { WordID($0) },
          realWords: realWords,
          misspellings: misspellings.map { (misspelling: $0, word: $1) }
        ) : nil
    )
  }

  func read(_ text: String) -> TokenizedText { read(Array(text.utf8)) }

  func read(_ bytes: [UInt8]) -> TokenizedText {
    var text = TokenizedText()
    text.bytes = bytes
    var scratch = Tokenizer.Scratch()
    tokenizer.tokenize(&text, scratch: &scratch)
    return text
  }
}

extension TokenizedText {
  /// Each word as it stands in the text.
  var wordTexts: [String] { words.map { cut($0.range) } }

  /// Each clause, from its first word to its last.
  var clauseTexts: [String] { clauses.map { cut(range(of: $0.words)) } }

  /// Each sentence as its clauses.
  var sentenceTexts: [[String]] { sentences.map { $0.clauses.map { clauseTexts[$0] } } }

  /// What must hold for the words, clauses and sentences of any text; nil when it does.
  var fault: String? {
    var end = 0
    for (index, word) in words.enumerated() {
      if word.start < end || word.end <= word.start { return "word \(index) does not ascend" }
      end = Int(word.end)
      if word.clause < 0 || word.clause >= clauses.count { return "word \(index) has no clause" }
      if !clauses[Int(word.clause)].words.contains(index) { return "word \(index): its clause" }
    }
    if end > bytes.count { return "a word ends outside" }
    if words.first?.style.contains(.afterBreak) == false { return "the first word has no break" }
    var next = 0
    for (index, clause) in clauses.enumerated() {
      if clause.words.isEmpty || clause.words.lowerBound != next { return "clause \(index)" }
      if !sentences.indices.contains(clause.sentence) { return "clause \(index): its sentence" }
      if !sentences[clause.sentence].clauses.contains(index) { return "clause \(index): sentence" }
      if !(0...3).contains(clause.exclamations) { return "clause \(index): exclamations" }
      next = clause.words.upperBound
    }
    if next != words.count { return "words without a clause" }
    next = 0
    for (index, sentence) in sentences.enumerated() {
      if sentence.clauses.isEmpty || sentence.clauses.lowerBound != next {
        return "sentence \(index)"
      }
      next = sentence.clauses.upperBound
    }
    return next == clauses.count ? nil : "clauses without a sentence"
  }
}
