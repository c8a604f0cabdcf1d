internal import Foundation

/// Farrington's regression for weekly counts with at least three years of history.
///
/// The weeks around the same week of the ``years`` before are fitted by a quasi-Poisson regression
/// with a linear trend. Weeks that look like past outbreaks are turned down by their Anscombe
/// residuals (those above 1 count s⁻²) and the fit repeated. The trend is kept when its p-value is
/// below 0.05, the history spans three years, and it predicts no more than was ever seen. With the
/// predicted mean μ, its variance v and the dispersion φ ≥ 1 the limits are
///
/// (μ^⅔ ± z·√(4⁄9 · μ^⅓ · (φ + v ÷ μ)))^(3⁄2), with z the normal quantile of 1 − ``alpha`` ÷ 2,
///
/// after Anscombe's ⅔ power, which takes the skew out of Poisson's distribution. The statistic is
/// the exceedance score (x − μ) ÷ (upper − μ); above 1 is an alarm, unless fewer than five were
/// counted in the last four weeks. The p-value is the upper tail on the transformed scale.
///
/// - SeeAlso: Farrington, Andrews, Beale and Catchpole (1996), "A statistical algorithm for the
///   early detection of outbreaks of infectious disease", *JRSS A* 159; `algo.farrington` of the R
///   package surveillance, whose defaults these are.
/// - Complexity: O(years · width) a week, some thirty passes.
public struct Farrington: Hashable, Sendable {
  /// At most so many years are looked back; 3 at least.
  public let years: Int
  /// So many weeks on either side of the reference week.
  public let halfWidth: Int
  /// The two-sided rate of the limits.
  public let alpha: Double
  /// Whether past outbreaks are turned down.
  public let reweights: Bool

  /// The method.
  ///
  /// - Parameters:
  ///   - years: At most so many years back; raised to 3.
  ///   - halfWidth: Weeks on either side of the reference week; 20 at most.
  ///   - alpha: The two-sided rate of the limits.
  ///   - reweights: Whether past outbreaks are turned down.
  public init(years: Int = 5, halfWidth: Int = 3, alpha: Double = 0.05, reweights: Bool = true) {
    self.years = min(100, max(3, years))
    self.halfWidth = min(20, max(0, halfWidth))
    self.alpha = min(0.5, max(1e-12, alpha))
    self.reweights = reweights
  }

  /// What the method says of each week; unknown where three years of history are not there.
  ///
  /// - Parameters:
  ///   - series: A weekly series. Where exposures are known, its logarithm is an offset.
  ///   - stepsPerYear: Nil looks for the same date in earlier years; a number counts so many weeks
  ///     back.
  /// - Returns: A point for each week.
  public func points(of series: CountSeries, stepsPerYear: Int? = nil) -> [SeriesPoint] {
    let weeks = ReferenceWeeks(
      calendar: stepsPerYear.map { .steps(min(100_000, max(2 * halfWidth + 1, $0))) }
        ?? .dates(firstDay: series.firstDay)
    )
    return series.counts.indices.map { point(series, $0, weeks) }
  }

  private func point(_ series: CountSeries, _ index: Int, _ weeks: ReferenceWeeks) -> SeriesPoint {
    let found = weeks.years(before: index, margin: halfWidth, atMost: years)
    guard found >= 3, series.exposure(at: index) > 0 else { return .unknown }
    var data = QuasiPoissonFit.Data(
      counts: [],
      times: [],
      offsets: [],
      groups: [],
      groupCount: 1
    )
    for year in stride(from: found, through: 1, by: -1) {
      let centre = weeks.index(year, before: index)
      for week in centre - halfWidth...centre + halfWidth {
        let exposure = series.exposure(at: week)
        guard exposure > 0 else { continue }
        data.counts.append(series.counts[week])
        data.times.append(Double(week - index))
        data.offsets.append(log(exposure))
        data.groups.append(0)
      }
    }
    let offset = log(series.exposure(at: index))
    guard var fit = ReweightedFit(data, threshold: reweights ? 1 : nil, trend: true) else {
      return .unknown
    }
    if fit.model.hasTrend {
      let mean = fit.model.prediction(at: 0, group: 0, offset: offset).mean
      let isKept = fit.model.trendP < 0.05 && mean <= data.counts.max() ?? 0
      if !isKept {
        guard let flat = ReweightedFit(data, threshold: reweights ? 1 : nil, trend: false) else {
          return .unknown
        }
        fit = flat
      }
    }
    let prediction = fit.model.prediction(at: 0, group: 0, offset: offset)
    let limits = PowerLimits(
      mean: prediction.mean,
      variance: fit.dispersion * prediction.variance * prediction.mean * prediction.mean,
      dispersion: fit.dispersion,
      tail: alpha / 2
    )
    return Self.point(
      series,
      index,
      mean: prediction.mean,
      lower: limits.lower,
      upper: limits.upper,
      pValue: limits.upperTail(series.counts[index])
    )
  }

  /// The point of a week whose limits are known; no alarm on fewer than five in four weeks.
  static func point(
    _ series: CountSeries,
    _ index: Int,
    mean: Double,
    lower: Double,
    upper: Double,
    pValue: Double
  ) -> SeriesPoint {
    let count = series.counts[index]
    let recent = series.counts[max(0, index - 3)...index].reduce(0, +)
    return SeriesPoint(
      statistic: upper > mean ? (count - mean) / (upper - mean) : nil,
      expected: mean,
      upper: upper,
      lower: lower,
      pValue: pValue,
      isAlarm: recent >= 5 && count > upper
    )
  }
}
