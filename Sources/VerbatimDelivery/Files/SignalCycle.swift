public import VerbatimCore

/// The week to which a signal belongs by the time of its event: an ISO 8601 week in UTC.
public struct SignalCycle: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The Monday on which it begins; nil for signals without a time.
  public let start: Instant?

  /// The cycle of an event.
  public init(of eventTime: Instant?) { start = eventTime?.weekStart }

  /// The Monday on which the next one begins; nil for signals without a time.
  public var end: Instant? {
    start.map { Instant(seconds: $0.seconds + 7 * 86_400, precision: .day) }
  }

  /// `2026-W47`, or `undated`.
  public var description: String {
    guard let start else { return "undated" }
    // The year of a week is that of its Thursday.
    let thursday = Instant(seconds: start.seconds + 3 * 86_400, precision: .day)
    let year = thursday.civilDay.year
    let newYear = Instant(year: year, month: 1, day: 1, precision: .day)?.dayNumber ?? 0
    let week = (thursday.dayNumber - newYear) / 7 + 1
    let digits = String(year)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
      + (week < 10 ? "-W0\(week)" : "-W\(week)")
  }

  /// Earlier first; those without a time before all.
  public static func < (left: SignalCycle, right: SignalCycle) -> Bool {
    (left.start?.seconds ?? .min) < (right.start?.seconds ?? .min)
  }
}
