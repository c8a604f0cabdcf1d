/// The rules that change the valence of one word.
extension VaderEngine {
  /// What a rule did to a valence, with the words that caused it.
  enum Change {
    case capitals(Double)
    case boost(Int, Double)
    case negation(Int)
    /// "never so" and "never this", or a "so" or "this" that stands for them.
    case never(Int)
    case idiom(ClosedRange<Int>, Double)
    case dampenerPair(Int)
    /// A "no" before another word of the lexicon is its negator, and has no valence of its own.
    case setAside
  }

  /// The valence of a word of the lexicon among its neighbours.
  ///
  /// - Parameters:
  ///   - index: Which word.
  ///   - words: The text, divided.
  ///   - bytes: The text that was divided.
  ///   - note: Told of each rule that changed the valence, in order.
  /// - Returns: The valence after all rules but those of "but" and of punctuation.
  @inline(__always)
  func valence(
    of index: Int,
    in words: VaderWords,
    _ bytes: Span<UInt8>,
    note: (Change) -> Void
  ) -> Double {
    let own = entry(index, words)
    var valence = own.valence
    if own.word == .no, index + 1 < words.words.count, entry(index + 1, words).isTerm {
      valence = 0
      note(.setAside)
    }
    if let no = no(before: index, words) {
      valence = own.valence * VaderRules.negation
      note(.negation(no))
    }
    if words.words[index].isUpper, words.hasCapitals {
      let added = valence > 0 ? VaderRules.capitals : -VaderRules.capitals
      valence += added
      note(.capitals(added))
    }
    for distance in 0..<min(3, index) {
      let before = index - distance - 1
      let entry = entry(before, words)
      // A word of the lexicon is no booster and no negator.
      if entry.isTerm { continue }
      if entry.boost != 0 {
        let added = boost(before, entry, valence, words) * VaderRules.distances[distance]
        valence += added
        note(.boost(before, added))
      }
      negate(&valence, index, distance, words, bytes, note)
      if distance == 2 { applyIdioms(&valence, index, words, note) }
    }
    if index > 0, isLeast(index - 1, words) {
      valence *= VaderRules.negation
      note(.negation(index - 1))
    }
    return valence
  }

  @inline(__always)
  private func entry(_ index: Int, _ words: VaderWords) -> VaderEntry {
    table.entries[words.words[index].entry]
  }

  @inline(__always)
  private func word(_ index: Int, _ words: VaderWords) -> VaderWord {
    entry(index, words).word
  }

  /// The "no" that turns a word: one or two words before it, or three with "or" or "nor" between.
  private func no(before index: Int, _ words: VaderWords) -> Int? {
    guard index > 0 else { return nil }
    let last = word(index - 1, words)
    if last == .no { return index - 1 }
    guard index > 1 else { return nil }
    if word(index - 2, words) == .no { return index - 2 }
    guard index > 2, last == .or || last == .nor else { return nil }
    return word(index - 3, words) == .no ? index - 3 : nil
  }

  /// What a booster adds to a valence; capitals make it more.
  private func boost(
    _ index: Int,
    _ entry: VaderEntry,
    _ valence: Double,
    _ words: VaderWords
  ) -> Double {
    var boost = valence < 0 ? -entry.boost : entry.boost
    if words.words[index].isUpper, words.hasCapitals {
      boost += valence > 0 ? VaderRules.capitals : -VaderRules.capitals
    }
    return boost
  }

  /// The negator so many words before a word, if it is one.
  private func negate(
    _ valence: inout Double,
    _ index: Int,
    _ distance: Int,
    _ words: VaderWords,
    _ bytes: Span<UInt8>,
    _ note: (Change) -> Void
  ) {
    let before = index - distance - 1
    if distance > 0 {
      let first = word(before, words)
      let second = word(before + 1, words)
      let third = word(index - 1, words)
      // At three words "so" and "this" just before count without a "never" too.
      if first == .never && (second == .so || second == .this)
        || distance == 2 && (third == .so || third == .this)
      {
        valence *= VaderRules.never
        note(.never(first == .never ? before : index - 1))
        return
      }
      if first == .without, second == .doubt || third == .doubt { return }
    }
    if isNegator(before, words, bytes) {
      valence *= VaderRules.negation
      note(.negation(before))
    }
  }

  /// Whether a word is in the list of negators, or has "n't" in it.
  private func isNegator(
    _ index: Int,
    _ words: VaderWords,
    _ bytes: Span<UInt8>
  ) -> Bool {
    let word = words.words[index]
    if word.entry != 0, table.entries[word.entry].isNegator { return true }
    // No character but n and t themselves becomes an n or a t in small letters.
    var at = word.start + 1
    while at + 1 < word.end {
      if bytes[at] == UInt8(ascii: "'"), bytes[at - 1] | 0x20 == UInt8(ascii: "n"),
        bytes[at + 1] | 0x20 == UInt8(ascii: "t")
      {
        return true
      }
      at += 1
    }
    return false
  }

  /// Idioms around a word, then "kind of" and its like before it.
  @inline(__always)
  private func applyIdioms(
    _ valence: inout Double,
    _ index: Int,
    _ words: VaderWords,
    _ note: (Change) -> Void
  ) {
    let here = word(index, words)
    let two = word(index - 2, words)
    // Every idiom has one of the two at its beginning or at its end.
    guard here != .other || two != .other else { return }
    let one = word(index - 1, words)
    let three = word(index - 3, words)
    if let (place, worth) = firstIdiom(index, here, one, two, three) {
      valence = worth
      note(.idiom(place, worth))
    }
    if index + 1 < words.words.count {
      let next = word(index + 1, words)
      if let worth = VaderRules.idiom(VaderWord.key(here, next)) {
        valence = worth
        note(.idiom(index...index + 1, worth))
      }
      if index + 2 < words.words.count,
        let worth = VaderRules.idiom(VaderWord.key(here, next, word(index + 2, words)))
      {
        valence = worth
        note(.idiom(index...index + 2, worth))
      }
    }
    if VaderRules.isDampenerPair(VaderWord.key(three, two)) {
      valence -= VaderRules.boost
      note(.dampenerPair(index - 3))
    }
    if VaderRules.isDampenerPair(VaderWord.key(two, one)) {
      valence -= VaderRules.boost
      note(.dampenerPair(index - 2))
    }
  }

  /// The first idiom that ends at a word or before it, in the order in which they are asked for.
  private func firstIdiom(
    _ index: Int,
    _ here: VaderWord,
    _ one: VaderWord,
    _ two: VaderWord,
    _ three: VaderWord
  ) -> (place: ClosedRange<Int>, worth: Double)? {
    if let worth = VaderRules.idiom(VaderWord.key(one, here)) { return (index - 1...index, worth) }
    if let worth = VaderRules.idiom(VaderWord.key(two, one, here)) {
      return (index - 2...index, worth)
    }
    if let worth = VaderRules.idiom(VaderWord.key(two, one)) {
      return (index - 2...index - 1, worth)
    }
    if let worth = VaderRules.idiom(VaderWord.key(three, two, one)) {
      return (index - 3...index - 1, worth)
    }
    return VaderRules.idiom(VaderWord.key(three, two)).map { (index - 3...index - 2, $0) }
  }

  /// Whether a word is "least", no word of the lexicon, and not behind "at" or "very".
  private func isLeast(_ index: Int, _ words: VaderWords) -> Bool {
    let entry = entry(index, words)
    guard entry.word == .least, !entry.isTerm else { return false }
    guard index > 0 else { return true }
    let before = word(index - 1, words)
    return before != .at && before != .very
  }
}
