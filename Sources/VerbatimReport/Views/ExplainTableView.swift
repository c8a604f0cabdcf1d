public import VerbatimCore

/// Why a score is what it is: the contributions add up to the last row.
public struct ExplainTableView: ViewValue {
  struct Row: ViewValue {
    let words: String
    let bytes: String
    let valence: String
    let rules: String
    let sum: String
    let contribution: String
  }

  let rows: [Row]
  let score: String

  /// The table of a text's contributions, in their order.
  ///
  /// - Parameters:
  ///   - contributions: What the engine lists.
  ///   - compound: The score they add up to.
  public init(_ contributions: [Sentiment.Contribution], compound: Double) {
    var sum = 0.0
    rows = contributions.map { part in
      sum += part.contribution
      return Row(
        words: part.term,
        bytes: "\(part.part) \(part.range.start)–\(part.range.end)",
        valence: Figures.signed(part.valence, 1),
        rules: part.rules.joined(separator: " · "),
        sum: Figures.signed(sum, 3),
        contribution: Figures.signed(part.contribution, 3)
      )
    }
    score = Figures.signed(compound, 3)
  }
}
