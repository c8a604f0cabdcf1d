import Testing
import VerbatimCore
import VerbatimTestSupport

@Suite("The calendar of instants")
struct InstantCalendarTests {
  @Test(
    "gives the Monday of a week",
    arguments: [
      ("2026-11-21", "2026-11-16"), ("2026-11-16", "2026-11-16"), ("2026-11-22", "2026-11-16"),
      ("2026-11-23T00:00:00Z", "2026-11-23"), ("2026-11-22T23:59:59Z", "2026-11-16"),
      ("1970-01-01", "1969-12-29"), ("1969-12-28T23:59:59Z", "1969-12-22"),
      ("2024-02-29", "2024-02-26"), ("2024-03-01", "2024-02-26"), ("2021-01-03", "2020-12-28"),
    ]
  )
  func weekStart(text: String, monday: String) {
    let start = Instant(iso8601: text)?.weekStart
    #expect(start?.description == monday)
    #expect(start?.precision == .day)
  }

  @Test("goes through every day of eight centuries")
  func everyDay() {
    let lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    // 1600-01-01 was a Saturday.
    var number = -135_140
    var weekday = 5
    for year in 1600..<2400 {
      let isLeap = year % 400 == 0 || (year % 4 == 0 && year % 100 != 0)
      for month in 1...12 {
        let length = month == 2 && isLeap ? 29 : lengths[month - 1]
        for day in 1...length {
          let instant = Instant(year: year, month: month, day: day, precision: .day)
          let civil = instant?.civilDay
          guard instant?.dayNumber == number, civil?.year == year, civil?.month == month,
            civil?.day == day, instant?.weekStart.dayNumber == number - weekday
          else {
            Testing.Issue.record("\(year)-\(month)-\(day) is not day \(number)")
            return
          }
          number += 1
          weekday = (weekday + 1) % 7
        }
      }
    }
    #expect(number == Instant(year: 2400, month: 1, day: 1)?.dayNumber)
  }

  @Test("prints what reads back", arguments: SeededGenerator.seeds(20))
  func roundTrip(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let seconds = Int64.random(in: -62_135_596_800...253_402_300_799, using: &random)
      let moment = Instant(seconds: seconds)
      #expect(Instant(iso8601: moment.description) == moment, "\(random) \(seconds)")
      let day = Instant(seconds: Int64(moment.dayNumber) * 86_400, precision: .day)
      #expect(Instant(iso8601: day.description) == day, "\(random) \(seconds)")
      #expect(day.civilDay == moment.civilDay, "\(random) \(seconds)")
      let gap = moment.dayNumber - moment.weekStart.dayNumber
      #expect((0...6).contains(gap), "\(random) \(seconds)")
      #expect(moment.weekStart.weekStart == moment.weekStart, "\(random) \(seconds)")
    }
  }

  @Test("takes an offset off", arguments: SeededGenerator.seeds(20))
  func offsets(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<200 {
      let moment = Instant(
        seconds: Int64.random(in: -4_000_000_000...4_000_000_000, using: &random)
      )
      let hours = Int.random(in: 0...23, using: &random)
      let minutes = Int.random(in: 0...59, using: &random)
      let isWest = random.chance(0.5)
      let shift = Int64(hours * 60 + minutes) * (isWest ? -60 : 60)
      let local = Instant(seconds: moment.seconds + shift).description.dropLast()
      let clock = [hours, minutes].map { $0 < 10 ? "0\($0)" : "\($0)" }
      let sign = isWest ? "-" : "+"
      for text in [
        "\(local)\(sign)\(clock[0]):\(clock[1])", "\(local) \(sign)\(clock[0])\(clock[1])",
      ] {
        #expect(Instant(iso8601: text) == moment, "\(random) \(text)")
      }
    }
  }

  @Test("gives a time or none for any text", arguments: SeededGenerator.seeds(20))
  func anyText(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let whole = Array("2026-02-28T23:59:60.5+01:00")
    let alphabet = Array("0129-:.,+ TZz é")
    for _ in 0..<300 {
      var text = Array(whole.prefix(Int.random(in: 0...whole.count, using: &random)))
      for _ in 0..<Int.random(in: 0...2, using: &random) where !text.isEmpty {
        text[Int.random(in: 0..<text.count, using: &random)] =
          alphabet.randomElement(using: &random) ?? " "
      }
      guard let instant = Instant(iso8601: String(text)) else { continue }
      #expect(Instant(iso8601: instant.description) == instant, "\(random) \(String(text))")
    }
  }
}
