internal import VerbatimCore
internal import VerbatimStatistics
internal import VerbatimStore

/// Reads the texts behind clusters, each once, and adds what their words tell.
struct WordReader {
  let store: SignalStore
  let words: ClusterWords
  private var scratch = ClusterWords.Scratch()

  init(store: SignalStore, words: ClusterWords) {
    self.store = store
    self.words = words
  }

  /// The texts that near copies within a cluster repeat.
  ///
  /// - Parameters:
  ///   - clusters: The places of each cluster's reports, in the order of time; places are in the
  ///     order of ids.
  ///   - cursors: The cursors of reports, by place.
  /// - Returns: The place of the report whose text it is, by that of the copy; an original is no
  ///   copy itself.
  /// - Throws: A failure of the store.
  func originals(
    of clusters: [[Int]],
    cursors: [Int64]
  ) throws(StoreFailure) -> [Int: Int] {
    let samples = clusters.map { members in
      guard members.count > ClusterWords.textLimit else { return members }
      // In the order of time, so that a copy is the later one.
      let last = members.sorted()[ClusterWords.textLimit - 1]
      return members.filter { $0 <= last }
    }
    let shingles = try shingles(of: samples, cursors: cursors)
    var originalOf: [Int: Int] = [:]
    for places in samples {
      for (copy, original) in NearCopies.originals(places.map { shingles[$0] ?? [] })
      where originalOf[places[copy]] == nil {
        originalOf[places[copy]] = places[original]
      }
    }
    // The original of one cluster may be a copy in another; each is later than what it repeats, so
    // that the way back ends.
    return originalOf.mapValues { first in
      var original = first
      while let earlier = originalOf[original] { original = earlier }
      return original
    }
  }

  /// The hashed runs of words of the texts behind reports, each text read once, in the order in
  /// which they are stored.
  private func shingles(
    of clusters: [[Int]],
    cursors: [Int64]
  ) throws(StoreFailure) -> [Int: [UInt64]] {
    var places: [Int64: Int] = [:]
    for place in clusters.joined() { places[cursors[place]] = place }
    var shingles: [Int: [UInt64]] = [:]
    shingles.reserveCapacity(places.count)
    var scratch = ClusterWords.Scratch()
    try store.forEachVerbatim(at: Array(places.keys)) { seq, verbatim in
      guard let place = places[seq] else { return }
      shingles[place] = words.shingles(verbatim, scratch: &scratch)
    }
    return shingles
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
    let sampled = reports.prefix(ClusterWords.sampleLimit)
    for report in sampled {
      guard let text = try text(report.signalID, focus: []) else { continue }
      sample[report.signalID] = text
      background.add(text)
    }
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

  private mutating func text(
    _ id: String,
    focus: [(part: String, range: ByteRange)]
  ) throws(StoreFailure) -> ClusterWords.Text? {
    guard let verbatim = try store.verbatim(ofSignal: id) else { return nil }
    return words.text(verbatim, focus: focus, scratch: &scratch)
  }

  /// Where the issues of the clusters' signals stand in their texts.
  private func evidence(
    of clusters: [ComplaintCluster],
    in reports: [ComplaintReport]
  ) -> [String: [(issue: String, part: String, range: ByteRange)]] {
    let wanted = Set(clusters.lazy.flatMap(\.signalIDs)).sorted()
    var found: [String: [(issue: String, part: String, range: ByteRange)]] = [:]
    // Both come by signal: one is walked, the other searched.
    var first = reports.startIndex
    for id in wanted {
      var end = reports.endIndex
      while first < end {
        let middle = first + (end - first) / 2
        if reports[middle].signalID < id { first = middle + 1 } else { end = middle }
      }
      guard first < reports.endIndex, reports[first].signalID == id else { continue }
      found[id] = reports[first].issues.compactMap { issue in
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
