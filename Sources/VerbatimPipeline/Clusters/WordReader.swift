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
  mutating func mergeNearCopies(
    of clusters: [ComplaintCluster],
    in reports: inout [ComplaintReport]
  ) throws(StoreFailure) {
    var places: [String: Int] = [:]
    for (place, report) in reports.enumerated() { places[report.signalID] = place }
    var originalOf: [String: String] = [:]
    for cluster in clusters where cluster.observed > 1 {
      // In the order of time, so that a copy is the later one.
      let sample = Set(cluster.signalIDs.sorted().prefix(ClusterWords.textLimit))
      let ids = cluster.signalIDs.filter(sample.contains)
      var runs: [Set<UInt64>] = []
      for id in ids { runs.append(try shingles(of: id)) }
      for (copy, original) in NearCopies.originals(runs) where originalOf[ids[copy]] == nil {
        originalOf[ids[copy]] = ids[original]
      }
    }
    for (copy, first) in originalOf {
      // The original of one cluster may be a copy in another; each is later than what it repeats,
      // so that the way back ends.
      var original = first
      while let earlier = originalOf[original] { original = earlier }
      guard let place = places[copy], let other = places[original] else { continue }
      reports[place].textKey = reports[other].textKey
    }
  }

  /// Adds phrases and groups, and puts the evidence in the order in which it is shown.
  mutating func addWords(
    to clusters: inout [ComplaintCluster],
    of reports: [ComplaintReport]
  ) throws(StoreFailure) {
    guard !clusters.isEmpty else { return }
    let evidence = evidence(of: clusters, in: reports)
    var background = ClusterPhrases.Background()
    var sample: [String: ClusterWords.Text] = [:]
    for id in reports.lazy.map(\.signalID).sorted().prefix(ClusterWords.sampleLimit) {
      guard let text = try text(id, focus: []) else { continue }
      sample[id] = text
      background.add(text)
    }
    let sampled = reports.filter { sample[$0.signalID] != nil }
    for index in clusters.indices {
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

  private mutating func text(
    _ id: String,
    focus: [(part: String, range: ByteRange)]
  ) throws(StoreFailure) -> ClusterWords.Text? {
    guard let verbatim = try store.verbatim(ofSignal: id) else { return nil }
    return words.text(verbatim, focus: focus, scratch: &scratch)
  }

  private mutating func shingles(of id: String) throws(StoreFailure) -> Set<UInt64> {
    if let known = shingles[id] { return known }
    let found = try text(id, focus: [])?.shingles ?? []
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
    for report in reports where wanted.contains(report.signalID) {
      found[report.signalID] = report.issues.compactMap { issue in
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
