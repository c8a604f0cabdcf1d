internal import VerbatimCore
internal import VerbatimText

/// What frames do to the entries around them, and what sentences weigh.
extension SentimentEngine {
  /// Calls `body` with each frame in whose scope an entry stands.
  func scopes(
    _ entry: Entry,
    _ text: TokenizedText,
    _ scratch: Scratch,
    _ body: (RuleName, Double) -> Void
  ) {
    guard !scratch.frames.isEmpty else { return }
    let first = entry.words.lowerBound - ScoringRules.frameReach
    let end = entry.words.upperBound + ScoringRules.frameReach
    for frame in frames(first..<end, scratch) where isInScope(entry, of: frame, text) {
      let factors = ScoringRules.factors(frame.kind)
      let factor = entry.valence > 0 ? factors.praise : factors.criticism
      if factor != 1 { body(.frame(frame.kind, frame.words), factor) }
    }
  }

  private func isInScope(_ entry: Entry, of frame: FoundFrame, _ text: TokenizedText) -> Bool {
    // A frame's own words say what they say.
    if entry.words.overlaps(frame.words) {
      return frame.kind == .fact && entry.words.count == 1
    }
    let isAfter = entry.words.lowerBound >= frame.words.upperBound
    switch frame.kind {
    case .verdict, .rhetorical: return false
    case .fact, .other: return entry.clause == frame.clause
    case .instruction, .irony: return entry.sentence == frame.sentence
    case .negation, .supposed, .claimed: return isAfter && entry.clause == frame.clause
    case .wish:
      guard isAfter, entry.sentence == frame.sentence else { return false }
      // A contrast ends the wish.
      return entry.clause == frame.clause
        || !((frame.clause + 1)...entry.clause).contains { clause in
          let first = text.clauses[clause].words.lowerBound
          return lexicon.roles[Int(text.words[first].id)].contains(.contrast)
        }
    case .resolved:
      return !isAfter && entry.sentence >= frame.sentence - ScoringRules.resolutionReach
    case .turn: return !isAfter && entry.sentence == frame.sentence
    }
  }

  /// Calls `body` with each reason why a sentence weighs more or less than another.
  func forEachWeight(
    of number: Int,
    in text: TokenizedText,
    named name: TextPart,
    _ scratch: Scratch,
    _ body: (RuleName, Double) -> Void
  ) {
    let count = text.sentences.count
    if name == .title { body(.weight("title"), ScoringRules.title) }
    guard count > 1 else { return }
    if name != .title {
      if number == 0, count > 2 { body(.weight("opening"), ScoringRules.opening) }
      if number == count - 1 { body(.weight("last"), ScoringRules.closing) }
    }
    if number + 1 < count, opensWithContrast(number + 1, text) {
      body(.beforeContrast, ScoringRules.beforeContrast)
    }
    if number > 0, opensWithContrast(number, text) {
      body(.afterContrast, ScoringRules.afterContrast)
    }
    if isMockPraise(number, text, scratch) {
      body(.beforeDefect, ScoringRules.beforeDefect)
    }
    if hasFrame(.verdict, number, text, scratch) {
      body(.weight("verdict"), ScoringRules.verdict)
    }
    if let turn = scratch.lastTurn, turn.sentence > number {
      body(.frame(.turn, turn.words), ScoringRules.beforeTurn)
    }
  }

  /// Whether a sentence is a word or two of praise before one that states a defect: "Wonderful. It
  /// broke on day one."
  private func isMockPraise(_ number: Int, _ text: TokenizedText, _ scratch: Scratch) -> Bool {
    guard number + 1 < text.sentences.count else { return false }
    let clauses = text.sentences[number].clauses
    guard clauses.count == 1, text.clauses[clauses.lowerBound].words.count <= 2 else {
      return false
    }
    var isStated = false
    var at = firstEntry(from: text.clauses[clauses.lowerBound].words.lowerBound, scratch)
    while at < scratch.entries.count, scratch.entries[at].sentence <= number + 1 {
      let entry = scratch.entries[at]
      at += 1
      // Nothing but praise here, nothing but criticism there.
      if (entry.value > 0) != (entry.sentence == number) { return false }
      if case .statement = entry.source { isStated = true }
    }
    return isStated
  }

  private func opensWithContrast(_ number: Int, _ text: TokenizedText) -> Bool {
    let first = text.clauses[text.sentences[number].clauses.lowerBound].words.lowerBound
    return lexicon.roles[Int(text.words[first].id)].contains(.contrast)
  }

  // MARK: How a word is written

  /// Whether an entry stands alone between quotation marks: "waterproof" in a complaint.
  func isQuoted(_ entry: Entry, _ text: TokenizedText) -> Bool {
    let range = text.range(of: entry.words)
    guard range.start > 0, range.end < text.bytes.count else { return false }
    let before = text.bytes[range.start - 1]
    let after = text.bytes[range.end]
    if before == UInt8(ascii: "\"") || before == UInt8(ascii: "'") { return after == before }
    // The curly marks are E2 80 98/99 and E2 80 9C/9D.
    guard before == 0x98 || before == 0x9C, after == 0xE2, range.end + 2 < text.bytes.count,
      range.start >= 3, text.bytes[range.start - 3] == 0xE2, text.bytes[range.start - 2] == 0x80
    else { return false }
    return text.bytes[range.end + 1] == 0x80 && text.bytes[range.end + 2] == before + 1
  }

  /// Whether an entry is a word of a proper name: "the Love Island mug".
  ///
  /// It is when it is capitalised within a sentence that is not written in title case, beside
  /// another capitalised word that is no opinion.
  func isPartOfName(_ entry: Entry, _ text: TokenizedText, _ scratch: Scratch) -> Bool {
    let first = entry.words.lowerBound
    let sentence = text.sentences[entry.sentence]
    let opening = text.clauses[sentence.clauses.lowerBound].words.lowerBound
    guard first > opening, isCapitalised(first, text), !text.isShouted,
      !text.words[first].style.contains(.afterBreak),
      isNameBeside(first - 1, opening, text, scratch)
        || isNameBeside(entry.words.upperBound, opening, text, scratch)
    else { return false }
    // Title case is judged by the words around.
    let end = text.clauses[sentence.clauses.upperBound - 1].words.upperBound
    let around = max(opening, first - 30)..<min(end, first + 30)
    var capitalised = 0
    for word in around where isCapitalised(word, text) { capitalised += 1 }
    return capitalised * 2 < around.count
  }

  private func isNameBeside(
    _ word: Int,
    _ opening: Int,
    _ text: TokenizedText,
    _ scratch: Scratch
  ) -> Bool {
    guard word > opening, word < text.words.count, !scratch.claimed[word],
      text.words[word].kind == .word, isCapitalised(word, text),
      text.words[word].clause == text.words[word - 1].clause
    else { return false }
    return lexicon.roles[Int(text.words[word].id)].isEmpty
  }

  /// A capital and then a small letter.
  private func isCapitalised(_ word: Int, _ text: TokenizedText) -> Bool {
    let range = text.words[word].range
    guard range.end - range.start > 1 else { return false }
    return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(text.bytes[range.start])
      && (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(text.bytes[range.start + 1])
  }
}
