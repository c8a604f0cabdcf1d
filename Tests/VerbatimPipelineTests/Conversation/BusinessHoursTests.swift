import Testing
import VerbatimPipeline

@Suite("Business hours")
struct BusinessHoursTests {
  private typealias Span = BusinessHours.Span

  /// Hours of a shop; days in the order of the week, minutes after midnight.
  private static func hours(
    _ zone: String,
    week: [[BusinessHours.Span]],
    holidays: [String] = []
  ) throws -> BusinessHours {
    try BusinessHours(
      zone: #require(ICUTimeZone(named: zone)),
      week: week,
      holidays: Set(holidays.compactMap { Instant(iso8601: $0)?.dayNumber })
    )
  }

  /// 09:00 to 17:30 from Monday to Friday, and 10:00 to 14:00 on Saturday.
  private static let office: [[BusinessHours.Span]] =
    [[Span]](repeating: [Span(540, 1050)], count: 5) + [[Span(600, 840)], []]

  /// Half-days with a pause at noon, Sunday to Thursday.
  private static let paused: [[BusinessHours.Span]] = {
    let day = [Span(480, 720), Span(780, 1020)]
    return [day, day, day, day, [], [], day]
  }()

  /// Round the clock.
  private static let always = [[Span]](repeating: [Span(0, 1440)], count: 7)

