import Testing
import VerbatimCore
import VerbatimText

@Suite("Time zones")
struct ICUTimeZoneTests {
  private func seconds(_ text: String) throws -> Int64 {
    try #require(Instant(iso8601: text)).seconds
  }

  @Test(
    "know how far clocks are from UTC, summer and winter",
    arguments: [
      ("Europe/Berlin", "2026-01-15T12:00:00Z", 3600),
      ("Europe/Berlin", "2026-07-15T12:00:00Z", 7200),
      ("America/New_York", "2026-01-15T12:00:00Z", -18_000),
      ("America/New_York", "2026-07-15T12:00:00Z", -14_400),
      ("Asia/Kolkata", "2026-07-15T12:00:00Z", 19_800),
      ("Australia/Lord_Howe", "2026-01-15T12:00:00Z", 39_600),
      ("Australia/Lord_Howe", "2026-07-15T12:00:00Z", 37_800),
      ("UTC", "2026-07-15T12:00:00Z", 0),
    ] as [(String, String, Int)]
  )
  func offsets(name: String, at text: String, offset: Int) throws {
    let zone = try #require(ICUTimeZone(named: name))
    #expect(zone.offset(at: try seconds(text)) == offset)
  }

  @Test(
    "change to the second",
    arguments: [
      ("Europe/Berlin", "2026-03-29T00:59:59Z", 3600),
      ("Europe/Berlin", "2026-03-29T01:00:00Z", 7200),
      ("Europe/Berlin", "2026-10-25T00:59:59Z", 7200),
      ("Europe/Berlin", "2026-10-25T01:00:00Z", 3600),
      ("America/New_York", "2026-03-08T06:59:59Z", -18_000),
      ("America/New_York", "2026-03-08T07:00:00Z", -14_400),
    ] as [(String, String, Int)]
  )
  func changes(name: String, at text: String, offset: Int) throws {
    let zone = try #require(ICUTimeZone(named: name))
    #expect(zone.offset(at: try seconds(text)) == offset)
  }

  @Test(
    "find the instant at which clocks show a time",
    arguments: [
      ("2026-01-15T12:00:00Z", false, "2026-01-15T11:00:00Z"),
      ("2026-07-15T12:00:00Z", true, "2026-07-15T10:00:00Z"),
      // 02:30 is left out on 29 March and comes twice on 25 October.
      ("2026-03-29T02:30:00Z", false, "2026-03-29T01:00:00Z"),
      ("2026-03-29T02:30:00Z", true, "2026-03-29T01:00:00Z"),
      ("2026-10-25T02:30:00Z", false, "2026-10-25T00:30:00Z"),
      ("2026-10-25T02:30:00Z", true, "2026-10-25T01:30:00Z"),
    ] as [(String, Bool, String)]
  )
  func clocks(clock: String, last: Bool, instant: String) throws {
    let berlin = try #require(ICUTimeZone(named: "Europe/Berlin"))
    #expect(try berlin.instant(ofClock: seconds(clock), last: last) == seconds(instant))
  }

  @Test("go there and back every hour of ten years, but for the hours that clocks leap over")
  func thereAndBack() throws {
    for name in ["Europe/Berlin", "America/New_York", "Pacific/Apia", "Africa/Casablanca"] {
      let zone = try #require(ICUTimeZone(named: name))
      var failures = 0
      let start = try seconds("2020-01-01T00:00:00Z")
      for hour in 0..<(3653 * 24) {
        let instant = start + Int64(hour) * 3600
        let clock = instant + Int64(zone.offset(at: instant))
        let first = zone.instant(ofClock: clock, last: false)
        let last = zone.instant(ofClock: clock, last: true)
        if first != instant && last != instant { failures += 1 }
      }
      #expect(failures == 0, "\(name)")
    }
  }

  @Test("are refused by a name that is none", arguments: ["", "Mars/Olympus", "Berlin", "CEST+1"])
  func unknown(name: String) {
    #expect(ICUTimeZone(named: name) == nil)
  }

  @Test("say which data they are from")
  func version() {
    #expect(ICUTimeZone.dataVersion.hasPrefix("20"))
  }
}
