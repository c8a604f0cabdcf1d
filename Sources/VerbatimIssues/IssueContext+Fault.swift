internal import VerbatimCore
internal import VerbatimText

/// Whose product it is about, and whose fault it is.
extension IssueContext {
  /// The phrase that says that a match is about another product; nil when it is about this one.
  ///
  /// It counts in the match's clause, before the match or around it, unless this product is named
  /// again between ("unlike my old one this one leaks").
  func otherProduct(
    of match: Range<Int>,
    in text: TokenizedText,
    _ around: Surroundings
  ) -> Range<Int>? {
    let start = text.clauses[clause(match.lowerBound, text)].words.lowerBound
    return around.first(
      .other,
      from: max(start, match.lowerBound - Self.window),
      to: match.lowerBound + 1
    ) { other in
      !around.contains(.own, from: other.upperBound, to: match.upperBound) {
        $0.lowerBound >= other.upperBound
      }
    }
  }

  /// Whose fault the clause of a match says it is, by the phrase that stands nearest; nil when it
  /// says nothing.
  func fault(
    of match: Range<Int>,
    in text: TokenizedText,
    _ around: Surroundings
  ) -> (attribution: Issue.Attribution, words: Range<Int>)? {
    guard around.present & Kind.faults != 0 else { return nil }
    let range = text.clauses[clause(match.lowerBound, text)].words
    var best: (attribution: Issue.Attribution, words: Range<Int>, distance: Int)?
    var at = around.index(of: max(range.lowerBound, match.lowerBound - Self.window))
    let end = min(range.upperBound, match.upperBound + Self.window)
    while at < around.found.count, around.found[at].words.lowerBound < end {
      let found = around.found[at]
      at += 1
      guard let attribution = found.kind.attribution else { continue }
      let distance =
        found.words.overlaps(match)
        ? 0
        : max(
          match.lowerBound - found.words.upperBound,
          found.words.lowerBound - match.upperBound
        ) + 1
      if best.map({ distance < $0.distance }) ?? true {
        best = (attribution, found.words, distance)
      }
    }
    return best.map { ($0.attribution, $0.words) }
  }
}
