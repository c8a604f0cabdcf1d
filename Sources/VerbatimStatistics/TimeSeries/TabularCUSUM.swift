internal import Foundation

/// The tabular CUSUM: how far values have run above, and below, a target.
///
/// C⁺ᵢ = max(0, xᵢ − (μ₀ + K) + C⁺ᵢ₋₁) and C⁻ᵢ = max(0, (μ₀ − K) − xᵢ + C⁻ᵢ₋₁); either above H is an alarm. The
/// counters N⁺ and N⁻ tell for how many periods a sum has been above 0, and so when the shift began.
///
/// For normal values K = ½σ and H = 5σ find a shift of 1σ with an average run length of 465 when
/// there is none. For Poisson counts K = (μ₁ − μ₀) ÷ log(μ₁ ÷ μ₀).
///
/// - SeeAlso: Montgomery (2009), *Introduction to Statistical Quality Control*, 6th edition,
///   section 9.1, tables 9.1 to 9.4; Lucas (1985), "Counted data CUSUMs", *Technometrics* 27.
/// - Complexity: O(*n*).
public struct TabularCUSUM: Hashable, Sendable {
  /// The target μ₀.
  public let target: Double
  /// The reference value K.
  public let reference: Double
  /// The decision interval H.
  public let decision: Double

  /// One period's row of the table.
  public struct Row: Hashable, Sendable {
    /// C⁺, the sum above the target.
    public var high: Double
    /// C⁻, the sum below the target.
    public var low: Double
    /// N⁺, for how many periods C⁺ has been above 0.
    public var highRun: Int
    /// N⁻, for how many periods C⁻ has been above 0.
    public var lowRun: Int
  }

  /// A chart with stated constants.
  public init(target: Double, reference: Double, decision: Double) {
    self.target = target
    self.reference = max(0, reference)
    self.decision = max(0, decision)
  }

  /// A chart for normal values: K = `k`·σ, H = `h`·σ.
  public init(mean: Double, sigma: Double, k: Double = 0.5, h: Double = 5) {
    self.init(target: mean, reference: k * sigma, decision: h * sigma)
  }

  /// A chart for Poisson counts, optimal for a shift from one mean to a greater one.
  ///
  /// - Parameters:
  ///   - mean: The mean in control.
  ///   - shifted: The mean to be found; above `mean`.
  ///   - threshold: The likelihood ratio's logarithm at which to decide: H = threshold ÷ log(μ₁ ÷ μ₀).
  public init(poissonMean mean: Double, shifted: Double, threshold: Double = 5) {
    guard mean > 0, shifted > mean else {
      self.init(target: max(0, mean), reference: 0, decision: threshold)
      return
    }
    let kappa = log(shifted / mean)
    self.init(
      target: mean,
      reference: (shifted - mean) / kappa - mean,
      decision: threshold / kappa
    )
  }

  /// The table.
  public func rows(of values: [Double]) -> [Row] {
    var row = Row(high: 0, low: 0, highRun: 0, lowRun: 0)
    return values.map { value in
      row.high = max(0, value - (target + reference) + row.high)
      row.low = max(0, (target - reference) - value + row.low)
      row.highRun = row.high > 0 ? row.highRun + 1 : 0
      row.lowRun = row.low > 0 ? row.lowRun + 1 : 0
      return row
    }
  }

  /// What the chart says of each period: the statistic is C⁺, `lower` −C⁻, `upper` H; only too much is
  /// an alarm.
  public func points(of values: [Double]) -> [SeriesPoint] {
    rows(of: values).map { row in
      SeriesPoint(
        statistic: row.high,
        expected: target,
        upper: decision,
        isAlarm: decision > 0 && row.high > decision
      )
    }
  }
}
