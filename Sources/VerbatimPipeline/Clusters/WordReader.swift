internal import VerbatimCore
internal import VerbatimStatistics
internal import VerbatimStore

/// Reads the texts behind clusters, each once, and adds what their words tell.
struct WordReader {
  let store: SignalStore
  let words: ClusterWords

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
    let copies = SideBySide.map(samples) { places in
      NearCopies.originals(places.map { shingles[$0] ?? [] })
    }
    var originalOf: [Int: Int] = [:]
    for (places, copies) in zip(samples, copies) {
      for (copy, original) in copies where originalOf[places[copy]] == nil {
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
    let seqs = places.keys.sorted()
    let length = max(1, (seqs.count + Self.walks - 1) / Self.walks)
    let parts = stride(from: 0, to: seqs.count, by: length).map {
      seqs[$0..<min($0 + length, seqs.count)]
    }
    let path = store.path
    let found = SideBySide.map(parts) { [words] part in
      Result { () throws(StoreFailure) in
        // A store gives one loop at a time, so this one is opened again.
        let store = try SignalStore(readingPath: path)
        var shingles: [(seq: Int64, runs: [UInt64])] = []
        var scratch = ClusterWords.Scratch()
        try store.forEachVerbatim(at: Array(part)) { seq, verbatim in
          shingles.append((seq, words.shingles(verbatim, scratch: &scratch)))
        }
        return shingles
      }
    }
    var shingles: [Int: [UInt64]] = [:]
    shingles.reserveCapacity(places.count)
    for part in found {
      for (seq, runs) in try part.get() { if let place = places[seq] { shingles[place] = runs } }
    }
    return shingles
  }

  /// In how many walks texts are read, some of them at once.
  private static let walks = 4

  /// Adds phrases and groups, and puts the evidence in the order in which it is shown.
  ///
  /// - Parameters:
  ///   - clusters: The clusters.
  ///   - reports: The reports that they are made of, by signal.
  ///   - limit: How many clusters, those that are shown in full first; nil for all.
  /// - Throws: A failure of the store.
  func addWords(
    to clusters: inout [ComplaintCluster],
    of reports: [ComplaintReport],
    limit: Int? = nil
  ) throws(StoreFailure) {
    let worded = limit.map { clusters.shownInFull($0) } ?? clusters
    guard !worded.isEmpty else { return }
    let evidence = evidence(of: worded, in: reports)
    let sample = try sample(of: reports)
    let outcomes = SideBySide.map(worded) { cluster in
      Result { () throws(StoreFailure) in
        try self.worded(cluster, sample, evidence)
      }
    }
    var places: [String: Int] = [:]
    for (place, cluster) in clusters.enumerated() { places[cluster.id] = place }
    for outcome in outcomes {
      let cluster = try outcome.get()
      if let place = places[cluster.id] { clusters[place] = cluster }
    }
  }

  /// Texts that clusters are compared with.
  private struct Sample: Sendable {
    let reports: ArraySlice<ComplaintReport>
    var texts: [String: ClusterWords.Text] = [:]
    var background = ClusterPhrases.Background()
  }

  private func sample(of reports: [ComplaintReport]) throws(StoreFailure) -> Sample {
    // They come by signal.
    var sample = Sample(reports: reports.prefix(ClusterWords.sampleLimit))
    var scratch = ClusterWords.Scratch()
    let verbatims = try store.verbatims(ofSignals: sample.reports.lazy.map(\.signalID))
    for report in sample.reports {
      guard let verbatim = verbatims[report.signalID] else { continue }
      let text = words.text(verbatim, focus: [], scratch: &scratch)
      sample.texts[report.signalID] = text
      sample.background.add(text)
    }
    return sample
  }

  /// A cluster with its phrases and groups, and its evidence in order.
  private func worded(
    _ cluster: ComplaintCluster,
    _ sample: Sample,
    _ evidence: [String: [(issue: String, part: String, range: ByteRange)]]
  ) throws(StoreFailure) -> ComplaintCluster {
    var scratch = ClusterWords.Scratch()
    let members = Set(cluster.signalIDs)
    var others = sample.background
    var own = ClusterPhrases.Background()
    for id in members { if let text = sample.texts[id] { others.add(text, -1) } }
    for report in sample.reports
    where cluster.isAbout(report) && !members.contains(report.signalID) {
      if let text = sample.texts[report.signalID] { own.add(text) }
    }
    var texts: [(signalID: String, text: ClusterWords.Text)] = []
    let ids = cluster.signalIDs.sorted().prefix(ClusterWords.textLimit)
    let verbatims = try store.verbatims(ofSignals: ids)
    for id in ids {
      guard let verbatim = verbatims[id] else { continue }
      let focus = (evidence[id] ?? []).filter { $0.issue == cluster.issue }
        .map { ($0.part, $0.range) }
      texts.append((id, words.text(verbatim, focus: focus, scratch: &scratch)))
    }
    let found = ClusterPhrases(texts, background: others, own: own, empty: words.empty)
    var cluster = cluster
    cluster.phrases = found.phrases
    cluster.groups = found.groups
    cluster.evidence = EvidenceOrder.ordered(
      cluster.evidence,
      texts: Dictionary(texts.map { ($0.signalID, $0.text) }) { first, _ in first },
      phrases: found.phrases
    )
    return cluster
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
