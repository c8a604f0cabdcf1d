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
    let tally = material.scan.articles
    guard !tally.cells.isEmpty else { return nil }
    let weighed = tally.cells.indices.filter {
      !tally.cells[$0].isHazard && tally.cells[$0].count >= Self.fewestWeighed
    }
    // A row or a column is worth what its strongest cell is; a hazard outweighs all.
    var worths = tally.cells.map { $0.isHazard ? 1000 : 0.0 }
    for cell in weighed { worths[cell] = tally.ratio(cell).lower }
    var rows: [String: Double] = [:]
    var columns: [String: Double] = [:]
    for (cell, worth) in zip(tally.cells, worths) {
      let (key, issue) = (tally.keys[cell.key].name, tally.issues[cell.issue])
      rows[key] = max(rows[key] ?? 0, worth)
      columns[issue] = max(columns[issue] ?? 0, worth)
    }
    let keys = Self.best(rows, HeatMapView.rowLimit)
    let issues = Self.best(columns, HeatMapView.columnLimit)
    let shown = Set(
      keys.flatMap { key in issues.compactMap { tally.cell(key: key, issue: $0) } }
    )
    var alerts: [Int: ComplaintCluster] = [:]
    for cluster in material.clusters where cluster.level == .sku {
      guard let cell = tally.cell(key: cluster.key, issue: cluster.issue), shown.contains(cell),
        alerts[cell] == nil
      else { continue }
      alerts[cell] = cluster
    }
    return HeatMapView(
      "SKU",
      rows: keys.map { ($0, tally.total(ofKey: $0)) },
      issues: issues.sorted()
    ) { key, issue in
      guard let cell = tally.cell(key: key, issue: issue) else { return nil }
      // A cluster may have been decided about.
      let cluster = alerts[cell]
      let ratio = tally.ratio(cell)
      return HeatMapView.Count(
        observed: tally.cells[cell].count,
        expected: tally.cells[cell].expected,
        ebgm: ratio.geometricMean,
        eb05: ratio.lower,
        isAlert: cluster.map { $0.state != .watch && !$0.tier.isHazard } ?? false,
        isHazard: tally.cells[cell].isHazard,
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
