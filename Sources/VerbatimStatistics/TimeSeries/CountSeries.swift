public import VerbatimCore

/// Counts of one combination, period by period, without gaps.
public struct CountSeries: Hashable, Sendable {
  /// How long a period is.
  public enum Period: String, Hashable, Sendable, CaseIterable {
    /// A calendar day.
    case day
    /// An ISO week, from Monday on.
    case week

    /// Its length in days.
    public var days: Int { self == .day ? 1 : 7 }
  }

  /// The first period's first day, in days since 1970-01-01.
  public var firstDay: Int
  /// How long a period is.
  public var period: Period
  /// How many were counted in each period, none negative.
  public var counts: [Double]
  /// What the counts arose from, such as orders.
  ///
  /// As many as counts, 0 where it is not known; nil when no exposure is known at all.
  public var exposures: [Double]?

  /// A series.
  ///
  /// A count or exposure that is negative or no number becomes 0; exposures that are fewer than
  /// the counts are filled up with 0.
  public init(
    firstDay: Int = 0,
    period: Period = .week,
    counts: [Double],
    exposures: [Double]? = nil
  ) {
    func clean(_ value: Double) -> Double { value > 0 && value.isFinite ? value : 0 }
    // The calendar's years have four digits.
    self.firstDay = min(2_932_896, max(-719_162, firstDay))
    self.period = period
    self.counts = counts.map(clean)
    self.exposures = exposures.map { known in
      counts.indices.map { $0 < known.count ? clean(known[$0]) : 0 }
    }
  }

  /// A series of whole counts.
  public init(
    firstDay: Int = 0,
    period: Period = .week,
    counts: [Int],
    exposures: [Double]? = nil
  ) {
    self.init(
      firstDay: firstDay,
      period: period,
      counts: counts.map(Double.init),
      exposures: exposures
    )
  }

  /// What a period's count arose from: 1 where exposure plays no part, 0 where it is not known.
  public func exposure(at index: Int) -> Double { exposures?[index] ?? 1 }

  /// The first day of a period.
  public func start(of index: Int) -> Instant {
    Instant(seconds: Int64(firstDay + index * period.days) * 86_400, precision: .day)
  }

  /// How many periods a year has, rounded down.
  public var periodsPerYear: Int { period == .day ? 365 : 52 }
}
