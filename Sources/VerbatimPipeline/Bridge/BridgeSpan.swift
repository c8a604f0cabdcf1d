public import VerbatimCore

/// A stretch of days and the one before it, of the same length.
public struct BridgeSpan: Hashable, Sendable {
  /// Days from the first on, without the end.
  public struct Days: Hashable, Sendable {
    /// The first day.
    public var start: Instant
    /// The day after the last.
    public var end: Instant

    /// Whether an event lies in it.
    func holds(_ time: Instant) -> Bool {
      time.dayNumber >= start.dayNumber && time.dayNumber < end.dayNumber
    }
  }

  /// The days that were asked for.
  public var after: Days
  /// As many days, just before.
  public var before: Days

  /// The days from `since` up to, included, `until`; nil when there are none.
  public init?(since: Instant, until: Instant) {
    let length = until.dayNumber - since.dayNumber + 1
    guard length > 0 else { return nil }
    func day(_ number: Int) -> Instant {
      Instant(seconds: Int64(number) * 86_400, precision: .day)
    }
    after = Days(start: day(since.dayNumber), end: day(since.dayNumber + length))
    before = Days(start: day(since.dayNumber - length), end: after.start)
  }
}
