public import VerbatimCore

/// Why a score is what it is: the contributions add up to the last row.
public struct ExplainTableView: ViewValue {
  struct Row: ViewValue {
    let words: String
    let pattern: String?
    let bytes: String
    let valence: String
    let rules: String
    let sum: String
    let contribution: String
  }

  let rows: [Row]
  let hasRows: Bool
  let score: String

  /// The table of a text's contributions, in their order.
  ///
  /// - Parameters:
  ///   - contributions: What the engine lists.
  ///   - compound: The score they add up to.
  ///   - words: The customer's own at a place; nil where the text is not at hand, and the entry of
  ///     the lexicon stands instead.
  public init(
    _ contributions: [Sentiment.Contribution],
    compound: Double,
    words: (Sentiment.Contribution) -> String? = { _ in nil }
  ) {
    var sum = 0.0
    rows = contributions.map { part in
      sum += part.contribution
      let said = words(part)
      return Row(
        words: said.map { "“\($0)”" } ?? part.term,
        pattern: said.flatMap { $0.lowercased() == part.term.lowercased() ? nil : part.term },
        bytes: "\(part.part) \(part.range.start)–\(part.range.end)",
        valence: Figures.signed(part.valence, 1),
        rules: part.rules.joined(separator: " · "),
        sum: Figures.signed(sum, 3),
        contribution: Figures.signed(part.contribution, 3)
      )
    }
    hasRows = !rows.isEmpty
    score = Figures.signed(compound, 3)
  }
}
