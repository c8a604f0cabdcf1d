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
      self.init(value: nil, lower: -1, upper: 1)
      return
    }
    self.init(
      (share: Double(first.count) / Double(first.total), total: Double(first.total)),
      minus: (share: Double(second.count) / Double(second.total), total: Double(second.total))
    )
  }

  /// The change between two shares of positive totals that need not be whole, for plans.
  init(_ first: (share: Double, total: Double), minus second: (share: Double, total: Double)) {
    let one = ProportionInterval(wilsonShare: first.share, of: first.total)
    let two = ProportionInterval(wilsonShare: second.share, of: second.total)
    func length(_ a: Double, _ b: Double) -> Double { (a * a + b * b).squareRoot() }
    let difference = first.share - second.share
    self.init(
      value: difference,
      lower: max(-1, difference - length(first.share - one.lower, two.upper - second.share)),
      upper: min(1, difference + length(one.upper - first.share, second.share - two.lower))
    )
  }

  private init(value: Double?, lower: Double, upper: Double) {
    self.value = value
    self.lower = lower
    self.upper = upper
  }
}
