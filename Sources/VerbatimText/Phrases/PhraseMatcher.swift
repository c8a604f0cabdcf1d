/// A phrase found in a text.
public struct PhraseMatch: Hashable, Sendable {
  /// The pattern, by its place in the list the matcher was made from.
  public var pattern: Int
  /// The words it covers, as indices.
  public var words: Range<Int>
}

/// Finds many patterns in one pass over a text, whatever their number.
///
/// Each pattern hangs on its rarest word, its anchor; only where an anchor stands is the rest of
/// the pattern tried, forwards and backwards. Phrases never cross punctuation.
public struct PhraseMatcher: Sendable {
  private struct Element {
    /// A word form, or −1 − the number of a set of forms.
    var target: Int32
    var matchesNumber: Bool
    var isOptional: Bool
    var gapBefore: Int
  }

  private struct Anchor {
    var pattern: Int32
    var element: Int32
  }

  private let elements: [Element]
  private let starts: [Int32]
  private let anchors: [Anchor]
  private let anchorStarts: [Int32]
  private let numberAnchors: [Anchor]
  private let setBits: [UInt64]
  private let wordsPerSet: Int
  private let isBarrier: [Bool]

  /// Collects the words of patterns; `freeze` makes the matcher once the vocabulary is whole.
  public struct Builder {
    private var patterns: [[Element]] = []
    private var sets: [[WordID]: Int32] = [:]
    private var setList: [[WordID]] = []
    private var uses: [WordID: Int] = [:]

    /// A builder without patterns.
    public init() {}

    /// Adds a pattern, its words interned; returns its number.
    @discardableResult
    public mutating func add(_ pattern: PhrasePattern, to vocabulary: inout Vocabulary.Builder)
      -> Int
    {
      var compiled: [Element] = []
      for element in pattern.elements {
        let ids = element.forms.sorted().map { vocabulary.intern($0) }
        var unique = Array(Set(ids))
        unique.sort()
        for id in unique { uses[id, default: 0] += 1 }
        var target: Int32 = 0
        if unique.count == 1 {
          target = unique[0]
        } else if !unique.isEmpty {
          if let known = sets[unique] {
            target = -1 - known
          } else {
            let number = Int32(setList.count)
            sets[unique] = number
            setList.append(unique)
            target = -1 - number
          }
        }
        compiled.append(
          Element(
            target: target, matchesNumber: element.matchesNumber,
            isOptional: element.isOptional, gapBefore: element.gapBefore))
      }
      patterns.append(compiled)
      return patterns.count - 1
    }

    /// The matcher over a vocabulary that holds every word of the patterns.
    ///
    /// - Parameter barriers: Words that no gap may skip: a negator in a gap would turn the phrase.
    public func freeze(_ vocabulary: Vocabulary, barriers: [String]) -> PhraseMatcher {
      var isBarrier = [Bool](repeating: false, count: vocabulary.count)
      for word in barriers { isBarrier[Int(vocabulary.id(of: word))] = true }
      isBarrier[0] = false
      return PhraseMatcher(patterns: patterns, sets: setList, uses: uses, isBarrier: isBarrier)
    }
  }

  private init(
    patterns: [[Element]], sets: [[WordID]], uses: [WordID: Int], isBarrier: [Bool]
  ) {
    let wordCount = isBarrier.count
    let wordsPerSet = (wordCount + 63) / 64
    var bits = [UInt64](repeating: 0, count: wordsPerSet * sets.count)
    for (number, set) in sets.enumerated() {
      for id in set { bits[number * wordsPerSet + Int(id) / 64] |= 1 << UInt64(Int(id) % 64) }
    }
    var flat: [Element] = []
    var starts: [Int32] = [0]
    var byWord = [[Anchor]](repeating: [], count: wordCount)
    var numbers: [Anchor] = []
    for (index, pattern) in patterns.enumerated() {
      flat.append(contentsOf: pattern)
      starts.append(Int32(flat.count))
      func ids(_ element: Element) -> [WordID] {
        if element.target > 0 { return [element.target] }
        return element.target < 0 ? sets[Int(-1 - element.target)] : []
      }
      var best: (cost: Int, element: Int)?
      for (place, element) in pattern.enumerated()
      where !element.isOptional && !element.matchesNumber {
        let cost = ids(element).reduce(0) { $0 + (uses[$1] ?? 0) }
        if best == nil || cost < best?.cost ?? 0 { best = (cost, place) }
      }
      let place = best?.element ?? 0
      let anchor = Anchor(pattern: Int32(index), element: Int32(place))
      for id in ids(pattern[place]) { byWord[Int(id)].append(anchor) }
      if pattern[place].matchesNumber { numbers.append(anchor) }
    }
    var anchors: [Anchor] = []
    var anchorStarts: [Int32] = [0]
    for list in byWord {
      anchors.append(contentsOf: list)
      anchorStarts.append(Int32(anchors.count))
    }
    elements = flat
    self.starts = starts
    self.anchors = anchors
    self.anchorStarts = anchorStarts
    numberAnchors = numbers
    setBits = bits
    self.wordsPerSet = wordsPerSet
    self.isBarrier = isBarrier
  }

