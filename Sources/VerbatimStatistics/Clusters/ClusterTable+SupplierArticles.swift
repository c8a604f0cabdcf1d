extension ClusterTable {
  /// How the articles of a supplier stand for an issue.
  ///
  /// Every cluster of one of them asks the same, so that it is found once for all.
  struct SupplierArticles: Sendable {
    let supplier: Int
    /// The articles with their reports, ascending by key, and the keys.
    let counts: [PlaceLikelihood.Count]
    let keys: [Int]
    /// All their reports.
    let reports: Int
    /// The sum of the scores of those that deserve a rate of their own.
    let score: Double
    /// One rate for all of them; nil when it rests on one alone.
    let shared: (count: PlaceLikelihood.Count, score: Double)?
    /// Those nearest to an alert, one more than a cluster lists, since one may be its own.
    let nearest: [ComplaintCluster.Sibling]

    /// The reports of an article; nil of one that is not the supplier’s.
    func count(ofKey key: Int) -> PlaceLikelihood.Count? {
      keys.firstIndex(of: key).map { counts[$0] }
    }
  }

  /// How the articles of a supplier stand for an issue.
  ///
  /// - Complexity: O(the strata of its articles, and the reports of the issue about them).
  func articles(ofSupplier supplier: Int, issue: Int) -> SupplierArticles {
    let counts = supplierCounts(supplier, issue: issue)
    return SupplierArticles(
      supplier: supplier,
      counts: counts,
      keys: margins.keysOfSupplier[supplier],
      reports: counts.reduce(0) { $0 + $1.observed },
      score: PlaceLikelihood.articles(counts).sum,
      shared: PlaceLikelihood.supplier(counted.suppliers[supplier], counts),
      nearest: nearest(ofSupplier: supplier, issue: issue)
    )
  }

  /// The clusters of cells, in the order of the cells.
  func clusters(of cells: [Int]) -> [ComplaintCluster] {
    // Those that ask the same of a supplier stand together.
    var pairs = PairTable()
    var groups: [[Int]] = []
    for (place, number) in cells.enumerated() {
      let supplier = level == .sku ? mainSupplier(of: self.cells[number]) ?? -1 : -1
      let (group, isNew) = pairs.number(of: Int32(supplier), Int32(self.cells[number].issue))
      if isNew { groups.append([]) }
      groups[group].append(place)
    }
    let found = SideBySide.map(groups) { places in
      let articles = articles(of: cells[places[0]])
      return places.map { (place: $0, cluster: cluster(cells[$0], articles)) }
    }
    var clusters = [ComplaintCluster?](repeating: nil, count: cells.count)
    for (place, cluster) in found.joined() { clusters[place] = cluster }
    return clusters.compactMap(\.self)
  }

  /// How the articles of a cell’s supplier stand for its issue; nil where none is known, and of
  /// what is no article.
  func articles(of number: Int) -> SupplierArticles? {
    guard level == .sku else { return nil }
    let cell = cells[number]
    return mainSupplier(of: cell).map { articles(ofSupplier: $0, issue: cell.issue) }
  }
}
