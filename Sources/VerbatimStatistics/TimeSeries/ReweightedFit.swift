/// A quasi-Poisson regression, repeated with past outbreaks turned down.
struct ReweightedFit {
  let model: QuasiPoissonFit
  /// The dispersion, at least 1.
  let dispersion: Double

  /// Fits, with a trend if that converges; a threshold of nil leaves all weights 1.
  init?(_ data: QuasiPoissonFit.Data, threshold: Double?, trend: Bool) {
    var hasTrend = trend
    var first = QuasiPoissonFit(data, trend: trend)
    if first == nil, trend {
      hasTrend = false
      first = QuasiPoissonFit(data, trend: false)
    }
    guard let first else { return nil }
    let dispersion = max(1, first.dispersion)
    guard let threshold else {
      model = first
      self.dispersion = dispersion
      return
    }
    let weights = first.outbreakWeights(
      data.counts,
      dispersion: dispersion,
      threshold: threshold
    )
    guard let second = QuasiPoissonFit(data, weights: weights, trend: hasTrend) else { return nil }
    model = second
    self.dispersion = max(1, second.dispersion)
  }
}
