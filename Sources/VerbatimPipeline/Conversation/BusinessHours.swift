public import VerbatimText

/// When people answer: spans of local clock time on each weekday, less holidays, in one time zone.
///
/// A plain value; all it knows of zones it has from ICU's data, whose version is part of its
/// ``fingerprint``.
public struct BusinessHours: Hashable, Sendable {
  /// A stretch of a day in minutes after midnight, its end not included; 1440 is the day's end.
  public struct Span: Hashable, Sendable, Comparable {
    /// The first minute.
    public var start: Int
    /// One past the last minute.
    public var end: Int

    /// A stretch from its bounds.
    public init(_ start: Int, _ end: Int) {
      self.start = start
      self.end = end
    }

    /// By start, then by end.
    public static func < (left: Span, right: Span) -> Bool {
      (left.start, left.end) < (right.start, right.end)
    }
  }

  /// What is wrong with hours.
  public struct Failure: Error, Hashable, Sendable, CustomStringConvertible {
    /// For a person.
    public let description: String
  }

  private static let minutesPerDay = 1440
  private static let secondsPerDay = 86_400

  /// Where the clocks hang.
  public let zone: ICUTimeZone
  /// The spans of Monday to Sunday, each day's in order.
  public let week: [[Span]]
  /// Days without hours, as days since 1970-01-01 of the local calendar.
  public let holidays: Set<Int>

  /// Hours of a shop.
  ///
  /// - Parameters:
  ///   - zone: The time zone.
  ///   - week: Seven lists of spans, Monday first; a day without any is closed.
  ///   - holidays: Days without hours, counted from 1970-01-01.
  /// - Throws: A failure that says which span cannot be, or that the shop never opens.
  public init(zone: ICUTimeZone, week: [[Span]], holidays: Set<Int>) throws(Failure) {
    precondition(week.count == 7, "a week has seven days")
    self.zone = zone
    self.week = week.map { $0.sorted() }
    self.holidays = holidays
    for spans in self.week {
      var last = 0
      for span in spans {
        guard span.start >= 0, span.end <= Self.minutesPerDay, span.start < span.end else {
          throw Failure(description: "a span must end after it begins, on the same day")
        }
        guard span.start >= last else { throw Failure(description: "two spans of a day overlap") }
        last = span.end
      }
    }
    guard self.week.contains(where: { !$0.isEmpty }) else {
      throw Failure(description: "no day has hours")
    }
  }

  /// The open seconds between two instants, in seconds since 1970; 0 when the second is not later.
  ///
  /// Where clocks leap, an hour that is left out is not open and one that comes twice is open twice,
  /// when the spans around it are.
  ///
  /// - Complexity: O(*n*) in the days between.
  public func seconds(from: Double, to: Double) -> Double {
    guard from < to, from.isFinite, to.isFinite else { return 0 }
    var sum = 0.0
    for day in localDay(at: from)...localDay(at: to) {
      for span in spans(onDay: day) {
        let opens = Double(zone.instant(ofClock: clock(day, span.start), last: false))
        let closes = Double(zone.instant(ofClock: clock(day, span.end), last: true))
        sum += max(0, min(closes, to) - max(opens, from))
      }
    }
    return sum
  }

  /// The local day of an instant, as days since 1970-01-01.
  public func localDay(at instant: Double) -> Int {
    let whole = Int64(instant.rounded(.down))
    let local = whole + Int64(zone.offset(at: whole))
    return Int(local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
  }

  /// Whether people answer on a local day.
  public func isOpen(onDay day: Int) -> Bool { !spans(onDay: day).isEmpty }

  /// Everything that can change a number, as text.
  public var fingerprint: String {
    let days = week.map { spans in
      spans.map { "\($0.start)-\($0.end)" }.joined(separator: ",")
    }
    return "\(zone.name) \(ICUTimeZone.dataVersion) \(days.joined(separator: ";")) "
      + holidays.sorted().map(String.init).joined(separator: ",")
  }

  private func spans(onDay day: Int) -> [Span] {
    guard !holidays.contains(day) else { return [] }
    // 1970-01-01 was a Thursday, the fourth day.
    let weekday = (day % 7 + 7 + 3) % 7
    return week[weekday]
  }

  private func clock(_ day: Int, _ minute: Int) -> Int64 {
    Int64(day) * Int64(Self.secondsPerDay) + Int64(minute) * 60
  }
}
