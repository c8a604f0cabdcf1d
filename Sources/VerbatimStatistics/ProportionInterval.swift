/// An interval for a share.
public struct ProportionInterval: Hashable, Sendable {
  /// The lower end.
  public let lower: Double
  /// The upper end.
  public let upper: Double

  /// Wilson's 95 % interval for `count` out of `total`; 0 to 1 when the total is 0.
  ///
  /// - SeeAlso: Wilson (1927).
  public init(wilson count: Int, of total: Int) {
    guard total > 0 else {
      lower = 0
      upper = 1
      return
    }
    let z = 1.959963984540054
    let n = Double(total)
    let share = Double(count) / n
    let centre = share + z * z / (2 * n)
    let half = z * ((share * (1 - share) + z * z / (4 * n)) / n).squareRoot()
    let scale = 1 + z * z / n
    lower = max(0, (centre - half) / scale)
    upper = min(1, (centre + half) / scale)
  }
}
