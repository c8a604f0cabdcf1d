import VerbatimStatistics
import VerbatimTestSupport

/// A small made-up shop whose complaints are Poisson's, with what a test plants in it.
struct SmallShop {
  /// A report as a row of a table.
  struct Row {
    var day: Int
    var sku: Int
    var lot: String
    var issue: Int
    var isNegative: Bool
  }

  static let skus = 24
  static let suppliers = 4
  static let issues = 4
  static let weeks = 44
  /// 2024-01-01, a Monday.
  static let monday = 19_723
  /// Weeks in which a lot is sold.
  static let lotWeeks = 6

  static func sku(_ index: Int) -> String { "S\(10 + index)" }
  static func supplier(ofSKU index: Int) -> String { "V\(index % suppliers)" }
  static func lot(ofSKU index: Int, week: Int) -> String {
    "L\(10 + index)-\(10 + (week + index) / lotWeeks)"
  }
  static func issue(_ index: Int) -> String { "I\(index)" }

  var rows: [Row] = []

  /// A shop; `factor` multiplies a SKU's rate of an issue in a week and lot.
  init(seed: UInt64, factor: (_ sku: Int, _ issue: Int, _ week: Int, _ lot: String) -> Double) {
    var random = SeededGenerator(seed: seed)
    for sku in 0..<Self.skus {
      // A few sell well, most do not.
      let volume = 24 / Double(1 + sku / 3)
      for week in 0..<Self.weeks {
        // What is left of the last lot still sells in the first weeks of the next.
        let last = Self.lot(ofSKU: sku, week: max(0, week - 2))
        let current = Self.lot(ofSKU: sku, week: week)
        for (lot, part) in [(last, 0.3), (current, 0.7)] {
          for issue in -1..<Self.issues {
            let share = issue < 0 ? 0.7 : 0.3 / Double(Self.issues)
            let multiplier = issue < 0 ? 1 : factor(sku, issue, week, lot)
            for _ in 0..<Self.poisson(volume * part * share * multiplier, &random) {
              rows.append(
                Row(
                  day: Self.monday + 7 * week + Int.random(in: 0..<7, using: &random),
                  sku: sku,
                  lot: lot,
                  issue: issue,
                  isNegative: issue >= 0
                )
              )
            }
          }
        }
      }
    }
  }

  private static func poisson(_ mean: Double, _ random: inout SeededGenerator) -> Int {
    // exp(−mean) by squaring a series that converges at once.
    var limit = 1 - mean / 1024
    for _ in 0..<10 { limit *= limit }
    var product = random.unit()
    var count = 0
    while product > limit {
      count += 1
      product *= random.unit()
    }
    return count
  }

  /// The history of the rows, as they stand.
  static func history(_ rows: [Row]) -> ReportHistory {
    var builder = ReportHistory.Builder()
    for row in rows {
      builder.add(
        day: row.day,
        sku: sku(row.sku),
        supplier: supplier(ofSKU: row.sku),
        lot: row.lot,
        issue: row.issue < 0 ? "" : issue(row.issue),
        isNegative: row.isNegative,
        source: "review"
      )
    }
    return builder.history()
  }

  /// The alerts of the rows at a score from `threshold` on.
  static func alerts(_ rows: [Row], from threshold: Double = 2) -> [DefectAlert] {
    DefectDetector().replay(history(rows)).filter { $0.score >= threshold }
  }
}
