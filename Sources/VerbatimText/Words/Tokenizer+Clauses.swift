internal import VerbatimCore

/// Punctuation, clauses and sentences.
extension Tokenizer {

  /// Takes in the ASCII punctuation at `start`; returns where it ends.
  func punctuation(
    _ text: inout TokenizedText,
    _ start: Int,
    _ limit: Int,
    _ state: inout State
  ) -> Int {
    var at = start
    switch text.bytes[at] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
      let isDot = text.bytes[at] == UInt8(ascii: ".")
      while at < limit {
        let byte = text.bytes[at]
        if byte == UInt8(ascii: "!") {
          state.exclamations = min(3, state.exclamations + 1)
        } else if byte == UInt8(ascii: "?") {
          state.isQuestion = true
        } else if byte != UInt8(ascii: ".") {
          break
        }
        at += 1
      }
      if isDot, at == start + 1, isAbbreviation(text, start) { return at }
      endSentence(&text, &state)
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "/"),
      UInt8(ascii: "|"), UInt8(ascii: "*"):
      breakClause(&text, &state)
      at += 1
    case UInt8(ascii: "-"):
      // A hyphen joins; a dash, doubled or between blanks, divides.
      while at < limit, text.bytes[at] == UInt8(ascii: "-") { at += 1 }
      let isAlone =
        start == 0 || classes[Int(text.bytes[start - 1])] == .space || at == text.bytes.count
        || classes[Int(text.bytes[at])] == .space
      if at - start > 1 || isAlone { breakClause(&text, &state) }
    default: at += 1
    }
    return at
  }

  /// Whether the full stop at `at` belongs to the word before it ("Mr.", "approx.", "J.").
  func isAbbreviation(_ text: TokenizedText, _ at: Int) -> Bool {
    guard let word = text.words.last, Int(word.end) == at, word.kind == .word else { return false }
    let length = Int(word.end - word.start)
    if length == 1 {
      let byte = text.bytes[Int(word.start)]
      return byte & 0x20 == 0 && byte != UInt8(ascii: "I")
    }
    guard length <= 6 else { return false }
    return Self.abbreviations.contains(text.cut(word.range).lowercased())
  }

  static let abbreviations: Set<String> = [
    "mr", "mrs", "ms", "dr", "prof", "st", "vs", "approx", "etc", "jr", "sr", "inc", "ltd", "co",
    "no", "nr", "fig", "eg", "ie", "dept", "est", "min", "max",
  ]

  func append(_ text: inout TokenizedText, _ state: inout State, _ word: Word) {
    var word = word
    if opensClause[Int(word.id)] {
      endClause(&text, &state)
    } else if subjects[Int(word.id)], let last = text.words.last, joinsClause[Int(last.id)],
      text.words.count - 1 > state.clauseStart, !state.pendingBreak
    {
      // The joiner opens the new clause with its subject.
      endClause(&text, &state, at: text.words.count - 1)
      text.words[text.words.count - 1].clause = Int32(text.clauses.count)
    }
    word.clause = Int32(text.clauses.count)
    if state.pendingBreak {
      word.style.insert(.afterBreak)
      state.pendingBreak = false
    }
    text.words.append(word)
  }

  func breakClause(_ text: inout TokenizedText, _ state: inout State) {
    endClause(&text, &state)
    state.pendingBreak = true
  }

  func endClause(_ text: inout TokenizedText, _ state: inout State, at end: Int? = nil) {
    let end = end ?? text.words.count
    guard end > state.clauseStart else { return }
    text.clauses.append(
      Clause(
        words: state.clauseStart..<end,
        sentence: text.sentences.count,
        exclamations: state.exclamations
      )
    )
    state.clauseStart = end
  }

  func endSentence(_ text: inout TokenizedText, _ state: inout State) {
    endClause(&text, &state)
    state.pendingBreak = true
    if text.clauses.count > state.sentenceStart {
      text.clauses[text.clauses.count - 1].exclamations = state.exclamations
      text.sentences.append(
        Sentence(
          clauses: state.sentenceStart..<text.clauses.count,
          isQuestion: state.isQuestion
        )
      )
      state.sentenceStart = text.clauses.count
    }
    state.exclamations = 0
    state.isQuestion = false
  }
}
