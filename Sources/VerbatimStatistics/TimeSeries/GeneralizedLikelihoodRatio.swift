internal import Foundation

/// A chart of generalised likelihood ratios, which asks since when and by how much it could be more.
///
/// Where the CUSUM tests one factor, this takes, for every start within the last ``window`` periods,
/// the factor e^κ ≥ 1 that fits best, and plots the largest log-likelihood ratio. At
/// ``threshold`` or above there is an alarm, and the chart starts anew after it. For Poisson's
/// distribution κ is log(Σx ÷ Σμ); for the negative binomial it solves Σ(x − μe^κ) ÷ (1 + αμe^κ) = 0 by
/// Newton's method within a bracket.
///
/// - SeeAlso: Höhle and Paul (2008); Lai (1995) on windows; `algo.glrnb` of the R package
///   surveillance without `theta`, whose `M = -1` is a window of the whole past.
/// - Complexity: O(*n* · window) for Poisson's distribution, O(*n* · window²) otherwise.
public struct GeneralizedLikelihoodRatio: Hashable, Sendable {
  /// How many periods back a change may have begun.
  public let window: Int
  /// From this statistic on is an alarm.
  public let threshold: Double

  /// A chart.
  public init(window: Int = 26, threshold: Double = 5) {
    self.window = min(1_000_000, max(1, window))
    self.threshold = max(0, threshold)
  }

  /// What the chart says of each period: the statistic is the largest ratio, `upper` the threshold.
  ///
  /// - Parameters:
  ///   - counts: The counts.
  ///   - laws: The distribution of each without a change; a nil starts the chart anew.
  /// - Returns: A point for each count.
  public func points(of counts: [Double], laws: [CountDistribution?]) -> [SeriesPoint] {
    precondition(counts.count == laws.count, "each count has its distribution")
    var first = 0
    return counts.indices.map { index in
      guard let law = laws[index], law.mean > 0 else {
        first = index + 1
        return .unknown
      }
      let statistic = largest(counts, laws, max(first, index - window + 1), index)
      let isAlarm = statistic >= threshold
      if isAlarm { first = index + 1 }
      return SeriesPoint(
        statistic: statistic,
        expected: law.mean,
        upper: threshold,
        isAlarm: isAlarm
      )
    }
  }

  private func largest(
    _ counts: [Double],
    _ laws: [CountDistribution?],
    _ first: Int,
    _ last: Int
  ) -> Double {
    var best = 0.0
    var total = 0.0
    var mean = 0.0
    var isPoisson = true
    var kappa = 0.0
    for start in stride(from: last, through: first, by: -1) {
      guard let law = laws[start] else { break }
      total += counts[start]
      mean += law.mean
      isPoisson = isPoisson && law.dispersion == 0
      guard total > 0 else { continue }
      if isPoisson {
        kappa = max(0, log(total / mean))
        best = max(best, kappa * total - mean * (exp(kappa) - 1))
      } else {
        kappa = bestKappa(counts, laws, start, last, near: kappa)
        best = max(best, ratio(counts, laws, start, last, kappa))
      }
    }
    return best
  }

  private func ratio(
    _ counts: [Double],
    _ laws: [CountDistribution?],
    _ start: Int,
    _ last: Int,
    _ kappa: Double
  ) -> Double {
    var sum = 0.0
    for index in start...last {
      guard let law = laws[index] else { continue }
      let factor = exp(kappa)
      if law.dispersion > 0 {
        let shrink =
          log((1 + law.dispersion * law.mean * factor) / (1 + law.dispersion * law.mean))
        sum += kappa * counts[index] - (counts[index] + 1 / law.dispersion) * shrink
      } else {
        sum += kappa * counts[index] - law.mean * (factor - 1)
      }
    }
    return sum
  }

  private func bestKappa(
    _ counts: [Double],
    _ laws: [CountDistribution?],
    _ start: Int,
    _ last: Int,
    near guess: Double
  ) -> Double {
    // The score falls in κ; its root, where it is above 0, lies below log(largest x ÷ μ).
    func score(_ kappa: Double) -> (value: Double, slope: Double) {
      var value = 0.0
      var slope = 0.0
      for index in start...last {
        guard let law = laws[index] else { continue }
        let mean = law.mean * exp(kappa)
        let scale = 1 + law.dispersion * mean
        value += (counts[index] - mean) / scale
        slope -= mean * (1 + law.dispersion * counts[index]) / (scale * scale)
      }
      return (value, slope)
    }
    guard score(0).value > 0 else { return 0 }
    var low = 0.0
    var high = 0.0
    for index in start...last {
      guard let law = laws[index], counts[index] > 0 else { continue }
      high = max(high, log(counts[index] / law.mean))
    }
    var kappa = guess > low && guess < high ? guess : high / 2
    for _ in 0..<100 {
      let (value, slope) = score(kappa)
      if value > 0 { low = kappa } else { high = kappa }
      var next = kappa - value / slope
      if !(next > low && next < high) { next = (low + high) / 2 }
      let step = abs(next - kappa)
      kappa = next
      if step <= 1e-13 * max(1, kappa) { break }
    }
    return kappa
  }
}
