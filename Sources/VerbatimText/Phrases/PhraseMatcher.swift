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
/// the pattern tried, forwards and backwards. Phrases never cross punctuation. Where an optional
/// word is missing, the gaps on both sides of it add up.
public struct PhraseMatcher: Sendable {
  private struct Element {
    /// A word form, or −1 − the number of a set of forms.
    var target: Int32
    var matchesNumber: Bool
    var isOptional: Bool
    var gapBefore: Int
    var allowsBreak: Bool
  }

  private struct Anchor {
    var pattern: Int32
    /// The anchor, the first and the last element of the pattern, as indices of `elements`.
    var element: Int32
    var first: Int32
    var last: Int32
  }

  /// The bits of the words of two other elements that must be there: when none of one of them is
  /// among the bits of the stretch, the pattern cannot fit.
  ///
  /// Kept apart from the anchors, because most are turned away here.
  private struct Needs {
    var first: UInt128
    var second: UInt128

    @inline(__always)
    func areMet(_ bits: UInt128) -> Bool { first & bits != 0 && second & bits != 0 }
  }

  /// One of 127 bits for each word form; numbers have the last.
  private static func bit(_ id: WordID) -> UInt128 {
    1 << UInt128(UInt32(bitPattern: id) &* 40_503 % 127)
  }

  private static let numberBit: UInt128 = 1 << 127

