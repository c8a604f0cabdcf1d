extension PhraseMatcher {
  /// Collects the words of patterns; `freeze` makes the matcher once the vocabulary is whole.
  public struct Builder: Sendable {
    private var elements: [Element] = []
    private var starts: [Int32] = [0]
    private var sets = WordSets()
    /// How many elements name each word alone, and each set.
    private var usesOfWord: [Int32] = []
    private var usesOfSet: [Int32] = []
    /// What was found before for places of one language, and for the classes and base forms in
    /// them; a pattern of another language begins anew.
    private var language: PhraseLanguage.Identity?
    private var known = FormTable(minimumCapacity: 0)
    private var knownTargets: [(target: Int32, matchesNumber: Bool)] = [(0, false)]
    private var expanded = FormTable(minimumCapacity: 0)
    private var expandedRanges: [Range<Int>] = [0..<0]
    private var expandedIDs: [WordID] = []
    private var ids: [WordID] = []

    /// A builder without patterns.
    public init() {}

    /// Adds a pattern, its words interned; returns its number.
    @discardableResult
    public mutating func add(_ pattern: PhrasePattern, to vocabulary: inout Vocabulary.Builder)
      -> Int
    {
      pattern.source.withBytes { source in
        for place in pattern.places {
          let (target, matchesNumber) = target(of: place, pattern, source, &vocabulary)
          count(target)
          elements.append(
            Element(
              target: target,
              gapBefore: place.gapBefore,
              matchesNumber: matchesNumber,
              isOptional: place.isOptional,
              allowsBreak: place.allowsBreak
            )
          )
        }
      }
      starts.append(Int32(elements.count))
      return starts.count - 2
    }

    private mutating func target(
      of place: PhrasePattern.Place,
      _ pattern: PhrasePattern,
      _ source: Span<UInt8>,
      _ vocabulary: inout Vocabulary.Builder
    ) -> (target: Int32, matchesNumber: Bool) {
      ids.removeAll(keepingCapacity: true)
      guard let language = pattern.language else {
        _ = pattern.forEachForm(of: place, in: source) { ids.append(vocabulary.intern($0)) }
        return (settledTarget(), false)
      }
      adopt(language)
      let body = source.extracting(Int(place.start)..<Int(place.end))
      // A word alone is found in the vocabulary as soon as here.
      let isCached = body.count <= FormTable.longest && Self.needsLanguage(body[0])
      if isCached {
        let number = known.lookup(WordKey(body, count: body.count), in: body, at: 0, folding: 0)
        if number != 0 { return knownTargets[Int(number)] }
      }
      var matchesNumber = false
      var alternatives = PhraseAlternatives(body, 0..<body.count)
      while let alternative = alternatives.next(body) {
        let word = body.extracting(alternative)
        if word.count == 1, word[0] == UInt8(ascii: "#") { matchesNumber = true }
        takeForms(of: word, language, &vocabulary)
      }
      let target = settledTarget()
      if isCached {
        known.insert(WordKey(body, count: body.count), body, WordID(knownTargets.count))
        knownTargets.append((target, matchesNumber))
      }
      return (target, matchesNumber)
    }

    /// Whether a place or an alternative that begins so is more than one word.
    private static func needsLanguage(_ first: UInt8) -> Bool {
      switch first {
      case UInt8(ascii: "("), UInt8(ascii: "@"), UInt8(ascii: "~"), UInt8(ascii: "#"): true
      default: false
      }
    }

    private mutating func adopt(_ language: PhraseLanguage) {
      guard self.language !== language.identity else { return }
      self.language = language.identity
      known = FormTable(minimumCapacity: 0)
      knownTargets = [(0, false)]
      expanded = FormTable(minimumCapacity: 0)
      expandedRanges = [0..<0]
      expandedIDs = []
    }

    /// Takes the forms of an alternative into the set that is being collected.
    private mutating func takeForms(
      of word: Span<UInt8>,
      _ language: PhraseLanguage,
      _ vocabulary: inout Vocabulary.Builder
    ) {
      guard word.count <= FormTable.longest, Self.needsLanguage(word[0]) else {
        _ = PhrasePattern.forEachForm(of: word, language) { ids.append(vocabulary.intern($0)) }
        return
      }
      let key = WordKey(word, count: word.count)
      let number = expanded.lookup(key, in: word, at: 0, folding: 0)
      guard number == 0 else {
        ids += expandedIDs[expandedRanges[Int(number)]]
        return
      }
      let first = expandedIDs.count
      _ = PhrasePattern.forEachForm(of: word, language) {
        expandedIDs.append(vocabulary.intern($0))
      }
      expanded.insert(key, word, WordID(expandedRanges.count))
      expandedRanges.append(first..<expandedIDs.count)
      ids += expandedIDs[first...]
    }

    /// The target of the forms that were collected, each once and ascending.
    private mutating func settledTarget() -> Int32 {
      var isAscending = true
      for at in ids.indices.dropFirst() where ids[at - 1] >= ids[at] { isAscending = false }
      if !isAscending {
        ids.sort()
        var count = 0
        for id in ids where count == 0 || ids[count - 1] != id {
          ids[count] = id
          count += 1
        }
        ids.removeSubrange(count...)
      }
      return switch ids.count {
      case 0: 0
      case 1: ids[0]
      default: -1 - Int32(sets.number(of: ids))
      }
    }

    private mutating func count(_ target: Int32) {
      func add(_ place: Int, _ uses: inout [Int32]) {
        if place >= uses.count {
          uses.append(contentsOf: repeatElement(0, count: place + 1 - uses.count))
        }
        uses[place] += 1
      }
      if target > 0 { add(Int(target), &usesOfWord) }
      if target < 0 { add(Int(-1 - target), &usesOfSet) }
    }

    /// The matcher over a vocabulary that holds every word of the patterns.
    ///
    /// - Parameters:
    ///   - vocabulary: The vocabulary the patterns were interned in.
    ///   - barriers: Words that no gap may skip: a negator in a gap would turn the phrase.
    ///   - common: Words so frequent in any text that no pattern should hang on them.
    /// - Returns: A matcher that is immutable and can be shared.
    public func freeze(
      _ vocabulary: Vocabulary,
      barriers: [String],
      common: [String] = []
    ) -> PhraseMatcher {
      freeze(vocabulary, barriers: barriers, common: common, isIndexed: true)
    }

    /// The same for patterns that are only looked for one by one, with how often the words of each
    /// one's anchor are named: a pattern that hangs on few is rare.
    func freezeUnindexed(
      _ vocabulary: Vocabulary,
      barriers: [String],
      common: [String]
    ) -> (matcher: PhraseMatcher, costs: [Int]) {
      let matcher = freeze(vocabulary, barriers: barriers, common: common, isIndexed: false)
      return (matcher, matcher.anchorCosts)
    }

    private func freeze(
      _ vocabulary: Vocabulary,
      barriers: [String],
      common: [String],
      isIndexed: Bool
    ) -> PhraseMatcher {
      var isBarrier = [Bool](repeating: false, count: vocabulary.count)
      for word in barriers { isBarrier[Int(vocabulary.id(of: word))] = true }
      isBarrier[0] = false
      var uses = [Int](repeating: 0, count: vocabulary.count)
      for id in usesOfWord.indices { uses[id] = Int(usesOfWord[id]) }
      for (set, count) in usesOfSet.enumerated() {
        for place in sets.range(of: set) { uses[Int(sets.members[place])] += Int(count) }
      }
      for word in common { uses[Int(vocabulary.id(of: word))] += 1_000 }
      return PhraseMatcher(
        elements: elements,
        starts: starts,
        sets: sets,
        uses: uses,
        isBarrier: isBarrier,
        isIndexed: isIndexed
      )
    }
  }
}
