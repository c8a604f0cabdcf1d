internal import Foundation

/// The flexible Farrington method: all weeks of the years before, in ten seasons, with limits of
/// the negative binomial.
///
/// Each year between two reference weeks is cut into ``seasons`` groups: the reference week with
/// `halfWidth` weeks on either side, and the weeks between in equal blocks. All weeks of the past but the
/// last ``excluded`` are fitted by a quasi-Poisson regression with a trend and a level for each
/// group. Past outbreaks are turned down only where the standardised Anscombe residual lies above
/// 2.58. The trend is kept unless it predicts more than was ever seen. With the predicted mean μ
/// and the dispersion φ ≥ 1, the limits are the quantiles of the negative binomial of mean μ and
/// variance φμ (Poisson's when φ = 1). The p-value is its upper tail. A count above the limit is an
/// alarm, unless fewer than five were counted in the last four weeks.
///
/// - SeeAlso: Noufaily, Enki, Farrington, Garthwaite, Andrews and Charlett (2013), "An improved
///   algorithm for outbreak detection in multiple surveillance systems", *Statistics in Medicine*
///   32; Salmon, Schumacher and Höhle (2016), *JSS* 70(10): `farringtonFlexible` with `noPeriods = 10`,
///   `pThresholdTrend = 1`, `weightsThreshold = 2.58`, `pastWeeksNotIncluded = 26` and
///   `thresholdMethod = "nbPlugin"`.
/// - Complexity: O(weeks of the past) a week, some thirty passes.
public struct FarringtonFlexible: Hashable, Sendable {
  /// At most so many years are looked back; 3 at least.
  public let years: Int
  /// So many weeks on either side of the reference week.
  public let halfWidth: Int
  /// In how many groups a year is cut.
  public let seasons: Int
  /// How many weeks just before are left out.
  public let excluded: Int
  /// The rate of each limit.
  public let alpha: Double
  /// Above which residual a week is turned down.
  public let threshold: Double

  /// The method.
  ///
  /// - Parameters:
  ///   - years: At most so many years back; raised to 3.
  ///   - halfWidth: Weeks on either side of the reference week; 20 at most.
  ///   - seasons: In how many groups a year is cut; as many as fit at most.
  ///   - excluded: How many weeks just before are left out.
  ///   - alpha: The rate of each limit.
  ///   - threshold: Above which residual a week is turned down.
  public init(
    years: Int = 5,
    halfWidth: Int = 3,
    seasons: Int = 10,
    excluded: Int = 26,
    alpha: Double = 0.05,
    threshold: Double = 2.58
  ) {
    self.years = min(100, max(3, years))
    self.halfWidth = min(20, max(0, halfWidth))
    // A year has to hold the reference window and a week for each other group.
    self.seasons = min(max(1, 40 - 2 * self.halfWidth), max(1, seasons))
    self.excluded = min(1_000_000, max(0, excluded))
    self.alpha = min(0.5, max(1e-12, alpha))
    self.threshold = max(0.1, threshold)
  }

  /// What the method says of each week; unknown where three years of history are not there.
  ///
  /// - Parameters:
  ///   - series: A weekly series. Where exposures are known, its logarithm is an offset.
  ///   - stepsPerYear: Nil looks for the same date in earlier years; a number counts so many weeks
  ///     back.
  /// - Returns: A point for each week.
  public func points(of series: CountSeries, stepsPerYear: Int? = nil) -> [SeriesPoint] {
    zip(series.counts.indices, laws(of: series, stepsPerYear: stepsPerYear)).map { index, law in
      guard let law else { return .unknown }
      return Farrington.point(
        series,
        index,
        mean: law.mean,
        lower: law.quantile(alpha),
        upper: law.quantile(1 - alpha),
        pValue: law.upperTail(from: series.counts[index])
      )
    }
  }

  /// The distribution of each week's count without an outbreak, as the regression predicts it; nil
  /// where three years of history are not there.
  ///
  /// - Parameters:
  ///   - series: A weekly series.
  ///   - stepsPerYear: As for ``points(of:stepsPerYear:)``.
  ///   - isWide: Whether the variance of the predicted mean widens the distribution, which the
  ///     method itself leaves out.
  /// - Returns: A distribution for each week.
  public func laws(
    of series: CountSeries,
    stepsPerYear: Int? = nil,
    isWide: Bool = false
  ) -> [CountDistribution?] {
    let weeks = ReferenceWeeks(
      calendar: stepsPerYear.map { .steps(min(100_000, max(2 * halfWidth + 1, $0))) }
        ?? .dates(firstDay: series.firstDay)
    )
    return series.counts.indices.map { law(series, $0, weeks, isWide) }
  }

  private func law(
    _ series: CountSeries,
    _ index: Int,
    _ weeks: ReferenceWeeks,
    _ isWide: Bool
  ) -> CountDistribution? {
    let found = weeks.years(before: index, margin: halfWidth, atMost: years)
    guard found >= 3, series.exposure(at: index) > 0 else { return nil }
    var data = QuasiPoissonFit.Data(
      counts: [],
      times: [],
      offsets: [],
      groups: [],
      groupCount: seasons
    )
    let groups = groups(index, weeks, years: found)
    for (place, group) in groups.groups.enumerated() {
      let week = groups.first + place
      guard let group, week < index - excluded, series.exposure(at: week) > 0 else { continue }
      data.counts.append(series.counts[week])
      data.times.append(Double(week - index))
      data.offsets.append(log(series.exposure(at: week)))
      data.groups.append(group)
    }
    // The week itself belongs to the group of the reference weeks, the last.
    let now = seasons - 1
    let offset = log(series.exposure(at: index))
    guard var fit = ReweightedFit(data, threshold: threshold, trend: true) else { return nil }
    if fit.model.hasTrend,
      fit.model.prediction(at: 0, group: now, offset: offset).mean > data.counts.max() ?? 0
    {
      guard let flat = ReweightedFit(data, threshold: threshold, trend: false) else {
        return nil
      }
      fit = flat
    }
    let prediction = fit.model.prediction(at: 0, group: now, offset: offset)
    let mean = prediction.mean
    guard mean.isFinite, mean > 0 else { return nil }
    let own = (fit.dispersion - 1) / mean
    return CountDistribution(
      mean: mean,
      dispersion: isWide ? own + fit.dispersion * prediction.variance : own
    )
  }

  /// The group of each week from the first of the oldest reference window up to the week itself.
  private func groups(_ index: Int, _ weeks: ReferenceWeeks, years: Int)
    -> (first: Int, groups: [Int?])
  {
    let first = weeks.index(years, before: index) - halfWidth
    var groups = [Int?](repeating: nil, count: index - first + 1)
    let reference = seasons - 1
    for week in max(first, index - halfWidth)...index { groups[week - first] = reference }
    for year in 1...years {
      let centre = weeks.index(year, before: index)
      let next = weeks.index(year - 1, before: index)
      for week in centre - halfWidth...centre + halfWidth { groups[week - first] = reference }
      guard reference > 0 else { continue }
      // The weeks between two windows in blocks of equal length, the earlier ones longer by one.
      let between = next - centre - 2 * halfWidth - 1
      guard between > 0 else { continue }
      var week = centre + halfWidth + 1
      for block in 0..<reference {
        let length = between / reference + (block < between % reference ? 1 : 0)
        for _ in 0..<length {
          groups[week - first] = block
          week += 1
        }
      }
    }
    return (first, groups)
  }
}
