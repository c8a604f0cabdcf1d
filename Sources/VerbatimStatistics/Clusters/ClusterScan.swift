public import VerbatimCore

/// One look at all reports: the clusters, what nearly was one, and what chance alone would make.
public struct ClusterScan: Sendable {
  /// The clusters, hazards first.
  public var clusters: [ComplaintCluster]
  /// What came nearest to an alert, the nearest first.
  public var nearMisses: [NearMiss]
  /// How many combinations were tested.
  public var testsRun: Int
  /// What placebo runs made; nil where none was asked for.
  public var placebo: PlaceboOutcome?
  /// Among which reports expectations were taken, for what share of them, the finest first.
  public var expectedWithin: [ExpectationShare] = []

  /// The numbers of all articles; nothing where one level is looked at.
  public var articles = CombinationTally()
  /// The numbers of all suppliers; nothing where one level is looked at.
  public var suppliers = CombinationTally()

  /// The alerts that rest on statistics, hazards left out.
  public var alerts: Int { clusters.count { $0.state == .open && !$0.tier.isHazard } }

  /// Writes near misses, alerts and placebo as `cluster.near_misses.v1`.
  public func writeNearMisses(to json: inout JSONWriter) {
    json.object { json in
      json.field("type", "cluster.near_misses.v1")
      json.field("tests_run", testsRun)
      json.field("alerts", alerts)
      json.field(
        "expected_false_alerts",
        placebo?.expectedAlerts.map(ComplaintCluster.shown)
      )
      if let placebo { json.object("placebo") { placebo.write(to: &$0) } }
      json.array("expected_within", expectedWithin) { $1.write(to: &$0) }
      json.array("near_misses", nearMisses) { $1.write(to: &$0) }
    }
  }
}

/// How much of a look is wanted.
public struct ClusterScanOptions: Hashable, Sendable {
  /// What to count by; nil for the stories over articles and suppliers.
  public var level: ComplaintCluster.Level?
  /// How many near misses at most.
  public var nearMisses = 0
  /// How many placebo runs.
  public var placeboRuns = 0
  /// Where their shuffles come from.
  public var seed: UInt64 = 20_261_122

  /// How many clusters have their words read, those that are shown in full first; nil for all.
  public var worded: Int?

  /// Clusters and nothing else.
  public init(level: ComplaintCluster.Level? = nil) { self.level = level }
}

extension ClusterFinder {
  /// What is looked for beside the clusters.
  private enum Look: CaseIterable {
    case near, placebo
  }

  /// Looks at all reports by one level, or by articles and suppliers together.
  ///
  /// Near misses and placebo are those of the level, or of articles where stories are told: a
  /// supplier's story is made of its articles' reports.
  ///
  /// - Complexity: O(*n* log *n*) in the reports, and O(*n*) for each placebo run.
  public func scan(_ reports: [ComplaintReport], _ options: ClusterScanOptions) -> ClusterScan {
    let tables = tables(NumberedReports(reports), by: options.level)
    return scan(tables.own, tables.suppliers, options)
  }

  /// The tables of a level, or those of articles and of suppliers where stories are told.
  ///
  /// - Parameters:
  ///   - reports: The reports.
  ///   - level: The level; nil where stories are told.
  ///   - isFirstLook: Whether only ``members(_:_:)`` are asked for, which takes no prior;
  ///     ``ClusterTable/estimate()`` makes up for it.
  /// - Returns: The tables.
  public func tables(
    _ reports: NumberedReports,
    by level: ComplaintCluster.Level?,
    isFirstLook: Bool = false
  ) -> (own: ClusterTable, suppliers: ClusterTable?) {
    let levels: [ComplaintCluster.Level] = level.map { [$0] } ?? [.sku, .supplier]
    let tables = SideBySide.map(levels) {
      ClusterTable(reports, by: $0, finder: self, isFirstLook: isFirstLook)
    }
    return (tables[0], tables.count > 1 ? tables[1] : nil)
  }

  /// Looks at reports that are counted already.
  ///
  /// - Parameters:
  ///   - table: Those of a level; of articles where stories are told.
  ///   - suppliers: Those of suppliers where stories are told, else nil.
  ///   - options: How much of a look is wanted.
  /// - Returns: What was found.
  public func scan(
    _ table: ClusterTable,
    _ suppliers: ClusterTable?,
    _ options: ClusterScanOptions
  ) -> ClusterScan {
    var scan = ClusterScan(
      clusters: suppliers.map { stories(table, $0) } ?? table.clusters(),
      nearMisses: [],
      testsRun: table.testsRun,
      expectedWithin: table.expectedWithin
    )
    if let suppliers {
      (scan.articles, scan.suppliers) = (CombinationTally(table), CombinationTally(suppliers))
    }
    // What a supplier's story has taken in is told already.
    var told: [String: Set<String>] = [:]
    if options.nearMisses > 0 {
      for cluster in scan.clusters where cluster.level == .supplier && options.level == nil {
        told[cluster.issue, default: []].formUnion(cluster.skus.map(\.name))
      }
    }
    let (clusters, taken) = (scan.clusters, told)
    let looks = SideBySide.map(Look.allCases) { look -> ([NearMiss], PlaceboOutcome?) in
      switch look {
      case .near where options.nearMisses > 0:
        (
          table.nearMisses(limit: options.nearMisses) { taken[$1]?.contains($0) != true }, nil
        )
      case .placebo where options.placeboRuns > 0:
        ([], table.placebo(runs: options.placeboRuns, seed: options.seed, without: clusters))
      default: ([], nil)
      }
    }
    scan.nearMisses = looks[0].0
    scan.placebo = looks[1].1
    if let placebo = scan.placebo {
      for index in scan.clusters.indices { scan.clusters[index].placebo = placebo }
    }
    return scan
  }
}

extension [ComplaintCluster] {
  /// The clusters that a report shows in full: hazards, then alerts, then what is watched, each in
  /// its order.
  ///
  /// Where not all have room, hazards take half of it at least, and more only of what alerts leave.
  ///
  /// - Parameter limit: How many at most.
  /// - Returns: Those clusters.
  public func shownInFull(_ limit: Int) -> [ComplaintCluster] {
    let hazards = filter(\.tier.isHazard)
    let alerts = filter { !$0.tier.isHazard && $0.state != .watch }
    let first = hazards.prefix(Swift.max(limit / 2, limit - alerts.count))
    let second = alerts.prefix(limit - first.count)
    let watched = filter { !$0.tier.isHazard && $0.state == .watch }
    return Array(first + second + watched.prefix(limit - first.count - second.count))
  }
}
