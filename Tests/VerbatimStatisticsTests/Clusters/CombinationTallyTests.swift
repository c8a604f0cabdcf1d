import Testing
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimStatistics

@Suite("Numbers of combinations")
struct CombinationTallyTests {
  /// Reports of a few customers who repeat themselves, some with a lot and some with an attribution.
  private static func shop(_ seed: UInt64) -> [ComplaintReport] {
    var random = SeededGenerator(seed: seed)
    return WeeklyShop.null(600, random: &random).enumerated().map { place, report in
      var report = report
      report.customerKey = "c\(Int.random(in: 0..<200, using: &random))"
      if place.isMultiple(of: 3) { report.lot = "L-1" }
      for issue in report.issues.indices where random.unit() < 0.3 {
        report.issues[issue].attribution = .carrier
      }
      return report
    }
  }

  @Test("are those of the clusters that they lead to", arguments: SeededGenerator.seeds(5))
  func clusters(seed: UInt64) throws {
    let reports = Self.shop(seed)
    let scan = ClusterFinder().scan(reports, ClusterScanOptions())
    let clusters = ClusterFinder().clusters(reports, by: .sku)
    for cluster in clusters {
      let cell = try #require(scan.articles.cell(key: cluster.key, issue: cluster.issue))
      #expect(scan.articles.cells[cell].count == cluster.observed)
      #expect(scan.articles.cells[cell].expected == cluster.expected)
      #expect(scan.articles.ratio(cell) == cluster.shrunkRatio)
      #expect(scan.articles.total(ofKey: cluster.key) == cluster.exposure)
    }
    #expect(scan.articles.cells.count == scan.testsRun)
    #expect(scan.articles.cell(key: "K-0", issue: "B.1") == nil)
    #expect(scan.articles.cell(key: "K-99", issue: "A.0") == nil)
    #expect(scan.articles.total(ofKey: "K-99") == 0)
  }

  @Test("of a key are counted as one who counts report by report does")
  func keys() throws {
    let reports = Self.shop(7)
    let tally = ClusterFinder().scan(reports, ClusterScanOptions()).suppliers
    #expect(tally.keys.map(\.name) == ["S-0", "S-1", "S-2"])
    for key in tally.keys {
      let own = reports.filter { $0.supplier == key.name }
      #expect(key.reports == own.count)
      #expect(key.withLot == own.count { $0.lot != nil })
      #expect(key.articles == Set(own.compactMap(\.sku)).count)
      #expect(key.total == Set(own.compactMap(\.customerKey)).count)
      let complainers = own.filter { $0.issues.contains { $0.attribution != .carrier } }
      #expect(key.complainers <= Set(complainers.compactMap(\.customerKey)).count)
      #expect(key.complainers > 0)
    }
  }

  @Test("name the issue farthest above expectation, of those with the reports of an alert")
  func worst() {
    var reports = Self.shop(3)
    for place in reports.indices where reports[place].supplier == "S-1" && place < 300 {
      reports[place].issues.append(SampleReports.issue("A.9"))
    }
    let tally = ClusterFinder().scan(reports, ClusterScanOptions()).suppliers
    #expect(tally.worst["S-1"] == "A.9")
    #expect(ClusterFinder().scan([], ClusterScanOptions()).suppliers.worst == [:])
  }
}
