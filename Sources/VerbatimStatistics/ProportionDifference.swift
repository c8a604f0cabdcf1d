/// An interval for the change of a share between two groups of their own.
///
/// Newcombe's method 10: with the two shares p₁ and p₂ and Wilson's ends (l₁, u₁) and (l₂, u₂), the
/// difference d = p₁ − p₂ lies between d − √((p₁ − l₁)² + (u₂ − p₂)²) and
/// d + √((u₁ − p₁)² + (p₂ − l₂)²). It holds for zero counts, where the textbook's interval fails.
///
/// - SeeAlso: Newcombe (1998), "Interval estimation for the difference between independent
///   proportions", *Statistics in Medicine* 17, 873–890.
public struct ProportionDifference: Hashable, Sendable {
  /// The first share less the second; nil when a total is 0.
  public let value: Double?
  /// The lower end of the 95 % interval; −1 when a total is 0.
  public let lower: Double
  /// The upper end; 1 when a total is 0.
  public let upper: Double

  /// The change from a second group to a first, each a count of a total.
  public init(_ first: (count: Int, total: Int), minus second: (count: Int, total: Int)) {
    guard first.total > 0, second.total > 0 else {
      value = nil
      lower = -1
      upper = 1
      return
    }
    let shares = (
      Double(first.count) / Double(first.total), Double(second.count) / Double(second.total)
    )
    let one = ProportionInterval(wilson: first.count, of: first.total)
    let two = ProportionInterval(wilson: second.count, of: second.total)
    func length(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    let difference = shares.0 - shares.1
    value = difference
    lower = max(-1, difference - length(shares.0 - one.lower, two.upper - shares.1))
    upper = min(1, difference + length(one.upper - shares.0, shares.1 - two.lower))
  }
}
