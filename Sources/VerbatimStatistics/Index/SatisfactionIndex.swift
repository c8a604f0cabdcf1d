/// The satisfaction index of every segment in every cycle, with its state.
///
/// A customer's satisfaction in a cycle is the mean of the components that are there, each from 0 to
/// 100, by their reliability; a missing component is missing, not neutral. A segment's index is the
/// mean of its customers, drawn towards its parent's index.
///
/// **What was said of a cycle stays said.** Scales, weights, credibility and states of a cycle rest
/// on that cycle and earlier ones alone: more feedback, or a computation as of an earlier day,
/// changes no finished cycle. When a scale becomes known, earlier cycles are computed anew for
/// comparison, so that a change of scale is never taken for a change of mood.
public struct SatisfactionIndex: Sendable {
  /// What a user sets.
  public struct Settings: Hashable, Sendable {
    /// How many days a cycle has.
    public var days = 7
    /// From how many customers on there is an index.
    public var minimum = 30
    /// From how many customers with two components on their scales are compared.
    public var overlaps = 200
    /// Thresholds whose crossing is told, 0 to 100.
    public var thresholds: [Double] = []
    /// By how many points an index must be clear of a threshold to cross it (authored).
    public var hysteresis = 2.0
    /// What counts as a wobble.
    public var wobble = WobbleMonitor.Settings()

    /// The contract's defaults.
    public init() {}
  }

  /// What the user set.
  public let settings: Settings

  /// An index.
  ///
  /// - Precondition: A cycle has a day and an index two customers at least.
  public init(_ settings: Settings = Settings()) {
    precondition(settings.days > 0 && settings.minimum > 1, "cycles of days, means of customers")
    var settings = settings
    settings.thresholds.sort()
    self.settings = settings
  }

  /// The scale that counts after the last cycle of a history.
  public func scale(after history: SatisfactionHistory) -> ComponentScale {
    CustomerGroups(history, days: settings.days).scalePeriods(overlaps: settings.overlaps).last?
      .scale ?? .linear
  }

  /// The series of every segment: all customers first, then by the first dimension, by the first
  /// two, and so on, in the order of their values.
  ///
  /// - Parameters:
  ///   - history: The reports.
  ///   - depth: How many of its dimensions divide the customers, one under the other; nil for all.
  ///   - lastDay: The day as of which it is computed, since 1970; later reports must not be in the
  ///     history. Nil for the day of the last report.
  /// - Returns: A series for each segment with feedback; none for a history without any.
  /// - Complexity: O(*n* log *n*) in the reports, times the number of dimensions and of changes of
  ///   scale, at most eleven.
  public func series(
    _ history: SatisfactionHistory,
    depth: Int? = nil,
    asOf lastDay: Int? = nil
  ) -> [IndexSeries] {
    guard let days = history.days else { return [] }
    let groups = CustomerGroups(history, days: settings.days)
    let tree = SegmentTree(history, depth: min(depth ?? .max, history.dimensions.count))
    let periods = groups.scalePeriods(overlaps: settings.overlaps)
    var series = tree.segments.map { segment in
      IndexSeries(
        segment: segment.values.enumerated().map {
          .init(dimension: history.dimensions[$0], value: history.values[$0][Int($1)])
        },
        points: []
      )
    }
    for (place, period) in periods.enumerated() {
      let end = place + 1 < periods.count ? periods[place + 1].first : .max
      var pass = IndexPass(
        settings: settings,
        tree: tree,
        scale: period.scale,
        shown: period.first..<end,
        kept: series.map { $0.points.last?.cycle.number },
        asOf: lastDay ?? days.upperBound
      )
      groups.forEachCycle(before: end) { cycle, customers in
        pass.run(cycle, customers, in: groups)
      }
      for (segment, points) in pass.points.enumerated() { series[segment].points += points }
    }
    return series.filter { !$0.points.isEmpty }
  }
}
