/// Looking for one pattern by its number, without what hangs on words.
extension PhraseMatcher {
  /// How many patterns there are.
  var patternCount: Int { anchors.shapes.count }

  /// By pattern: how often the words of its anchor are named in all patterns.
  var anchorCosts: [Int] { anchors.costs }

  /// Calls `body` with each word of a pattern's anchor; returns whether numbers fit it, too.
  func forEachAnchor(of pattern: Int, _ body: (WordID) -> Void) -> Bool {
    let anchor = elements[Int(anchors.shapes[pattern].anchor)]
    if anchor.target > 0 { body(anchor.target) }
    if anchor.target < 0 {
      for place in sets.range(of: Int(-1 - anchor.target)) { body(sets.members[place]) }
    }
    return anchor.matchesNumber
  }

  /// Appends the places of a pattern in a sentence, by where they begin and end.
  ///
  /// - Parameters:
  ///   - pattern: Its number.
  ///   - words: The words of the text.
  ///   - range: The sentence.
  ///   - places: Where they are appended.
  /// - Returns: The places among `places`.
  func find(
    _ pattern: Int,
    _ words: Span<Word>,
    _ range: Range<Int>,
    into places: inout [Range<Int>]
  ) -> Range<Int> {
    let anchor = elements[Int(anchors.shapes[pattern].anchor)]
    let first = places.count
    var at = range.lowerBound
    while at < range.upperBound {
      if fits(anchor, words[at]), let place = place(of: pattern, words, anchoredAt: at) {
        places.append(place)
        Self.settleLast(in: &places, from: first)
      }
      at += 1
    }
    return first..<places.count
  }

  /// Moves the last range to its place among those from `first` on; it nearly always has it.
  private static func settleLast(in ranges: inout [Range<Int>], from first: Int) {
    var at = ranges.count - 1
    while at > first,
      (ranges[at].lowerBound, ranges[at].upperBound)
        < (ranges[at - 1].lowerBound, ranges[at - 1].upperBound)
    {
      ranges.swapAt(at, at - 1)
      at -= 1
    }
  }
}
