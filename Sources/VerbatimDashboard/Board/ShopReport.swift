internal import VerbatimPipeline
internal import VerbatimReport

/// What the pages show of the whole store, made once for each of its states.
struct ShopReport: Sendable {
  /// The clusters, each story once, hazards first.
  let clusters: [ComplaintCluster]
  /// What makes rows, cards and details of clusters.
  let builder: ReportBuilder
  /// The parts of a report: ledger, coverage, what nearly fired, the map, suppliers.
  let view: ReportView

  /// Reads and counts a store.
  init(_ store: SignalStore, names: ClusterNames) throws {
    var options = ClusterScanOptions()
    options.nearMisses = ReportBuilder.nearLimit
    let scan = try ClusterRun(store).scan(options)
    clusters = scan.clusters
    var material = try ReportMaterial(store, scan: scan)
    material.names = names
    builder = ReportBuilder(material, links: Links(.dashboard))
    view = builder.view
  }
}
