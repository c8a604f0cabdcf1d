internal import VerbatimText

/// Gives mentions their roles by the words beside them: "better than my …".
struct MentionCues: Sendable {
  /// Interns the words of cues before the vocabulary is frozen.
  struct Builder: Sendable {
    private var matcher = PhraseMatcher.Builder()
    private var cues: [MentionWords.Cue] = []

    /// Takes in cues.
    mutating func add(_ cues: [MentionWords.Cue], to vocabulary: inout Vocabulary.Builder) {
      for cue in cues { matcher.add(cue.pattern, to: &vocabulary) }
      self.cues += cues
    }

    func freeze(_ vocabulary: Vocabulary) -> MentionCues {
      MentionCues(
        matcher: matcher.freeze(vocabulary, barriers: []),
        sides: cues.map { ($0.isBefore, $0.role) }
      )
    }
  }

  /// How many words may stand between a cue and the mention ("my", the brand).
  private static let reach = 2

  private let matcher: PhraseMatcher
  private let sides: [(isBefore: Bool, role: Mention.Role)]

  private init(matcher: PhraseMatcher, sides: [(isBefore: Bool, role: Mention.Role)]) {
    self.matcher = matcher
    self.sides = sides
  }

  /// Sets the role of each mention that has a cue right before or behind it.
  func setRoles(of mentions: inout [Mention], in text: borrowing TokenizedText) {
    guard !sides.isEmpty else { return }
    var matches: [PhraseMatch] = []
    matcher.find(in: text, into: &matches)
    guard !matches.isEmpty else { return }
    for match in matches {
      let (isBefore, role) = sides[match.pattern]
      guard let place = beside(match.words, isBefore, mentions) else { continue }
      let words = mentions[place].words
      let between =
        isBefore
        ? match.words.upperBound..<words.lowerBound : words.upperBound..<match.words.lowerBound
      // No cue reaches over punctuation.
      let last = isBefore ? words.lowerBound : match.words.lowerBound
      guard (between.lowerBound...last).allSatisfy({ !text.words[$0].style.contains(.afterBreak) })
      else { continue }
      mentions[place].role = role
    }
  }

  /// The mention next to a cue, within reach.
  private func beside(_ cue: Range<Int>, _ isBefore: Bool, _ mentions: [Mention]) -> Int? {
    isBefore
      ? mentions.firstIndex {
        $0.words.lowerBound >= cue.upperBound && $0.words.lowerBound - cue.upperBound <= Self.reach
      }
      : mentions.lastIndex {
        $0.words.upperBound <= cue.lowerBound
          && cue.lowerBound - $0.words.upperBound <= Self.reach - 1
      }
  }
}
