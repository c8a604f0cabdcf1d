import Foundation
import Testing
import VerbatimCore
import VerbatimStatistics
import VerbatimTestSupport

@Suite("Complaint clusters")
struct ClusterFinderTests {
  private typealias Sample = SampleReports
  private let finder = ClusterFinder()

  @Test("hold what a hand counts")
  func byHand() throws {
    var reports = Sample.background(90)
    for index in 0..<8 {
      reports.append(
        Sample.report(
          "s\(index)",
          lot: index < 5 ? "L2" : "L1",
          day: 1 + index * 2,
          Sample.issue("DUR.BREAKS", confidence: 0.5 + Double(index) / 20, quote: "quote \(index)")
        )
      )
    }
    reports += [Sample.report("calm-0"), Sample.report("calm-1", lot: "L9")]
    let clusters = finder.clusters(reports, by: .sku)
    #expect(clusters.map(\.id) == ["sku:K-1:DUR.BREAKS"])
    let cluster = try #require(clusters.first)
    #expect(cluster.level == .sku)
    #expect(cluster.key == "K-1")
    #expect(cluster.issue == "DUR.BREAKS")
    #expect(cluster.tier == .t2)
    #expect(cluster.state == .open)
    #expect(cluster.observed == 8)
    // Ten of a hundred reports are about K-1, eight are of this issue: 10 · 8 / 100.
    #expect(cluster.expected.isClose(to: 0.8, within: 1e-12))
    #expect(cluster.ratio?.isClose(to: 10) == true)
    #expect(cluster.exposure == 10)
    #expect(cluster.rate == ProportionInterval(wilson: 8, of: 10))
    #expect(cluster.ic.isClose(to: log2(8.5 / 1.3), within: 1e-12))
    #expect(cluster.ic025 == InformationComponent(observed: 8, expected: cluster.expected).lower)
    #expect(cluster.pValue == InformationComponent(observed: 8, expected: cluster.expected).pValue)
    // K-1 with breaks and nine articles that come late.
    #expect(cluster.testsRun == 10)
    #expect(cluster.qValue.isClose(to: cluster.pValue * 10, relatively: 1e-12))
    #expect(cluster.firstWeek?.description == "2026-06-01")
    #expect(cluster.weeks.map(\.week.description) == ["2026-06-01", "2026-06-08", "2026-06-15"])
    #expect(cluster.weeks.map(\.count) == [4, 3, 1])
    #expect(cluster.lots.map(\.name) == ["L2", "L1"])
    #expect(cluster.lots.map(\.count) == [5, 3])
    #expect(cluster.skus.isEmpty)
    #expect(cluster.nearDuplicatesRemoved == 0)
    #expect(cluster.evidence.map(\.quote) == (0..<8).reversed().map { "quote \($0)" })
    #expect(cluster.evidence.first?.signalID == "s7")
    #expect(cluster.evidence.first?.part == "text")
    #expect(cluster.evidence.first?.range == ByteRange(3, 10))
    #expect(
      cluster.whyNow
        == "8 distinct reports where independence predicts 0.8; EB05 4.77, IC025 1.54 over "
        + "10 combinations; whether it is new cannot be said: the data have 3 weeks, limits need 8"
    )
  }

  @Test("need the least number of reports and more than chance")
  func thresholds() {
    func reports(_ count: Int) -> [ComplaintReport] {
      Sample.background(90)
        + (0..<count).map { Sample.report("s\($0)", Sample.issue("DUR.BREAKS")) }
    }
    #expect(finder.clusters(reports(2), by: .sku).isEmpty)
    #expect(finder.clusters(reports(3), by: .sku).map(\.observed) == [3])
    var strict = finder
    strict.minimumCount = 4
    #expect(strict.clusters(reports(3), by: .sku).isEmpty)
    // The same share everywhere is no cluster, however many there are.
    let even = (0..<200).map { Sample.report("e\($0)", sku: "K-\($0 % 4)", Sample.issue("A.B")) }
    #expect(finder.clusters(even, by: .sku).isEmpty)
  }

  @Test("are only watched when the tests of a run explain them")
  func watch() throws {
    let reports =
      Sample.background(90) + (0..<4).map { Sample.report("s\($0)", Sample.issue("DUR.BREAKS")) }
    var strict = finder
    strict.falseDiscoveryRate = 1e-12
    let watched = try #require(strict.clusters(reports, by: .sku).first)
    #expect(watched.state == .watch)
    #expect(watched.ic025 > 0)
    #expect(finder.clusters(reports, by: .sku).first?.state == .open)
  }

  @Test("count only what happened, may happen or was put right")
  func modality() {
    let reports = zip(VerbatimCore.Issue.Modality.allCases, 0...).map { modality, index in
      Sample.report("s\(index)", Sample.issue("SAF.BURN", tier: .t1, modality: modality))
    }
    let cluster = finder.clusters(reports, by: .sku).first
    #expect(cluster?.observed == 3)
    #expect(Set(cluster?.evidence.map(\.modality) ?? []) == [.actual, .potential, .resolved])
    let denied = [Sample.report("s", Sample.issue("SAF.BURN", tier: .t0, modality: .negated))]
    #expect(finder.clusters(denied, by: .sku).isEmpty)
  }

  @Test("count one report once, however often it says the same")
  func repeatedIssue() {
    let thrice = Sample.report(
      "s",
      Sample.issue("SAF.BURN", tier: .t1, quote: "smoke"),
      Sample.issue("SAF.BURN", tier: .t0, confidence: 0.3, quote: "burnt"),
      Sample.issue("SAF.BURN", tier: .t1, quote: "smoke")
    )
    let cluster = finder.clusters([thrice], by: .sku).first
    #expect(cluster?.observed == 1)
    #expect(cluster?.nearDuplicatesRemoved == 0)
    #expect(cluster?.tier == .t0)
    #expect(cluster?.evidence.map(\.quote) == ["burnt"])
  }

  @Test("stand at each level by its own key")
  func levels() {
    var reports = Sample.background(60).map { report in
      var report = report
      report.supplier = "east"
      report.lot = "L1"
      return report
    }
    for index in 0..<6 {
      reports.append(
        Sample.report(
          "s\(index)",
          sku: "K-\(index % 3 == 0 ? 2 : 3)",
          supplier: "north",
          lot: "L7",
          Sample.issue("DUR.BREAKS")
        )
      )
      reports.append(
        Sample.report(
          "t\(index)",
          sku: "K-4",
          supplier: "south",
          lot: "L8",
          Sample.issue("FIT.SMALL")
        )
      )
    }
    let suppliers = finder.clusters(reports, by: .supplier)
    #expect(
      suppliers.map(\.id) == ["supplier:north:DUR.BREAKS", "supplier:south:FIT.SMALL"]
    )
    // Six of seventy-two reports name the supplier, six are of the issue: 6 · 6 / 72.
    #expect(suppliers.map(\.expected) == [0.5, 0.5])
    #expect(suppliers.map(\.exposure) == [6, 6])
    #expect(suppliers.first?.skus.map(\.name) == ["K-3", "K-2"])
    #expect(suppliers.first?.skus.map(\.count) == [4, 2])
    let lots = finder.clusters(reports, by: .lot)
    #expect(lots.map(\.id) == ["lot:L7:DUR.BREAKS", "lot:L8:FIT.SMALL"])
    #expect(lots.map(\.level) == [.lot, .lot])
  }

  @Test("are none without reports or keys")
  func nothing() {
    for level in ComplaintCluster.Level.allCases {
      #expect(finder.clusters([], by: level).isEmpty)
    }
    let homeless = [Sample.report("s", sku: nil, Sample.issue("SAF.BURN", tier: .t0))]
    #expect(finder.clusters(homeless, by: .sku).isEmpty)
  }

  @Test("carry no more quotes than asked for, the gravest and surest first")
  func quotes() {
    var finder = finder
    finder.quoteLimit = 3
    let reports = (0..<9).map { index in
      Sample.report(
        "s\(index)",
        Sample.issue(
          "SAF.BURN",
          tier: index == 4 ? .t0 : .t1,
          confidence: index < 7 ? 0.5 : 0.8,
          quote: "q\(index)"
        )
      )
    }
    let cluster = finder.clusters(reports, by: .sku).first
    #expect(cluster?.observed == 9)
    #expect(cluster?.evidence.map(\.quote) == ["q4", "q7", "q8"])
  }
}
