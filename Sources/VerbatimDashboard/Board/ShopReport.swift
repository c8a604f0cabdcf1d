internal import VerbatimPipeline
internal import VerbatimReport

/// What the pages show of the clusters and around them, made once for each state of the store.
struct ShopReport: Sendable {
  /// The clusters, each story once, hazards first.
  let clusters: [ComplaintCluster]
  /// What makes rows, cards and details of clusters.
  let builder: ReportBuilder
  /// The parts of a report: ledger, coverage, what nearly fired, the map, suppliers.
  let view: ReportView

  /// Reads a store around its clusters.
  init(
    _ store: SignalStore,
    scan: ClusterScan,
    walk: ReportWalk,
    names: ClusterNames
  ) throws {
    var material = try ReportMaterial(store, scan: scan, walk: walk)
    material.names = names
    self.init(scan.clusters, ReportBuilder(material, links: Links(.dashboard)))
  }

  private init(_ clusters: [ComplaintCluster], _ builder: ReportBuilder) {
    self.clusters = clusters
    self.builder = builder
    view = builder.view
  }

  /// The report with the same clusters in other states; nothing is counted anew.
  func replacing(_ clusters: [ComplaintCluster]) -> ShopReport {
    ShopReport(clusters, builder.replacing(clusters))
  }
}
