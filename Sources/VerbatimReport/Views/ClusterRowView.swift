public import VerbatimStatistics

/// A cluster in a list: what, how many, how sure, since when.
public struct ClusterRowView: ViewValue {
  let title: String
  let href: String
  let combination: String
  let level: String
  let since: String?
  let state: StateTag
  let quote: QuoteView?
  let whereabouts: String?
  let observed: String
  let expected: String
  let rate: String
  let rateRange: String
  let interval: Drawing
  let certainty: String
  let spark: Drawing?
  let noSpark: String?

  /// A cluster's state in words; the shape of the tag differs before its colour does.
  public struct StateTag: ViewValue {
    let text: String
    let style: String

    /// The tag of a state, by its name in `cluster.alert.v1`.
    ///
    /// - Parameters:
    ///   - state: The state, by whose kind the tag looks.
    ///   - text: What it says; nil for the state itself.
    public init(_ state: String, text: String? = nil) {
      self.text = text ?? state.replacing("_", with: " ")
      style =
        switch state {
        case "open", "reopened": "alert"
        case "watch": "watch"
        default: "ok"
        }
    }
  }

  /// A cluster.
  ///
  /// - Parameters:
  ///   - cluster: What a run found.
  ///   - names: How issues and products are called.
  ///   - links: Where links lead.
  ///   - scale: The axis of the column, which all rows share.
  ///   - quote: Its most typical words.
  ///   - chart: Its weeks; nil when there are too few.
  public init(
    _ cluster: ComplaintCluster,
    names: ClusterNames,
    links: Links,
    scale: Scale,
    quote: QuoteView?,
    chart: ControlChart?
  ) {
    title = names.title(cluster)
    href = links.cluster(cluster.id)
    combination = names.combination(cluster)
    level = names.level(cluster.level)
    since = cluster.firstWeek.map { "since \(Figures.week($0))" }
    state = StateTag(cluster.state.rawValue)
    self.quote = quote
    whereabouts = Self.whereabouts(cluster)
    observed = Figures.count(cluster.observed)
    expected = Figures.decimal(cluster.expected)
    rate = ClusterFigures.rate(cluster)
    rateRange = ClusterFigures.rateRange(cluster)
    let ratio = cluster.shrunkRatio
    interval = IntervalDrawing.bar(
      ratio.geometricMean,
      ratio.lower,
      ratio.upper,
      scale: scale,
      width: 216,
      label: ClusterFigures.certainty(cluster),
      threshold: ClusterFigures.alertRatio
    )
    certainty = ClusterFigures.certainty(cluster)
    spark = chart.flatMap { SparkDrawing.spark($0) }
    noSpark = spark == nil ? "Too few weeks for a chart" : nil
  }

  /// The articles and lots in a line.
  static func whereabouts(_ cluster: ComplaintCluster) -> String? {
    var parts: [String] = []
    func add(_ one: String, _ counts: [ComplaintCluster.Count]) {
      guard !counts.isEmpty else { return }
      let shown = counts.prefix(3).map { "\($0.name) \($0.count)" }.joined(separator: ", ")
      let more = counts.count - 3
      parts.append("\(one) \(shown)" + (more > 0 ? " and \(more) more" : ""))
    }
    add("SKUs", cluster.skus)
    add("stated lots", cluster.lots.filter { $0.count > 0 })
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }
}
