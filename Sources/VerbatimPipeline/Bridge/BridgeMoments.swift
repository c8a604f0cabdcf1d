/// Mean and variance of a row of numbers, taken one at a time.
///
/// - SeeAlso: Welford (1962), "Note on a method for calculating corrected sums of squares and
///   products", Technometrics 4.
struct BridgeMoments: Hashable, Sendable {
  private(set) var count = 0
  private var average = 0.0
  private var squares = 0.0

  /// Takes a number.
  mutating func add(_ value: Double) {
    count += 1
    let distance = value - average
    average += distance / Double(count)
    squares += distance * (value - average)
  }

  /// The mean; nil of no numbers.
  var mean: Double? { count > 0 ? average : nil }

  /// The squared standard error of the mean; nil of fewer than two numbers.
  var squaredError: Double? {
    count > 1 ? squares / Double(count - 1) / Double(count) : nil
  }
}
