internal import VerbatimCore
internal import VerbatimStatistics

/// What was tested, is no alert and came nearest to one, as the run found it.
struct NearMisses {
  private let material: ReportMaterial
  private let links: Links
  private let detailed: Set<String>

  /// Near misses of a report; only clusters `detailed` in it have a place to link to in a file.
  init(_ material: ReportMaterial, links: Links, detailed: Set<String>) {
    self.material = material
    self.links = links
    self.detailed = detailed
  }

  /// The near misses in their order, each with what stands in its way.
  var candidates: [NearMissTableView.Candidate] {
    let clusters = links.place == .file ? detailed : Set(material.clusters.map(\.id))
    return material.scan.nearMisses.map { near in
      let id = ClusterIdentity(.negative, level: near.level, key: near.key, issue: near.issue)
        .description
      return NearMissTableView.Candidate(
        combination: "\(near.key) × \(near.issue)",
        title: material.names.title(near),
        href: clusters.contains(id) ? links.cluster(id) : nil,
        observed: near.observed,
        expected: near.expected,
        ratio: near.shrunkRatio,
        obstacle: near.explanation
      )
    }
  }
}
