internal import Foundation

/// Runs methods on a series, each alone, and chooses those that fit its history.
///
/// | Method | History before the first point | Needs |
/// |---|---|---|
/// | EARS C1, C2, C3 | 7, 9, 11 periods | |
/// | Bayes, the likelihood-ratio charts, score | 14 periods | |
/// | tabular CUSUMs, EWMA | none; target and spread come from the first part of 13 periods or more | spread in it |
/// | p, p′ | none; the centre comes from all of 8 periods or more | exposure, no count above it |
/// | u, u′, rules | none; the centre comes from all of 8 periods or more | |
/// | scan | 11 periods | |
/// | Farrington, both | 3 years and 3 weeks | weeks |
///
/// The first part is half the series, at least 12 periods and at most 52.
public struct SeriesMonitor: Hashable, Sendable {
  /// The past that means and dispersions come from.
  public var baseline = Baseline()
  /// By which factor the CUSUMs look for a change.
  public var ratio = 1.5
  /// The logarithm of the likelihood ratio at which they decide.
  public var threshold = 5.0
  /// The scan.
  public var scan = TemporalScan()

  /// What became of a method.
  public enum Outcome: Hashable, Sendable {
    /// A point for each period.
    case points([SeriesPoint])
    /// The method cannot be used on this series, and why.
    case skipped(String)
  }

  /// A monitor with the settings that the documentation states.
  public init() {}

  /// The methods that fit a series: EARS while the history is short, then the predictive limit,
  /// the CUSUM and the scan, from three years on Farrington's instead of the plain limit; u′ where
  /// exposure is known, Western Electric's rules for display; the score wherever it can be had.
  public func recommended(for series: CountSeries) -> [SeriesMethod] {
    var methods: [SeriesMethod] = []
    let periods = series.counts.count
    if periods < baseline.gap + baseline.minimum + 1 {
      methods = [.earsC1, .earsC2, .earsC3]
    } else if hasThreeYears(series) {
      methods = [.farringtonFlexible, .nbCUSUM, .scan, .score]
    } else {
      methods = [.bayes, .nbCUSUM, .scan, .score]
    }
    if series.exposures != nil { methods += [.uPrime] }
    return methods + [.westernElectric]
  }

  /// What a method says of a series.
  ///
  /// The points of ``SeriesMethod/score`` have no alarms: those depend on all tests of a run.
  ///
  /// - Complexity: That of the method.
  public func outcome(of method: SeriesMethod, for series: CountSeries) -> Outcome {
    if let reason = reasonToSkip(method, series) { return .skipped(reason) }
    let counts = series.counts
    switch method {
    case .earsC1: return .points(EARS(.c1).points(of: counts))
    case .earsC2: return .points(EARS(.c2).points(of: counts))
    case .earsC3: return .points(EARS(.c3).points(of: counts))
    case .bayes: return .points(BayesPredictive(baseline: baseline).points(of: series))
    case .farrington: return .points(Farrington().points(of: series))
    case .farringtonFlexible: return .points(FarringtonFlexible().points(of: series))
    case .nbCUSUM, .poissonCUSUM:
      let chart = LikelihoodRatioCUSUM(ratio: ratio, threshold: threshold)
      return .points(
        chart.points(of: counts, laws: laws(series, isOverdispersed: method == .nbCUSUM))
      )
    case .nbGLR:
      let chart = GeneralizedLikelihoodRatio(threshold: threshold)
      return .points(chart.points(of: counts, laws: laws(series, isOverdispersed: true)))
    case .tabularCUSUM:
      let first = FirstPart(counts)
      return .points(TabularCUSUM(mean: first.mean, sigma: first.sigma).points(of: counts))
    case .countedCUSUM:
      let mean = FirstPart(counts).mean
      let chart = TabularCUSUM(poissonMean: mean, shifted: mean * ratio, threshold: threshold)
      return .points(chart.points(of: counts))
    case .ewma:
      let first = FirstPart(counts)
      return .points(EWMAChart(mean: first.mean, sigma: first.sigma).points(of: counts))
    case .p: return .points(chart(.p, series).points)
    case .pPrime: return .points(chart(.pPrime, series).points)
    case .u: return .points(chart(.u, series).points)
    case .uPrime: return .points(chart(.uPrime, series).points)
    case .westernElectric: return .points(rules(.westernElectric, series))
    case .nelson: return .points(rules(.nelson, series))
    case .scan: return .points(scan.points(of: series))
    case .score:
      return .points(
        scorePValues(of: series).map { value in
          SeriesPoint(statistic: value.map { -log10(max(1e-300, $0)) }, pValue: value)
        }
      )
    }
  }

