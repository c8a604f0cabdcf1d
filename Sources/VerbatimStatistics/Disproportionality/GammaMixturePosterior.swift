internal import Foundation

/// What is known of a pair's ratio λ after its count was seen: a mixture of two gamma distributions.
public struct GammaMixturePosterior: Hashable, Sendable {
  /// Q, the weight of the first component.
  public let weight: Double
  /// EBGM, the geometric mean of λ.
  public let geometricMean: Double
  /// EB05: λ lies below it with a probability of 5 %.
  public let lower: Double
  /// EB95: λ lies below it with a probability of 95 %.
  public let upper: Double
}

/// The posteriors of many cells under one prior: what hangs on the count alone is computed once.
struct GammaMixtureTables: Sendable {
  /// One component's values for one count.
  private struct Entry: Sendable {
    /// ln(Γ(α + n) / Γ(α) / n!).
    var logRise: Double
    /// α + n.
    var shape: Double
    /// ψ(α + n).
    var digamma: Double
    /// The 5 % and 95 % quantiles of Gamma(α + n, 1).
    var lower: Double
    var upper: Double
  }

  private let prior: GammaMixture
  private let logOdds: Double
  private var known: [Int: (Entry, Entry)] = [:]

  /// Tables of a prior, with what hangs on some counts computed already.
  init(_ prior: GammaMixture, counts: Set<Int> = []) {
    self.prior = prior
    logOdds = log(prior.p) - log1p(-prior.p)
    for count in counts { known[count] = newEntries(count) }
  }

  /// - Complexity: Some ten evaluations of the incomplete gamma function where both components have
  ///   weight; a handful of logarithms where one has none.
  mutating func posterior(count: Int, expected: Double) -> GammaMixturePosterior {
    if known[count] == nil { known[count] = newEntries(count) }
    return ratio(count: count, expected: expected)
  }

  /// The same, without keeping what hangs on a count that is not known.
  func ratio(count: Int, expected: Double) -> GammaMixturePosterior {
    let (first, second) = known[count] ?? newEntries(count)
    let n = Double(count)
    let shares1 = GammaMixture.logShares(expected, prior.beta1)
    let shares2 = GammaMixture.logShares(expected, prior.beta2)
    let log1 = first.logRise + prior.alpha1 * shares1.rate + n * shares1.count
    let log2 = second.logRise + prior.alpha2 * shares2.rate + n * shares2.count
    let advantage = logOdds + (expected > 0 ? log1 - log2 : 0)
    let weight = 1 / (1 + exp(-advantage))
    let other = 1 / (1 + exp(advantage))
    let rate1 = prior.beta1 + expected
    let rate2 = prior.beta2 + expected
    let mean = weight * (first.digamma - log(rate1)) + other * (second.digamma - log(rate2))
    func quantile(_ probability: Double, _ q1: Double, _ q2: Double) -> Double {
      // The mixture's quantile lies between those of its components.
      if other < 1e-17 || q1 == q2 { return q1 }
      if weight < 1e-17 { return q2 }
      return GammaFunction.root(
        from: exp(weight * log(q1) + other * log(q2)),
        in: min(q1, q2)...max(q1, q2)
      ) { x in
        let (p1, front1) = GammaFunction.lower(first.shape, rate1 * x)
        let (p2, front2) = GammaFunction.lower(second.shape, rate2 * x)
        return (
          weight * p1 + other * p2 - probability,
          weight * front1 * first.shape + other * front2 * second.shape
        )
      }
    }
    return GammaMixturePosterior(
      weight: weight,
      geometricMean: exp(mean),
      lower: quantile(0.05, first.lower / rate1, second.lower / rate2),
      upper: quantile(0.95, first.upper / rate1, second.upper / rate2)
    )
  }

  private func newEntries(_ count: Int) -> (Entry, Entry) {
    (entry(prior.alpha1, count), entry(prior.alpha2, count))
  }

  private func entry(_ alpha: Double, _ count: Int) -> Entry {
    let shape = alpha + Double(count)
    return Entry(
      logRise: GammaFunction.logRise(alpha, count) - GammaFunction.logFactorial(count),
      shape: shape,
      digamma: GammaFunction.digamma(shape),
      lower: GammaFunction.quantile(shape, 0.05),
      upper: GammaFunction.quantile(shape, 0.95)
    )
  }
}
