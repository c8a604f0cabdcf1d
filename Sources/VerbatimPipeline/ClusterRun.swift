public import VerbatimCore
public import VerbatimStatistics
public import VerbatimStore

/// Reads reports from the store and finds the complaint clusters in them.
public struct ClusterRun: Sendable {
  private let store: SignalStore

  /// A run over a store.
  public init(_ store: SignalStore) { self.store = store }

  /// The clusters of one level, or the stories over articles and suppliers when `level` is nil.
  ///
  /// - Parameters:
  ///   - level: What to count by.
  ///   - asOf: Only what had happened by the end of this day; nil takes all.
  public func clusters(
    by level: ComplaintCluster.Level?,
    asOf: Instant? = nil
  ) throws(StoreFailure) -> [ComplaintCluster] {
    let reports = try reports(asOf: asOf)
    let finder = ClusterFinder()
    guard let level else { return finder.stories(reports) }
    return finder.clusters(reports, by: level)
  }

  /// Reports without incentivised reviews and merchant replies, in the order of the store.
  private func reports(asOf: Instant?) throws(StoreFailure) -> [ComplaintReport] {
    var filter = SignalFilter()
    if let asOf {
      filter.until = Instant(seconds: (Int64(asOf.dayNumber) + 1) * 86_400, precision: .day)
    }
    var reports: [ComplaintReport] = []
    try store.forEachReport(filter) { report in
      guard !report.isIncentivised else { return }
      reports.append(
        ComplaintReport(
          signalID: report.signalID,
          eventTime: report.eventTime,
          sku: report.sku,
          supplier: report.supplier,
          lot: report.lot,
          customerKey: report.customerKey,
          textKey: report.textKey,
          issues: report.issues.map(\.issue)
        )
      )
    }
    return reports.sorted { $0.signalID < $1.signalID }
  }
}

extension ReportedIssue {
  /// The issue as the statistics know it.
  fileprivate var issue: Issue {
    var evidence: Issue.Evidence?
    if let part, let start, let end {
      evidence = Issue.Evidence(part: part, range: ByteRange(start, end), quote: quote ?? "")
    }
    return Issue(
      code: code,
      tier: tier,
      confidence: confidence,
      modality: modality,
      intent: .complaint,
      attribution: attribution,
      evidence: evidence
    )
  }
}
