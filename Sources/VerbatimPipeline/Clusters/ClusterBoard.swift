internal import VerbatimCore
public import VerbatimStatistics
internal import VerbatimStore

/// The clusters of every level and the stories over them, from one look at the store.
public struct ClusterBoard: Sendable {
  /// Articles and suppliers together, each story once, with what nearly was one.
  public private(set) var scan: ClusterScan
  /// The clusters by level.
  public private(set) var levels: [ComplaintCluster.Level: [ComplaintCluster]]

  /// The clusters of a level, the stories for nil; hazards first.
  public subscript(level: ComplaintCluster.Level?) -> [ComplaintCluster] {
    level.map { levels[$0] ?? [] } ?? scan.clusters
  }

  /// The board with a cluster in the place of the one with its id, where that stands.
  ///
  /// Its state and its log alone are taken over: a decision changes nothing that was counted. What
  /// is snoozed, verified or closed moves to the end, as it does in a count.
  public func replacing(_ cluster: ComplaintCluster) -> ClusterBoard {
    func replaced(_ clusters: [ComplaintCluster]) -> [ComplaintCluster] {
      clusters.map { old in
        guard old.id == cluster.id else { return old }
        var new = old
        new.state = cluster.state
        new.life = cluster.life
        return new
      }.sorted { left, right in
        left.state.rank != right.state.rank
          ? left.state.rank < right.state.rank : ClusterFinder.comesBefore(left, right)
      }
    }
    var board = self
    board.scan.clusters = replaced(scan.clusters)
    board.levels = levels.mapValues(replaced)
    return board
  }

  init(
    scan: ClusterScan,
    levels: [ComplaintCluster.Level: [ComplaintCluster]]
  ) {
    self.scan = scan
    self.levels = levels
  }
}

extension ClusterRun {
  /// The complaints of every level, as ``clusters(by:asOf:direction:)`` gives them one by one, read
  /// and counted once for all.
  ///
  /// - Parameters:
  ///   - nearMisses: How many near misses at most.
  ///   - observe: Gets every signal of the walk.
  /// - Returns: The clusters.
  /// - Throws: A failure of the store.
  /// - Complexity: One walk over the store, O(*n* log *n*) in its signals; all reports are held
  ///   meanwhile, some 400 bytes each.
  public func board(
    nearMisses: Int = 0,
    observing observe: (Report) -> Void = { _ in }
  ) throws(StoreFailure) -> ClusterBoard {
    let known = try knowledge(asOf: nil, direction: .negative, observing: observe)
    let finder = known.finder()
    let coverage = coverage(of: known.reports)
    func finished(_ clusters: [ComplaintCluster]) throws(StoreFailure) -> [ComplaintCluster] {
      var clusters = known.withLives(clusters)
      for index in clusters.indices { clusters[index].coverage = coverage }
      try addLikelyLots(to: &clusters)
      return clusters
    }
    let bySKU = ClusterTable(known.numbered, by: .sku, finder: finder)
    let bySupplier = ClusterTable(known.numbered, by: .supplier, finder: finder)
    let byLot = ClusterTable(known.numbered, by: .lot, finder: finder)
    var options = ClusterScanOptions()
    options.nearMisses = nearMisses
    var scan = finder.scan(bySKU, bySupplier, options)
    scan.clusters = try finished(scan.clusters)
    return ClusterBoard(
      scan: scan,
      levels: [
        .sku: try finished(bySKU.clusters()), .supplier: try finished(bySupplier.clusters()),
        .lot: try finished(byLot.clusters()),
      ]
    )
  }
}
