public import VerbatimCore
public import VerbatimStatistics
public import VerbatimStore

/// Reads reports from the store and finds the complaint clusters in them.
public struct ClusterRun: Sendable {
  let store: SignalStore
  private let words: ClusterWords?

  /// A run over a store.
  ///
  /// - Parameters:
  ///   - store: The store.
  ///   - words: Reads the clusters' texts, to leave near copies out and to add phrases, groups and
  ///     the order of quotes; without it clusters have numbers and quotes alone.
  public init(_ store: SignalStore, words: ClusterWords? = nil) {
    self.store = store
    self.words = words
  }

  /// The clusters of one level, or the stories over articles and suppliers when `level` is nil.
  ///
  /// What people decided stands in their states: see ``ClusterLife``. Without decisions nothing of
  /// it is computed.
  ///
  /// - Parameters:
  ///   - level: What to count by.
  ///   - asOf: Only what had happened and was decided by the end of this day; nil takes all.
  ///   - direction: Complaints, or praise, which takes reading every signal.
  /// - Returns: The clusters, hazards first, and what is snoozed, verified or closed at the end.
  /// - Throws: A failure of the store.
  public func clusters(
    by level: ComplaintCluster.Level?,
    asOf: Instant? = nil,
    direction: ComplaintCluster.Direction = .negative
  ) throws(StoreFailure) -> [ComplaintCluster] {
    try scan(ClusterScanOptions(level: level), asOf: asOf, direction: direction).clusters
  }

  /// Clusters with near misses and placebo runs, as far as they are asked for.
  ///
  /// - Parameters:
  ///   - options: What to look for.
  ///   - asOf: Only what had happened and was decided by the end of this day; nil takes all.
  ///   - direction: Complaints, or praise, which takes reading every signal.
  ///   - observe: Gets every signal of the walk over the store, so that what else is told of all of
  ///     them needs no walk of its own.
  /// - Returns: What was found.
  /// - Throws: A failure of the store.
  public func scan(
    _ options: ClusterScanOptions,
    asOf: Instant? = nil,
    direction: ComplaintCluster.Direction = .negative,
    observing observe: (Report) -> Void = { _ in }
  ) throws(StoreFailure) -> ClusterScan {
    let known = try knowledge(asOf: asOf, direction: direction, observing: observe)
    return try freeingAside((known: known, tables: [ClusterTable]())) { held throws(StoreFailure) in
      let (own, suppliers, reader) = try tables(of: &held.known, by: options.level)
      held.tables = [own, suppliers].compactMap(\.self)
      var scan = held.known.finder().scan(own, suppliers, options)
      let reports = held.known.reports
      scan.clusters = held.known.withLives(scan.clusters)
      let coverage = coverage(of: reports)
      for index in scan.clusters.indices { scan.clusters[index].coverage = coverage }
      try addLikelyLots(to: &scan.clusters)
      try reader?.addWords(to: &scan.clusters, of: reports, limit: options.worded)
      guard direction == .positive else { return scan }
      scan.clusters = try scan.clusters.map { cluster throws(StoreFailure) in
        try PraiseReports(store).quoted(cluster)
      }
      return scan
    }
  }

  /// The tables of what is known, with what repeats another text counted with it, where there are
  /// words to compare; praise is counted by its words and has no texts of its own.
  ///
  /// - Returns: The tables, and what has read the texts, for more of them.
  func tables(
    of known: inout ClusterKnowledge,
    by level: ComplaintCluster.Level?
  ) throws(StoreFailure) -> (own: ClusterTable, suppliers: ClusterTable?, reader: WordReader?) {
    let finder = known.finder()
    guard known.direction == .negative, let words else {
      let tables = finder.tables(known.numbered, by: level)
      return (tables.own, tables.suppliers, nil)
    }
    var first = Optional(finder.tables(known.numbered, by: level, isFirstLook: true))
    let reader = WordReader(store: store, words: words)
    // A first look tells whose texts to compare; what repeats another counts with it from then on.
    let originals = try reader.originals(
      of: first.map { finder.members($0.own, $0.suppliers) } ?? [],
      cursors: known.cursors
    )
    if originals.isEmpty, var tables = first.take() {
      tables.own.estimate()
      tables.suppliers?.estimate()
      return (tables.own, tables.suppliers, reader)
    }
    // The reports that the first tables hold would be copied before one is changed.
    first = nil
    known.numbered.repeatTexts(originals)
    let second = finder.tables(known.numbered, by: level)
    return (second.own, second.suppliers, reader)
  }

  /// Adds what is likely of the reports that state no lot.
  func addLikelyLots(to clusters: inout [ComplaintCluster]) throws(StoreFailure) {
    guard try store.hasInferredLots() else { return }
    for index in clusters.indices { try addLikelyLots(to: &clusters[index]) }
  }

  private func addLikelyLots(to cluster: inout ComplaintCluster) throws(StoreFailure) {
    var inferred: [String: Double] = [:]
    let candidates = try store.lotCandidates(ofSignals: cluster.signalIDs)
    for id in cluster.signalIDs {
      for lot in candidates[id] ?? [] { inferred[lot.id, default: 0] += lot.probability }
    }
    guard !inferred.isEmpty else { return }
    for index in cluster.lots.indices {
      cluster.lots[index].inferred = inferred.removeValue(forKey: cluster.lots[index].name) ?? 0
    }
    cluster.lots += inferred.map {
      ComplaintCluster.Count(name: $0.key, count: 0, inferred: $0.value)
    }
    cluster.lots.sort { left, right in
      let sums = (Double(left.count) + left.inferred, Double(right.count) + right.inferred)
      return sums.0 != sums.1 ? sums.0 > sums.1 : left.name < right.name
    }
  }

  /// Of what share of reports it is known what they are about.
  func coverage(of reports: [ComplaintReport]) -> ComplaintCluster.Coverage? {
    guard !reports.isEmpty else { return nil }
    var counts = (sku: 0, supplier: 0, lot: 0)
    for place in reports.indices {
      counts.sku += reports[place].sku == nil ? 0 : 1
      counts.supplier += reports[place].supplier == nil ? 0 : 1
      counts.lot += reports[place].lot == nil ? 0 : 1
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
    guard let bytes = verbatim.part(evidence.part).map({ Array($0.utf8) }),
      evidence.range.end <= bytes.count,
      evidence.range.count > 0
    else { return evidence.quote }
    return Passage(bytes, around: evidence.range).marked
  }

  /// A range of a text inside its sentence, marked ‹so›, for a person to read.
  ///
  /// - Precondition: The range lies in the text's UTF-8.
  public static func passage(of text: String, around range: ByteRange) -> String {
    Passage(Array(text.utf8), around: range).marked
  }

  /// Reports without incentivised reviews, by signal.
  func reports(asOf: Instant?) throws(StoreFailure) -> [ComplaintReport] {
    try reports(asOf: asOf) { $0.issues.map(\.issue) }.reports
  }
}

extension ReportedIssue {
  /// The issue as the statistics know it.
  var issue: Issue {
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
