/// A phrase found in a text.
public struct PhraseMatch: Hashable, Sendable {
  /// The pattern, by its place in the list the matcher was made from.
  public var pattern: Int
  /// The words it covers, as indices.
  public var words: Range<Int>

  /// A phrase that covers words.
  public init(pattern: Int, words: Range<Int>) {
    self.pattern = pattern
    self.words = words
  }
}

/// Finds many patterns in one pass over a text, whatever their number.
///
/// Each pattern hangs on its rarest word, its anchor; only where an anchor stands is the rest of
/// the pattern tried, forwards and backwards. Phrases never cross punctuation. Where an optional
/// word is missing, the gaps on both sides of it add up.
public struct PhraseMatcher: Sendable {
  /// A place of a pattern.
  struct Element: Sendable {
    /// A word form, or −1 − the number of a set of forms; 0 for none.
    var target: Int32
    var gapBefore: UInt8
    var matchesNumber: Bool
    var isOptional: Bool
    var allowsBreak: Bool
  }

  let elements: [Element]
  let sets: WordSets
  private let setFilter: SetFilter
  let anchors: PhraseAnchors
  private let isBarrier: [Bool]
  /// Whether any pattern has punctuation inside, so that a stretch may not end at it.
  private let crossesBreaks: Bool

  init(
    elements: [Element],
    starts: [Int32],
    sets: WordSets,
    uses: [Int],
    isBarrier: [Bool],
    isIndexed: Bool
  ) {
    self.elements = elements
    self.sets = sets
    setFilter = SetFilter(sets)
    self.isBarrier = isBarrier
    anchors = PhraseAnchors(
      elements,
      patternStarts: starts,
      sets: sets,
      uses: uses,
      isIndexed: isIndexed
    )
    crossesBreaks = elements.contains { $0.allowsBreak }
  }

  /// The bits of a word: of its form, and of all numbers when it is one.
  @inline(__always)
  private static func bits(_ word: Word) -> UInt64 {
    PhraseAnchors.bit(word.id) | (word.kind == .number ? PhraseAnchors.numberBit : 0)
  }

  /// Appends every place where a pattern fits, in the order of the anchors.
  ///
  /// - Complexity: O(words × patterns hanging on each); allocates only for matches.
  public func find(in text: borrowing TokenizedText, into matches: inout [PhraseMatch]) {
    let words = text.words.span
    let anchorBits = anchors.anchorBits.span
    var start = 0
    while start < words.count {
      // A stretch without punctuation: no phrase reaches beyond it.
      var end = start
      var stretch: UInt64 = 0
      var isOpen = false
      repeat {
        stretch |= Self.bits(words[end])
        isOpen =
          isOpen || words[end].kind == .number || PhraseAnchors.isAnchor(words[end].id, anchorBits)
        end += 1
      } while end < words.count && (crossesBreaks || !words[end].style.contains(.afterBreak))
      if isOpen { find(words, start..<end, stretch, &matches) }
      start = end
    }
  }

  /// Appends the places in a stretch where a pattern fits, given the bits of its words.
  private func find(
    _ words: Span<Word>,
    _ range: Range<Int>,
    _ stretch: UInt64,
    _ matches: inout [PhraseMatch]
  ) {
    let anchorBits = anchors.anchorBits.span
    let starts = anchors.starts.span
    let needs = anchors.firstNeeds.span
    let seconds = anchors.secondNeeds.span
    let besides = anchors.besides.span
    var index = range.lowerBound
    while index < range.upperBound {
      let word = words[index]
      if PhraseAnchors.isAnchor(word.id, anchorBits) {
        let next = index + 1 < range.upperBound ? Self.bits(words[index + 1]) : 0
        let previous = index > range.lowerBound ? Self.bits(words[index - 1]) : 0
        var at = Int(starts[Int(word.id)])
        let last = Int(starts[Int(word.id) + 1])
        while at < last {
          if needs[at].isMet(next: next, previous: previous, stretch: stretch),
            seconds[at].isMet(next: next, previous: previous, stretch: stretch),
            mayTake(besides[at], words, needs[at].isNext ? index + 1 : index - 1)
          {
            tryPattern(anchors.patterns[at], words, index, &matches)
          }
          at += 1
        }
      }
      if word.kind == .number {
        let next = index + 1 < range.upperBound ? Self.bits(words[index + 1]) : 0
        let previous = index > range.lowerBound ? Self.bits(words[index - 1]) : 0
        for candidate in anchors.numbers
        where candidate.first.isMet(next: next, previous: previous, stretch: stretch)
          && candidate.second.isMet(next: next, previous: previous, stretch: stretch)
        {
          // A number that is a form of its anchor too was tried above.
          let shape = anchors.shapes[Int(candidate.pattern)]
          if !hasForm(elements[Int(shape.anchor)], word) {
            tryPattern(candidate.pattern, words, index, &matches)
          }
        }
      }
      index += 1
    }
  }

