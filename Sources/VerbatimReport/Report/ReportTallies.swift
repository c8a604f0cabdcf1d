internal import VerbatimCore
internal import VerbatimStatistics

/// What is counted of a walk over the store: the map's combinations and the suppliers' scorecards.
///
/// It hangs on nothing that is found in the clusters, so that it can be counted meanwhile.
public struct ReportTallies: Sendable {
  let coverage: ReportMaterial.Coverage
  let period: (first: Instant, last: Instant)?
  let articles: CombinationTally
  let suppliers: CombinationTally
  let scores: SupplierTally
  /// The issue farthest above expectation of each supplier, of those that an alert could be made of.
  let worst: [String: String]

  /// Counts a walk.
  ///
  /// - Complexity: O(*n* log *n*) in its signals.
  public init(_ walk: ReportWalk) {
    coverage = walk.coverage
    period = walk.period
    let entries = walk.inOrder
    let tallies = SideBySide.map([ComplaintCluster.Level.sku, .supplier]) { level in
      level == .sku
        ? CombinationTally(entries, of: walk, by: walk.skuNames) { $0.sku }
        : CombinationTally(entries, of: walk, by: walk.supplierNames) { $0.supplier }
    }
    articles = tallies[0]
    suppliers = tallies[1]
    scores = SupplierTally(entries, of: walk)
    worst = Self.worst(suppliers)
  }

  private static func worst(_ tally: CombinationTally) -> [String: String] {
    let finder = ClusterFinder()
    var worst: [String: (eb05: Double, issue: String)] = [:]
    let combinations = tally.combinations.filter { tally.count($0) >= finder.minimumCount }
    let posteriors = tally.posteriors(of: combinations)
    for combination in combinations {
      guard let eb05 = posteriors[combination]?.lower, eb05 > 1 else { continue }
      if eb05 > worst[combination.key]?.eb05 ?? 0 {
        worst[combination.key] = (eb05, combination.issue)
      }
    }
    return worst.mapValues(\.issue)
  }
}
