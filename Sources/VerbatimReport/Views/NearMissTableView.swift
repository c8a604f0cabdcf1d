public import VerbatimStatistics

/// What nearly fired, and the rule that held it back.
public struct NearMissTableView: ViewValue {
  /// A combination that was tested and is no alert.
  public struct Candidate: Sendable {
    /// What it is of: `RG-410 × DUR.WEAR_PILLING`.
    public var combination: String
    /// What it says, as a heading.
    public var title: String
    /// Where it is shown; nil when it is not.
    public var href: String?
    /// Distinct reports.
    public var observed: Int
    /// What independence predicts.
    public var expected: Double
    /// EBGM with EB05 and EB95.
    public var ratio: GammaMixturePosterior
    /// What stands between it and an alert.
    public var obstacle: String

    /// A combination.
    public init(
      combination: String,
      title: String,
      href: String? = nil,
      observed: Int,
      expected: Double,
      ratio: GammaMixturePosterior,
      obstacle: String
    ) {
      self.combination = combination
      self.title = title
      self.href = href
      self.observed = observed
      self.expected = expected
      self.ratio = ratio
      self.obstacle = obstacle
    }
  }

  struct Row: ViewValue {
    let title: String
    let href: String?
    let combination: String
    let observed: String
    let expected: String
    let estimate: EstimateView
    let obstacle: String
  }

  let axis: Drawing
  let rows: [Row]

  /// The table, in the order given.
  public init(_ candidates: [Candidate]) {
    let scale = Scale(ratiosUpTo: candidates.flatMap { [$0.ratio.lower, $0.ratio.upper] })
    axis = IntervalDrawing.axis(scale, width: 200, emphasis: ClusterFigures.alertRatio)
    rows = candidates.map { candidate in
      let ratio = candidate.ratio
      let value = Figures.decimal(ratio.geometricMean, 2)
      let range = Figures.range(ratio.lower, ratio.upper, 2)
      return Row(
        title: candidate.title,
        href: candidate.href,
        combination: candidate.combination,
        observed: Figures.count(candidate.observed),
        expected: Figures.decimal(candidate.expected),
        estimate: EstimateView(
          drawing: IntervalDrawing.bar(
            ratio.geometricMean,
            ratio.lower,
            ratio.upper,
            scale: scale,
            width: 200,
            label: "EBGM \(value), \(range)",
            threshold: ClusterFigures.alertRatio
          ),
          value: value,
          range: range
        ),
        obstacle: candidate.obstacle
      )
    }
  }
}
