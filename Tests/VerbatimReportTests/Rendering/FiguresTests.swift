import Testing
import VerbatimCore
import VerbatimReport

@Suite("Figures")
struct FiguresTests {
  @Test(
    "counts stand in groups of three",
    arguments: [
      (0, "0"), (999, "999"), (1000, "1,000"), (18_204, "18,204"), (-1_234_567, "−1,234,567"),
    ]
  )
  func counts(value: Int, text: String) {
    #expect(Figures.count(value) == text)
  }

  @Test(
    "decimals have a true minus and as many places as asked",
    arguments: [
      (4.2549, 2, "4.25"), (-0.31, 1, "−0.3"), (0.04, 1, "0.0"), (1234.5, 1, "1,234.5"),
      (2.0, 0, "2"), (-0.001, 2, "0.00"), (.infinity, 1, "unknown"), (.nan, 1, "unknown"),
    ]
  )
  func decimals(value: Double, digits: Int, text: String) {
    #expect(Figures.decimal(value, digits) == text)
  }

  @Test(
    "signs are written, and zero has none",
    arguments: [(0.31, "+0.31"), (-0.38, "−0.38"), (0.001, "0.00"), (-0.001, "0.00"), (0, "0.00")]
  )
  func signs(value: Double, text: String) {
    #expect(Figures.signed(value) == text)
  }

  @Test("shares have a blank before the sign that does not break")
  func shares() {
    #expect(Figures.percent(0.916) == "91.6\u{A0}%")
    #expect(Figures.percent(0.0004) == "0.04\u{A0}%")
    #expect(Figures.percent(3, of: 0) == nil)
    #expect(Figures.percentRange(0.005, 0.015) == "0.5–1.5\u{A0}%")
  }

  @Test("ranges below zero say to, where a dash would read as a minus")
  func ranges() {
    #expect(Figures.range(2.631, 6.53, 2) == "2.63–6.53")
    #expect(Figures.range(-1.4, -0.3) == "−1.4 to −0.3")
  }

  @Test("small probabilities are bounded and not rounded to nothing")
  func probabilities() {
    #expect(Figures.probability(0.022) == "0.022")
    #expect(Figures.probability(1e-9) == "<\u{A0}0.001")
  }

  @Test(
    "weeks are those of ISO 8601",
    arguments: [
      ("2026-01-01", "W01"), ("2026-11-22", "W47"), ("2027-01-03", "W53"), ("2024-12-30", "W01"),
      ("2023-01-01", "W52"),
    ]
  )
  func weeks(day: String, week: String) throws {
    #expect(Figures.week(try #require(Instant(iso8601: day))) == week)
  }

  @Test("days are written without a locale")
  func days() throws {
    let day = try #require(Instant(iso8601: "2026-11-09T23:59:59Z"))
    #expect(Figures.day(day) == "9\u{A0}Nov\u{A0}2026")
  }
}
