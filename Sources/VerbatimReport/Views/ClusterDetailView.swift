internal import VerbatimCore
public import VerbatimStatistics

/// A cluster with everything that speaks for it and against it.
public struct ClusterDetailView: ViewValue {
  /// A section of its own under the quotes.
  public struct Extra: ViewValue {
    let heading: String
    let state: StateView?

    /// A section that says what is missing.
    public init(_ heading: String, state: StateView) {
      self.heading = heading
      self.state = state
    }
  }

  /// A chart in its two widths, with what is said under it.
  public struct Chart: ViewValue {
    let wide: Drawing
    let narrow: Drawing
    let caption: String

    /// The drawings of a chart.
    public init(_ chart: ControlChart) {
      wide = ControlChartDrawing.wide(chart)
      narrow = ControlChartDrawing.narrow(chart)
      caption = chart.method
    }
  }

  /// What its texts say that others do not.
  struct Apart: ViewValue {
    let groups: BarsView?
    let phrases: [String]
    let note: String

    /// Nil where no words were read.
    init?(_ cluster: ComplaintCluster) {
      guard !cluster.phrases.isEmpty || !cluster.groups.isEmpty else { return nil }
      let texts = cluster.groups.reduce(0) { $0 + $1.signalIDs.count }
      groups =
        cluster.groups.isEmpty
        ? nil
        : BarsView(
          cluster.groups.map { group in
            BarsView.Bar(
              group.phrase.map { "“\($0)”" } ?? "other words",
              solid: group.phrase == nil
                ? 0 : Double(group.signalIDs.count) / Double(max(1, texts)),
              hatched: group.phrase == nil
                ? Double(group.signalIDs.count) / Double(max(1, texts)) : 0,
              value: Figures.count(group.signalIDs.count),
              detail: "of \(Figures.count(texts))"
            )
          }
        )
      phrases = cluster.phrases.prefix(6).map { phrase in
        "“\(phrase.words)”: \(Figures.count(phrase.count)) of \(Figures.count(phrase.texts)) here, "
          + "\(Figures.count(phrase.elsewhere)) of \(Figures.count(phrase.others)) elsewhere"
      }
      note =
        cluster.phrases.isEmpty
        ? "No run of words stands out." : "Runs of words that stand here more often than elsewhere:"
    }
  }

  let anchor: String
  let id: String
  let title: String
  let combination: String
  let standing: String
  let state: ClusterRowView.StateTag
  let facts: FactsView
  let chartHeading: String
  let chart: Chart?
  let noChart: StateView?
  let reasons: [String]
  let recounts: [String]
  let hasRecounts: Bool
  let siblings: [String]
  let hasSiblings: Bool
  let lots: BarsView?
  let lotsNote: String
  let attribution: BarsView?
  let attributionNote: String
  let quotes: [QuoteView]
  let quotesNote: String
  let apart: Apart?
  let extra: [Extra]

  /// A cluster.
  ///
  /// - Parameters:
  ///   - cluster: What a run found.
  ///   - names: How issues and products are called.
  ///   - quotes: Its words, the most typical first.
  ///   - chart: Its weeks; nil when there are too few.
  ///   - attributions: Whose doing its reports are, each with how many.
  ///   - extra: Sections that follow.
  public init(
    _ cluster: ComplaintCluster,
    names: ClusterNames,
    quotes: [QuoteView],
    chart: ControlChart?,
    attributions: [(name: String, count: Int, isKnown: Bool)],
    extra: [Extra] = []
  ) {
    anchor = Links.anchor(cluster.id)
    id = cluster.id
    title = names.title(cluster)
    combination = names.combination(cluster)
    standing =
      "\(cluster.tier.rawValue) \(cluster.tier.isHazard ? "hazard" : "complaint") · "
      + names.level(cluster.level)
      + (cluster.firstWeek.map { " · first seen \(Figures.week($0)), \(Figures.day($0))" } ?? "")
    state = ClusterRowView.StateTag(cluster.state.rawValue)
    facts = Self.facts(cluster)
    self.chart = chart.map(Chart.init)
    chartHeading = chart?.heading ?? "Week by week"
    noChart =
      chart == nil
      ? StateView(
        nothing: "No control chart",
        "A limit needs \(ClusterWeeks.fewestBase) weeks of its own past, and "
          + "\(ClusterWeeks.guarded) more between."
      ) : nil
    reasons = Self.reasons(cluster, chart)
    recounts = ClusterDoubts.recounts(cluster)
    hasRecounts = !recounts.isEmpty
    siblings = ClusterDoubts.siblings(cluster)
    hasSiblings = !siblings.isEmpty
    let counted = cluster.lots.isEmpty ? cluster.skus : cluster.lots
    lots =
      counted.isEmpty
      ? nil
      : BarsView(
        counted.prefix(8).map {
          BarsView.Bar(
            $0.name,
            solid: Double($0.count) / Double(max(cluster.observed, 1)),
            hatched: $0.inferred / Double(max(cluster.observed, 1)),
            value: Figures.count($0.count),
            detail: ($0.inferred > 0 ? "and \(Figures.decimal($0.inferred)) inferred " : "")
              + "of \(Figures.count(cluster.observed))"
          )
        }
      )
    lotsNote = Self.lotsNote(cluster)
    let total = attributions.reduce(0) { $0 + $1.count }
    attribution =
      attributions.isEmpty
      ? nil
      : BarsView(
        attributions.map { part in
          let share = Double(part.count) / Double(max(total, 1))
          return BarsView.Bar(
            part.name,
            solid: part.isKnown ? share : 0,
            hatched: part.isKnown ? 0 : share,
            value: Figures.count(part.count),
            detail: "of \(Figures.count(total))"
          )
        }
      )
    attributionNote =
      attributions.isEmpty
      ? "Not counted at this level."
      : "Read from the words and from the issue, never from the return code alone."
    self.quotes = quotes
    quotesNote =
      "\(Figures.count(quotes.count)) of \(Figures.count(cluster.observed)), the surest first. "
      + "Marked: the bytes that made it count. Dashed edge: in doubt."
    apart = Apart(cluster)
    self.extra = extra
  }

