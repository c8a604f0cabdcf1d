/// The Early Aberration Reporting System's charts C1, C2 and C3, for series with little history.
///
/// With m and s the mean and standard deviation (divisor *baseline* − 1) of the baseline, and z the
/// normal quantile of 1 − ``alpha``:
///
/// - C1 takes the `baseline` periods just before; its limit is m + z·s.
/// - C2 takes those that end three periods before, so that two periods of a rise stay out of it;
///   its limit is m + z·s.
/// - C3 adds what C2 saw in the two periods before: with C2ₜ = (xₜ − mₜ) ÷ sₜ, its limit is
///   max(0, xₜ + sₜ·(z − Σ max(0, C2 − 1) over t−1 and t−2)), as the R package surveillance computes
///   it: there is an alarm when the two earlier periods alone exceed z. Its statistic is
///   Hutwagner's Σ max(0, C2 − 1) over t, t−1 and t−2; ``countsToday`` makes the alarm rest on that.
///
/// An alarm is a count above the limit. s is raised to ``minimumSigma``. Where s is 0 the
/// statistic is unknown and any count above m is an alarm.
///
/// - SeeAlso: Hutwagner, Thompson, Seeman and Treadwell (2003), "The bioterrorism preparedness and
///   response Early Aberration Reporting System (EARS)"; Fricker, Hegler and Dunfee (2008),
///   *Statistics in Medicine* 27; `earsC` of the R package surveillance, whose defaults these are.
/// - Complexity: O(*n* · baseline).
public struct EARS: Hashable, Sendable {
  /// Which chart.
  public enum Chart: String, Hashable, Sendable, CaseIterable {
    /// The baseline ends one period before.
    case c1 = "C1"
    /// The baseline ends three periods before.
    case c2 = "C2"
    /// Three periods of C2 together.
    case c3 = "C3"
  }

  /// Which chart.
  public let chart: Chart
  /// How many periods the baseline has, 3 or more.
  public let baseline: Int
  /// The nominal rate of false alarms.
  public let alpha: Double
  /// The least standard deviation.
  public let minimumSigma: Double
  /// Whether C3's alarm rests on its statistic, today's count within, instead of on its limit.
  public let countsToday: Bool

  /// A chart.
  ///
  /// - Parameters:
  ///   - chart: Which.
  ///   - baseline: How many periods the baseline has; raised to 3.
  ///   - alpha: The nominal rate of false alarms; nil takes 0.001 for C1 and C2 and 0.025 for C3.
  ///   - minimumSigma: The least standard deviation, 0 or more.
  ///   - countsToday: Whether C3's alarm is a statistic above z, as Hutwagner (2003) has it.
  public init(
    _ chart: Chart,
    baseline: Int = 7,
    alpha: Double? = nil,
    minimumSigma: Double = 0,
    countsToday: Bool = false
  ) {
    self.chart = chart
    self.baseline = min(1_000_000, max(3, baseline))
    self.alpha = min(0.5, max(1e-12, alpha ?? (chart == .c3 ? 0.025 : 0.001)))
    self.minimumSigma = max(0, minimumSigma)
    self.countsToday = countsToday
  }

  /// How many periods come before the first that is looked at.
  public var history: Int {
    switch chart {
    case .c1: baseline
    case .c2: baseline + 2
    case .c3: baseline + 4
    }
  }

  /// What the chart says of each period.
  public func points(of counts: [Double]) -> [SeriesPoint] {
    let z = -Gaussian.quantile(alpha)
    let lag = chart == .c1 ? 0 : 2
    var result = [SeriesPoint](repeating: .unknown, count: counts.count)
    // What C2 saw beyond 1 in the two periods before, the later one last.
    var before = (0.0, 0.0)
    for index in counts.indices where index >= baseline + lag {
      let (mean, sigma) = moments(counts, index - lag - baseline)
      let count = counts[index]
      let score =
        sigma > 0 ? (count - mean) / sigma : count > mean ? Double.infinity : 0
      guard chart == .c3 else {
        let limit = mean + z * sigma
        result[index] = SeriesPoint(
          statistic: sigma > 0 ? score : nil,
          expected: mean,
          upper: limit,
          isAlarm: count > limit
        )
        continue
      }
      let beyond = max(0, score - 1)
      if index >= history {
        let earlier = before.0 + before.1
        let limit = earlier.isFinite ? max(0, count + sigma * (z - earlier)) : 0
        result[index] = SeriesPoint(
          statistic: earlier + beyond,
          expected: mean,
          upper: limit,
          isAlarm: countsToday ? earlier + beyond > z : count > limit
        )
      }
      before = (before.1, beyond)
    }
    return result
  }

  /// Mean and standard deviation of the baseline that begins at `start`.
  private func moments(_ counts: [Double], _ start: Int) -> (mean: Double, sigma: Double) {
    var sum = 0.0
    for index in start..<start + baseline { sum += counts[index] }
    let mean = sum / Double(baseline)
    var squares = 0.0
    for index in start..<start + baseline {
      let distance = counts[index] - mean
      squares += distance * distance
    }
    return (mean, max(minimumSigma, (squares / Double(baseline - 1)).squareRoot()))
  }
}
