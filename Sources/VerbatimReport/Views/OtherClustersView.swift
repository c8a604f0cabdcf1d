internal import VerbatimCore
internal import VerbatimStatistics

/// Clusters beyond those that are shown in full, a line each: nothing is left out.
struct OtherClustersView: ViewValue {
  struct Row: ViewValue {
    let title: String
    let combination: String
    let words: String?
    let standing: String
    let observed: String
    let expected: String
    let estimate: String
    let range: String
  }

  /// The most of a cluster's words that a line shows, in characters: a line of a table.
  private static let longestWords = 60

  let summary: String
  let rows: [Row]

  /// The lines of some clusters; nil without one.
  ///
  /// - Parameters:
  ///   - clusters: The clusters in their order.
  ///   - noun: What one of them is called.
  ///   - names: How issues and products are called.
  init?(_ clusters: [ComplaintCluster], _ noun: String, names: ClusterNames) {
    guard !clusters.isEmpty else { return nil }
    summary = "\(Figures.count(clusters.count, "more \(noun)"))"
    rows = clusters.map { cluster in
      let ratio = cluster.shrunkRatio
      let words = cluster.evidence.first?.quote ?? ""
      let cut = words.count > Self.longestWords ? words.prefix(Self.longestWords) + "…" : words[...]
      return Row(
        title: names.title(cluster),
        combination: names.combination(cluster),
        words: words.isEmpty ? nil : String(cut),
        standing: [
          cluster.tier.isHazard ? cluster.tier.rawValue : nil,
          cluster.state.rawValue.replacing("_", with: " "),
          cluster.firstWeek.map { "since \(Figures.week($0))" },
        ].compactMap(\.self).joined(separator: " · "),
        observed: Figures.count(cluster.observed),
        expected: Figures.decimal(cluster.expected),
        estimate: Figures.decimal(ratio.geometricMean, 2),
        range: Figures.range(ratio.lower, ratio.upper, 2)
      )
    }
  }
}
