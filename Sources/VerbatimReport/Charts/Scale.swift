internal import Foundation

/// An axis: values to places, with the values that are written under it.
public struct Scale: Hashable, Sendable {
  /// The smallest and the largest value drawn.
  let lower: Double
  let upper: Double
  /// The values with a figure.
  let ticks: [Double]
  private let isLogarithmic: Bool

  /// An axis by ratios, on which doubling is the same step everywhere, from 0.5 at most to what the
  /// values need.
  ///
  /// - Parameter values: What will be drawn; the axis ends at the first of 5, 10, 20, 50, … above.
  public init(ratiosUpTo values: [Double]) {
    let most = values.filter(\.isFinite).max() ?? 0
    let ends = [5.0, 10, 20, 50, 100, 200, 500, 1000]
    let end = ends.first { $0 >= most } ?? 1000
    let least = values.filter { $0.isFinite && $0 > 0 }.min() ?? 0.5
    let start = least >= 0.5 ? 0.5 : least >= 0.1 ? 0.1 : 0.02
    lower = start
    upper = end
    let candidates = [0.02, 0.1, 0.5, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]
    let inside = candidates.filter { $0 >= start && $0 <= end }
    // Seven figures stand beside each other on the narrowest column.
    ticks =
      inside.count <= 7
      ? inside : inside.filter { [0.02, 0.1, 1, 2, 10, 100, 1000, end].contains($0) }
    isLogarithmic = true
  }

  /// An axis of equal steps over what the values need.
  ///
  /// - Parameters:
  ///   - values: What will be drawn.
  ///   - fromZero: Whether the axis begins at 0.
  ///   - steps: About how many steps.
  public init(linear values: [Double], fromZero: Bool = true, steps: Int = 4) {
    let known = values.filter(\.isFinite)
    let least = fromZero ? min(0, known.min() ?? 0) : known.min() ?? 0
    let most = max(known.max() ?? 0, least)
    let rough = max(most - least, fromZero ? 1 : 1e-9) / Double(max(1, steps))
    let power = pow(10, floor(log10(rough)))
    let step = [1.0, 2, 5, 10].map { $0 * power }.first { $0 >= rough - 1e-12 } ?? rough
    lower = floor(least / step + 1e-9) * step
    upper = max(ceil(most / step - 1e-9) * step, lower + step)
    let count = Int(((upper - lower) / step).rounded())
    let start = lower
    ticks = (0...max(1, count)).map { start + Double($0) * step }
    isLogarithmic = false
  }

  /// An axis with given ends and figures.
  public init(from lower: Double, to upper: Double, ticks: [Double]) {
    self.lower = lower
    self.upper = upper
    self.ticks = ticks
    isLogarithmic = false
  }

  /// Where a value lies, 0 at the lower end and 1 at the upper; what lies outside is at an end.
  func share(_ value: Double) -> Double {
    let clamped = min(max(value, lower), upper)
    guard upper > lower else { return 0 }
    guard isLogarithmic else { return (clamped - lower) / (upper - lower) }
    return log(clamped / lower) / log(upper / lower)
  }

  /// A tick as it is written: no more decimals than the steps have.
  func figure(_ tick: Double) -> String {
    for digits in 0..<3 where abs(tick - Double(rounded(tick, digits))) < 1e-9 {
      return Figures.decimal(tick, digits)
    }
    return Figures.decimal(tick, 2)
  }

  private func rounded(_ value: Double, _ digits: Int) -> Double {
    let scale = pow(10, Double(digits))
    return (value * scale).rounded() / scale
  }
}
