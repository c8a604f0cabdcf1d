internal import VerbatimCore
internal import VerbatimStatistics

/// The map of articles and issues with the rows and columns that say most.
struct ReportMap {
  /// The fewest reports by which a cell is worth something (authored: those of an alert).
  private static let fewestWeighed = 3

  private let material: ReportMaterial
  private let links: Links

  init(_ material: ReportMaterial, links: Links) {
    self.material = material
    self.links = links
  }

  /// The map; nil when no report with an issue names its article.
  var view: HeatMapView? {
    let tally = material.articles
    let combinations = tally.combinations
    guard !combinations.isEmpty else { return nil }
    let weighed = combinations.filter {
      !tally.isHazard($0) && tally.count($0) >= Self.fewestWeighed
    }
    let worths = tally.posteriors(of: weighed).mapValues(\.lower)
    // A row or a column is worth what its strongest cell is; a hazard outweighs all.
    var rows: [String: Double] = [:]
    var columns: [String: Double] = [:]
    for combination in combinations {
      let worth = tally.isHazard(combination) ? 1000 : worths[combination] ?? 0
      rows[combination.key] = max(rows[combination.key] ?? 0, worth)
      columns[combination.issue] = max(columns[combination.issue] ?? 0, worth)
    }
    let keys = Self.best(rows, HeatMapView.rowLimit)
    let issues = Self.best(columns, HeatMapView.columnLimit)
    let shown = keys.flatMap { key in
      issues.map { CombinationTally.Combination(key: key, issue: $0) }
    }.filter { tally.count($0) > 0 }
    let posteriors = tally.posteriors(of: shown)
    var alerts: [CombinationTally.Combination: ComplaintCluster] = [:]
    for cluster in material.clusters where cluster.level == .sku {
      let combination = CombinationTally.Combination(key: cluster.key, issue: cluster.issue)
      guard posteriors[combination] != nil, alerts[combination] == nil else { continue }
      alerts[combination] = cluster
    }
    return HeatMapView(
      "SKU",
      rows: keys.map { ($0, tally.keyTotals[$0] ?? 0) },
      issues: issues.sorted()
    ) { key, issue in
      let combination = CombinationTally.Combination(key: key, issue: issue)
      let count = tally.count(combination)
      guard count > 0, let posterior = posteriors[combination] else { return nil }
      // A cluster knows of near copies, of what people marked out and of its strata.
      let cluster = alerts[combination]
      return HeatMapView.Count(
        observed: cluster?.observed ?? count,
        expected: cluster?.expected ?? tally.expected(combination),
        ebgm: cluster?.shrunkRatio.geometricMean ?? posterior.geometricMean,
        eb05: cluster?.shrunkRatio.lower ?? posterior.lower,
        isAlert: cluster.map { $0.state != .watch && !$0.tier.isHazard } ?? false,
        isHazard: tally.isHazard(combination),
        href: cluster.map { links.cluster($0.id) }
      )
    }
  }

  /// The names that are worth most, the best first.
  private static func best(_ worths: [String: Double], _ limit: Int) -> [String] {
    worths.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .prefix(limit).map(\.key)
  }
}
