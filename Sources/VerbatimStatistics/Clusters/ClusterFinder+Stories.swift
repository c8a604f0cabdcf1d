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
    let numbered = NumberedReports(reports)
    return stories(
      ClusterTable(numbered, by: .sku, finder: self),
      ClusterTable(numbered, by: .supplier, finder: self)
    )
  }

  /// The stories of two tables of the same reports, by article and by supplier.
  public func stories(_ bySKU: ClusterTable, _ bySupplier: ClusterTable) -> [ComplaintCluster] {
    let told = told(bySKU, bySupplier)
    var suppliers = bySupplier.clusters(of: told.suppliers.map(\.cell))
    for (place, story) in told.suppliers.enumerated() {
      if let places = story.places { suppliers[place].places = places }
    }
    let clusters = bySKU.clusters(of: told.articles) + suppliers
    // Places are moved, not clusters: those are large.
    let ranks = clusters.map { Rank($0) }
    return clusters.indices.sorted { ranks[$0] < ranks[$1] }.map { clusters[$0] }
  }

  /// The reports of each cluster that tables tell of, in the order of the clusters and each by
  /// time, without the rest of what makes a cluster.
  ///
  /// - Parameters:
  ///   - table: The reports of a level; of articles where stories are told.
  ///   - suppliers: Those of suppliers where stories are told, else nil.
  /// - Returns: The places of the reports of clusters with two reports or more.
  public func members(_ table: ClusterTable, _ suppliers: ClusterTable?) -> [[Int]] {
    let told = suppliers.map { self.told(table, $0) }
    let own = (told?.articles ?? table.clusterCells).map { (table: table, cell: $0) }
    let others = (told?.suppliers ?? []).compactMap { story in
      suppliers.map { (table: $0, cell: story.cell) }
    }
    return (own + others).map { (rank: $0.table.rank($0.cell), $0.table, $0.cell) }
      .sorted { $0.rank < $1.rank }
      .map { $1.cells[$2].entries }.filter { $0.count > 1 }
      .map { $0.map { Int($0.report) } }
  }

  /// A supplier's cell that tells a story, with where the trouble sits; nil where people decided
  /// about it, whatever it explains.
  private typealias Story = (cell: Int, places: [ComplaintCluster.Place]?)

  private func told(
    _ bySKU: ClusterTable,
    _ bySupplier: ClusterTable
  ) -> (articles: [Int], suppliers: [Story]) {
    var articles = bySKU.clusterCells
    var stories: [Story] = []
    for number in bySupplier.clusterCells {
      if kept.contains(bySupplier.id(number)) {
        stories.append((number, nil))
        continue
      }
      let cell = bySupplier.cells[number]
      let issue = bySupplier.counted.issues[cell.issue]
      let skus = Set(cell.entries.compactMap { bySupplier.reports[Int($0.report)].sku })
      guard skus.count > 1,
        let places = bySKU.places(
          ofSupplier: bySupplier.counted.keys[cell.key],
          issue: issue
        )
      else { continue }
      articles.removeAll { article in
        let cell = bySKU.cells[article]
        return !bySKU.tier(article).isHazard && bySKU.counted.issues[cell.issue] == issue
          && skus.contains(bySKU.counted.keys[cell.key]) && !kept.contains(bySKU.id(article))
      }
      stories.append((number, places))
    }
    return (articles, stories)
  }
}
