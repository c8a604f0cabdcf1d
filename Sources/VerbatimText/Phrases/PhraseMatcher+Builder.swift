extension PhraseMatcher {
  /// Collects the words of patterns; `freeze` makes the matcher once the vocabulary is whole.
  public struct Builder: Sendable {
    private var elements: [Element] = []
    private var starts: [Int32] = [0]
    private var sets = WordSets()
    /// How many elements name each word alone, and each set.
    private var usesOfWord: [Int32] = []
    private var usesOfSet: [Int32] = []
    /// What was found before for places without classes and forms, which mean the same in any
    /// language.
    private var known = FormTable(minimumCapacity: 0)
    private var knownTargets: [(target: Int32, matchesNumber: Bool)] = [(0, false)]
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
      let body = pattern.choice(at: place, in: source)
        .flatMap { $0.count <= FormTable.longest ? $0 : nil }
      if let body {
        let form = source.extracting(body)
        let number = known.lookup(WordKey(form, count: form.count), in: form, at: 0, folding: 0)
        if number != 0 { return knownTargets[Int(number)] }
      }
      ids.removeAll(keepingCapacity: true)
      let matchesNumber = pattern.forEachForm(of: place, in: source) {
        insert(vocabulary.intern($0))
      }
      let target: Int32 =
        switch ids.count {
        case 0: 0
        case 1: ids[0]
        default: -1 - Int32(sets.number(of: ids))
        }
      if let body {
        let form = source.extracting(body)
        known.insert(WordKey(form, count: form.count), form, WordID(knownTargets.count))
        knownTargets.append((target, matchesNumber))
      }
      return (target, matchesNumber)
    }

    /// Takes a word into the set that is being collected, which ascends.
    private mutating func insert(_ id: WordID) {
      var at = ids.count
      while at > 0, ids[at - 1] > id { at -= 1 }
      if at == 0 || ids[at - 1] != id { ids.insert(id, at: at) }
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
        isBarrier: isBarrier
      )
    }
  }
}
