import Testing
import VerbatimCore
import VerbatimStatistics
import VerbatimTestSupport

@Suite("Hazards among clusters")
struct HazardTests {
  private typealias Sample = SampleReports
  private let finder = ClusterFinder()

  @Test("come first, even with one report")
  func single() throws {
    var reports = Sample.background(90)
    for index in 0..<30 { reports.append(Sample.report("s\(index)", Sample.issue("DUR.BREAKS"))) }
    reports.append(
      Sample.report("h", sku: "K-5", day: 9, Sample.issue("SAF.BURN", tier: .t1, quote: "smoke"))
    )
    let clusters = finder.clusters(reports, by: .sku)
    #expect(clusters.map(\.id) == ["sku:K-5:SAF.BURN", "sku:K-1:DUR.BREAKS"])
    let hazard = try #require(clusters.first)
    #expect(hazard.state == .open)
    #expect(hazard.observed == 1)
    #expect(hazard.firstWeek?.description == "2026-06-08")
    #expect(hazard.evidence.map(\.quote) == ["smoke"])
    #expect(
      hazard.whyNow == "a hazard of tier T1: one report; a person decides, not a statistic"
    )
  }

  @Test("stated harm comes before feared harm, then what lies farther beyond chance")
  func order() {
    var reports = Sample.background(90)
    reports += (0..<5).map {
      Sample.report("a\($0)", sku: "K-2", Sample.issue("SAF.SHOCK", tier: .t1))
    }
    reports += (0..<2).map {
      Sample.report("b\($0)", sku: "K-3", Sample.issue("SAF.BURN", tier: .t1))
    }
    reports.append(Sample.report("c", sku: "K-4", Sample.issue("SAF.BURN", tier: .t0)))
    let clusters = finder.clusters(reports, by: .sku)
    #expect(clusters.map(\.tier) == [.t0, .t1, .t1])
    #expect(clusters.map(\.key) == ["K-4", "K-2", "K-3"])
    #expect(
      clusters[1].whyNow == "a hazard of tier T1: 5 reports; a person decides, not a statistic"
    )
  }

  @Test("add nothing at the supplier and the lot below chance", arguments: [1, 2])
  func otherLevels(count: Int) {
    var reports = Sample.background(90).map { report in
      var report = report
      report.supplier = "north"
      report.lot = "L1"
      return report
    }
    for index in 0..<count {
      let issue = Sample.issue("SAF.BURN", tier: .t0)
      reports.append(Sample.report("h\(index)", supplier: "south", lot: "L2", issue))
    }
    #expect(finder.clusters(reports, by: .sku).map(\.issue) == ["SAF.BURN"])
    #expect(finder.clusters(reports, by: .supplier).isEmpty)
    #expect(finder.clusters(reports, by: .lot).isEmpty)
  }

  @Test("show at the supplier when they exceed chance, and open")
  func supplierBeyondChance() {
    var reports = Sample.background(90).map { report in
      var report = report
      report.supplier = "north"
      return report
    }
    for index in 0..<5 {
      let issue = Sample.issue("SAF.BURN", tier: .t1)
      reports.append(Sample.report("h\(index)", sku: "K-\(index)", supplier: "south", issue))
    }
    let clusters = finder.clusters(reports, by: .supplier)
    #expect(clusters.map(\.id) == ["supplier:south:SAF.BURN"])
    #expect(clusters.map(\.state) == [.open])
  }

  @Test("of one loud customer are one report, and the gravest of theirs is the one that counts")
  func gravestOfOneCustomer() throws {
    let mild = Sample.report(
      "s1",
      day: 1,
      customer: "c",
      Sample.issue("SAF.BURN", tier: .t1, quote: "smells burnt"),
      Sample.issue("SAF.SHOCK", tier: .t0, quote: "got a shock")
    )
    let grave = Sample.report(
      "s2",
      day: 9,
      customer: "c",
      Sample.issue("SAF.BURN", tier: .t0, quote: "burnt my hand")
    )
    for reports in [[mild, grave], [grave, mild]] {
      let cluster = try #require(
        finder.clusters(reports, by: .sku).first { $0.issue == "SAF.BURN" }
      )
      #expect(cluster.observed == 1)
      #expect(cluster.nearDuplicatesRemoved == 1)
      #expect(cluster.tier == .t0)
      #expect(cluster.evidence.map(\.quote) == ["burnt my hand"])
    }
  }
}
