internal import VerbatimPipeline
internal import VerbatimReport

/// Clusters with their words and weeks, read for those that a page shows.
struct ClusterList {
  private let services: Services
  private let builder: ReportBuilder

  init(_ services: Services, _ shop: ShopReport) {
    self.services = services
    builder = shop.builder
  }

  /// The rows of a list, and the axis of their intervals.
  func rows(_ clusters: [ComplaintCluster]) throws -> (axis: Drawing?, rows: [ClusterRowView]) {
    builder.rows(clusters, book: try book(of: clusters, limit: 1))
  }

  /// One cluster with everything about it.
  func detail(_ cluster: ComplaintCluster) throws -> ClusterDetailView {
    builder.detail(cluster, book: try book(of: [cluster], limit: ReportBuilder.quoteLimit))
  }

  /// The words of the evidence that is shown.
  private func book(of clusters: [ComplaintCluster], limit: Int) throws -> QuoteBook {
    let ids = clusters.flatMap { $0.evidence.prefix(limit).map(\.signalID) }
    var texts: [String: StoredVerbatim] = [:]
    for id in ids where texts[id] == nil { texts[id] = try services.store.verbatim(ofSignal: id) }
    return QuoteBook(
      reports: try services.store.reports(ofSignals: ids),
      texts: texts,
      links: Links(.dashboard)
    )
  }
}
