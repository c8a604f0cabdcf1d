internal import Foundation

/// A CUSUM of likelihood ratios for counts with a known mean.
///
/// It asks whether it is ``ratio`` times as much now.
///
/// With the in-control mean μₜ, dispersion α (0 is Poisson's distribution) and κ = log(ratio), each period
/// adds its log-likelihood ratio
///
/// - Poisson: κ·x − μ·(e^κ − 1),
/// - negative binomial: κ·x − (x + 1⁄α)·log((1 + αμe^κ) ÷ (1 + αμ)),
///
/// to the sum, which never falls below 0. Above ``threshold`` there is an alarm, and the next period
/// starts from 0. Periods without a mean add nothing.
///
/// The sum also has a p-value: without a change it exceeds s with a probability of at most e^−s at
/// any time, because the likelihood ratios over every stretch of the past are a martingale of
/// mean 1 (Ville's inequality). It is exact about nothing but this: it is on the safe side.
///
/// - SeeAlso: Höhle and Paul (2008), "Count data regression charts for the monitoring of
///   surveillance time series", *CSDA* 52; `algo.glrnb` of the R package surveillance with `theta`
///   given; Ville (1939); Lorden (1971).
/// - Complexity: O(*n*).
public struct LikelihoodRatioCUSUM: Hashable, Sendable {
  /// By how much the mean is multiplied after the change to be found; above 1.
  public let ratio: Double
  /// Above this sum is an alarm.
  public let threshold: Double

  /// A chart for a change by a factor.
  public init(ratio: Double = 1.5, threshold: Double = 5) {
    self.ratio = ratio > 1.0001 && ratio.isFinite ? ratio : 1.0001
    self.threshold = max(0, threshold)
  }

  /// What the chart says of each period: the statistic is the sum, `upper` the threshold.
  ///
  /// - Parameters:
  ///   - counts: The counts.
  ///   - laws: The distribution of each without a change; nil where it is not known.
  /// - Returns: A point for each count.
  public func points(of counts: [Double], laws: [CountDistribution?]) -> [SeriesPoint] {
    precondition(counts.count == laws.count, "each count has its distribution")
    var sum = 0.0
    return counts.indices.map { index in
      guard let law = laws[index] else { return .unknown }
      let (slope, level) = line(law)
      let next = sum + slope * counts[index] - level
      sum = next.isFinite ? max(0, next) : 0
      let point = SeriesPoint(
        statistic: sum,
        expected: law.mean,
        upper: threshold,
        pValue: exp(-sum),
        isAlarm: sum > threshold
      )
      if sum > threshold { sum = 0 }
      return point
    }
  }

  /// How large each count would have had to be to take the sum to the threshold.
  public func casesNeeded(of counts: [Double], laws: [CountDistribution?]) -> [Double?] {
    let points = points(of: counts, laws: laws)
    var before = 0.0
    return counts.indices.map { index in
      guard let law = laws[index], let sum = points[index].statistic else { return nil }
      let (slope, level) = line(law)
      defer { before = points[index].isAlarm ? 0 : sum }
      return (threshold - before + level) / slope
    }
  }

  /// The log-likelihood ratio of a count x is slope·x − level.
  private func line(_ law: CountDistribution) -> (slope: Double, level: Double) {
    let kappa = log(ratio)
    guard law.dispersion > 0 else { return (kappa, law.mean * (ratio - 1)) }
    let shrink = log((1 + law.dispersion * law.mean * ratio) / (1 + law.dispersion * law.mean))
    return (kappa - shrink, shrink / law.dispersion)
  }
}
