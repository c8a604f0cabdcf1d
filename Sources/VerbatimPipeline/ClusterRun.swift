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
  /// - Returns: The clusters, hazards first.
  /// - Throws: A failure of the store.
  public func clusters(
    by level: ComplaintCluster.Level?,
    asOf: Instant? = nil
  ) throws(StoreFailure) -> [ComplaintCluster] {
    let reports = try reports(asOf: asOf)
    let finder = ClusterFinder()
    var clusters = level.map { finder.clusters(reports, by: $0) } ?? finder.stories(reports)
    let coverage = coverage(of: reports)
    for index in clusters.indices { clusters[index].coverage = coverage }
    return clusters
  }

  /// Of what share of reports it is known what they are about.
  private func coverage(of reports: [ComplaintReport]) -> ComplaintCluster.Coverage? {
    guard !reports.isEmpty else { return nil }
    var counts = (sku: 0, supplier: 0, lot: 0)
    for report in reports {
      counts.sku += report.sku == nil ? 0 : 1
      counts.supplier += report.supplier == nil ? 0 : 1
      counts.lot += report.lot == nil ? 0 : 1
    }
    func share(_ count: Int) -> Double { Double(count) / Double(reports.count) }
    return ComplaintCluster.Coverage(
      sku: share(counts.sku),
      supplier: share(counts.supplier),
      lot: share(counts.lot)
    )
  }

  /// A quote inside the sentence it was found in, marked ‹so›, for a person to read.
  ///
  /// - Parameter evidence: A cluster's evidence.
  /// - Returns: The passage, at most some 160 bytes on either side; the quote alone when the text is
  ///   not there.
  /// - Throws: A failure of the store.
  public func passage(
    around evidence: ComplaintCluster.Evidence
  ) throws(StoreFailure) -> String {
    guard let verbatim = try store.verbatim(ofSignal: evidence.signalID) else {
      return evidence.quote
    }
    let text: String? =
      switch evidence.part {
      case "title": verbatim.title
      case "text": verbatim.text
      default:
        verbatim.turns.indices.first { "turns[\($0)]" == evidence.part }
          .map { verbatim.turns[$0].text }
      }
    guard let bytes = text.map({ Array($0.utf8) }), evidence.range.end <= bytes.count,
      evidence.range.count > 0
    else { return evidence.quote }
    return Passage(bytes, around: evidence.range).marked
  }

  /// Reports without incentivised reviews, in the order of the store.
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
