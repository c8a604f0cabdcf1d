internal import VerbatimText

/// The places of a turn at which cues only seem to be.
struct Vetoes {
  private let places: [(cue: Cue, words: Range<Int>)]
  /// The most words of one.
  private let longest: Int

  /// The vetoes among the matches of a turn.
  init(_ matches: [PhraseMatch], _ cues: ConversationCues) {
    places = matches.compactMap { match in
      let cue = cues.cues[match.pattern]
      return cue.use == .veto ? (cue, match.words) : nil
    }.sorted { $0.words.lowerBound < $1.words.lowerBound }
    longest = places.map(\.words.count).max() ?? 0
  }

  /// Whether one of a cue's list and kind shares a word with its match.
  ///
  /// - Complexity: O(log *n*) in the vetoes, and those near the match.
  func strike(_ cue: Cue, at words: Range<Int>) -> Bool {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].words.lowerBound + longest <= words.lowerBound {
        low = middle + 1
      } else {
        high = middle
      }
    }
    return places[low...].lazy.prefix { $0.words.lowerBound < words.upperBound }.contains {
      $0.cue.list == cue.list && $0.cue.isOf(cue.kind) && $0.words.overlaps(words)
    }
  }
}
