import VerbatimCore
import VerbatimStatistics
import VerbatimTestSupport

/// Reports by weeks, for what hangs on time: the weeks begin on Monday 2026-01-05.
enum WeeklyShop {
  /// The Monday of a week, counted from 0.
  static func monday(_ week: Int) -> Instant {
    Instant(seconds: 1_767_571_200 + Int64(week) * 604_800, precision: .day)
  }

  /// A report of a week, of a customer and in words of its own.
  static func report(
    _ id: String,
    week: Int,
    sku: String = "K-1",
    supplier: String? = nil,
    lot: String? = nil,
    category: String? = nil,
    source: String = "review",
    _ issues: Issue...
  ) -> ComplaintReport {
    var report = ComplaintReport(
      signalID: id,
      eventTime: monday(week),
      sku: sku,
      supplier: supplier,
      lot: lot,
      customerKey: nil,
      textKey: "words of \(id)",
      issues: issues
    )
    report.category = category
    report.source = source
    return report
  }

  /// Each week so many calm reports about each article.
  static func calm(
    weeks: Int,
    perWeek: Int,
    skus: [String],
    supplier: String? = nil
  ) -> [ComplaintReport] {
    (0..<weeks).flatMap { week in
      skus.flatMap { sku in
        (0..<perWeek).map { index in
          report("calm-\(week)-\(sku)-\(index)", week: week, sku: sku, supplier: supplier)
        }
      }
    }
  }

  /// A shop without an effect: every report's issues are drawn alike, whatever its article.
  static func null(_ count: Int, random: inout SeededGenerator) -> [ComplaintReport] {
    (0..<count).map { index in
      let sku = Int.random(in: 0..<12, using: &random)
      var issues: [Issue] = []
      for code in 0..<6 where random.unit() < 0.25 / Double(code + 1) {
        issues.append(SampleReports.issue("A.\(code)"))
      }
      var report = report(
        "n\(index)",
        week: Int.random(in: 0..<20, using: &random),
        sku: "K-\(sku)",
        supplier: "S-\(sku / 4)",
        category: "C-\(sku % 2)"
      )
      report.issues = issues
      return report
    }
  }
}
