import Testing
import VerbatimCore
import VerbatimStatistics

/// A defect from its first report to its return, on seeded customers.
@Suite("A whole life")
struct WholeLifeTests {
  private typealias Sample = LifeSample

  /// Eight customers a day write about the article for eighty weeks.
  ///
  /// 1 % of them have the issue; from week 20 on 10 %, until the fix in week 32; and again from week
  /// 64 on.
  static let reports: [ComplaintReport] = {
    var random = SplitMix64(seed: 4)
    var reports: [ComplaintReport] = []
    for day in 0..<(80 * 7) {
      let week = day / 7
      let percent = (20..<32).contains(week) || week >= 64 ? 10 : 1
      for index in 0..<8 {
        reports.append(report("K-1", day, index, random.index(below: 100) < percent))
      }
      // The rest of the shop: 1 %.
      for index in 0..<40 {
        reports.append(report("K-\(2 + index % 9)", day, index, random.index(below: 100) < 1))
      }
    }
    return reports
  }()

  private static func report(
    _ sku: String,
    _ day: Int,
    _ index: Int,
    _ isBad: Bool
  ) -> ComplaintReport {
    var report = SampleReports.report("\(sku)-\(day)-\(index)", sku: sku)
    report.eventTime = Sample.instant(Sample.start + day)
    if isBad { report.issues = [SampleReports.issue("DUR.BREAKS")] }
    return report
  }

  static let decisions = Sample.log([
    Sample.decision(Sample.day(23), .acknowledge),
    Sample.decision(Sample.day(24), .snooze, until: Sample.day(26)),
    Sample.decision(Sample.day(30), .acknowledge),
    Sample.decision(Sample.day(31), .correct, effective: Sample.day(32)),
    Sample.decision(Sample.day(32) + 1, .verify),
    Sample.decision(Sample.day(33), .verify),
    Sample.decision(Sample.day(79), .acknowledge),
  ])

  private static func life(_ reports: [ComplaintReport]) -> ClusterLife {
    let table = LifeTable(reports, by: .sku)
    return ClusterLife(
      table.series(key: "K-1", issue: "DUR.BREAKS"),
      decisions: decisions,
      judged: .open,
      isHazard: false,
      asOf: Sample.day(80)
    )
  }

  @Test("is told line by line")
  func golden() {
    let life = Self.life(Self.reports)
    // Dates, counts and intervals agree with a second replay of the same seed in Python.
    #expect(
      Sample.lines(life) == [
        "2026-06-08 watch: 29 reports where chance predicts 17.8",
        "2026-06-15 acknowledged: taken on",
        "2026-06-22 snoozed: snoozed until 2026-07-06",
        "2026-07-06 acknowledged: the snooze is over",
        "2026-07-10 reopened: a new alert since 2026-07-06: 6 reports where chance predicts 0.5",
        "2026-08-03 acknowledged: taken on",
        "2026-08-10 corrective_action: corrective action from 2026-08-17 on",
        "2026-08-18 corrective_action: rate 10.5 % → 0.0 %, 95 % interval of the change "
          + "−14.5 to 9.1: not yet, 19 more reports about it would tell if the rate stays",
        "2026-08-24 verified: rate 10.5 % → 0.0 %, 95 % interval of the change "
          + "−14.5 to −4.1: verified",
        "2026-10-19 closed: eight weeks without a new alert",
        "2027-04-16 reopened: a new alert since 2027-02-19: 22 reports where chance predicts 6.6",
        "2027-07-12 acknowledged: taken on",
      ]
    )
    #expect(life.state == .acknowledged)
  }

  @Test("is the same in whatever order the reports come")
  func order() {
    var random = SplitMix64(seed: 9)
    let whole = Self.life(Self.reports)
    for _ in 0..<3 {
      #expect(Self.life(Self.reports.shuffled(using: &random)) == whole)
    }
  }

  @Test("has the counts of the finder: once a customer, once a text")
  func counts() throws {
    let reports =
      SampleReports.background(90)
      + (0..<9).map {
        SampleReports.report(
          "s\($0)",
          day: 1 + $0,
          customer: "c\($0 / 2)",
          text: $0 == 8 ? "words of s0" : nil,
          SampleReports.issue("DUR.BREAKS")
        )
      }
    let cluster = try #require(
      ClusterFinder().clusters(reports, by: .sku).first { $0.key == "K-1" }
    )
    let series = LifeTable(reports, by: .sku).series(key: "K-1", issue: "DUR.BREAKS")
    #expect(series.writers.count == cluster.exposure)
    #expect(series.writers.filter(\.hasIssue).count == cluster.observed)
    #expect(cluster.observed == 4)
  }
}
