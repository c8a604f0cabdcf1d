/// What hangs on the words of a vocabulary: for each word, the patterns whose anchor it is, with
/// what must stand around it.
struct PhraseAnchors: Sendable {
  /// What of a pattern's words must be there before it is tried: the bits of those that one other
  /// element takes, and where it stands in the highest two.
  struct Need: Hashable, Sendable {
    private let rawValue: UInt64

    /// Where the word stands that is needed.
    enum Place: UInt64, Sendable {
      /// Anywhere in the stretch.
      case stretch = 0
      /// Right behind the anchor.
      case next = 0x4000_0000_0000_0000
      /// Right before the anchor.
      case previous = 0x8000_0000_0000_0000
    }

    /// The bits of places.
    private static let places: UInt64 = 0xC000_0000_0000_0000

    /// Nothing is needed: an anchor's own bit is in any stretch.
    static let nothing = Need(~places, .stretch)

    /// A need for any of some words.
    init(_ bits: UInt64, _ place: Place) { rawValue = bits & ~Self.places | place.rawValue }

    /// Whether the word stands where it must.
    var isBeside: Bool { rawValue & Self.places != 0 }

    /// Whether the word must stand right behind the anchor.
    @inline(__always)
    var isNext: Bool { rawValue & Place.next.rawValue != 0 }

    /// Whether one of the words may be there.
    @inline(__always)
    func isMet(next: UInt64, previous: UInt64, stretch: UInt64) -> Bool {
      let beside = isNext ? next : previous
      return rawValue & (isBeside ? beside : stretch) != 0
    }
  }

  /// A pattern with the two things that it needs besides its anchor, what turns more away first.
  struct Candidate: Sendable {
    var pattern: Int32
    var first: Need
    var second: Need
    /// What the word beside the anchor must be where ``first`` needs one there, as the target of
    /// its element; 0 where a number may stand there, or nothing must.
    var beside: Int32
  }

  /// Where a pattern's elements are, and which of them is its anchor.
  struct Shape: Sendable {
    var anchor: Int32
    var first: Int32
    var last: Int32
  }

  /// The patterns of every word, one word after the other, in their order.
  private(set) var patterns: [Int32]
  /// What each of ``patterns`` needs first, and what besides.
  ///
  /// Most are turned away by the first, so those lie close together.
  private(set) var firstNeeds: [Need]
  private(set) var secondNeeds: [Need]
  /// What the word beside the anchor must be, for each of ``patterns``.
  private(set) var besides: [Int32]
  /// Where the patterns of each word begin; one more at the end.
  private(set) var starts: [Int32]
  /// A bit for each word on which a pattern hangs; few enough to stay in the first cache.
  private(set) var anchorBits: [UInt64]
  /// The patterns that hang on numbers.
  private(set) var numbers: [Candidate] = []
  /// By pattern.
  private(set) var shapes: [Shape] = []
  /// By pattern: how often the words of its anchor are named in all patterns.
  private(set) var costs: [Int] = []

  /// One of 61 bits for each word form.
  @inline(__always)
  static func bit(_ id: WordID) -> UInt64 {
    let hash = UInt64(UInt32(bitPattern: id) &* 0x9E37_79B1)
    return 1 &<< ((hash &* 61) &>> 32)
  }

  /// The bit of all numbers, whatever their word form.
  static let numberBit: UInt64 = 1 << 61

  /// Whether a pattern hangs on a word.
  @inline(__always)
  static func isAnchor(_ id: WordID, _ bits: Span<UInt64>) -> Bool {
    bits[Int(id) &>> 6] &>> UInt64(id & 63) & 1 != 0
  }

  /// Finds each pattern's rarest word.
  ///
  /// - Parameters:
  ///   - elements: The elements of all patterns.
  ///   - patternStarts: Where those of each pattern begin; one more at the end.
  ///   - sets: The sets that elements name.
  ///   - uses: How often each word of the vocabulary is named.
  ///   - isIndexed: Whether patterns hang on their anchors; without, they are only looked for by
  ///     their number.
  init(
    _ elements: [PhraseMatcher.Element],
    patternStarts: [Int32],
    sets: WordSets,
    uses: [Int],
    isIndexed: Bool
  ) {
    let facts = Facts(sets, uses)
    var starts = [Int32](repeating: 0, count: uses.count + 1)
    var anchorBits = [UInt64](repeating: 0, count: uses.count / 64 + 1)
    var all: [Candidate] = []
    for pattern in 0..<(patternStarts.count - 1) {
      let range = Int(patternStarts[pattern])..<Int(patternStarts[pattern + 1])
      // A name of nothing but punctuation is a pattern without words.
      guard !range.isEmpty else {
        shapes.append(Shape(anchor: 0, first: 0, last: 0))
        costs.append(0)
        continue
      }
      let anchor = facts.anchor(of: elements, range)
      shapes.append(
        Shape(
          anchor: Int32(anchor),
          first: Int32(range.lowerBound),
          last: Int32(range.upperBound - 1)
        )
      )
      costs.append(facts.cost(of: elements[anchor]))
      guard isIndexed else { continue }
      let candidate = facts.candidate(Int32(pattern), elements, range, anchor: anchor)
      all.append(candidate)
      facts.forEachWord(of: elements[anchor]) { word in
        starts[Int(word) + 1] += 1
        anchorBits[Int(word) >> 6] |= 1 << UInt64(word & 63)
      }
      if elements[anchor].matchesNumber { numbers.append(candidate) }
    }
    for word in uses.indices { starts[word + 1] += starts[word] }
    let count = Int(starts[uses.count])
    var next = starts
    var patterns = [Int32](repeating: 0, count: count)
    var firstNeeds = [Need](repeating: .nothing, count: count)
    var secondNeeds = firstNeeds
    var besides = [Int32](repeating: 0, count: count)
    for candidate in all {
      facts.forEachWord(of: elements[Int(shapes[Int(candidate.pattern)].anchor)]) { word in
        let place = Int(next[Int(word)])
        next[Int(word)] += 1
        patterns[place] = candidate.pattern
        firstNeeds[place] = candidate.first
        secondNeeds[place] = candidate.second
        besides[place] = candidate.beside
      }
    }
    self.patterns = patterns
    self.firstNeeds = firstNeeds
    self.secondNeeds = secondNeeds
    self.besides = besides
    self.starts = starts
    self.anchorBits = anchorBits
  }

