import Testing
import VerbatimCore
import VerbatimStatistics
import VerbatimTestSupport

@Suite("Calibration")
struct CalibrationTests {
  private static let datasets = 1_000

  @Test("data without an effect raise an alert in at most one run of twenty")
  func falseAlerts() {
    var random = SeededGenerator(seed: 1)
    let finder = ClusterFinder()
    var withAlert: [Int] = []
    for dataset in 0..<Self.datasets {
      let reports = SampleReports.null(reports: 300, articles: 8, issues: 7, random: &random)
      let clusters = finder.clusters(reports, by: .sku)
      for cluster in clusters where cluster.state == .open {
        #expect(cluster.qValue <= 0.05 && cluster.ic025 > 0 && cluster.observed >= 3)
      }
      if clusters.contains(where: { $0.state == .open }) { withAlert.append(dataset) }
    }
    // Without an effect every alert is false, so the rate of false discoveries is the share of
    // runs with an alert.
    #expect(Double(withAlert.count) <= 0.05 * Double(Self.datasets), "\(random) \(withAlert)")
  }

  @Test("data without an effect put IC025 above 0 in at most one combination of forty")
  func intervals() {
    var random = SeededGenerator(seed: 2)
    var finder = ClusterFinder()
    finder.minimumCount = 0
    var beyond = 0
    var combinations = 0
    for _ in 0..<Self.datasets {
      let reports = SampleReports.null(reports: 300, articles: 8, issues: 7, random: &random)
      beyond += finder.clusters(reports, by: .sku).count
      combinations +=
        Set(
          reports.flatMap { report in report.issues.map { "\(report.sku ?? "") \($0.code)" } }
        ).count
    }
    #expect(Double(beyond) <= 0.025 * Double(combinations), "\(random) \(beyond)/\(combinations)")
  }

  @Test("an effect put into the data is the first alert", arguments: SeededGenerator.seeds(20))
  func power(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var reports = SampleReports.null(reports: 300, articles: 8, issues: 7, random: &random)
    for index in 0..<14 {
      reports.append(
        SampleReports.report("x\(index)", sku: "K-6", SampleReports.issue("A.5"))
      )
    }
    let first = ClusterFinder().clusters(reports.shuffled(using: &random), by: .sku).first
    #expect(first?.id == "sku:K-6:A.5", "\(random)")
    #expect(first?.state == .open, "\(random)")
  }
}
