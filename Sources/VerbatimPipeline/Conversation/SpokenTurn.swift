internal import VerbatimCore
internal import VerbatimText

/// A turn with the cues that were found in it, negated, asked and only seeming ones aside.
struct SpokenTurn {
  /// A cue with the words it was found in.
  struct Found {
    let cue: Cue
    let words: Range<Int>
    let sentence: Int
  }

  /// How far a negator reaches, in words; the same as for issues and sentiment.
  private static let negationReach = 7

  let index: Int
  let role: Turn.Role
  let text: TokenizedText
  /// In the order of the words; of those that overlap in one list and kind the longest.
  let found: [Found]

  /// Reads a turn.
  ///
  /// - Parameters:
  ///   - index: Its place in the record.
  ///   - turn: The turn, masked.
  ///   - unscored: What of it is not the speaker's new words: quotes, signatures, canned text.
  ///   - cues: The cues.
  ///   - scratch: Memory to reuse.
  init(
    _ index: Int,
    _ turn: Turn,
    without unscored: [ByteRange],
    _ cues: ConversationCues,
    scratch: inout Tokenizer.Scratch
  ) {
    self.index = index
    role = turn.role
    var text = TokenizedText()
    text.bytes = Array(turn.text.utf8)
    for range in unscored { text.blank(range) }
    cues.tokenizer.tokenize(&text, scratch: &scratch)
    var matches: [PhraseMatch] = []
    cues.matcher.find(in: text, into: &matches)
    let vetoes = Vetoes(matches, cues)
    let counted = matches.compactMap { match -> Found? in
      let cue = cues.cues[match.pattern]
      guard cue.use != .veto else { return nil }
      guard !vetoes.strike(cue, at: match.words) else { return nil }
      let sentence = Self.sentence(of: match.words.lowerBound, text)
      if !cue.options.contains(.asked), text.sentences[sentence].isQuestion { return nil }
      if !cue.options.contains(.negated), Self.isNegated(match.words, text, cues) { return nil }
      return Found(cue: cue, words: match.words, sentence: sentence)
    }
    found = Self.longest(counted)
    self.text = text
  }

  /// The first match of each kind of a list, in the order of the words.
  func first(of list: Cue.List, use: Cue.Use = .match) -> [Found] {
    var kinds: Set<String> = []
    return found.filter {
      $0.cue.list == list && $0.cue.use == use && kinds.insert($0.cue.kind).inserted
    }
  }

  /// Where words stand, with what they say.
  func evidence(_ words: Range<Int>) -> Issue.Evidence {
    let range = text.range(of: words)
    return Issue.Evidence(part: .turn(index), range: range, quote: text.cut(range))
  }

  /// The words of a sentence.
  func words(ofSentence sentence: Int) -> Range<Int> {
    let clauses = text.sentences[sentence].clauses
    let first = text.clauses[clauses.lowerBound].words.lowerBound
    return first..<text.clauses[clauses.upperBound - 1].words.upperBound
  }

  /// Of matches that overlap in one list, kind and use the longest, of equally long ones the first.
  ///
  /// - Complexity: O(*n* log *n*) in the matches, of which few overlap: a pattern has few words.
  private static func longest(_ found: [Found]) -> [Found] {
    let ordered = found.sorted {
      ($0.words.lowerBound, -$0.words.count) < ($1.words.lowerBound, -$1.words.count)
    }
    func isSame(_ left: Found, _ right: Found) -> Bool {
      left.cue.list == right.cue.list && left.cue.kind == right.cue.kind
        && left.cue.use == right.cue.use && left.words.overlaps(right.words)
    }
    let most = ordered.lazy.map(\.words.count).max() ?? 0
    return ordered.indices.filter { place in
      let item = ordered[place]
      let isBeatenBefore = ordered[..<place].reversed().lazy
        .prefix { $0.words.lowerBound + most > item.words.lowerBound }
        .contains { isSame($0, item) && $0.words.count >= item.words.count }
      if isBeatenBefore { return false }
      return !ordered[(place + 1)...].lazy
        .prefix { $0.words.lowerBound < item.words.upperBound }
        .contains { isSame($0, item) && $0.words.count > item.words.count }
    }.map { ordered[$0] }
  }

  private static func sentence(of word: Int, _ text: TokenizedText) -> Int {
    text.clauses[Int(text.words[word].clause)].sentence
  }

  /// Whether a negator before a match reaches it.
  ///
  /// It reaches over words of its own statement, and over the beginning of another only after a verb
  /// of opinion: "I don't think I will call my bank", but not "you don't listen so I will".
  private static func isNegated(
    _ match: Range<Int>,
    _ text: TokenizedText,
    _ cues: ConversationCues
  ) -> Bool {
    var at = match.lowerBound
    var isOtherStatement = cues.isWord(text.words[at].id, .subject)
    var passed = 0
    while at > 0, passed < negationReach, !text.words[at].style.contains(.afterBreak) {
      at -= 1
      passed += 1
      let word = text.words[at].id
      if cues.isWord(word, .barrier) { return false }
      if cues.isWord(word, .negator) {
        // The word after a negator: "don't think".
        return !isOtherStatement || cues.isWord(text.words[at + 1].id, .opinion)
      }
      if cues.isWord(word, .subject) { isOtherStatement = true }
    }
    return false
  }
}
