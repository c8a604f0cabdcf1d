internal import VerbatimCore

/// Why a cluster is on the list, for a person: how far beyond chance, and whether it is new.
struct WhyNow {
  let text: String

  init(
    _ component: InformationComponent,
    _ ratio: GammaMixturePosterior,
    tier: Issue.Tier,
    testsRun: Int,
    chart: ComplaintCluster.Chart
  ) {
    let news = Self.news(chart)
    guard !tier.isHazard else {
      let count = component.observed == 1 ? "one report" : "\(component.observed) reports"
      text =
        "a hazard of tier \(tier.rawValue): \(count); a person decides, not a statistic"
        + (chart.signalAt == nil ? "" : "; \(news)")
      return
    }
    func rounded(_ value: Double, _ scale: Double) -> Double { (value * scale).rounded() / scale }
    text =
      "\(component.observed) distinct reports where independence predicts "
      + "\(rounded(component.expected, 10)); EB05 \(rounded(ratio.lower, 100)), "
      + "IC025 \(rounded(component.lower, 100)) over \(testsRun) combinations; \(news)"
  }

  private static func news(_ chart: ComplaintCluster.Chart) -> String {
    if let note = chart.note { return note }
    guard let first = chart.points.first(where: \.isOutside),
      let last = chart.points.lastIndex(where: \.isOutside)
    else { return "no week lies outside its own limits" }
    let limit = (first.upper ?? 0) * (chart.method == .laneyUPrime ? Double(first.exposure) : 1)
    let text =
      "outside its own limits first in the week of \(first.week): \(first.count) reports, "
      + "limit \((limit * 10).rounded() / 10)"
    let since = chart.points.count - 1 - last
    return since > 4 ? text + "; not in the last \(since) weeks" : text
  }
}
