internal import VerbatimCore

extension ClusterFinder {
  /// Clusters of articles and of suppliers together, each story once.
  ///
  /// A supplier's cluster stands when its most affected article can be left out and the rest still
  /// lies beyond chance; it then takes its articles' clusters of the same issue in. Otherwise the
  /// article tells the story, and the supplier's cluster is dropped.
  public func stories(_ reports: [ComplaintReport]) -> [ComplaintCluster] {
    var articles = clusters(reports, by: .sku)
    var stories: [ComplaintCluster] = []
    for supplier in clusters(reports, by: .supplier) {
      guard let top = supplier.skus.first, supplier.skus.count > 1 else { continue }
      let rest = reports.filter { $0.sku != top.name }
      let stands = clusters(rest, by: .supplier).contains {
        $0.key == supplier.key && $0.issue == supplier.issue && $0.ic025 > 0
      }
      guard stands else { continue }
      let members = Set(supplier.skus.map(\.name))
      articles.removeAll {
        !$0.tier.isHazard && $0.issue == supplier.issue && members.contains($0.key)
      }
      stories.append(supplier)
    }
    return (articles + stories).sorted(by: Self.comesBefore)
  }
}
