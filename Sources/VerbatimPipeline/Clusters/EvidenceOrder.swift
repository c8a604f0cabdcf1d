internal import VerbatimCore
internal import VerbatimStatistics

/// Which quotes stand at the top: sure, about the issue, distinct in words, recent, from several
/// sources.
///
/// The first ``top`` are chosen one by one. A quote is worth its confidence, less for what only
/// might be and for a return code without words, more for what the cluster's phrases say and for
/// being recent, less for a source that was shown already and for words like those shown: maximal
/// marginal relevance (Carbonell and Goldstein 1998). Graver tiers come first whatever they are
/// worth. Two quotes that are the same, or whose sentences share half of their words, never both
/// stand at the top while there is another. All weights are authored.
struct EvidenceOrder {
  /// How many quotes are chosen.
  static let top = 5
  /// The share of common words from which on two quotes are nearly equal.
  static let nearlyEqual = 0.5

  private struct Item {
    let evidence: ComplaintCluster.Evidence
    let words: Set<String>
    let worth: Double
  }

  /// Evidence in the order in which it is shown.
  ///
  /// - Parameters:
  ///   - evidence: A cluster's, the surest first.
  ///   - texts: The words of its signals.
  ///   - phrases: What sets the cluster apart.
  /// - Returns: All of it, the first ``top`` chosen.
  static func ordered(
    _ evidence: [ComplaintCluster.Evidence],
    texts: [String: ClusterWords.Text],
    phrases: [ComplaintCluster.Phrase]
  ) -> [ComplaintCluster.Evidence] {
    let times = evidence.compactMap { $0.eventTime?.seconds }
    let first = times.min() ?? 0
    let span = Double(max(1, (times.max() ?? 0) - first))
    let phrases = Set(phrases.prefix(5).map(\.words))
    var left = evidence.map { item in
      let text = texts[item.signalID]
      var worth = item.confidence
      if item.modality != .actual { worth -= 0.2 }
      if item.quote.isEmpty { worth -= 0.5 }
      if let text, !phrases.isDisjoint(with: text.focus) { worth += 0.1 }
      if let time = item.eventTime { worth += 0.05 * Double(time.seconds - first) / span }
      return Item(evidence: item, words: text?.sentence ?? [], worth: worth)
    }
    var chosen: [Item] = []
    while chosen.count < top, !left.isEmpty {
      let tier = left.map(\.evidence.tier).min()
      var best: (place: Int, isTwin: Bool, worth: Double)?
      for (place, item) in left.enumerated() where item.evidence.tier == tier {
        let likeness = chosen.map { Self.likeness($0.words, item.words) }.max() ?? 0
        let isShown = chosen.contains { $0.evidence.source == item.evidence.source }
        let worth = item.worth - 0.3 * likeness - (isShown ? 0.05 : 0)
        let quote = item.evidence.quote.lowercased()
        let isRepeated =
          !quote.isEmpty && chosen.contains { $0.evidence.quote.lowercased() == quote }
        let isTwin = isRepeated || likeness >= nearlyEqual
        // The earlier of two that are worth the same: they come sorted.
        if let best, (best.isTwin ? 1 : 0, -best.worth) <= (isTwin ? 1 : 0, -worth) { continue }
        best = (place, isTwin, worth)
      }
      guard let best else { break }
      chosen.append(left.remove(at: best.place))
    }
    return (chosen + left).map(\.evidence)
  }

  private static func likeness(_ left: Set<String>, _ right: Set<String>) -> Double {
    let shared = left.intersection(right).count
    let all = left.count + right.count - shared
    return all == 0 ? 0 : Double(shared) / Double(all)
  }
}
