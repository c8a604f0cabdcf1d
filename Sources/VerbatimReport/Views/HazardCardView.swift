internal import VerbatimCore
public import VerbatimStatistics

/// A hazard, for which one report is enough, and a person decides.
///
/// Words come first; there is no chart and no score.
public struct HazardCardView: ViewValue {
  /// How many quotes a card shows.
  static let quoteLimit = 2

  let tag: String
  let standing: String
  let title: String
  let combination: String
  let href: String
  let quotes: [QuoteView]
  let more: String?
  let form: DecisionFormView?
  /// What is asked of a reader who has no form.
  let request: String?

  /// A hazard.
  ///
  /// - Parameters:
  ///   - cluster: What a run found.
  ///   - names: How issues and products are called.
  ///   - links: Where links lead.
  ///   - quotes: Its words, at most two.
  ///   - form: Where a decision can be made; nil in a file, which says what to do.
  public init(
    _ cluster: ComplaintCluster,
    names: ClusterNames,
    links: Links,
    quotes: [QuoteView],
    form: DecisionFormView? = nil
  ) {
    let modalities = Set(cluster.evidence.map(\.modality)).sorted { $0.rank < $1.rank }
    let modality = modalities.first.map { " · \($0.rawValue)" } ?? ""
    tag = "▲ Hazard \(cluster.tier.rawValue)\(modality)"
    let decision = cluster.hazardJudgement.map { decision in
      let verdict = decision.verdict.map { $0.rawValue.replacing("_", with: " ") } ?? "judged"
      return "\(verdict), says \(decision.by), \(Figures.day(decision.at))"
    }
    let since = cluster.evidence.compactMap(\.eventTime).min().map {
      " · since \(Figures.day($0))"
    }
    standing = "n = \(Figures.count(cluster.observed))\(since ?? "") · \(decision ?? "undecided")"
    title = names.title(cluster)
    combination = names.combination(cluster)
    href = links.cluster(cluster.id)
    self.quotes = Array(quotes.prefix(Self.quoteLimit))
    let rest = cluster.observed - self.quotes.count
    more = rest > 0 ? "and \(Figures.count(rest, "report")) more" : nil
    self.form = form
    request =
      form == nil && decision == nil
      ? "To decide: actual, potential, not a hazard, or need more. Any n reaches a person." : nil
  }
}

extension ComplaintCluster {
  /// What a person last said of a hazard; nil while nobody has, when it could not be told, and when
  /// it was taken up again since.
  var hazardJudgement: ClusterDecision? {
    guard ![.watch, .open, .reopened].contains(state),
      let decision = life?.transitions.last(where: { $0.decision?.action == .hazard })?.decision
    else { return nil }
    return decision.verdict == .needMore ? nil : decision
  }
}