  /// What is known of words and sets while anchors are chosen.
  private struct Facts {
    let sets: WordSets
    let uses: [Int]
    var costOfSet: [Int] = []
    var bitsOfSet: [UInt64] = []

    init(_ sets: WordSets, _ uses: [Int]) {
      self.sets = sets
      self.uses = uses
      for set in 0..<sets.count {
        var cost = 0
        var bits: UInt64 = 0
        for place in sets.range(of: set) {
          cost += uses[Int(sets.members[place])]
          bits |= PhraseAnchors.bit(sets.members[place])
        }
        costOfSet.append(cost)
        bitsOfSet.append(bits)
      }
    }

    func forEachWord(of element: PhraseMatcher.Element, _ body: (WordID) -> Void) {
      if element.target > 0 { body(element.target) }
      guard element.target < 0 else { return }
      for place in sets.range(of: Int(-1 - element.target)) { body(sets.members[place]) }
    }

    func cost(of element: PhraseMatcher.Element) -> Int {
      if element.target > 0 { return uses[Int(element.target)] }
      return element.target < 0 ? costOfSet[Int(-1 - element.target)] : 0
    }

    private func bits(of element: PhraseMatcher.Element) -> UInt64 {
      var bits: UInt64 = element.matchesNumber ? PhraseAnchors.numberBit : 0
      if element.target > 0 { bits |= PhraseAnchors.bit(element.target) }
      if element.target < 0 { bits |= bitsOfSet[Int(-1 - element.target)] }
      return bits
    }

    /// The element that is always there and whose words are the rarest; numbers are in any text.
    func anchor(of elements: [PhraseMatcher.Element], _ range: Range<Int>) -> Int {
      var best: (cost: Int, place: Int)?
      for place in range where !elements[place].isOptional && !elements[place].matchesNumber {
        let cost = cost(of: elements[place])
        if best.map({ cost < $0.cost }) ?? true { best = (cost, place) }
      }
      return best?.place ?? range.lowerBound
    }

    /// What a pattern needs besides its anchor.
    func candidate(
      _ pattern: Int32,
      _ elements: [PhraseMatcher.Element],
      _ range: Range<Int>,
      anchor: Int
    ) -> Candidate {
      // What is always there on each side of the anchor, the nearest first.
      let after = required(elements, anchor + 1, by: 1, range)
      let before = required(elements, anchor - 1, by: -1, range)
      var needs = (Need.nothing, Need.nothing)
      var count = 0
      func add(_ place: Int, _ beside: Need.Place?) {
        let need = Need(bits(of: elements[place]), beside ?? .stretch)
        if count == 0 { needs.0 = need } else { needs.1 = need }
        count += 1
      }
      if let after {
        add(after, after == anchor + 1 && elements[after].gapBefore == 0 ? .next : nil)
      }
      if let before {
        add(before, before == anchor - 1 && elements[anchor].gapBefore == 0 ? .previous : nil)
      }
      // A side without words leaves room for the second word of the other.
      if count == 1, let place = after.flatMap({ required(elements, $0 + 1, by: 1, range) }) {
        add(place, nil)
      }
      if count == 1, let place = before.flatMap({ required(elements, $0 - 1, by: -1, range) }) {
        add(place, nil)
      }
      let isSecondBetter = needs.1.isBeside && !needs.0.isBeside
      let first = isSecondBetter ? needs.1 : needs.0
      let beside: PhraseMatcher.Element? =
        first.isBeside ? elements[first.isNext ? anchor + 1 : anchor - 1] : nil
      return Candidate(
        pattern: pattern,
        first: first,
        second: isSecondBetter ? needs.0 : needs.1,
        beside: beside.map { $0.matchesNumber ? 0 : $0.target } ?? 0
      )
    }

    /// The first element that is always there, from a place on in a direction.
    private func required(
      _ elements: [PhraseMatcher.Element],
      _ place: Int,
      by step: Int,
      _ range: Range<Int>
    ) -> Int? {
      var place = place
      while range.contains(place), elements[place].isOptional { place += step }
      return range.contains(place) ? place : nil
    }
  }
}
