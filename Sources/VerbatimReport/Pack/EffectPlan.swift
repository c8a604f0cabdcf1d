internal import VerbatimCore
internal import VerbatimStatistics

/// The test of a fix, registered before anybody knows its outcome: what is compared, when it is
/// passed, and from which day it is judged.
///
/// It is the test that `verbatim clusters decide … verify` makes:
/// ``VerbatimStatistics/FixVerification`` over the stretches of ``VerbatimStatistics/ClusterLife``,
/// so that what was agreed is what is run.
struct EffectPlan {
  /// The latest weeks that tell how many write in a week (authored: a quarter).
  static let recentWeeks = 13

  let terms: [TermView]

  init(_ material: PackMaterial, test: EffectTest) {
    let cluster = material.cluster
    let life = material.life
    let correction = life?.correction
    let alert = life?.transitions.first { $0.state == .open && $0.decision == nil }?.day
    var terms = [
      TermView(
        "Registered",
        (Self.lastDay(material) ?? "without a date") + ", for \(cluster.id)"
      ),
      TermView(
        "Statistic",
        "change of the share of customers with this issue among all who write about "
          + "\(cluster.key), after less before, with its 95\(Figures.blank)% interval (Newcombe 1998, "
          + "method 10)"
      ),
      TermView(
        "Counted in",
        "customers, each once; copies and repeats not. Not units: who does not write is not counted"
      ),
      TermView(
        "Before",
        "from the day after the alert" + (alert.map { " (\(Self.day($0)))" } ?? "")
          + " to the action, at most a year, and whoever names a lot made before it. What led to the "
          + "alert is left out: it is there because it was much"
      ),
      TermView(
        "After",
        "from the first day of the action"
          + (correction.map { " (\(Self.day($0.effective)))" } ?? ", to be named") + " on"
      ),
      TermView(
        "Threshold",
        "verified when the interval lies under 0; worse, and taken up again, when it lies over 0; "
          + "else not yet"
      ),
      TermView("Judged", Self.judged(cluster, test, from: correction?.effective)),
    ]
    if let correction {
      terms.append(TermView("So far", correction.verification.summary))
    }
    terms.append(
      TermView("Run by", "verbatim clusters decide \(cluster.id) verify", isCode: true)
    )
    self.terms = terms
  }

  /// From when on it is judged: as soon as a halving could be told, at the rate of the last weeks.
  private static func judged(
    _ cluster: ComplaintCluster,
    _ test: EffectTest,
    from effective: Int?
  ) -> String {
    guard let fewest = test.fewestForHalf else {
      return "no date can be set: today’s numbers are too few to tell a halving"
    }
    let enough =
      "once, when \(Figures.count(fewest, "customer")) have written after the action; a "
      + "halving is then told"
    let points = cluster.chart.points.suffix(recentWeeks)
    let sum = points.reduce(0) { $0 + $1.exposure }
    guard sum > 0 else { return enough }
    // Rounded up in whole numbers: fewest ÷ (sum ÷ weeks).
    let weeks = (fewest * points.count + sum - 1) / sum
    let date =
      effective.map { ", on \(day($0 + 7 * weeks))" } ?? " after its first day"
    return enough + ". At \(Figures.decimal(Double(sum) / Double(points.count))) a week that is "
      + "\(Figures.count(weeks, "week"))\(date)"
  }

  private static func lastDay(_ material: PackMaterial) -> String? {
    (material.asOf ?? material.period?.last).map { Figures.day($0) }
  }

  private static func day(_ number: Int) -> String {
    Figures.day(Instant(seconds: Int64(number) * 86_400, precision: .day))
  }
}
