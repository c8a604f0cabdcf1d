internal import VerbatimCore
internal import VerbatimStatistics

/// Combinations that were tested and are no alert, the nearest first.
struct NearMisses {
  private let material: ReportMaterial
  private let links: Links

  init(_ material: ReportMaterial, links: Links) {
    self.material = material
    self.links = links
  }

  /// The clusters on watch, then those of articles with the greatest EB05 below the alert's.
  func candidates(limit: Int) -> [NearMissTableView.Candidate] {
    material.clusters.filter { $0.state == .watch && !$0.tier.isHazard }
      .sorted { left, right in
        (-left.shrunkRatio.lower, left.id) < (-right.shrunkRatio.lower, right.id)
      }
      .prefix(limit).map { cluster in
        NearMissTableView.Candidate(
          combination: material.names.combination(cluster),
          title: material.names.title(cluster),
          href: links.cluster(cluster.id),
          observed: cluster.observed,
          expected: cluster.expected,
          ratio: cluster.shrunkRatio,
          qValue: cluster.qValue
        )
      }
  }
}
