internal import VerbatimCore
internal import VerbatimStatistics

/// Clusters beyond those that are shown in full, a line each.
///
/// A mail holds no ten thousand lines, and nobody reads them there: the first are listed, and it is
/// told how many more there are and what prints them.
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

  /// How many clusters are listed (authored: a line takes some 400 bytes, and the file must stay
  /// under 2 MB).
  static let lineLimit = 1_000

  let summary: String
  let extent: String
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
    extent =
      clusters.count <= Self.lineLimit
      ? "a line each"
      : "a line each of the first \(Figures.count(Self.lineLimit)); verbatim clusters prints all"
    rows = clusters.prefix(Self.lineLimit).map { cluster in
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
