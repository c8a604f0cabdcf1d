public import VerbatimCore
public import VerbatimStatistics
public import VerbatimStore

/// Reads the store and computes the satisfaction index of its segments, what drives it, and how
/// cohorts differ.
///
/// Everything is computed from the store each time; nothing is kept between runs, so a restart
/// changes no state.
public struct TrendRun: Sendable {
  /// What a user asks for.
  public struct Options: Sendable {
    /// The dimensions that divide the customers, one under the other.
    public var by: [String] = []
    /// The dimensions whose cohorts are compared.
    public var cohorts: [String] = []
    /// Only what had happened by the end of this day; nil takes all.
    public var asOf: Instant?
    /// Whether issues are read; ``TrendRun/series()`` does without.
    public var needsIssues = true
    /// Those of the index.
    public var settings = SatisfactionIndex.Settings()

    /// All customers, week by week.
    public init() {}
  }

  /// What was asked for.
  public let options: Options
  /// The reports, with the dimensions of `by` and then those of `cohorts`.
  public let history: SatisfactionHistory
  /// What was left out, and why.
  public let diagnostics: [Diagnostic]
  /// How many signals have no time, and so are in no cycle.
  public let undated: Int

  /// Reads a store.
  ///
  /// - Throws: ``Diagnostic`` `V5105` when no signal has a dimension that was asked for, else a
  ///   failure of the store.
  public init(_ store: SignalStore, _ options: Options) throws {
    self.options = options
    let names = try store.segmentNames()
    let cohorts = options.cohorts.filter { !options.by.contains($0) }
    let dimensions = try (options.by + cohorts).map { name in
      try Dimension(name, among: names, of: store.path)
    }
    var filter = SignalFilter()
    if let asOf = options.asOf {
      filter.until = Instant(seconds: (Int64(asOf.dayNumber) + 1) * 86_400, precision: .day)
    }
    var reader = SatisfactionReader(dimensions: dimensions)
    try store.forEachRatedSignal(
      filter,
      segments: dimensions.map(\.segment),
      needsIssues: options.needsIssues
    ) { reader.add($0) }
    diagnostics = reader.diagnostics(of: store.path)
    undated = reader.undated
    history = reader.history()
  }

  /// The series of every segment.
  public func series() -> [IndexSeries] {
    SatisfactionIndex(options.settings).series(
      history,
      depth: options.by.count,
      asOf: options.asOf?.dayNumber
    )
  }

  /// What each customer said in a period.
  public func period(_ days: ClosedRange<Int>? = nil) -> CustomerPeriod {
    CustomerPeriod(history, days: days, settings: options.settings)
  }

  /// The table of cohorts.
  public func cohorts(_ period: CustomerPeriod) -> [CohortLift] {
    CohortLift.table(
      period,
      names: options.cohorts,
      dimensions: options.cohorts.compactMap { history.dimensions.firstIndex(of: $0) },
      minimum: options.settings.minimum
    )
  }

  /// What issues cost, over all customers and in each segment of the first dimension.
  public func drivers(_ period: CustomerPeriod) -> [DriverWeight] {
    period.drivers(
      dimension: options.by.isEmpty ? nil : 0,
      minimum: options.settings.minimum
    )
  }
}
