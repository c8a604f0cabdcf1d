/// What a period is expected to have by its own past: a mean and a dispersion for each, from
/// earlier periods only.
///
/// The past is the last ``window`` periods up to ``gap`` periods before the one looked at, so that
/// a burst does not raise its own expectation at once. With counts xᵢ and exposures eᵢ of the past
///
/// - rate r = (Σxᵢ + ½) ÷ Σeᵢ, the posterior mean under Jeffreys' prior, never 0;
/// - mean of period t: r·eₜ;
/// - dispersion α = (n ÷ (n − 1) · Σ(xᵢ − r′eᵢ)² − Σxᵢ) ÷ Σ(r′eᵢ)² with r′ = Σxᵢ ÷ Σeᵢ, at least 0 and
///   at most 10: the moment estimate for variance μ + αμ².
///
/// Periods whose exposure is not known are left out.
///
/// - SeeAlso: Breslow (1984), "Extra-Poisson variation in log-linear models", on the moment
///   estimate; Jeffreys (1946) on the prior.
/// - Complexity: O(1) a period after O(*n*) for the sums.
public struct Baseline: Hashable, Sendable {
  /// How many periods of the past are looked at.
  public let window: Int
  /// How many periods just before the one looked at are left out.
  public let gap: Int
  /// How many periods with known exposure the past must have.
  public let minimum: Int

  /// What the past says of one period.
  public struct Estimate: Hashable, Sendable {
    /// The mean, above 0 where the period's exposure is known.
    public var mean: Double
    /// The dispersion, from 0 to 10.
    public var dispersion: Double
    /// How many were counted in the past.
    public var total: Double
    /// How many of the period's exposures the past holds.
    public var periods: Double
    /// How many periods with known exposure the past has.
    public var length: Int
  }

  /// A baseline; values too small are raised to the least that makes sense.
  public init(window: Int = 52, gap: Int = 2, minimum: Int = 12) {
    self.window = min(1_000_000, max(2, window))
    self.gap = min(1_000_000, max(0, gap))
    self.minimum = max(2, minimum)
  }

  /// The estimates for each period of a series; nil where the past is too short or the exposure
  /// of the period is not known.
  public func estimates(for series: CountSeries) -> [Estimate?] {
    let counts = series.counts
    var sums = Sums()
    var result: [Estimate?] = []
    result.reserveCapacity(counts.count)
    for index in counts.indices {
      let newest = index - gap - 1
      if newest >= 0 { sums.add(counts[newest], series.exposure(at: newest), sign: 1) }
      let oldest = newest - window
      if oldest >= 0 { sums.add(counts[oldest], series.exposure(at: oldest), sign: -1) }
      let exposure = series.exposure(at: index)
      guard sums.periods >= Double(minimum), exposure > 0 else {
        result.append(nil)
        continue
      }
      result.append(
        Estimate(
          mean: (sums.counts + 0.5) / sums.exposures * exposure,
          dispersion: sums.dispersion,
          total: sums.counts,
          periods: sums.exposures / exposure,
          length: Int(sums.periods)
        )
      )
    }
    return result
  }

  /// Running sums over the past, from which both moments follow.
  private struct Sums {
    var periods = 0.0
    var counts = 0.0
    var exposures = 0.0
    var countSquares = 0.0
    var products = 0.0
    var exposureSquares = 0.0

    mutating func add(_ count: Double, _ exposure: Double, sign: Double) {
      guard exposure > 0 else { return }
      periods += sign
      counts += sign * count
      exposures += sign * exposure
      countSquares += sign * count * count
      products += sign * count * exposure
      exposureSquares += sign * exposure * exposure
    }

    var dispersion: Double {
      let rate = counts / exposures
      let spread = countSquares - 2 * rate * products + rate * rate * exposureSquares
      let meanSquares = rate * rate * exposureSquares
      guard meanSquares > 0 else { return 0 }
      let excess = spread * periods / (periods - 1) - counts
      return min(10, max(0, excess / meanSquares))
    }
  }
}
