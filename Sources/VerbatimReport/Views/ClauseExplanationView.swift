public import VerbatimCore

/// What one clause adds to a score, behind a click: its words with valence and rules, and their sum.
public struct ClauseExplanationView: ViewValue {
  let table: ExplainTableView
  let note: String

  /// The contributions of a clause.
  ///
  /// - Parameters:
  ///   - contributions: Those that begin in the clause, in their order; none says so.
  ///   - words: The customer's own at a place.
  public init(
    _ contributions: [Sentiment.Contribution],
    words: (Sentiment.Contribution) -> String?
  ) {
    let sum = contributions.reduce(0) { $0 + $1.contribution }
    table = ExplainTableView(contributions, compound: sum, words: words)
    note =
      contributions.isEmpty
      ? "No word of it is in the lexicon: it adds nothing to the score."
      : "Adds \(Figures.signed(sum, 3)) to the score, by "
        + "\(Figures.count(contributions.count, "entry", "entries")) of the lexicon."
  }
}