  /// The combined p-value of each period; nil where the history is too short.
  ///
  /// Two questions, each with a p-value that errs on the safe side: is this period more than its
  /// past allows (``BayesPredictive``), and has there been more for some time
  /// (``LikelihoodRatioCUSUM``, with the same distributions)? From three years on the
  /// distributions are those of ``FarringtonFlexible``, which knows the season, widened by the
  /// variance of its mean.
  public func scorePValues(of series: CountSeries) -> [Double?] {
    var burst = BayesPredictive(baseline: baseline).pValues(of: series)
    var laws = laws(series, isOverdispersed: true)
    if series.period == .week, hasThreeYears(series) {
      for (index, law) in FarringtonFlexible().laws(of: series, isWide: true).enumerated() {
        guard let law else { continue }
        laws[index] = law
        burst[index] = law.upperTail(from: series.counts[index])
      }
    }
    let drift = LikelihoodRatioCUSUM(ratio: ratio, threshold: threshold)
      .points(of: series.counts, laws: laws)
    return zip(burst, drift).map { CombinedScore.combine([$0, $1.pValue].compactMap(\.self)) }
  }

  /// Why a method cannot be used on a series; nil when it can.
  private func reasonToSkip(_ method: SeriesMethod, _ series: CountSeries) -> String? {
    let periods = series.counts.count
    func atLeast(_ needed: Int) -> String? {
      guard periods < needed else { return nil }
      return "history too short: \(periods) of at least \(needed) \(series.period.rawValue)s"
    }
    switch method {
    case .earsC1: return atLeast(8)
    case .earsC2: return atLeast(10)
    case .earsC3: return atLeast(12)
    case .bayes, .nbCUSUM, .poissonCUSUM, .nbGLR, .score:
      return atLeast(baseline.gap + baseline.minimum + 1)
    case .scan: return atLeast(TemporalScan.shortestReference)
    case .tabularCUSUM, .ewma:
      if let reason = atLeast(13) { return reason }
      let first = FirstPart(series.counts)
      return first.sigma > 0
        ? nil : "the first \(first.count) \(series.period.rawValue)s are all the same"
    case .countedCUSUM:
      if let reason = atLeast(13) { return reason }
      let first = FirstPart(series.counts)
      return first.mean > 0
        ? nil : "nothing was counted in the first \(first.count) \(series.period.rawValue)s"
    case .u, .uPrime, .westernElectric, .nelson: return atLeast(8)
    case .p, .pPrime:
      guard let exposures = series.exposures else { return "no exposure is known" }
      if zip(series.counts, exposures).contains(where: { $1 > 0 && $0 > $1 }) {
        return "a count is above its exposure, so it is no share of it"
      }
      return atLeast(8)
    case .farrington, .farringtonFlexible:
      guard series.period == .week else { return "it is for weeks" }
      return hasThreeYears(series)
        ? nil : "history too short: \(periods) weeks, three years and 3 weeks come before the first"
    }
  }

  private func hasThreeYears(_ series: CountSeries) -> Bool {
    guard series.period == .week, !series.counts.isEmpty else { return false }
    let weeks = ReferenceWeeks(calendar: .dates(firstDay: series.firstDay))
    return weeks.years(before: series.counts.count - 1, margin: 3, atMost: 3) == 3
  }

  private func laws(_ series: CountSeries, isOverdispersed: Bool) -> [CountDistribution?] {
    baseline.estimates(for: series).map { estimate in
      estimate.map {
        CountDistribution(mean: $0.mean, dispersion: isOverdispersed ? $0.dispersion : 0)
      }
    }
  }

  private func chart(_ kind: AttributeChart.Kind, _ series: CountSeries) -> AttributeChart {
    AttributeChart(
      kind,
      counts: series.counts,
      sizes: series.counts.indices.map(series.exposure(at:))
    )
  }

  /// Rules on the u′ chart: an alarm where one is completed on the upper side.
  private func rules(_ rules: RunRules, _ series: CountSeries) -> [SeriesPoint] {
    let values = chart(.uPrime, series).standardized
    return zip(values, rules.signals(in: values)).map { value, signals in
      guard let value else { return .unknown }
      return SeriesPoint(
        statistic: value,
        expected: 0,
        upper: 3,
        lower: -3,
        isAlarm: !signals.isEmpty && value > 0
      )
    }
  }

  /// Target and spread from the first part of a series: mean, and mean moving range ÷ 1.128.
  private struct FirstPart {
    let count: Int
    let mean: Double
    let sigma: Double

    init(_ counts: [Double]) {
      count = min(counts.count, min(52, max(12, counts.count / 2)))
      let part = counts.prefix(count)
      mean = part.isEmpty ? 0 : part.reduce(0, +) / Double(count)
      let moves = zip(part.dropFirst(), part).map { abs($0 - $1) }
      sigma = moves.isEmpty ? 0 : moves.reduce(0, +) / Double(moves.count) / 1.128
    }
  }
}
