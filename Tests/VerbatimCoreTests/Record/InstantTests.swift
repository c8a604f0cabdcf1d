import Testing
import VerbatimCore
import VerbatimTestSupport

@Suite("Instants")
struct InstantTests {
  @Test(
    "are read in the forms of exports",
    arguments: [
      ("2026-11-21", "2026-11-21"), ("2026-11-21T08:09:10Z", "2026-11-21T08:09:10Z"),
      ("2026-11-21 08:09:10", "2026-11-21T08:09:10Z"),
      ("2026-11-21t08:09z", "2026-11-21T08:09:00Z"),
      ("2026-11-21T08:09:10.999Z", "2026-11-21T08:09:10Z"),
      ("2026-11-21T08:09:10,5Z", "2026-11-21T08:09:10Z"),
      ("2026-11-21 08:09:10 UTC", "2026-11-21T08:09:10Z"),
      ("2026-11-21 08:09:10 GMT", "2026-11-21T08:09:10Z"),
      ("2026-11-21T08:09:10+01:00", "2026-11-21T07:09:10Z"),
      ("2026-11-21 08:09:10 +0100", "2026-11-21T07:09:10Z"),
      ("2026-11-21T08:09:10-05", "2026-11-21T13:09:10Z"),
      ("2026-11-21T08:09:10.25+05:30", "2026-11-21T02:39:10Z"),
      ("2026-01-01T00:30:00+01:00", "2025-12-31T23:30:00Z"),
      ("2025-12-31T23:30:00-01:00", "2026-01-01T00:30:00Z"),
      ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"),
      ("0001-01-01", "0001-01-01"), ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z"),
    ]
  )
  func forms(text: String, printed: String) {
    #expect(Instant(iso8601: text)?.description == printed)
  }

  @Test(
    "count seconds from 1970",
    arguments: [
      ("1970-01-01T00:00:00Z", 0), ("1969-12-31T23:59:59Z", -1),
      ("2000-02-29T12:00:00Z", 951_825_600), ("2038-01-19T03:14:08Z", 2_147_483_648),
      ("1900-01-01T00:00:00Z", -2_208_988_800), ("0001-01-01T00:00:00Z", -62_135_596_800),
      ("9999-12-31T23:59:59Z", 253_402_300_799),
    ] as [(String, Int64)]
  )
  func seconds(text: String, seconds: Int64) {
    #expect(Instant(iso8601: text) == Instant(seconds: seconds))
    #expect(Instant(seconds: seconds).description == text)
  }

  @Test(
    "are none when the text is no time",
    arguments: [
      "", "2026", "2026-11", "2026-1-2", "26-11-21", "2026/11/21", "21.11.2026", "2026-11-21T",
      "2026-11-21T8:09", "2026-11-21T08", "2026-11-21T08:09:1", "2026-11-21T08:09:10X",
      "2026-11-21T08:09:10+1", "2026-11-21T08:09:10+01:0", "2026-11-21 CET", "２０２６-11-21",
      "2026-11-21T08:09:10 Europe/Berlin", "-2026-11-21", "2026-11-21T08:09:10ZZ",
    ]
  )
  func refused(text: String) {
    #expect(Instant(iso8601: text) == nil)
  }

  @Test(
    "are none when there is no such date or hour",
    arguments: [
      "2026-02-29", "1900-02-29", "2100-02-29", "2026-04-31", "2026-13-01", "2026-00-10",
      "2026-01-00", "2026-01-32", "0000-01-01", "2026-01-01T24:00:00Z", "2026-01-01T00:60:00Z",
      "2026-01-01T00:00:61Z",
    ]
  )
  func noSuchDate(text: String) {
    #expect(Instant(iso8601: text) == nil)
  }

  @Test(
    "are none with an offset that no place has",
    arguments: ["+24:00", "-99:00", "+05:60", "+99:99", "+05:"]
  )
  func noSuchOffset(offset: String) {
    #expect(Instant(iso8601: "2026-11-21T08:09:10\(offset)") == nil)
  }

  @Test("stay within the years that they can print")
  func years() {
    #expect(Instant(iso8601: "0001-01-01T00:00:00+01:00") == nil)
    #expect(Instant(iso8601: "9999-12-31T23:59:59-01:00") == nil)
  }

  @Test("know leap years", arguments: [2000, 2400, 2024, 1904, 4])
  func leapYears(year: Int) {
    #expect(Instant(year: year, month: 2, day: 29) != nil)
    #expect(Instant(year: year, month: 2, day: 30) == nil)
  }

  @Test("have no 29 February in other years", arguments: [1900, 2100, 2023, 1, 1000])
  func commonYears(year: Int) {
    #expect(Instant(year: year, month: 2, day: 28) != nil)
    #expect(Instant(year: year, month: 2, day: 29) == nil)
  }

  @Test("read a time without a zone in the zone given")
  func zone() {
    let berlin = Instant(iso8601: "2026-11-21T08:00:00", zoneOffset: 3600)
    #expect(berlin?.description == "2026-11-21T07:00:00Z")
    let stated = Instant(iso8601: "2026-11-21T08:00:00Z", zoneOffset: 3600)
    #expect(stated?.description == "2026-11-21T08:00:00Z")
    #expect(Instant(iso8601: "2026-11-21", zoneOffset: 3600)?.description == "2026-11-21")
  }

  @Test("keep a day a day")
  func precision() {
    #expect(Instant(iso8601: "2026-11-21")?.precision == .day)
    #expect(Instant(iso8601: "2026-11-21T00:00:00Z")?.precision == .second)
    #expect(Instant(iso8601: "2026-11-21") != Instant(iso8601: "2026-11-21T00:00:00Z"))
  }

  @Test("sort a day before the moments in it")
  func order() {
    let texts = [
      "1969-12-31T23:59:59Z", "2026-11-20T23:59:59Z", "2026-11-21", "2026-11-21T00:00:00Z",
      "2026-11-21T00:00:01Z", "2026-11-22",
    ]
    let instants = texts.compactMap { Instant(iso8601: $0) }
    #expect(instants.reversed().sorted().map(\.description) == texts)
  }
}
