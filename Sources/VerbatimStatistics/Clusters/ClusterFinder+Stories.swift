internal import VerbatimCore

extension ClusterFinder {
  /// Clusters of articles and of suppliers together, each story once.
  ///
  /// A supplier's cluster stands when one rate for all its articles explains the reports better
  /// than a rate for each that deserves one, and its most affected article can be left out
  /// (``ComplaintCluster/places``); it then takes its articles' clusters of the same issue in.
  /// Otherwise the articles tell the story, and the supplier's cluster is dropped. What people
  /// decided about stays as it is.
  public func stories(_ reports: [ComplaintReport]) -> [ComplaintCluster] {
    stories(
      ClusterTable(reports, by: .sku, finder: self),
      ClusterTable(reports, by: .supplier, finder: self)
    )
  }

  /// The stories of two tables of the same reports, by article and by supplier.
  public func stories(_ bySKU: ClusterTable, _ bySupplier: ClusterTable) -> [ComplaintCluster] {
    var articles = bySKU.clusters()
    var stories: [ComplaintCluster] = []
    for var supplier in bySupplier.clusters() {
      if kept.contains(supplier.id) {
        stories.append(supplier)
        continue
      }
      guard supplier.skus.count > 1,
        let places = bySKU.places(ofSupplier: supplier.key, issue: supplier.issue)
      else {
        continue
      }
      supplier.places = places
      let members = Set(supplier.skus.map(\.name))
      articles.removeAll {
        !$0.tier.isHazard && $0.issue == supplier.issue && members.contains($0.key)
          && !kept.contains($0.id)
      }
      stories.append(supplier)
    }
    return (articles + stories).sorted(by: Self.comesBefore)
  }
}
