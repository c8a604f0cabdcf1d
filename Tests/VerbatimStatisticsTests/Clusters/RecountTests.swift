import Testing
import VerbatimCore
import VerbatimStatistics
import VerbatimTestSupport

@Suite("Clusters without the evidence that may be doubted")
struct RecountTests {
  private typealias Shop = WeeklyShop
  private typealias Omission = ComplaintCluster.Recount.Omission

  /// A random shop with one article that breaks, some reports feared, some of a second source.
  private static func shop(_ random: inout SeededGenerator) -> [ComplaintReport] {
    var reports = Shop.null(400, random: &random)
    for index in 0..<14 {
      reports.append(
        Shop.report(
          "x\(index)",
          week: Int.random(in: 12..<16, using: &random),
          sku: "K-3",
          source: random.unit() < 0.7 ? "review" : "survey",
          SampleReports.issue("DUR.BREAKS", modality: random.unit() < 0.7 ? .actual : .potential)
        )
      )
    }
    return reports
  }

  @Test("are what counting the reports that are left gives", arguments: SeededGenerator.seeds(20))
  func naive(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let reports = Self.shop(&random)
    var all = ClusterFinder()
    all.minimumCount = 0
    let cluster = try #require(
      all.clusters(reports, by: .sku).first { $0.id == "sku:K-3:DUR.BREAKS" }
    )
    #expect(cluster.robustness.first?.omission == Omission.none)
    #expect(cluster.robustness.first?.observed == cluster.observed)
    #expect(cluster.robustness.first?.shrunkRatio == cluster.shrunkRatio)
    for recount in cluster.robustness.dropFirst() {
      let left = reports.compactMap { report -> ComplaintReport? in
        var report = report
        switch recount.omission {
        case .none: return nil
        case .potential:
          report.issues.removeAll { $0.code == "DUR.BREAKS" && $0.modality == .potential }
        case .busiestWeek:
          if report.eventTime?.weekStart.description == recount.detail { return nil }
        case .source:
          if report.source == recount.detail { return nil }
        }
        return report
      }
      let observed = left.count {
        $0.sku == "K-3" && $0.issues.contains { $0.code == "DUR.BREAKS" }
      }
      let key = left.count { $0.sku == "K-3" }
      let issue = left.count { $0.issues.contains { $0.code == "DUR.BREAKS" } }
      let expected = Double(key) * Double(issue) / Double(left.count)
      #expect(recount.observed == observed, "\(random) \(recount)")
      #expect(recount.expected.isClose(to: expected, within: 1e-9), "\(random) \(recount)")
    }
  }

  @Test("name the busiest week and the largest source, the first of several")
  func details() throws {
    var reports = Shop.calm(weeks: 16, perWeek: 4, skus: ["K-1", "K-2", "K-3"])
    for (index, week) in [3, 9, 9, 9, 12, 12, 12].enumerated() {
      reports.append(
        Shop.report(
          "s\(index)",
          week: week,
          source: index < 4 ? "survey" : "review",
          SampleReports.issue("DUR.BREAKS", modality: index == 0 ? .potential : .actual)
        )
      )
    }
    let cluster = try #require(ClusterFinder().clusters(reports, by: .sku).first)
    #expect(cluster.robustness.map(\.omission) == Omission.allCases)
    #expect(cluster.robustness.map(\.observed) == [7, 6, 4, 3])
    #expect(cluster.robustness.map(\.detail) == [nil, nil, "2026-03-09", "survey"])
    #expect(cluster.robustness.first?.isAlert == (cluster.state == .open))
  }

  @Test("a cluster of one source is nothing without it, and says so")
  func nothingLeft() throws {
    var reports = Shop.calm(weeks: 16, perWeek: 4, skus: ["K-1", "K-2", "K-3"])
    for index in reports.indices { reports[index].source = "review" }
    for index in 0..<8 {
      reports.append(
        Shop.report("s\(index)", week: index, source: "survey", SampleReports.issue("DUR.BREAKS"))
      )
    }
    let cluster = try #require(ClusterFinder().clusters(reports, by: .sku).first)
    let recount = try #require(cluster.robustness.first { $0.omission == .source })
    #expect(recount.observed == 0)
    #expect(recount.expected == 0)
    #expect(!recount.isAlert)
  }
}
