import VerbatimCore
import VerbatimStatistics
import VerbatimTestSupport

/// Reports for tests of the index.
enum SampleAnswers {
  /// The answer that stands at a value on the way from 0 to 100.
  static func answer(_ component: SatisfactionComponent, _ value: Double) -> SatisfactionAnswer? {
    switch component {
    case .rating: Rating(.other, value, min: 0, max: 100).flatMap { SatisfactionAnswer($0) }
    case .nps: Rating(.nps, value / 10, min: 0, max: 10).flatMap { SatisfactionAnswer($0) }
    case .csat: Rating(.csat, value, min: 0, max: 4).flatMap { SatisfactionAnswer($0) }
    case .ces: Rating(.ces, value, min: 1, max: 7).flatMap { SatisfactionAnswer($0) }
    case .text: SatisfactionAnswer(compound: value / 50 - 1)
    }
  }

  /// Noon of a day of a week that counts from Monday, 5 January 2026.
  static func time(week: Int, day: Int = 2) -> Instant {
    Instant(seconds: Int64(20_458 + week * 7 + day) * 86_400 + 43_200)
  }

  static func report(
    _ id: String,
    customer: String? = nil,
    week: Int,
    day: Int = 2,
    _ answers: [(SatisfactionComponent, Double)],
    issues: [String] = [],
    segments: [String?] = []
  ) -> SatisfactionReport {
    SatisfactionReport(
      signalID: id,
      customerKey: customer,
      eventTime: time(week: week, day: day),
      answers: answers.compactMap { answer($0.0, $0.1) },
      issues: issues,
      segments: segments
    )
  }

  static func history(_ reports: [SatisfactionReport], dimensions: [String] = [])
    -> SatisfactionHistory
  {
    var builder = SatisfactionHistory.Builder(dimensions: dimensions)
    for report in reports { builder.add(report) }
    return builder.history()
  }

  /// Reports of customers who come again, over weeks, categories and channels.
  static func random(weeks: Int, aWeek: Int, seed: UInt64) -> [SatisfactionReport] {
    var random = SeededGenerator(seed: seed)
    var reports: [SatisfactionReport] = []
    for week in 0..<weeks {
      for number in 0..<aWeek {
        var answers: [(SatisfactionComponent, Double)] = []
        let mood = random.unit() * 100
        func near(_ spread: Double, _ random: inout SeededGenerator) -> Double {
          min(100, max(0, mood + spread * (random.unit() - 0.5)))
        }
        if random.chance(0.6) { answers.append((.rating, near(30, &random).rounded())) }
        if random.chance(0.4) { answers.append((.nps, (near(40, &random) / 10).rounded() * 10)) }
        if random.chance(0.8) { answers.append((.text, near(80, &random))) }
        let customer = random.chance(0.7) ? "c\(Int(random.unit() * Double(aWeek)))" : nil
        let categories = ["toys", "lamps", "shoes", nil]
        reports.append(
          report(
            "s\(week)-\(number)",
            customer: customer,
            week: week,
            day: Int(random.unit() * 7),
            answers,
            issues: mood < 30 ? ["DUR.BREAKS"] : [],
            segments: [
              categories[Int(random.unit() * 4)], random.chance(0.5) ? "web" : "shop",
            ]
          )
        )
      }
    }
    return reports
  }
}
