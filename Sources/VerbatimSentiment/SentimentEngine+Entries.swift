internal import VerbatimCore
internal import VerbatimText

/// What of a text counts: words, phrases, frames and statements.
extension SentimentEngine {
  /// One entry of the lexicon in the text, on its way to a contribution.
  struct Entry {
    /// Where an entry comes from.
    enum Source: Equatable {
      case word
      case phrase(Int)
      case statement(Int)
    }

    var words: Range<Int>
    var source: Source
    var valence: Double
    var value: Double
    var sentence: Int
    var clause: Int
  }

  /// A frame in the text.
  struct FoundFrame {
    var kind: Frame.Kind
    var words: Range<Int>
    var sentence: Int
    var clause: Int
  }

  /// Fills `scratch.entries` and `scratch.frames`, longest phrases first served.
  func findEntries(in text: TokenizedText, scratch: inout Scratch) {
    scratch.entries.removeAll(keepingCapacity: true)
    scratch.frames.removeAll(keepingCapacity: true)
    scratch.matches.removeAll(keepingCapacity: true)
    scratch.claimed.removeAll(keepingCapacity: true)
    scratch.claimed.append(contentsOf: repeatElement(false, count: text.words.count))
    scratch.framed.removeAll(keepingCapacity: true)
    scratch.lastTurn = nil
    lexicon.phrases.find(in: text, into: &scratch.matches)
    if scratch.matches.count > 1 {
      scratch.matches.sort { left, right in
        if left.words.count != right.words.count { return left.words.count > right.words.count }
        if left.words.lowerBound != right.words.lowerBound {
          return left.words.lowerBound < right.words.lowerBound
        }
        return left.pattern < right.pattern
      }
    }
    for match in scratch.matches {
      guard !scratch.claimed[match.words].contains(true) else { continue }
      let valence = lexicon.phraseValences[match.pattern]
      if match.pattern >= lexicon.firstFrame {
        guard addFrame(match, in: text, &scratch) else { continue }
        // A frame that says nothing by itself leaves its words to others.
        if valence == 0 { continue }
      }
      for word in match.words { scratch.claimed[word] = true }
      guard valence != 0 else { continue }
      add(match.words, .phrase(match.pattern), valence: valence, text, &scratch)
    }
    for index in text.words.indices {
      let id = Int(text.words[index].id)
      guard lexicon.roles[id].contains(.polar), !scratch.claimed[index] else { continue }
      add(index..<(index + 1), .word, valence: lexicon.valences[id], text, &scratch)
    }
    if scratch.entries.count > 1 {
      scratch.entries.sort { $0.words.lowerBound < $1.words.lowerBound }
    }
    if scratch.frames.count > 1 {
      scratch.frames.sort {
        $0.words.lowerBound < $1.words.lowerBound
      }
    }
    scratch.lastTurn = scratch.frames.last { $0.kind == .turn }
  }

  /// Whether the frame holds where it stands.
  private func addFrame(
    _ match: PhraseMatch,
    in text: TokenizedText,
    _ scratch: inout Scratch
  ) -> Bool {
    let kind = lexicon.frameKinds[match.pattern - lexicon.firstFrame]
    // Where it ends: "anything but" reaches into the clause that "but" opens.
    let clause = Int(text.words[match.words.upperBound - 1].clause)
    let sentence = text.clauses[clause].sentence
    switch kind {
    case .instruction:
      let first = text.clauses[text.sentences[sentence].clauses.lowerBound].words.lowerBound
      guard match.words.lowerBound == first, !holdsWriter(sentence, text) else { return false }
    case .resolved:
      // "Never sorted it out" resolves nothing.
      let opening = Int(text.words[match.words.lowerBound].clause)
      let first = max(text.clauses[opening].words.lowerBound, match.words.lowerBound - 3)
      let isNegated = (first..<match.words.lowerBound).contains { at in
        lexicon.roles[Int(text.words[at].id)].contains(.negator)
      }
      if isNegated { return false }
    default: break
    }
    if scratch.framed.isEmpty {
      scratch.framed.append(contentsOf: repeatElement([], count: text.words.count))
    }
    // Of two of one kind over the same words the longer one acts; it came first.
    for word in match.words where scratch.framed[word].contains(kind.bit) { return false }
    for word in match.words { scratch.framed[word].insert(kind.bit) }
    scratch.frames.append(
      FoundFrame(kind: kind, words: match.words, sentence: sentence, clause: clause)
    )
    return true
  }

  /// Whether the writer speaks of himself in a sentence: "i", "my", "we".
  private func holdsWriter(_ sentence: Int, _ text: TokenizedText) -> Bool {
    let clauses = text.sentences[sentence].clauses
    let words =
      text.clauses[clauses.lowerBound].words
      .lowerBound..<text.clauses[clauses.upperBound - 1]
      .words.upperBound
    return words.contains { lexicon.roles[Int(text.words[$0].id)].contains(.writer) }
  }

  /// The frames that begin in a range of words.
  func frames(_ words: Range<Int>, _ scratch: Scratch) -> ArraySlice<FoundFrame> {
    func place(of word: Int) -> Int {
      var low = 0
      var high = scratch.frames.count
      while low < high {
        let middle = (low + high) / 2
        if scratch.frames[middle].words.lowerBound < word {
          low = middle + 1
        } else {
          high = middle
        }
      }
      return low
    }
    return scratch.frames[place(of: words.lowerBound)..<place(of: words.upperBound)]
  }

  /// Whether a frame of a kind ends in a sentence.
  func hasFrame(
    _ kind: Frame.Kind,
    _ sentence: Int,
    _ text: TokenizedText,
    _ scratch: Scratch
  ) -> Bool {
    guard !scratch.frames.isEmpty else { return false }
    let clauses = text.sentences[sentence].clauses
    let first = text.clauses[clauses.lowerBound].words.lowerBound
    let end = text.clauses[clauses.upperBound - 1].words.upperBound
    return frames(first..<end, scratch).contains { $0.kind == kind }
  }

  private func add(
    _ words: Range<Int>,
    _ source: Entry.Source,
    valence: Double,
    _ text: TokenizedText,
    _ scratch: inout Scratch
  ) {
    let clause = Int(text.words[words.lowerBound].clause)
    scratch.entries.append(
      Entry(
        words: words,
        source: source,
        valence: valence,
        value: valence,
        sentence: text.clauses[clause].sentence,
        clause: clause
      )
    )
  }

  /// Adds the statements of a part where the lexicon has nothing of its own to say.
  func addStatements(
    _ statements: [Statement],
    of part: TextPart,
    in text: TokenizedText,
    _ scratch: inout Scratch
  ) {
    let known = scratch.entries.count
    for (number, statement) in statements.enumerated()
    where statement.part == part && !(statement.countsAlone && known > 0) {
      guard let first = text.words.firstIndex(where: { $0.range.overlaps(statement.range) })
      else { continue }
      let end =
        text.words[first...].firstIndex { !$0.range.overlaps(statement.range) }
        ?? text.words.count
      // A phrase over the same words knows better: "barely makes a sound"; so does a criticism.
      let isKnown =
        !scratch.claimed[first..<end].contains(false)
        || scratch.entries.contains {
          ($0.valence < 0 || $0.source != .word) && $0.words.overlaps(first..<end)
        }
      if !isKnown {
        add(first..<end, .statement(number), valence: statement.valence, text, &scratch)
      }
    }
    if scratch.entries.count > known {
      scratch.entries.sort { $0.words.lowerBound < $1.words.lowerBound }
    }
  }
}