  @inline(__always)
  private func tryPattern(
    _ pattern: Int32,
    _ words: Span<Word>,
    _ index: Int,
    _ matches: inout [PhraseMatch]
  ) {
    if let place = place(of: Int(pattern), words, anchoredAt: index) {
      matches.append(PhraseMatch(pattern: Int(pattern), words: place))
    }
  }

  /// The words that a pattern covers when its anchor takes a word; nil when it does not fit there.
  func place(of pattern: Int, _ words: Span<Word>, anchoredAt index: Int) -> Range<Int>? {
    let shape = anchors.shapes[pattern]
    let (first, last) = (Int(shape.first), Int(shape.last))
    let place = Int(shape.anchor)
    let end = place == last ? index + 1 : forwards(place + 1, last, words, index, gap: 0)
    guard end > 0 else { return nil }
    let start =
      place == first
      ? index
      : backwards(place - 1, first, words, index, gap: Int(elements[place].gapBefore))
    return start >= 0 ? start..<end : nil
  }

  /// Whether a phrase must not reach over what stands before a word that `element` would take.
  @inline(__always)
  private func divides(_ word: Word, _ element: Element) -> Bool {
    word.style.contains(.afterBreak) && !element.allowsBreak
  }

  @inline(__always)
  func fits(_ element: Element, _ word: Word) -> Bool {
    (element.matchesNumber && word.kind == .number) || hasForm(element, word)
  }

  /// Whether a target may take the word at a place; 0 takes any, even none.
  @inline(__always)
  private func mayTake(_ target: Int32, _ words: Span<Word>, _ place: Int) -> Bool {
    if target == 0 { return true }
    let id = words[place].id
    return target > 0 ? id == target : setFilter.mayHold(id, in: Int(-1 - target))
  }

  @inline(__always)
  private func hasForm(_ element: Element, _ word: Word) -> Bool {
    if element.target > 0 { return word.id == element.target }
    guard element.target < 0, word.id != 0,
      setFilter.mayHold(word.id, in: Int(-1 - element.target))
    else { return false }
    let starts = sets.starts.span
    let members = sets.members.span
    var at = Int(starts[Int(-1 - element.target)])
    var end = Int(starts[Int(-element.target)])
    while end - at > 16 {
      let middle = (at + end) / 2
      if members[middle] <= word.id { at = middle } else { end = middle }
    }
    while at < end, members[at] < word.id { at += 1 }
    return at < end && members[at] == word.id
  }

  /// One past the last word when elements `place...last` follow word `index`; −1 when they do not.
  ///
  /// `gap` is what optional elements that are left out before `place` allowed.
  private func forwards(
    _ place: Int,
    _ last: Int,
    _ words: Span<Word>,
    _ index: Int,
    gap: Int
  ) -> Int {
    let element = elements[place]
    let gap = gap + Int(element.gapBefore)
    var at = index + 1
    var skipped = 0
    while at < words.count, !divides(words[at], element), skipped <= gap {
      if fits(element, words[at]) {
        if place == last { return at + 1 }
        let end = forwards(place + 1, last, words, at, gap: 0)
        if end > 0 { return end }
      }
      if isBarrier[Int(words[at].id)] { break }
      at += 1
      skipped += 1
    }
    if element.isOptional, place < last { return forwards(place + 1, last, words, index, gap: gap) }
    return -1
  }

  /// The first word when elements `first...place` stand before word `index`; −1 when they do not.
  ///
  /// `gap` is how many words may stand between.
  private func backwards(
    _ place: Int,
    _ first: Int,
    _ words: Span<Word>,
    _ index: Int,
    gap: Int
  ) -> Int {
    let element = elements[place]
    var at = index - 1
    var skipped = 0
    while at >= 0, !divides(words[at + 1], elements[place + 1]), skipped <= gap {
      if fits(element, words[at]) {
        if place == first { return at }
        let start = backwards(place - 1, first, words, at, gap: Int(element.gapBefore))
        if start >= 0 { return start }
      }
      if isBarrier[Int(words[at].id)] { break }
      at -= 1
      skipped += 1
    }
    if element.isOptional, place > first {
      return backwards(place - 1, first, words, index, gap: gap + Int(element.gapBefore))
    }
    return -1
  }
}
