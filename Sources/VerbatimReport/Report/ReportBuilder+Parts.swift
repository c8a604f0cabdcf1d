public import VerbatimStatistics

/// Parts of a report for pages that show some of them: the dashboard's.
extension ReportBuilder {
  /// The builder over the same counts, with the clusters in the states that people have brought
  /// them to since.
  public func replacing(_ clusters: [ComplaintCluster]) -> ReportBuilder {
    var material = material
    material.scan.clusters = clusters
    return ReportBuilder(material, links: links)
  }

  /// How many hazards there are, and how many other alerts.
  public var counts: (hazards: Int, alerts: Int) { (hazards.count, alerts.count) }

  /// The rows of a list of clusters, and the axis that their intervals share.
  ///
  /// - Parameters:
  ///   - clusters: The clusters, in their order.
  ///   - book: Their words.
  /// - Returns: The axis, nil without clusters, and the rows.
  public func rows(
    _ clusters: [ComplaintCluster],
    book: QuoteBook
  ) -> (axis: Drawing?, rows: [ClusterRowView]) {
    let scale = Scale(
      ratiosUpTo: clusters.flatMap { [$0.shrunkRatio.lower, $0.shrunkRatio.upper] }
    )
    let rows = clusters.map { cluster in
      ClusterRowView(
        cluster,
        names: material.names,
        links: links,
        scale: scale,
        quote: cluster.evidence.first.map { book.quote($0, issue: cluster.issue) },
        chart: chart(cluster)
      )
    }
    let axis = IntervalDrawing.axis(scale, width: 216, emphasis: ClusterFigures.alertRatio)
    return (clusters.isEmpty ? nil : axis, rows)
  }

  /// The cards of hazards, the gravest first.
  ///
  /// - Parameters:
  ///   - limit: At most so many.
  ///   - form: The form by which one is judged; nil where that cannot be done.
  /// - Returns: The cards, in that order.
  public func hazardCards(
    limit: Int,
    form: (ComplaintCluster) -> DecisionFormView?
  ) -> [HazardCardView] {
    hazards.prefix(limit).map { cluster in
      HazardCardView(
        cluster,
        names: material.names,
        links: links,
        quotes: book.quotes(of: cluster, limit: 2),
        form: form(cluster)
      )
    }
  }
}
