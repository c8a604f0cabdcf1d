public import VerbatimCore
public import VerbatimStatistics
internal import VerbatimStore

/// One cluster with its log.
public struct ClusterHistory: Sendable {
  /// What it is about.
  public var identity: ClusterIdentity
  /// The cluster as it is counted; nil when no report is left of it.
  public var cluster: ComplaintCluster?
  /// What happened to it.
  public var life: ClusterLife
  /// What people found on reading its reports, in the order in which they found it.
  public var marks: [EvidenceMark]
}

extension ClusterRun {
  /// One cluster with its log.
  ///
  /// - Parameters:
  ///   - id: The cluster; also one that is not beyond chance, as long as one report is of it or
  ///     somebody decided about it.
  ///   - asOf: Only what had happened and was decided by the end of this day; nil takes all.
  /// - Returns: The cluster as it is counted, with its log.
  /// - Throws: A diagnostic `V8002` when there is no such cluster, else a failure of the store.
  public func history(of id: String, asOf: Instant? = nil) throws -> ClusterHistory {
    try counted(id, asOf: asOf).history()
  }

  /// A cluster as it is counted by a day, for the lives that different decisions make of it.
  private struct Counted {
    var identity: ClusterIdentity
    var cluster: ComplaintCluster?
    var series: ClusterSeries
    var decisions: [ClusterDecision]
    var marks: [EvidenceMark]
    var markedOut: Int
    var today: Int

    func history() -> ClusterHistory {
      var history = ClusterHistory(
        identity: identity,
        cluster: cluster,
        life: ClusterLife(
          series,
          decisions: decisions,
          judged: cluster?.state ?? .watch,
          isHazard: cluster?.tier.isHazard ?? decisions.contains { $0.action == .hazard },
          asOf: today
        ),
        marks: marks
      )
      history.cluster?.state = history.life.state
      history.cluster?.life = history.life
      history.cluster?.markedOut = markedOut
      return history
    }
  }

  private func counted(_ id: String, asOf: Instant?) throws -> Counted {
    guard let identity = ClusterIdentity(id) else { throw missing(id) }
    var known = try knowledge(asOf: asOf, direction: identity.direction)
    _ = try tables(of: &known, by: identity.level)
    let found = ClusterTable(
      known.numbered,
      by: identity.level,
      finder: known.finder(keeping: id)
    ).cluster(id: id)
    let marks = try store.marks(on: id).filter { mark in
      asOf.map { mark.at.dayNumber <= $0.dayNumber } ?? true
    }
    let decisions = known.decisions[id] ?? []
    guard found != nil || !decisions.isEmpty || !marks.isEmpty else { throw missing(id) }
    return Counted(
      identity: identity,
      cluster: found,
      series: LifeTable(known.reports, by: identity.level)
        .series(key: identity.key, issue: identity.issue),
      decisions: decisions,
      marks: marks,
      markedOut: known.markedOut[identity] ?? 0,
      today: known.today
    )
  }

  /// Adds a decision to a cluster's log, if it is whole and fits the state.
  ///
  /// - Parameter decision: What somebody decided; its ordinal is found here.
  /// - Returns: The cluster with the decision, by what is known on the day of it.
  /// - Throws: A diagnostic, `V8002` for no such cluster, `V5112` or `V5113` for what does not fit or
  ///   is not whole; else a failure of the store. Nothing is written then.
  public func decide(_ decision: ClusterDecision) throws -> ClusterHistory {
    var decision = decision
    let log = try store.decisions(on: decision.clusterID)
    decision.ordinal = (log.last?.ordinal ?? 0) + 1
    var counted: Counted
    do {
      try decision.requireWhole()
      counted = try self.counted(decision.clusterID, asOf: decision.at)
      let before = counted.history()
      try before.life.require(
        decision,
        fits: before.identity,
        isHazard: before.cluster?.tier.isHazard ?? log.contains { $0.action == .hazard },
        after: log.last
      )
    } catch let refusal as DecisionRefusal {
      throw Diagnostic(
        refusal.code,
        at: SourceLocation(file: store.path),
        refusal.message,
        hint: refusal.hint
      )
    }
    try store.add(decision)
    // A decision changes nothing that was counted.
    counted.decisions.append(decision)
    return counted.history()
  }

  /// Adds a mark on a report of a cluster.
  ///
  /// - Parameter mark: What somebody found; its ordinal is found here.
  /// - Returns: The cluster before the mark and with it.
  /// - Throws: A diagnostic, `V8002` for no such cluster, `V5114` for no report of it, `V5113` when
  ///   nobody's name is given; else a failure of the store. Nothing is written then.
  public func mark(
    _ mark: EvidenceMark
  ) throws -> (before: ClusterHistory, after: ClusterHistory) {
    guard mark.by.contains(where: { !$0.isWhitespace }) else {
      throw Diagnostic(
        .decisionIncomplete,
        at: SourceLocation(file: store.path),
        "a mark has somebody's name",
        hint: "add --by \"Ada Brandt\""
      )
    }
    let before = try history(of: mark.clusterID)
    guard try isReport(mark.signalID, of: before.identity) else {
      throw Diagnostic(
        .evidenceMissing,
        at: SourceLocation(file: store.path),
        "\(mark.clusterID) has no report \(mark.signalID)",
        hint: "its reports are the signal_id in `verbatim clusters --to json`"
      )
    }
    var mark = mark
    mark.ordinal = (try store.marks(on: mark.clusterID).last?.ordinal ?? 0) + 1
    try store.add(mark)
    return (before, try history(of: mark.clusterID))
  }

  /// Whether a signal is of the cluster's issue and key, marked out or not.
  private func isReport(
    _ signalID: String,
    of identity: ClusterIdentity
  ) throws(StoreFailure) -> Bool {
    let praise = identity.direction == .positive ? try PraiseReports(store).issues() : [:]
    let found = try reports(asOf: nil) { report in
      guard report.signalID == signalID else { return [] }
      return identity.direction == .positive
        ? praise[signalID] ?? [] : report.issues.map(\.issue)
    }
    return found.reports.contains { report in
      let key =
        switch identity.level {
        case .sku: report.sku
        case .supplier: report.supplier
        case .lot: report.lot
        }
      return key == identity.key
        && report.issues.contains { $0.code == identity.issue && $0.modality.isReport }
    }
  }

  private func missing(_ id: String) -> Diagnostic {
    Diagnostic(
      .clusterMissing,
      at: SourceLocation(file: store.path),
      "there is no cluster \(id)",
      hint: "ids are printed by `verbatim clusters --to csv`"
    )
  }
}
