internal import VerbatimCore
internal import VerbatimStatistics
internal import VerbatimStore

/// Reads the texts behind clusters, each once, and adds what their words tell.
struct WordReader {
  let store: SignalStore
  let words: ClusterWords
  private var scratch = ClusterWords.Scratch()
  private var shingles: [String: Set<UInt64>] = [:]

  init(store: SignalStore, words: ClusterWords) {
    self.store = store
    self.words = words
  }

  /// Gives near copies within a cluster the key of the text they repeat, so that they are counted as
  /// its copies.
  ///
  /// - Parameters:
  ///   - clusters: The signals of each cluster, in the order of time.
  ///   - reports: The reports.
  /// - Returns: Whether there were any.
  /// - Throws: A failure of the store.
  mutating func mergeNearCopies(
    of clusters: [[String]],
    in reports: inout NumberedReports
  ) throws(StoreFailure) -> Bool {
    var originalOf: [String: String] = [:]
    for members in clusters {
      // In the order of time, so that a copy is the later one.
      let sample = Set(members.sorted().prefix(ClusterWords.textLimit))
      let ids = members.filter(sample.contains)
      var runs: [Set<UInt64>] = []
      for id in ids { runs.append(try shingles(of: id)) }
      for (copy, original) in NearCopies.originals(runs) where originalOf[ids[copy]] == nil {
        originalOf[ids[copy]] = ids[original]
      }
    }
    guard !originalOf.isEmpty else { return false }
    let wanted = Set(originalOf.keys).union(originalOf.values)
    let places = Self.places(of: wanted, in: reports.reports)
    for (copy, first) in originalOf {
      // The original of one cluster may be a copy in another; each is later than what it repeats,
      // so that the way back ends.
      var original = first
      while let earlier = originalOf[original] { original = earlier }
      guard let place = places[copy], let other = places[original] else { continue }
      reports.repeatText(of: other, at: place)
    }
    return true
  }

  /// Adds phrases and groups, and puts the evidence in the order in which it is shown.
  ///
  /// - Parameters:
  ///   - clusters: The clusters.
  ///   - reports: The reports that they are made of, by signal.
  ///   - limit: How many clusters, those that are shown in full first; nil for all.
  /// - Throws: A failure of the store.
  mutating func addWords(
    to clusters: inout [ComplaintCluster],
    of reports: [ComplaintReport],
    limit: Int? = nil
  ) throws(StoreFailure) {
    let worded = limit.map { clusters.shownInFull($0) } ?? clusters
    guard !worded.isEmpty else { return }
    let ids = Set(worded.map(\.id))
    let evidence = evidence(of: worded, in: reports)
    var background = ClusterPhrases.Background()
    var sample: [String: ClusterWords.Text] = [:]
    // They come by signal.
    for id in reports.lazy.map(\.signalID).prefix(ClusterWords.sampleLimit) {
      guard let text = try text(id, focus: []) else { continue }
      sample[id] = text
      background.add(text)
    }
    let sampled = reports.filter { sample[$0.signalID] != nil }
    for index in clusters.indices where ids.contains(clusters[index].id) {
      let cluster = clusters[index]
      let members = Set(cluster.signalIDs)
      var others = background
      var own = ClusterPhrases.Background()
      for id in members { if let text = sample[id] { others.add(text, -1) } }
      for report in sampled where cluster.isAbout(report) && !members.contains(report.signalID) {
        if let text = sample[report.signalID] { own.add(text) }
      }
      var texts: [(signalID: String, text: ClusterWords.Text)] = []
      for id in cluster.signalIDs.sorted().prefix(ClusterWords.textLimit) {
        let ranges = evidence[id]?.filter { $0.issue == cluster.issue } ?? []
        if let text = try text(id, focus: ranges.map { ($0.part, $0.range) }) {
          texts.append((id, text))
        }
      }
      let found = ClusterPhrases(
        texts,
        background: others,
        own: own,
        empty: words.empty
      )
      clusters[index].phrases = found.phrases
      clusters[index].groups = found.groups
      clusters[index].evidence = EvidenceOrder.ordered(
        cluster.evidence,
        texts: Dictionary(texts.map { ($0.signalID, $0.text) }) { first, _ in first },
        phrases: found.phrases
      )
    }
  }

  private static func places(
    of ids: Set<String>,
    in reports: [ComplaintReport]
  ) -> [String: Int] {
    var places: [String: Int] = [:]
    for place in reports.indices where ids.contains(reports[place].signalID) {
      places[reports[place].signalID] = place
    }
    return places
  }

  private mutating func text(
    _ id: String,
    focus: [(part: String, range: ByteRange)]
  ) throws(StoreFailure) -> ClusterWords.Text? {
    guard let verbatim = try store.verbatim(ofSignal: id) else { return nil }
    return words.text(verbatim, focus: focus, scratch: &scratch)
  }

  private mutating func shingles(of id: String) throws(StoreFailure) -> Set<UInt64> {
    if let known = shingles[id] { return known }
    var found: Set<UInt64> = []
    if let verbatim = try store.verbatim(ofSignal: id) {
      found = words.shingles(verbatim, scratch: &scratch)
    }
    shingles[id] = found
    return found
  }

  /// Where the issues of the clusters' signals stand in their texts.
  private func evidence(
    of clusters: [ComplaintCluster],
    in reports: [ComplaintReport]
  ) -> [String: [(issue: String, part: String, range: ByteRange)]] {
    let wanted = Set(clusters.lazy.flatMap(\.signalIDs))
    var found: [String: [(issue: String, part: String, range: ByteRange)]] = [:]
    for place in reports.indices where wanted.contains(reports[place].signalID) {
      found[reports[place].signalID] = reports[place].issues.compactMap { issue in
        issue.evidence.map { (issue.code, $0.part.description, $0.range) }
      }
    }
    return found
  }
}

extension ComplaintCluster {
  /// Whether a report is about the cluster's key.
  fileprivate func isAbout(_ report: ComplaintReport) -> Bool {
    switch level {
    case .sku: report.sku == key
    case .supplier: report.supplier == key
    case .lot: report.lot == key
    }
  }
}
