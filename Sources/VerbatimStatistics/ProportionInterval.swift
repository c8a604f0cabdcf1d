/// An interval for a share.
public struct ProportionInterval: Hashable, Sendable {
  /// The lower end.
  public let lower: Double
  /// The upper end.
  public let upper: Double

  /// Wilson's 95 % interval for `count` out of `total`; 0 to 1 when the total is 0.
  ///
  /// - SeeAlso: Wilson (1927).
  public init(wilson count: Int, of total: Int) { self.init(wilson: Double(count), of: total) }

  /// The same for a count that need not be whole, such as a sum of probabilities.
  public init(wilson count: Double, of total: Int) {
    guard total > 0 else {
      self.init(lower: 0, upper: 1)
      return
    }
    self.init(wilsonShare: count / Double(total), of: Double(total))
  }

  /// Wilson's interval for a share of `total`, which need not be whole and is positive.
  init(wilsonShare share: Double, of total: Double) {
    let z = 1.959963984540054
    let centre = share + z * z / (2 * total)
    let half = z * ((share * (1 - share) + z * z / (4 * total)) / total).squareRoot()
    let scale = 1 + z * z / total
    self.init(
      lower: max(0, (centre - half) / scale),
      upper: min(1, (centre + half) / scale)
    )
  }

  private init(lower: Double, upper: Double) {
    self.lower = lower
    self.upper = upper
  }
}
