internal import VerbatimSentiment
internal import VerbatimStatistics

/// The runs of words that set a cluster's texts apart, and the groups that they divide it into.
///
/// A run's odds in the cluster's texts are compared with those in others by the log-odds ratio with
/// an informative Dirichlet prior (``LogOdds``; Monroe, Colaresi and Quinn 2008). Only runs of the
/// sentences that the issue was found in are asked: what else a review tells is not the story.
struct ClusterPhrases {
  /// How many phrases a cluster carries at most.
  static let limit = 12
  /// The fewest of the cluster's texts with a phrase (authored).
  static let fewest = 2
  /// What more than this share of the texts say divides them into nothing (authored).
  static let commonest = 0.6
  /// How many groups there are at most, besides the rest.
  static let groupLimit = 8

  /// How many other texts there are, and how many of them hold each run.
  struct Background {
    var texts = 0
    var counts: [String: Int] = [:]

    mutating func add(_ text: ClusterWords.Text, _ sign: Int = 1) {
      texts += sign
      for run in text.runs { counts[run, default: 0] += sign }
    }
  }

  let phrases: [ComplaintCluster.Phrase]
  let groups: [ComplaintCluster.TextGroup]

  /// Compares a cluster's texts with others.
  ///
  /// - Parameters:
  ///   - texts: The cluster's texts by signal, ascending by id.
  ///   - background: The other texts.
  ///   - own: Those of them that are about the same key: what they say as often is not the story.
  ///   - empty: Words that say nothing by themselves.
  init(
    _ texts: [(signalID: String, text: ClusterWords.Text)],
    background: Background,
    own: Background = Background(),
    empty: Set<String> = []
  ) {
    var counts: [String: Int] = [:]
    for (_, text) in texts {
      for run in text.focus { counts[run, default: 0] += 1 }
    }
    let others = background.counts.values.reduce(0) { $0 + max(0, $1) }
    let total = counts.values.reduce(0, +)
    // The prior weighs as much as the cluster's own texts: more would drown what ten texts say.
    let odds = LogOdds(
      negatives: total,
      positives: others,
      weight: min(LogOdds.priorWeight, Double(total))
    )
    var found: [ComplaintCluster.Phrase] = []
    for (run, count) in counts where count >= Self.fewest {
      let elsewhere = max(0, background.counts[run] ?? 0)
      let z = -odds.z(negative: count, positive: elsewhere)
      guard z >= SmokeTerms.smallestZ,
        !Self.isUsual(count, of: texts.count, own.counts[run] ?? 0, of: own.texts),
        !Self.isPadded(run, count, counts, empty)
      else { continue }
      found.append(
        ComplaintCluster.Phrase(
          words: run,
          count: count,
          texts: texts.count,
          elsewhere: elsewhere,
          others: max(0, background.texts),
          z: z
        )
      )
    }
    found.sort { $0.z != $1.z ? $0.z > $1.z : $0.words < $1.words }
    let kept = TermRuns.withoutEchoes(found, found.count, term: \.words, hits: \.count)
    phrases = Array(kept.prefix(Self.limit))
    groups = Self.groups(texts, by: kept)
  }

  /// Whether the other texts about the key have a run as often; fewer than five texts tell nothing.
  private static func isUsual(_ count: Int, of texts: Int, _ other: Int, of others: Int) -> Bool {
    others >= 5 && other * texts >= count * others
  }

  /// Whether a run begins with a word that says nothing, and the rest stands in no more texts.
  private static func isPadded(
    _ run: String,
    _ count: Int,
    _ counts: [String: Int],
    _ empty: Set<String>
  ) -> Bool {
    guard let blank = run.firstIndex(of: " "), empty.contains(String(run[..<blank])) else {
      return false
    }
    return counts[String(run[run.index(after: blank)...])] == count
  }

  /// Texts by the phrase they share: again and again the phrase that most of the texts left hold,
  /// the surer of two, until none is left that two of them share.
  private static func groups(
    _ texts: [(signalID: String, text: ClusterWords.Text)],
    by phrases: [ComplaintCluster.Phrase]
  ) -> [ComplaintCluster.TextGroup] {
    var left = texts
    var groups: [ComplaintCluster.TextGroup] = []
    let dividing = phrases.filter { Double($0.count) <= commonest * Double($0.texts) }
    while groups.count < groupLimit, left.count >= fewest {
      var best: (words: String, count: Int)?
      for phrase in dividing {
        let count = left.count { $0.text.focus.contains(phrase.words) }
        if count >= fewest, count > best?.count ?? 0 { best = (phrase.words, count) }
      }
      guard let best else { break }
      groups.append(
        ComplaintCluster.TextGroup(
          phrase: best.words,
          signalIDs: left.filter { $0.text.focus.contains(best.words) }.map(\.signalID)
        )
      )
      left.removeAll { $0.text.focus.contains(best.words) }
    }
    // Without a group, "the rest" would be the cluster.
    guard !groups.isEmpty else { return [] }
    if !left.isEmpty {
      groups.append(ComplaintCluster.TextGroup(phrase: nil, signalIDs: left.map(\.signalID)))
    }
    return groups
  }
}
