/// The limit that a count stays within, given the counts of its own past.
///
/// With Σx counted over B periods of equal exposure and Jeffreys' prior, the next count is negative
/// binomial with size Σx + ½ and mean (Σx + ½) ÷ B: what is not known about the mean widens the limit, so
/// that a first complaint after a silent year is no sensation, and no mean is ever 0. Where
/// ``isOverdispersed``, the dispersion α of the past widens it further, by α·(1 + 1 ÷ B), its share in the
/// next count and in the mean of the past, and by 5 ÷ n of (α + 1 ÷ mean), n being the periods of the past,
/// because α is an estimate: this raises the variance about as much as Student's t widens a normal
/// limit at 0.01 to 0.001. A count above the limit is an alarm; the p-value is the probability of
/// as much or more.
///
/// - SeeAlso: Riebler (2004); Höhle (2007), "surveillance: an R package for the monitoring of
///   infectious diseases", *Computational Statistics* 22, section 3.3; `algo.bayes` there, which this
///   equals with a past of six periods, no gap and no dispersion.
/// - Complexity: O(*n*), some twenty tails a period.
public struct BayesPredictive: Hashable, Sendable {
  /// The past that is looked at.
  public let baseline: Baseline
  /// The rate of the limit.
  public let alpha: Double
  /// Whether the dispersion of the past widens the limit.
  public let isOverdispersed: Bool

  /// A limit.
  public init(
    baseline: Baseline = Baseline(),
    alpha: Double = 0.05,
    isOverdispersed: Bool = true
  ) {
    self.baseline = baseline
    self.alpha = min(0.5, max(1e-12, alpha))
    self.isOverdispersed = isOverdispersed
  }

  /// What the method says of each period.
  public func points(of series: CountSeries) -> [SeriesPoint] {
    zip(series.counts, baseline.estimates(for: series)).map { count, estimate in
      guard let estimate else { return .unknown }
      let law = law(estimate)
      let limit = law.quantile(1 - alpha)
      return SeriesPoint(
        statistic: count,
        expected: law.mean,
        upper: limit,
        pValue: law.upperTail(from: count),
        isAlarm: count > limit
      )
    }
  }

  /// The probability of as much or more, for each period: the p-values alone, without limits.
  public func pValues(of series: CountSeries) -> [Double?] {
    zip(series.counts, baseline.estimates(for: series)).map { count, estimate in
      estimate.map { law($0).upperTail(from: count) }
    }
  }

  private func law(_ estimate: Baseline.Estimate) -> CountDistribution {
    var dispersion = 1 / (estimate.total + 0.5)
    if isOverdispersed {
      let alpha = estimate.dispersion
      dispersion += alpha * (1 + 1 / estimate.periods)
      dispersion += 5 / Double(estimate.length) * (alpha + 1 / estimate.mean)
    }
    return CountDistribution(mean: estimate.mean, dispersion: dispersion)
  }
}
