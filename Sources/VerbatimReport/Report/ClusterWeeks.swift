internal import VerbatimCore
internal import VerbatimStatistics

/// The weeks of a cluster as a control chart: weeks without a report are 0, not missing.
enum ClusterWeeks {
  /// How many of the last weeks are judged by those before, when there are enough of those.
  static let judged = 4

  /// The chart of a cluster's reports over a period; nil with too few weeks.
  ///
  /// A c-chart: counts of one opportunity a week, limits from the weeks before the last four at
  /// three standard deviations with Laney's spread, but no tighter than Poisson's. A lower limit
  /// would be 0. A limit below one report is one: a single report is no level.
  ///
  /// - SeeAlso: Montgomery (2009), section 7.3; Laney (2002).
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
    guard weeks.count >= ControlChart.fewestWeeks else { return nil }
    let baseCount =
      weeks.count - judged >= ControlChart.fewestWeeks ? weeks.count - judged : weeks.count
    let base = AttributeChart(
      .uPrime,
      counts: weeks.prefix(baseCount).map { Double($0.count) },
      sizes: weeks.prefix(baseCount).map { _ in 1 }
    )
    let centre = base.centre ?? 0
    let upper = Swift.max(1, centre + 3 * centre.squareRoot() * Swift.max(1, base.spread))
    return ControlChart(
      quantity: "Distinct reports a week",
      points: weeks.map { week in
        ControlChart.Point(
          label: Figures.week(week.monday),
          value: Double(week.count),
          upper: upper,
          isOutside: Double(week.count) > upper,
          reports: week.count
        )
      },
      centre: centre,
      baseCount: baseCount,
      method: "c-chart with Laney’s spread, three sigma; limits from "
        + "\(Figures.week(weeks[0].monday))–\(Figures.week(weeks[baseCount - 1].monday)) "
        + "(\(Figures.count(weeks.prefix(baseCount).reduce(0) { $0 + $1.count }, "report"))). "
        + "The lower limit is 0.",
      digits: 1
    )
  }
}
