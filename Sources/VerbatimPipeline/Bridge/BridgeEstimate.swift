internal import VerbatimCore

/// A difference with its 95 % interval.
public struct BridgeEstimate: Hashable, Sendable {
  /// The difference; nil when a period has no signals.
  public var value: Double?
  /// The lower end; nil with fewer than two signals in a period.
  public var low: Double?
  /// The upper end; nil as the lower is.
  public var high: Double?

  /// The 97.5 % quantile of the normal distribution.
  private static let z = 1.959963984540054

  /// A difference with the square of its standard error.
  init(_ value: Double?, squaredError: Double?) {
    self.value = value
    guard let value, let squaredError else { return }
    let half = Self.z * squaredError.squareRoot()
    low = value - half
    high = value + half
  }

  /// Whether the interval leaves 0 out.
  public var isClear: Bool {
    guard let low, let high else { return false }
    return low > 0 || high < 0
  }

  func write(to json: inout JSONWriter) {
    json.object { json in
      json.field("value", value)
      json.field("low", low)
      json.field("high", high)
    }
  }
}