  private static func seconds(_ text: String) throws -> Double {
    Double(try #require(Instant(iso8601: text)).seconds)
  }

  @Test(
    "are counted in Berlin across nights, weekends and holidays",
    arguments: [
      // Monday 9 March 2026, within one day.
      ("2026-03-09T10:00:00+01:00", "2026-03-09T12:30:00+01:00", 9000),
      // Asked before opening and answered ten minutes after.
      ("2026-03-09T07:00:00+01:00", "2026-03-09T09:10:00+01:00", 600),
      // Over a night: half an hour before closing and a quarter after opening.
      ("2026-03-09T17:00:00+01:00", "2026-03-10T09:15:00+01:00", 2700),
      // Friday 17:00 to Monday 09:30: 30 minutes, Saturday's four hours, 30 minutes.
      ("2026-03-13T17:00:00+01:00", "2026-03-16T09:30:00+01:00", 18_000),
      // All of a Sunday.
      ("2026-03-15T00:00:00+01:00", "2026-03-15T23:59:59+01:00", 0),
      // Thursday 24 December 17:00 to Monday 28th 10:00: half an hour, holidays on the 25th and
      // 26th, an hour.
      ("2026-12-24T17:00:00+01:00", "2026-12-28T10:00:00+01:00", 5400),
      // A whole week: five days of 8.5 hours and four hours.
      ("2026-03-09T00:00:00+01:00", "2026-03-16T00:00:00+01:00", 167_400),
      // Backwards, and not at all.
      ("2026-03-10T10:00:00+01:00", "2026-03-09T10:00:00+01:00", 0),
      ("2026-03-09T10:00:00+01:00", "2026-03-09T10:00:00+01:00", 0),
    ] as [(String, String, Double)]
  )
  func berlin(from: String, to: String, open: Double) throws {
    let hours = try Self.hours(
      "Europe/Berlin",
      week: Self.office,
      holidays: ["2026-12-25", "2026-12-26"]
    )
    #expect(try hours.seconds(from: Self.seconds(from), to: Self.seconds(to)) == open)
  }

  @Test(
    "follow the clocks when summer begins and ends in New York",
    arguments: [
      // Clocks leap from 02:00 to 03:00 on Sunday 8 March 2026. From Friday 17:00 EST to Monday
      // 09:30 EDT: 30 minutes, four hours, 30 minutes, as in any other week.
      ("2026-03-06T22:00:00Z", "2026-03-09T13:30:00Z", Self.office, 18_000),
      // Open at 09:00 EST = 14:00Z the day before, and at 09:00 EDT = 13:00Z the day after.
      ("2026-03-06T14:00:00Z", "2026-03-06T15:00:00Z", Self.office, 3600),
      ("2026-03-09T13:00:00Z", "2026-03-09T14:00:00Z", Self.office, 3600),
      ("2026-03-09T12:00:00Z", "2026-03-09T13:00:00Z", Self.office, 0),
      // A Sunday of 23 hours, and one of 25 on 1 November.
      ("2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z", Self.always, 82_800),
      ("2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z", Self.always, 90_000),
    ] as [(String, String, [[BusinessHours.Span]], Double)]
  )
  func newYork(from: String, to: String, week: [[BusinessHours.Span]], open: Double) throws {
    let hours = try Self.hours("America/New_York", week: week)
    #expect(try hours.seconds(from: Self.seconds(from), to: Self.seconds(to)) == open)
  }

  @Test(
    "lie half an hour beside the others in Kolkata, with a pause at noon",
    arguments: [
      // Monday 9 March 2026: 11:30 to 13:30 in India is half an hour on each side of the pause.
      ("2026-03-09T06:00:00Z", "2026-03-09T08:00:00Z", 3600),
      // Thursday 16:00 to Sunday 09:00: an hour and an hour; Friday and Saturday are free.
      ("2026-03-12T10:30:00Z", "2026-03-15T03:30:00Z", 7200),
      // 02:30Z is 08:00 there: opening.
      ("2026-03-09T02:00:00Z", "2026-03-09T03:00:00Z", 1800),
    ] as [(String, String, Double)]
  )
  func kolkata(from: String, to: String, open: Double) throws {
    let hours = try Self.hours("Asia/Kolkata", week: Self.paused)
    #expect(try hours.seconds(from: Self.seconds(from), to: Self.seconds(to)) == open)
  }

  @Test(
    "of a span over a leap of the clocks are an hour shorter or longer",
    arguments: [
      // Berlin, Sunday 29 March 2026: 01:00 to 04:00 are two hours; 25 October: four.
      ("2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", 7200),
      ("2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z", 14_400),
    ] as [(String, String, Double)]
  )
  func leaps(from: String, to: String, open: Double) throws {
    let week = [[Span]](repeating: [], count: 6) + [[Span(60, 240)]]
    let hours = try Self.hours("Europe/Berlin", week: week)
    #expect(try hours.seconds(from: Self.seconds(from), to: Self.seconds(to)) == open)
  }

  @Test("agree with a count minute by minute on random waits")
  func naive() throws {
    let hours = try Self.hours("Europe/Berlin", week: Self.office, holidays: ["2026-10-26"])
    var random = SplitMix64(seed: 7)
    let start = try Self.seconds("2026-10-19T00:00:00Z")
    var differences = 0
    for _ in 0..<60 {
      let from = start + Double(random.next() % 20_160) * 60
      let to = from + Double(random.next() % 4320) * 60
      var open = 0.0
      for minute in stride(from: from, to: to, by: 60) {
        let local = Int64(minute) + Int64(hours.zone.offset(at: Int64(minute)))
        let day = Int(local / 86_400)
        let clock = Int(local % 86_400 / 60)
        guard !hours.holidays.contains(day) else { continue }
        if hours.week[(day + 3) % 7].contains(where: { $0.start <= clock && clock < $0.end }) {
          open += 60
        }
      }
      if open != hours.seconds(from: from, to: to) { differences += 1 }
    }
    #expect(differences == 0)
  }

  @Test("that cannot be are refused with a reason")
  func refused() throws {
    func reason(_ monday: [BusinessHours.Span]) throws -> String? {
      let week = [monday] + [[Span]](repeating: [], count: 6)
      do throws(BusinessHours.Failure) {
        let zone = ICUTimeZone(named: "UTC")
        guard let zone else { return nil }
        _ = try BusinessHours(zone: zone, week: week, holidays: [])
        return nil
      } catch {
        return error.description
      }
    }
    #expect(try reason([]) == "no day has hours")
    #expect(
      try reason([Span(1050, 540)]) == "a span must end after it begins, on the same day"
    )
    #expect(try reason([Span(540, 720), Span(600, 800)]) == "two spans of a day overlap")
    #expect(try reason([Span(780, 1020), Span(540, 720)]) == nil)
  }
}