  private let elements: [Element]
  private let anchors: [Anchor]
  private let needs: [Needs]
  private let anchorStarts: [Int32]
  private let numberAnchors: [(anchor: Anchor, needs: Needs)]
  /// The members of every set, one set after the other, ascending: a set is small and lies in one
  /// or two cache lines, where a bitmap over the vocabulary missed the cache each time.
  private let setMembers: [WordID]
  private let setStarts: [Int32]
  private let isBarrier: [Bool]
  /// Whether any pattern has punctuation inside, so that a stretch may not end at it.
  private let crossesBreaks: Bool

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
            target: target,
            matchesNumber: element.matchesNumber,
            isOptional: element.isOptional,
            gapBefore: element.gapBefore,
            allowsBreak: element.allowsBreak
          )
        )
      }
      patterns.append(compiled)
      return patterns.count - 1
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
      var uses = uses
      for word in common { uses[vocabulary.id(of: word), default: 0] += 1_000 }
      return PhraseMatcher(
        patterns: patterns,
        sets: setList,
        uses: uses,
        isBarrier: isBarrier
      )
    }
  }

  private init(
    patterns: [[Element]],
    sets: [[WordID]],
    uses: [WordID: Int],
    isBarrier: [Bool]
  ) {
    let wordCount = isBarrier.count
    var setStarts: [Int32] = [0]
    for set in sets { setStarts.append(setStarts[setStarts.count - 1] + Int32(set.count)) }
    var flat: [Element] = []
    var byWord = [[(anchor: Anchor, needs: Needs)]](repeating: [], count: wordCount)
    var numbers: [(anchor: Anchor, needs: Needs)] = []
    for (index, pattern) in patterns.enumerated() {
      let base = flat.count
      flat.append(contentsOf: pattern)
      // A name of nothing but punctuation is a pattern without words.
      guard !pattern.isEmpty else { continue }
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
      let others = pattern.enumerated()
        .filter { $0.offset != place && !$0.element.isOptional }
        .map { element in
          ids(element.element).reduce(element.element.matchesNumber ? Self.numberBit : 0) {
            $0 | Self.bit($1)
          }
        }
        .sorted { $0.nonzeroBitCount < $1.nonzeroBitCount }
      let needs = Needs(
        first: others.first ?? .max,
        second: others.count > 1 ? others[1] : .max
      )
      let anchor = Anchor(
        pattern: Int32(index),
        element: Int32(base + place),
        first: Int32(base),
        last: Int32(base + pattern.count - 1)
      )
      for id in ids(pattern[place]) { byWord[Int(id)].append((anchor, needs)) }
      if pattern[place].matchesNumber { numbers.append((anchor, needs)) }
    }
    var anchors: [Anchor] = []
    var anchorStarts: [Int32] = [0]
    var needs: [Needs] = []
    for list in byWord {
      anchors.append(contentsOf: list.map(\.anchor))
      needs.append(contentsOf: list.map(\.needs))
      anchorStarts.append(Int32(anchors.count))
    }
    elements = flat
    self.anchors = anchors
    self.needs = needs
    self.anchorStarts = anchorStarts
    numberAnchors = numbers
    setMembers = sets.flatMap(\.self)
    self.setStarts = setStarts
    self.isBarrier = isBarrier
    crossesBreaks = flat.contains { $0.allowsBreak }
  }

  /// Appends every place where a pattern fits, in the order of the anchors.
  ///
  /// - Complexity: O(words × patterns hanging on each); allocates only for matches.
  public func find(in text: borrowing TokenizedText, into matches: inout [PhraseMatch]) {
    let words = text.words.span
    let anchors = anchors.span
    let needs = needs.span
    let anchorStarts = anchorStarts.span
    var start = 0
    while start < words.count {
      // A stretch without punctuation: no phrase reaches beyond it.
      var end = start
      var bits: UInt128 = 0
      repeat {
        bits |= words[end].kind == .number ? Self.numberBit : 0
        bits |= Self.bit(words[end].id)
        end += 1
      } while end < words.count && (crossesBreaks || !words[end].style.contains(.afterBreak))
      var index = start
      while index < end {
        let word = words[index]
        if word.id != 0 {
          var at = Int(anchorStarts[Int(word.id)])
          let last = Int(anchorStarts[Int(word.id) + 1])
          while at < last {
            if needs[at].areMet(bits) { tryAnchor(anchors[at], words, index, &matches) }
            at += 1
          }
        }
        if word.kind == .number {
          // A number that is a form of its anchor too was tried above.
          for entry in numberAnchors
          where entry.needs.areMet(bits) && !hasForm(elements[Int(entry.anchor.element)], word) {
            tryAnchor(entry.anchor, words, index, &matches)
          }
        }
        index += 1
      }
      start = end
    }
  }

  private func tryAnchor(
    _ anchor: Anchor,
    _ words: Span<Word>,
    _ index: Int,
    _ matches: inout [PhraseMatch]
  ) {
    let first = Int(anchor.first)
    let last = Int(anchor.last)
    let place = Int(anchor.element)
    let end = place == last ? index + 1 : forwards(place + 1, last, words, index, gap: 0)
    guard end > 0 else { return }
    let start =
      place == first
      ? index : backwards(place - 1, first, words, index, gap: elements[place].gapBefore)
    guard start >= 0 else { return }
    matches.append(PhraseMatch(pattern: Int(anchor.pattern), words: start..<end))
  }

  /// Whether a phrase must not reach over what stands before a word that `element` would take.
  @inline(__always)
  private func divides(_ word: Word, _ element: Element) -> Bool {
    word.style.contains(.afterBreak) && !element.allowsBreak
  }

  @inline(__always)
  private func fits(_ element: Element, _ word: Word) -> Bool {
    (element.matchesNumber && word.kind == .number) || hasForm(element, word)
  }

  @inline(__always)
  private func hasForm(_ element: Element, _ word: Word) -> Bool {
    if element.target > 0 { return word.id == element.target }
    guard element.target < 0, word.id != 0 else { return false }
    let set = Int(-1 - element.target)
    var at = Int(setStarts[set])
    let end = Int(setStarts[set + 1])
    while at < end, setMembers[at] < word.id { at += 1 }
    return at < end && setMembers[at] == word.id
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
    let gap = gap + element.gapBefore
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
        let start = backwards(place - 1, first, words, at, gap: element.gapBefore)
        if start >= 0 { return start }
      }
      if isBarrier[Int(words[at].id)] { break }
      at -= 1
      skipped += 1
    }
    if element.isOptional, place > first {
      return backwards(place - 1, first, words, index, gap: gap + element.gapBefore)
    }
    return -1
  }
}
