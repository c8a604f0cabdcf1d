import Testing
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimStatistics

@Suite("Expected counts")
struct ExpectationTests {
  /// Reports about fifteen articles in each of two categories, so that every week of a category
  /// stands.
  private static func shop(
    weeks: Int,
    each count: Int,
    random: inout SeededGenerator,
    chance: (_ category: Int, _ week: Int) -> Double
  ) -> [ComplaintReport] {
    var reports: [ComplaintReport] = []
    for week in 0..<weeks {
      for article in 0..<30 {
        for _ in 0..<count {
          var report = WeeklyShop.report(
            "r\(reports.count)",
            week: week,
            sku: "K-\(article)",
            category: "C-\(article % 2)"
          )
          if random.unit() < chance(article % 2, week) {
            report.issues = [SampleReports.issue("A.1")]
          }
          reports.append(report)
        }
      }
    }
    return reports
  }

  @Test(
    "are summed over category and week as one who adds up each stratum does",
    arguments: [1, 2, 3]
  )
  func naive(seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let reports = Self.shop(weeks: 5, each: 4, random: &random) { 0.1 + 0.1 * Double($0 + $1 % 2) }
    let table = ClusterTable(reports, by: .sku)
    #expect(table.expectedWithin.map(\.grain) == [.categoryWeek])
    struct Stratum: Hashable {
      var category: String?
      var time: Instant?
    }
    var sizes: [Stratum: Double] = [:]
    var issues: [Stratum: Double] = [:]
    for report in reports {
      let stratum = Stratum(category: report.category, time: report.eventTime)
      sizes[stratum, default: 0] += 1
      if !report.issues.isEmpty { issues[stratum, default: 0] += 1 }
    }
    var sum = 0.0
    for article in 0..<30 {
      let name = "K-\(article)"
      var expected = 0.0
      for report in reports where report.sku == name {
        let stratum = Stratum(category: report.category, time: report.eventTime)
        expected += (issues[stratum] ?? 0) / (sizes[stratum] ?? 1)
      }
      let key = try #require(table.counted.keys.firstIndex(of: name))
      #expect(abs(table.expected(key: key, issue: 0) - expected) < 1e-9)
      sum += table.expected(key: key, issue: 0)
    }
    // What is expected of all articles together is what was reported.
    #expect(abs(sum - Double(reports.count { !$0.issues.isEmpty })) < 1e-9)
  }

  @Test("do not take what is usual of a category for its articles' trouble")
  func confounded() {
    var random = SeededGenerator(seed: 11)
    var reports: [ComplaintReport] = []
    // One article in four is of a category of which three reports in ten say the same.
    for week in 0..<10 {
      for article in 0..<60 {
        for _ in 0..<4 {
          let isUsual = article % 4 == 1
          var report = WeeklyShop.report(
            "r\(reports.count)",
            week: week,
            sku: "K-\(article)",
            category: isUsual ? "C-1" : "C-0"
          )
          if random.unit() < (isUsual ? 0.3 : 0.01) {
            report.issues = [SampleReports.issue("A.1")]
          }
          reports.append(report)
        }
      }
    }
    let stratified = ClusterTable(reports, by: .sku)
    #expect(stratified.expectedWithin.map(\.grain) == [.categoryWeek])
    #expect(!stratified.clusters().contains { $0.state == .open })
    for index in reports.indices { reports[index].category = nil }
    let pooled = ClusterTable(reports, by: .sku)
    #expect(pooled.expectedWithin.map(\.grain) == [.fourWeeks])
    #expect(pooled.clusters().contains { $0.state == .open })
  }

  @Test(
    "fall back where a stratum is small or mostly one article, to the margins of the whole shop"
  )
  func fallBack() throws {
    var reports: [ComplaintReport] = []
    for index in 0..<40 {
      reports.append(
        WeeklyShop.report(
          "r\(index)",
          week: index % 4,
          sku: "K-\(index % 20)",
          category: "C-\(index % 2)",
          SampleReports.issue(index % 3 == 0 ? "A.1" : "A.2")
        )
      )
    }
    let small = ClusterTable(reports, by: .sku)
    #expect(small.expectedWithin == [ExpectationShare(grain: .shop, share: 1)])
    let issue = try #require(small.counted.issues.firstIndex(of: "A.1"))
    let count = reports.count { $0.issues[0].code == "A.1" }
    #expect(abs(small.expected(key: 0, issue: issue) - 2 * Double(count) / 40) < 1e-9)
    // Two hundred more of one article: no stratum that holds it stands.
    for index in 0..<200 {
      reports.append(
        WeeklyShop.report("b\(index)", week: index % 4, sku: "K-0", category: "C-0")
      )
    }
    #expect(ClusterTable(reports, by: .sku).expectedWithin.map(\.grain) == [.shop])
    #expect(ClusterTable([], by: .sku).expectedWithin == [])
  }

  @Test("hang on no order of import")
  func order() {
    var random = SeededGenerator(seed: 3)
    let reports = Self.shop(weeks: 6, each: 3, random: &random) { 0.05 + 0.2 * Double($0 * $1 % 2) }
    let table = ClusterTable(reports, by: .sku)
    let shuffled = ClusterTable(reports.shuffled(using: &random), by: .sku)
    #expect(table.components.map(\.expected) == shuffled.components.map(\.expected))
    #expect(table.expectedWithin == shuffled.expectedWithin)
  }

  @Test("make as few alerts as without strata where nothing is wrong")
  func calibration() {
    var random = SeededGenerator(seed: 21)
    var withAlert = 0
    for _ in 0..<60 {
      let reports = Self.shop(weeks: 6, each: 3, random: &random) { category, _ in
        0.05 + 0.1 * Double(category)
      }
      withAlert += ClusterTable(reports, by: .sku).clusters().contains { $0.state == .open } ? 1 : 0
    }
    // EB05 ≥ 2 and q ≤ 0.05 together: at most one run in twenty, with its 99 % margin.
    #expect(withAlert <= 8)
  }
}