  /// Appends every place where a pattern fits, in the order of the anchors.
  ///
  /// - Complexity: O(words × patterns hanging on each); allocates only for matches.
  public func find(in text: borrowing TokenizedText, into matches: inout [PhraseMatch]) {
    let words = text.words.span
    var index = 0
    while index < words.count {
      let word = words[index]
      if word.id != 0 {
        var at = Int(anchorStarts[Int(word.id)])
        let end = Int(anchorStarts[Int(word.id) + 1])
        while at < end {
          tryAnchor(anchors[at], words, index, &matches)
          at += 1
        }
      }
      if word.kind == .number {
        for anchor in numberAnchors { tryAnchor(anchor, words, index, &matches) }
      }
      index += 1
    }
  }

  @inline(__always)
  private func tryAnchor(
    _ anchor: Anchor, _ words: Span<Word>, _ index: Int, _ matches: inout [PhraseMatch]
  ) {
    let first = Int(starts[Int(anchor.pattern)])
    let last = Int(starts[Int(anchor.pattern) + 1]) - 1
    let place = first + Int(anchor.element)
    let end = place == last ? index + 1 : forwards(place + 1, last, words, index)
    guard end > 0 else { return }
    let start = place == first ? index : backwards(place - 1, first, words, index)
    guard start >= 0 else { return }
    matches.append(PhraseMatch(pattern: Int(anchor.pattern), words: start..<end))
  }

  @inline(__always)
  private func fits(_ element: Element, _ word: Word) -> Bool {
    if element.matchesNumber, word.kind == .number { return true }
    if element.target > 0 { return word.id == element.target }
    guard element.target < 0, word.id != 0 else { return false }
    let row = Int(-1 - element.target) * wordsPerSet
    return setBits[row + Int(word.id) / 64] & (1 << UInt64(Int(word.id) % 64)) != 0
  }

  /// One past the last word when elements `place...last` follow word `index`; −1 when they do not.
  private func forwards(_ place: Int, _ last: Int, _ words: Span<Word>, _ index: Int) -> Int {
    let element = elements[place]
    var at = index + 1
    var skipped = 0
    while at < words.count, !words[at].style.contains(.afterBreak), skipped <= element.gapBefore {
      if fits(element, words[at]) {
        if place == last { return at + 1 }
        let end = forwards(place + 1, last, words, at)
        if end > 0 { return end }
      }
      if isBarrier[Int(words[at].id)] { break }
      at += 1
      skipped += 1
    }
    if element.isOptional, place < last { return forwards(place + 1, last, words, index) }
    return -1
  }

  /// The first word when elements `first...place` stand before word `index`; −1 when they do not.
  private func backwards(_ place: Int, _ first: Int, _ words: Span<Word>, _ index: Int) -> Int {
    let element = elements[place]
    let gap = elements[place + 1].gapBefore
    var at = index - 1
    var skipped = 0
    while at >= 0, !words[at + 1].style.contains(.afterBreak), skipped <= gap {
      if fits(element, words[at]) {
        if place == first { return at }
        let start = backwards(place - 1, first, words, at)
        if start >= 0 { return start }
      }
      if isBarrier[Int(words[at].id)] { break }
      at -= 1
      skipped += 1
    }
    if element.isOptional, place > first { return backwards(place - 1, first, words, index) }
    return -1
  }
}
