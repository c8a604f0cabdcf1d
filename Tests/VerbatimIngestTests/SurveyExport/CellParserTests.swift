import Testing
import VerbatimCore

@testable import VerbatimIngest

@Suite("Cells of a table")
struct CellParserTests {
  @Test(
    "ratings are read as people write them",
    arguments: [
      ("4", 4), ("4,5", 4.5), ("4.0", 4), (" 5 ", 5), ("'3", 3), ("4 stars", 4), ("1 star", 1),
      ("8/10", 8), ("5 - very satisfied", 5), ("5-very satisfied", 5), ("5 (excellent)", 5),
      ("-1", -1), ("4 / 5", 4), ("5.0 out of 5 stars", 5), ("4,5 out of 5", 4.5),
      ("", nil), ("good", nil), ("five", nil), ("2026-03-01", nil), ("5 kg", nil), ("1.2.3", nil),
      ("-", nil), (".", nil), ("3-4", nil), ("★★★", nil),
    ] as [(String, Double?)]
  )
  func number(text: String, value: Double?) {
    #expect(RatingParser.number(text) == value)
  }

  @Test("ratings stay in the scale of their column")
  func scales() {
    #expect(RatingParser.rating("4", .stars).0 == Rating(.stars, 4, min: 1, max: 5))
    #expect(RatingParser.rating("0", .nps).0 == Rating(.nps, 0, min: 0, max: 10))
    #expect(RatingParser.rating("3", .csat).0 == Rating(.csat, 3, min: 1, max: 5))
    #expect(
      RatingParser.rating("7", .ces).0 == Rating(.ces, 7, min: 1, max: 7, direction: .unknown)
    )
    #expect(RatingParser.rating("0", .stars) == (nil, false))
    #expect(RatingParser.rating("7", .stars) == (nil, true))
    #expect(RatingParser.rating("11", .nps) == (nil, true))
    #expect(RatingParser.rating("good", .nps) == (nil, false))
  }

  private func instant(
    _ text: String,
    dayFirst: Bool? = nil,
    learning: [String] = []
  ) -> String? {
    var order = DateOrder(isDayFirst: dayFirst, months: ShippedNames.all.months)
    for cell in learning { order.learn(cell) }
    return order.instant(text)?.description
  }

  @Test(
    "dates that can be read one way only need no evidence",
    arguments: [
      ("2026-03-01", "2026-03-01"), ("2026-03-01T10:11:12Z", "2026-03-01T10:11:12Z"),
      ("2017-07-18 08:28:09", "2017-07-18T08:28:09Z"), (" 2026-03-01 ", "2026-03-01"),
      ("'2026-03-01", "2026-03-01"), ("2025-03-02 10:12:00 UTC", "2025-03-02T10:12:00Z"),
      ("31-Jul-18", "2018-07-31"), ("July 31, 2018", "2018-07-31"), ("31 July 2018", "2018-07-31"),
      ("1 Apr 2011 3:05 PM", "2011-04-01T15:05:00Z"), ("Dec 1, 1999", "1999-12-01"),
      ("01-Jan-70", "1970-01-01"), ("01-Jan-69", "2069-01-01"),
      ("1532995200", "2018-07-31T00:00:00Z"), ("1532995200000", "2018-07-31T00:00:00Z"),
      ("2018/07/31", "2018-07-31"), ("2018/7/3 10:15", "2018-07-03T10:15:00Z"),
      ("2018.07.31", "2018-07-31"),
      ("1980-01-01 00:00:00", nil), ("0001-01-01T00:00:00Z", nil), ("31-Feb-18", nil),
      ("3/4/2026", nil), ("yesterday", nil), ("", nil), ("12345", nil),
    ] as [(String, String?)]
  )
  func plainDates(text: String, instant: String?) {
    #expect(self.instant(text) == instant)
  }

  @Test("the order of day and month is that of the column")
  func order() {
    #expect(instant("3/4/2026", learning: ["1/2/2026", "13/2/2026"]) == "2026-04-03")
    #expect(instant("3/4/2026", learning: ["1/2/2026", "2/13/2026"]) == "2026-03-04")
    #expect(instant("03.04.26", learning: ["31.12.25"]) == "2026-04-03")
    #expect(instant("3-4-2026", learning: ["12-31-2025"]) == "2026-03-04")
    #expect(instant("3/4/2026", dayFirst: true) == "2026-04-03")
    #expect(instant("3/4/2026", dayFirst: false) == "2026-03-04")
    #expect(instant("3/4/2026 10:15:30 PM", dayFirst: false) == "2026-03-04T22:15:30Z")
    #expect(instant("3/4/2026 12:01 a.m.", dayFirst: false) == "2026-03-04T00:01:00Z")
    #expect(instant("3/4/2026, 22:15", dayFirst: true) == "2026-04-03T22:15:00Z")
    #expect(instant("31/31/2026", dayFirst: true) == nil)
  }

  @Test("a column with both orders gives no day at all, but its ISO dates")
  func mixed() {
    let both = ["13/2/2026", "2/13/2026"]
    #expect(instant("13/2/2026", learning: both) == nil)
    #expect(instant("2026-03-01", learning: both) == "2026-03-01")
  }

  @Test(
    "a spreadsheet's apostrophe goes, a writer's stays",
    arguments: [
      ("'0042", "0042"), ("'=1+1", "=1+1"), ("'+49 30", "+49 30"), (" x ", "x"), ("\tx\u{A0}", "x"),
      ("'Great' buy", "'Great' buy"), ("'tis good", "'tis good"), ("'", "'"), ("", ""),
    ]
  )
  func apostrophes(text: String, trimmed: String) {
    #expect(text.trimmingBlanks == trimmed)
  }

  @Test(
    "languages become BCP 47",
    arguments: [
      ("EN", "en"), ("en_US", "en-US"), ("pt-br", "pt-BR"), ("DEU", "deu"), ("English", nil),
      ("", nil), ("12", nil),
    ] as [(String, String?)]
  )
  func languages(text: String, tag: String?) {
    #expect(SurveyExportReader.languageTag(text) == tag)
  }

  @Test("line breaks of the web become line ends, and nothing else changes")
  func markup() {
    #expect(MarkupFreeText.plain("a<br>b<br/>c<br />d<BR>e") == "a\nb\nc\nd\ne")
    #expect(MarkupFreeText.plain("a <b>b</b> < c") == "a <b>b</b> < c")
  }

  @Test("a damaged name has the role of the one name it can be")
  func damaged() {
    #expect(ShippedNames.all.role(ofDamaged: "ating") == .stars)
    #expect(ShippedNames.all.role(ofDamaged: "esponse id") == .id)
    #expect(ShippedNames.all.role(ofDamaged: "xyz") == nil)
    #expect(ShippedNames.all.role(ofDamaged: "at") == nil)
  }
}
