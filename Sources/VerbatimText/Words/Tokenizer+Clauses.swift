internal import VerbatimCore

/// Punctuation, clauses and sentences.
extension Tokenizer {

  /// Takes in the ASCII punctuation at `start`; returns where it ends.
  func punctuation(
    _ bytes: Span<UInt8>,
    _ text: inout TokenizedText,
    _ start: Int,
    _ limit: Int,
    _ state: inout State
  ) -> Int {
    var at = start
    switch bytes[at] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"):
      var isDots = true
      while at < limit {
        let byte = bytes[at]
        if byte == UInt8(ascii: "!") {
          state.exclamations = min(3, state.exclamations + 1)
          isDots = false
        } else if byte == UInt8(ascii: "?") {
          state.isQuestion = true
          isDots = false
        } else if byte != UInt8(ascii: ".") {
          break
        }
        at += 1
      }
      guard isDots else {
        endSentence(&text, &state)
        return at
      }
      switch SentenceEnd(bytes, dots: start..<at, after: text.words.last) {
      case .sentence: endSentence(&text, &state)
      case .clause: breakClause(&text, &state)
      case .none: break
      }
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "("),
      UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "/"),
      UInt8(ascii: "|"), UInt8(ascii: "*"):
      breakClause(&text, &state)
      at += 1
    case UInt8(ascii: "-"):
      // A hyphen joins; a dash, doubled or between blanks, divides.
      while at < limit, bytes[at] == UInt8(ascii: "-") { at += 1 }
      let isAlone =
        start == 0 || classes[Int(bytes[start - 1])] == .space || at == bytes.count
        || classes[Int(bytes[at])] == .space
      if at - start > 1 || isAlone { breakClause(&text, &state) }
    default: at += 1
    }
    return at
  }

  @inline(__always)
  func append(_ text: inout TokenizedText, _ state: inout State, _ word: Word) {
    var word = word
    let role = roles[Int(word.id)]
    if !role.isEmpty { beginClause(&text, &state, role) }
    word.clause = Int32(text.clauses.count)
    if state.pendingBreak {
      word.style.insert(.afterBreak)
      state.pendingBreak = false
    }
    text.words.append(word)
  }

  /// Ends a clause before a word that opens one.
  private func beginClause(
    _ text: inout TokenizedText,
    _ state: inout State,
    _ role: ClauseRole
  ) {
    if role.contains(.opener) {
      endClause(&text, &state)
    } else if role.contains(.subject), let last = text.words.last,
      roles[Int(last.id)].contains(.joiner), text.words.count - 1 > state.clauseStart,
      !state.pendingBreak
    {
      // The joiner opens the new clause with its subject.
      endClause(&text, &state, at: text.words.count - 1)
      text.words[text.words.count - 1].clause = Int32(text.clauses.count)
    }
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
