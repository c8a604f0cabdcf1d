public import VerbatimCore

/// A stretch of days over which feedback is counted; cycles of whole weeks start on Mondays.
///
/// Cycles are counted from Monday, 5 January 1970, so that they depend on no data. A length that is
/// no multiple of seven days starts on other days of the week, too.
public struct FeedbackCycle: Hashable, Sendable, Comparable {
  /// Monday, 5 January 1970, in days since the 1st.
  static let origin = 4

  /// The cycle's number, from the one that starts on 5 January 1970.
  public let number: Int
  /// How many days it has.
  public let days: Int

  /// A cycle by its number.
  ///
  /// - Precondition: It has at least a day.
  public init(number: Int, days: Int) {
    precondition(days > 0, "a cycle has days")
    self.number = number
    self.days = days
  }

  /// The cycle that a day, counted from 1970-01-01, lies in.
  public init(containing day: Int, days: Int) {
    let (quotient, remainder) = (day - Self.origin).quotientAndRemainder(dividingBy: days)
    self.init(number: remainder < 0 ? quotient - 1 : quotient, days: days)
  }

  /// The first day, counted from 1970-01-01.
  public var firstDay: Int { Self.origin + number * days }
  /// The last day, counted from 1970-01-01.
  public var lastDay: Int { firstDay + days - 1 }
  /// The first day.
  public var start: Instant { Self.instant(firstDay) }
  /// The last day.
  public var end: Instant { Self.instant(lastDay) }

  /// `2026-W47` for a week (ISO 8601), else the first day and the length: `2026-10-26+28d`.
  public var id: String {
    guard days == 7 else { return "\(start)+\(days)d" }
    // A week belongs to the year of its Thursday.
    let thursday = firstDay + 3
    let year = Self.instant(thursday).civilDay.year
    let newYear = Instant(year: year, month: 1, day: 1)?.dayNumber ?? thursday
    let week = (thursday - newYear) / 7 + 1
    return "\(year)-W\(week < 10 ? "0" : "")\(week)"
  }

  /// Earlier first.
  public static func < (left: Self, right: Self) -> Bool { left.firstDay < right.firstDay }

  private static func instant(_ day: Int) -> Instant {
    Instant(seconds: Int64(day) * 86_400, precision: .day)
  }
}
