/// What a method says of one period.
///
/// A number is nil where the method has none: before its history is long enough, where a formula
/// would divide by nothing, or where the method knows no such thing. No number is ever infinite
/// or undefined.
public struct SeriesPoint: Hashable, Sendable {
  /// What the method plots.
  public var statistic: Double?
  /// What the period would have had without a change.
  public var expected: Double?
  /// Above this is an alarm, or the chart's upper limit.
  public var upper: Double?
  /// The lower limit.
  public var lower: Double?
  /// The probability of as much or more without a change.
  public var pValue: Double?
  /// Whether the method gives an alarm.
  public var isAlarm: Bool

  /// A point; numbers that are infinite or undefined are left out.
  public init(
    statistic: Double? = nil,
    expected: Double? = nil,
    upper: Double? = nil,
    lower: Double? = nil,
    pValue: Double? = nil,
    isAlarm: Bool = false
  ) {
    func finite(_ value: Double?) -> Double? {
      guard let value, value.isFinite else { return nil }
      return value
    }
    self.statistic = finite(statistic)
    self.expected = finite(expected)
    self.upper = finite(upper)
    self.lower = finite(lower)
    self.pValue = finite(pValue)
    self.isAlarm = isAlarm
  }

  /// Nothing known.
  public static let unknown = SeriesPoint()
}
