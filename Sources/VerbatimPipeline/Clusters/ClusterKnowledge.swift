internal import VerbatimCore
internal import VerbatimStatistics
internal import VerbatimStore

/// What is known by a day: the reports that count, what people decided, and which day it is.
struct ClusterKnowledge {
  /// Complaints or praise.
  var direction: ComplaintCluster.Direction
  /// Reports without incentivised reviews and without what people marked out, by signal.
  var numbered = NumberedReports([])
  /// The cursors of those reports, by their places.
  var cursors: [Int64] = []
  /// What people decided, by cluster.
  var decisions: [String: [ClusterDecision]] = [:]
  /// How many reports people marked out, by cluster.
  var markedOut: [ClusterIdentity: Int] = [:]
  /// The last day that is known, in days since 1970.
  var today = 0
  /// The reports that count.
  var reports: [ComplaintReport] { numbered.reports }

  /// The contract's finder, which also gives what people decided about, and the cluster named.
  func finder(keeping id: String? = nil) -> ClusterFinder {
    var finder = ClusterFinder()
    finder.direction = direction
    finder.kept = Set(decisions.keys)
    if let id { finder.kept.insert(id) }
    return finder
  }

  /// The clusters with what people decided about them, in the order of a list.
  func withLives(_ clusters: [ComplaintCluster]) -> [ComplaintCluster] {
    var tables: [ComplaintCluster.Level: LifeTable] = [:]
    let lived = clusters.map { cluster in
      var cluster = cluster
      cluster.markedOut =
        markedOut[
          ClusterIdentity(
            direction,
            level: cluster.level,
            key: cluster.key,
            issue: cluster.issue
          )
        ] ?? 0
      guard let decisions = decisions[cluster.id] else { return cluster }
      let table = tables[cluster.level] ?? LifeTable(reports, by: cluster.level)
      tables[cluster.level] = table
      let life = life(of: cluster, decisions, in: table)
      cluster.state = life.state
      cluster.life = life
      return cluster
    }
    // The order within a rank stays: `sorted` does not promise that.
    return Set(lived.map(\.state.rank)).sorted().flatMap { rank in
      lived.filter { $0.state.rank == rank }
    }
  }

  /// The life of a cluster as the finder gave it.
  func life(
    of cluster: ComplaintCluster,
    _ decisions: [ClusterDecision],
    in table: LifeTable
  ) -> ClusterLife {
    ClusterLife(
      table.series(key: cluster.key, issue: cluster.issue),
      decisions: decisions,
      judged: cluster.state,
      isHazard: cluster.tier.isHazard,
      asOf: today
    )
  }
}

extension ClusterRun {
  /// What is known by the end of a day, or all.
  ///
  /// Without a day it is the day of the latest report or decision: the clock is not read, and a
  /// snooze ends when there is something newer.
  ///
  /// - Parameters:
  ///   - asOf: The day; nil takes all.
  ///   - direction: Complaints or praise.
  ///   - observe: Gets every signal of the walk, also those that do not count.
  /// - Returns: What is known.
  /// - Throws: A failure of the store.
  func knowledge(
    asOf: Instant?,
    direction: ComplaintCluster.Direction,
    observing observe: (Report) -> Void = { _ in }
  ) throws(StoreFailure) -> ClusterKnowledge {
    var known = ClusterKnowledge(direction: direction)
    let decisions = try store.decisions().filter { decision in
      asOf.map { decision.at.dayNumber <= $0.dayNumber } ?? true
    }
    for decision in decisions
    where ClusterIdentity(decision.clusterID)?.direction == direction {
      known.decisions[decision.clusterID, default: []].append(decision)
    }
    let marks = EvidenceLedger(try store.marks(), direction: direction, asOf: asOf)
    let praise = direction == .positive ? try PraiseReports(store).issues() : [:]
    var (stored, cursors) = try reports(asOf: asOf, observing: observe) { report in
      switch direction {
      case .negative: report.issues.map(\.issue)
      case .positive: praise[report.signalID] ?? []
      }
    }
    marks.clear(&stored, &known.markedOut)
    known.today =
      asOf?.dayNumber
      ?? max(
        stored.lazy.compactMap { $0.eventTime?.dayNumber }.max() ?? 0,
        decisions.map(\.at.dayNumber).max() ?? 0
      )
    known.numbered = NumberedReports(stored)
    known.cursors = cursors
    return known
  }

  /// Reports without incentivised reviews, by signal, with their cursors.
  func reports(
    asOf: Instant?,
    observing observe: (Report) -> Void = { _ in },
    issues: (Report) -> [Issue]
  ) throws(StoreFailure) -> (reports: [ComplaintReport], cursors: [Int64]) {
    var filter = SignalFilter()
    if let asOf {
      filter.until = Instant(seconds: (Int64(asOf.dayNumber) + 1) * 86_400, precision: .day)
    }
    var reports: [ComplaintReport] = []
    var cursors: [Int64] = []
    try store.forEachReport(filter) { report in
      observe(report)
      guard !report.isIncentivised else { return }
      var counted = ComplaintReport(
        signalID: report.signalID,
        eventTime: report.eventTime,
        sku: report.sku,
        supplier: report.supplier,
        lot: report.lot,
        customerKey: report.customerKey,
        textKey: report.textKey,
        issues: issues(report)
      )
      counted.category = report.category
      counted.source = report.kind.rawValue
      reports.append(counted)
      cursors.append(report.seq)
    }
    let places = IdentifierOrder.places(of: reports.map(\.signalID))
    IdentifierOrder.arrange(&reports, by: places)
    return (reports, places.map { cursors[$0] })
  }
}
