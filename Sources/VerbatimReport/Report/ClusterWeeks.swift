internal import VerbatimCore
internal import VerbatimStatistics

/// The weeks of a cluster as a control chart: weeks without a report are 0, not missing.
enum ClusterWeeks {
  /// How many weeks before a week do not set its limit, so that a slow rise does not hide itself.
  ///
  /// As in EARS C2 (Hutwagner et al. 2003, *Journal of Urban Health* 80).
  static let guarded = 2
  /// The fewest weeks that set a limit (authored: with fewer, one report more moves it by itself).
  static let fewestBase = 6

  /// The chart of a cluster's reports over a period; nil with too few weeks.
  ///
  /// A c-chart that looks back only. The centre of a week is (x + ½) ÷ n over the n weeks that end
  /// two weeks before it, x their reports: Jeffreys' mean, which is not 0 after weeks of silence. The
  /// limit is three standard deviations of a Poisson count above. A lower limit would be 0, and a
  /// limit below one report is one: a single report is no rise.
  ///
  /// - SeeAlso: Montgomery (2009), section 7.3.
  static func chart(
    _ cluster: ComplaintCluster,
    period: (first: Instant, last: Instant)
  ) -> ControlChart? {
    var counts: [Instant: Int] = [:]
    for (week, count) in cluster.weeks { counts[week] = count }
    var weeks: [(monday: Instant, count: Int)] = []
    var monday = period.first.weekStart
    while monday <= period.last.weekStart {
      weeks.append((monday, counts[monday] ?? 0))
      monday = Instant(seconds: monday.seconds + 7 * 86_400, precision: .day)
    }
    guard weeks.count > fewestBase + guarded else { return nil }
    var sum = 0
    var centre: Double?
    let points = weeks.indices.map { index in
      let base = index - guarded
      if base > 0 { sum += weeks[base - 1].count }
      guard base >= fewestBase else {
        return point(weeks[index], upper: nil)
      }
      let mean = (Double(sum) + 0.5) / Double(base)
      centre = mean
      return point(weeks[index], upper: Swift.max(1, mean + 3 * mean.squareRoot()))
    }
    return ControlChart(
      quantity: "Distinct reports a week",
      points: points,
      centre: centre,
      baseCount: 0,
      method: "c-chart, three sigma: the limit of a week comes from all weeks that ended two weeks "
        + "before it, \(fewestBase) or more. The centre is that of the last week; n are its reports.",
      digits: 1
    )
  }

  private static func point(
    _ week: (monday: Instant, count: Int),
    upper: Double?
  ) -> ControlChart.Point {
    ControlChart.Point(
      label: Figures.week(week.monday),
      value: Double(week.count),
      upper: upper,
      isOutside: upper.map { Double(week.count) > $0 } ?? false,
      reports: week.count
    )
  }
}
