public import VerbatimCore
public import VerbatimStatistics
public import VerbatimStore

/// What a report is made of: the clusters of a run, and what the store says around them.
public struct ReportMaterial: Sendable {
  /// What a run found: clusters and hazards in their order, near misses, placebo runs.
  public var scan: ClusterScan
  /// How issues, articles and suppliers are called.
  public var names = ClusterNames()
  /// What the page is called; nil for Verbatim's own words.
  public var title: String?
  /// What made the signals; several when the store holds those of several engines.
  public var engines: [FeedbackSignal.Engine] = []
  /// The command that makes the same report again.
  public var command = ""
  /// The satisfaction index by segment; nil when it was not reckoned.
  public var index: IndexTableView?
  /// Conversations by residual; nil when they were not audited.
  public var conversations: ResidualsView?
  /// What customers praise beyond chance; nil when it was not looked for.
  public var praise: [ComplaintCluster]?
  /// The sources of feedback, and whether one has stopped; empty when it was not asked.
  public var sources: [SourceSilence] = []
  /// Only what had happened by the end of this day; nil takes all.
  let asOf: Instant?
  let imports: [(file: ImportFile, counts: ImportCounts, isFinished: Bool)]
  let rejects: [Diagnostic]
  private(set) var coverage: Coverage
  let period: (first: Instant, last: Instant)?
  /// The stored rows of the signals that clusters quote.
  let quoted: [String: Report]
  let texts: [String: StoredVerbatim]
  let suppliers: [SupplierTableView.Supplier]

  /// The clusters and hazards, in their order.
  var clusters: [ComplaintCluster] { scan.clusters }

  /// The clusters of which the page tells by name what they are about: of what is shown, listed or
  /// nearly was an alert.
  public var named: [ComplaintCluster] {
    let listed = ReportBuilder.detailLimit + OtherClustersView.lineLimit
    let hazards = clusters.lazy.filter(\.tier.isHazard).prefix(listed)
    let alerts = clusters.lazy.filter { !$0.tier.isHazard && $0.state != .watch }.prefix(listed)
    let keys = Set(clusters.shownInFull(ReportBuilder.detailLimit).map(\.key))
      .union(hazards.map(\.key)).union(alerts.map(\.key)).union(scan.nearMisses.map(\.key))
    return clusters.filter { keys.contains($0.key) }
  }

  /// Of how many signals it is known what they are about.
  struct Coverage: Sendable {
    var signals = 0
    var withSKU = 0
    var withSupplier = 0
    var withLot = 0
    var scored = 0
    var incentivised = 0
    /// Those whose lot is likely from dates; over the whole store.
    var lotsInferred: Int?
  }

  /// How many clusters that are not shown in full have their words read (authored): some of them
  /// come to the top when people have decided about those before.
  static let quotedLimit = 500

  /// The most rejects that are listed.
  static let rejectLimit = 200

  /// Reads what a report needs.
  ///
  /// - Parameters:
  ///   - store: Where the signals are.
  ///   - scan: What a run over the same store found.
  ///   - walk: That run's walk over the store; nil walks over it again.
  ///   - asOf: Only what had happened by the end of this day, as the run was told.
  /// - Throws: A failure of the store.
  /// - Complexity: O(*n* log *n*) in the signals, and one look-up for each quote that is shown.
  public init(
    _ store: SignalStore,
    scan: ClusterScan,
    walk: ReportWalk? = nil,
    asOf: Instant? = nil
  ) throws(StoreFailure) {
    self.scan = scan
    self.asOf = asOf
    imports = try store.imports()
    var rejects: [Diagnostic] = []
    for entry in imports.reversed() where entry.counts.rejected > 0 {
      guard rejects.count < Self.rejectLimit else { break }
      rejects += try store.rejects(import: entry.file.contentHash)
        .prefix(Self.rejectLimit - rejects.count)
    }
    self.rejects = rejects

    let clusters = scan.clusters
    let walk = if let walk { walk } else { try Self.walk(store, asOf: asOf) }
    coverage = walk.coverage
    if asOf == nil { coverage.lotsInferred = try store.inferredLots() }
    period = walk.period
    let wanted = Self.quotedSignals(of: clusters)
    quoted = try store.reports(ofSignals: wanted)
    var texts: [String: StoredVerbatim] = [:]
    for id in wanted { texts[id] = try store.verbatim(ofSignal: id) }
    self.texts = texts

    suppliers = Self.suppliers(scan)
  }

  /// The suppliers, the greatest share of complaints first.
  private static func suppliers(_ scan: ClusterScan) -> [SupplierTableView.Supplier] {
    let worst = scan.suppliers.worst
    let alerts = Dictionary(
      scan.clusters.filter { $0.level == .supplier && $0.state == .open }.map { ($0.key, 1) },
      uniquingKeysWith: +
    )
    return scan.suppliers.keys.map { key in
      SupplierTableView.Supplier(
        id: key.name,
        articles: key.articles,
        reports: key.total,
        complaints: key.complainers,
        worst: worst[key.name],
        alerts: alerts[key.name] ?? 0,
        lotsKnown: key.reports > 0 ? Double(key.withLot) / Double(key.reports) : nil
      )
    }.sorted { left, right in
      // By cross-multiplying, so that no rounding of shares decides.
      let products = (left.complaints * right.reports, right.complaints * left.reports)
      return products.0 == products.1 ? left.id < right.id : products.0 > products.1
    }
  }

  private static func walk(_ store: SignalStore, asOf: Instant?) throws(StoreFailure) -> ReportWalk
  {
    var walk = ReportWalk()
    try store.forEachReport(filter(asOf: asOf)) { walk.add($0) }
    return walk
  }

  /// The signals whose words are shown: of clusters in full as many as their part shows, of other
  /// hazards and alerts, the first of them, as many as a card or a row.
  private static func quotedSignals(of clusters: [ComplaintCluster]) -> [String] {
    let inFull = clusters.shownInFull(ReportBuilder.detailLimit).flatMap {
      $0.evidence.prefix(ReportBuilder.quoteLimit)
    }
    let others = clusters.lazy.filter { $0.tier.isHazard || $0.state != .watch }
      .prefix(quotedLimit).flatMap { $0.evidence.prefix(HazardCardView.quoteLimit) }
    return Set((inFull + others).map(\.signalID)).sorted()
  }

  /// What had happened by the end of a day; all where none is stated.
  public static func filter(asOf: Instant?) -> SignalFilter {
    var filter = SignalFilter()
    if let asOf {
      filter.until = Instant(seconds: (Int64(asOf.dayNumber) + 1) * 86_400, precision: .day)
    }
    return filter
  }
}