  private static func facts(_ cluster: ComplaintCluster) -> FactsView {
    let ratio = cluster.shrunkRatio
    let copies = cluster.nearDuplicatesRemoved
    return FactsView([
      FactsView.Fact(
        "Observed vs expected",
        "\(Figures.count(cluster.observed)) vs \(Figures.decimal(cluster.expected))",
        (cluster.ratio.map { "ratio \(Figures.decimal($0))" } ?? "nothing was expected")
          + (copies > 0 ? ", \(Figures.count(copies)) copies or repeats not counted" : "")
      ),
      FactsView.Fact(
        "Share",
        Figures.percent(cluster.observed, of: cluster.exposure) ?? "unknown",
        "of \(Figures.count(cluster.exposure, "report")) about it; 95\(Figures.blank)% "
          + Figures.percentRange(cluster.rate.lower, cluster.rate.upper) + " (Wilson)"
      ),
      FactsView.Fact(
        "EBGM",
        Figures.decimal(ratio.geometricMean, 2),
        "EB05 \(Figures.decimal(ratio.lower, 2)), EB95 \(Figures.decimal(ratio.upper, 2))"
      ),
      FactsView.Fact(
        "q-value",
        Figures.probability(cluster.qValue),
        "of \(Figures.count(cluster.testsRun, "test")); IC025 \(Figures.decimal(cluster.ic025, 2))"
      ),
    ])
  }

  private static func reasons(_ cluster: ComplaintCluster, _ chart: ControlChart?) -> [String] {
    var reasons = [cluster.whyNow.prefix(1).uppercased() + cluster.whyNow.dropFirst() + "."]
    if let chart, let first = chart.outside.first {
      let weeks = chart.outside.count
      let limit = first.upper.map { " of \(chart.figure($0))" } ?? ""
      reasons.append(
        weeks == 1
          ? "\(first.label) (\(chart.figure(first.value))) lies beyond its limit\(limit)."
          : "\(Figures.count(weeks)) weeks lie beyond their limit\(limit), the first \(first.label) "
            + "(\(chart.figure(first.value)))."
      )
    }
    if !cluster.tier.isHazard {
      let finder = ClusterFinder()
      reasons.append(
        cluster.state == .open
          ? "It passes every rule of an alert."
          : "No alert yet: "
            + ClusterFigures.obstacle(
              observed: cluster.observed,
              ratio: cluster.shrunkRatio,
              qValue: cluster.qValue,
              finder: finder
            ) + "."
      )
    }
    return reasons
  }

  private static func lotsNote(_ cluster: ComplaintCluster) -> String {
    guard !cluster.lots.isEmpty else {
      return cluster.skus.isEmpty
        ? "No report states a lot." : "No report states a lot; by SKU instead."
    }
    let stated = cluster.lots.reduce(0) { $0 + $1.count }
    let silent = cluster.observed - stated
    return "Confirmed: stated by the customer or the source."
      + (silent > 0 ? " \(Figures.count(silent, "report")) state none." : "")
  }
}
