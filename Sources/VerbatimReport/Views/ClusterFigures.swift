internal import VerbatimStatistics

/// The sentences of numbers that several views of a cluster share.
enum ClusterFigures {
  /// The EB05 that opens an alert; the finder's default.
  static let alertRatio = ClusterFinder().alertRatio

  /// `27.3 % of 66 reports about it`.
  static func rate(_ cluster: ComplaintCluster) -> String {
    guard let share = Figures.percent(cluster.observed, of: cluster.exposure) else {
      return "no share: nothing is known about the rest"
    }
    return "\(share) of \(Figures.count(cluster.exposure, "report")) about it"
  }

  /// `95 % 18.0–39.0 %`.
  static func rateRange(_ cluster: ComplaintCluster) -> String {
    "95\(Figures.blank)% " + Figures.percentRange(cluster.rate.lower, cluster.rate.upper)
  }

  /// `EBGM 4.25, EB05 2.63, EB95 6.53`.
  static func certainty(_ cluster: ComplaintCluster) -> String {
    let ratio = cluster.shrunkRatio
    // Blanks that do not break keep each name with its number.
    return [("EBGM", ratio.geometricMean), ("EB05", ratio.lower), ("EB95", ratio.upper)]
      .map { "\($0.0)\(Figures.blank)\(Figures.decimal($0.1, 2))" }.joined(separator: ", ")
  }

  /// Why a combination is no alert, by the rule it fails first.
  static func obstacle(
    observed: Int,
    ratio: GammaMixturePosterior,
    qValue: Double,
    finder: ClusterFinder = ClusterFinder()
  ) -> String {
    if observed < finder.minimumCount {
      return "\(Figures.count(observed, "report")); an alert needs \(finder.minimumCount)"
    }
    if ratio.lower < finder.alertRatio {
      return "EB05 \(Figures.decimal(ratio.lower, 2)) is under "
        + Figures.decimal(finder.alertRatio, 0)
    }
    if qValue > finder.falseDiscoveryRate {
      return "EB05 passes, but q = \(Figures.probability(qValue)) is over "
        + Figures.decimal(finder.falseDiscoveryRate, 2)
    }
    return "passes every rule"
  }
}
