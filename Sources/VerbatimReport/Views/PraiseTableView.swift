public import VerbatimStatistics

/// What customers praise beyond chance.
public struct PraiseTableView: ViewValue {
  struct Row: ViewValue {
    let title: String
    let level: String
    let word: String
    let observed: String
    let expected: String
    let value: String
    let range: String
    let quote: String?
  }

  /// How many are shown at most (authored: praise asks for no decision).
  static let limit = 20

  let summary: String
  let rows: [Row]
  let note: String

  /// Clusters of praise, in their order; nil without one.
  public init?(_ clusters: [ComplaintCluster], names: ClusterNames) {
    guard !clusters.isEmpty else { return nil }
    let alerts = clusters.count { $0.state == .open }
    summary = Figures.count(clusters.count, "word") + " of praise beyond chance"
    note =
      "\(Figures.count(alerts)) of them by every rule of an alert. Counted by the words that the "
      + "score rests on, so a thin signal"
      + (clusters.count > Self.limit ? "; the first \(Figures.count(Self.limit)) are shown." : ".")
    rows = clusters.prefix(Self.limit).map { cluster in
      let ratio = cluster.shrunkRatio
      return Row(
        title: names.subjects[cluster.key] ?? cluster.key,
        level: "\(names.level(cluster.level)) \(cluster.key)",
        word: cluster.issue,
        observed: Figures.count(cluster.observed),
        expected: Figures.decimal(cluster.expected),
        value: Figures.decimal(ratio.geometricMean, 2),
        range: Figures.range(ratio.lower, ratio.upper, 2),
        quote: cluster.evidence.first.map(\.quote)
      )
    }
  }
}
