internal import Foundation

/// The exponentially weighted moving average, which finds small shifts that last.
///
/// zᵢ = λxᵢ + (1 − λ)zᵢ₋₁ from z₀ = μ₀, with limits μ₀ ± L·σ·√(λ ÷ (2 − λ) · (1 − (1 − λ)²ⁱ)), which open from the
/// first period on.
///
/// - SeeAlso: Montgomery (2009), *Introduction to Statistical Quality Control*, 6th edition,
///   section 9.2, equations 9.22 to 9.26; Roberts (1959).
/// - Complexity: O(*n*).
public struct EWMAChart: Hashable, Sendable {
  /// The target μ₀.
  public let mean: Double
  /// The standard deviation of a value.
  public let sigma: Double
  /// The weight λ of the newest value, above 0 and at most 1.
  public let weight: Double
  /// The width L of the limits.
  public let width: Double

  /// A chart.
  ///
  /// - Parameters:
  ///   - mean: The target μ₀.
  ///   - sigma: The standard deviation of a value.
  ///   - weight: The weight λ of the newest value.
  ///   - width: The width L of the limits; with λ = 0.1, 2.814 gives an average run length of 500.
  public init(mean: Double, sigma: Double, weight: Double = 0.1, width: Double = 2.814) {
    self.mean = mean
    self.sigma = max(0, sigma)
    self.weight = min(1, max(1e-6, weight))
    self.width = max(0, width)
  }

  /// What the chart says of each period; an average above the upper limit is an alarm.
  public func points(of values: [Double]) -> [SeriesPoint] {
    var average = mean
    var fading = 1.0
    return values.map { value in
      average = weight * value + (1 - weight) * average
      fading *= (1 - weight) * (1 - weight)
      let half = width * sigma * (weight / (2 - weight) * (1 - fading)).squareRoot()
      return SeriesPoint(
        statistic: average,
        expected: mean,
        upper: mean + half,
        lower: mean - half,
        isAlarm: sigma > 0 && average > mean + half
      )
    }
  }
}
