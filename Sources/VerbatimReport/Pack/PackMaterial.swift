public import VerbatimCore
public import VerbatimStatistics
public import VerbatimStore

/// What an evidence pack is made of: one cluster and every report in it.
public struct PackMaterial: Sendable {
  /// One report, redacted as it is stored.
  public struct Row: Sendable {
    /// The stored row.
    public let report: Report
    /// The issue of the cluster in it, the gravest and surest.
    public let issue: ReportedIssue
    /// Every place of the same part that speaks of the issue.
    public let ranges: [ByteRange]
    /// The words of all its parts.
    public let verbatim: StoredVerbatim?
    /// The part that the evidence lies in; nil for a return reason's code.
    public let text: String?
  }

  /// The cluster.
  public let cluster: ComplaintCluster
  /// Its reports, in order of time.
  public let rows: [Row]
  /// How many units of each lot came in; nil where there is no receiving log.
  public var received: [String: Int]?
  /// What people decided about the cluster and what followed; nil where it was not asked.
  public var life: ClusterLife?
  /// How issues, articles and suppliers are called.
  public var names = ClusterNames()
  /// What made the signals.
  public var engines: [FeedbackSignal.Engine] = []
  /// Who the pack is from; nil where nobody said.
  public var sender: String?
  /// The supplier of most of its reports.
  public let supplier: String?
  /// What the store counted: in = signals + duplicates + rejected.
  public let counts: ImportCounts
  /// Only what had happened by the end of this day; nil takes all.
  public let asOf: Instant?
  /// The first and the last day of feedback in the store.
  let period: (first: Instant, last: Instant)?

  /// The lots of the cluster with what came in of each, the likeliest first.
  public var lots: [PackLot] {
    cluster.lots.map { PackLot($0, units: received?[$0.name]) }
  }

  /// The articles that the cluster is about: its own, or those of its reports.
  public var articles: Set<String> {
    cluster.level == .sku ? [cluster.key] : Set(rows.compactMap(\.report.sku))
  }

  /// Reads the reports of a cluster: those that it counted.
  ///
  /// - Parameters:
  ///   - store: Where the signals are.
  ///   - cluster: What a run over the same store found.
  ///   - asOf: Only what had happened by the end of this day, as the run was told.
  /// - Throws: A failure of the store.
  public init(
    _ store: SignalStore,
    cluster: ComplaintCluster,
    asOf: Instant? = nil
  ) throws(StoreFailure) {
    self.cluster = cluster
    self.asOf = asOf
    var filter = ReportMaterial.filter(asOf: asOf)
    switch cluster.level {
    case .sku: filter.sku = cluster.key
    case .supplier: filter.supplier = cluster.key
    case .lot: break
    }
    let counted = Set(cluster.signalIDs)
    var kept: [(report: Report, issue: ReportedIssue)] = []
    try store.forEachReport(filter) { report in
      guard counted.contains(report.signalID), let issue = Self.best(report, cluster.issue)
      else { return }
      kept.append((report, issue))
    }
    period = try Self.period(store, asOf)
    kept.sort {
      ($0.report.eventTime?.seconds ?? .max, $0.report.signalID)
        < ($1.report.eventTime?.seconds ?? .max, $1.report.signalID)
    }
    rows = try kept.map { entry throws(StoreFailure) in
      let verbatim = try store.verbatim(ofSignal: entry.report.signalID)
      return Row(
        report: entry.report,
        issue: entry.issue,
        ranges: Self.ranges(entry.report, entry.issue),
        verbatim: verbatim,
        text: Self.text(verbatim, entry.issue.part)
      )
    }
    var suppliers: [String: Int] = [:]
    for row in rows {
      if let supplier = row.report.supplier { suppliers[supplier, default: 0] += 1 }
    }
    supplier =
      cluster.level == .supplier
      ? cluster.key : suppliers.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
    counts = try store.imports().reduce(into: ImportCounts()) { sum, entry in
      sum.signals += entry.counts.signals
      sum.duplicates += entry.counts.duplicates
      sum.rejected += entry.counts.rejected
    }
  }

  private static func period(
    _ store: SignalStore,
    _ asOf: Instant?
  ) throws(StoreFailure) -> (first: Instant, last: Instant)? {
    var first: Instant?
    var last: Instant?
    try store.forEachReport(ReportMaterial.filter(asOf: asOf)) { report in
      guard let time = report.eventTime else { return }
      first = first.map { min($0, time) } ?? time
      last = last.map { max($0, time) } ?? time
    }
    return first.flatMap { first in last.map { (first, $0) } }
  }

  private static func best(_ report: Report, _ code: String) -> ReportedIssue? {
    report.issues.filter { $0.code == code && $0.modality.isReport }
      .min { ($0.tier.rawValue, -$0.confidence) < ($1.tier.rawValue, -$1.confidence) }
  }

  private static func ranges(_ report: Report, _ best: ReportedIssue) -> [ByteRange] {
    report.issues.compactMap { issue in
      guard issue.code == best.code, issue.modality.isReport, issue.part == best.part,
        let start = issue.start, let end = issue.end
      else { return nil }
      return ByteRange(start, end)
    }.sorted()
  }

  private static func text(_ verbatim: StoredVerbatim?, _ part: TextPart?) -> String? {
    guard let verbatim, let part else { return nil }
    switch part {
    case .title: return verbatim.title
    case .text: return verbatim.text
    case .turn(let index):
      return verbatim.turns.indices.contains(index) ? verbatim.turns[index].text : nil
    }
  }
}
