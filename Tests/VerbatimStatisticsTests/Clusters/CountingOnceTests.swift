import Testing
import VerbatimCore
import VerbatimStatistics
import VerbatimTestSupport

@Suite("Counting once")
struct CountingOnceTests {
  private typealias Sample = SampleReports
  private let finder = ClusterFinder()

  @Test("one loud customer is one report")
  func loudCustomer() {
    let loud = (0..<30).map {
      Sample.report("s\($0)", customer: "c0ffee", Sample.issue("DUR.BREAKS"))
    }
    let others = (0..<2).map { Sample.report("o\($0)", Sample.issue("DUR.BREAKS")) }
    let background = Sample.background(90)
    #expect(finder.clusters(background + loud, by: .sku).isEmpty)
    let cluster = finder.clusters(background + loud + others, by: .sku).first
    #expect(cluster?.observed == 3)
    #expect(cluster?.exposure == 3)
    #expect(cluster?.nearDuplicatesRemoved == 29)
    #expect(cluster?.evidence.count == 3)
    #expect(cluster?.expected.isClose(to: 3.0 * 3 / 93) == true)
  }

  @Test("a customer counts once for each article and each issue")
  func onceEach() {
    let issues = ["SAF.BURN", "SAF.SHOCK"].map { Sample.issue($0, tier: .t1) }
    var reports: [ComplaintReport] = []
    for sku in ["K-1", "K-2"] {
      for turn in 0..<3 {
        var report = Sample.report("\(sku)-\(turn)", sku: sku, customer: "c")
        report.issues = issues
        reports.append(report)
      }
    }
    let clusters = finder.clusters(reports, by: .sku)
    #expect(clusters.count == 4)
    #expect(Set(clusters.map(\.observed)) == [1])
    #expect(Set(clusters.map(\.nearDuplicatesRemoved)) == [2])
  }

  @Test("copies of a text are one report, whoever sends them")
  func copies() {
    let copies = (0..<30).map {
      Sample.report("s\($0)", customer: "c\($0)", text: "the same", Sample.issue("DUR.BREAKS"))
    }
    let background = Sample.background(90)
    #expect(finder.clusters(background + copies, by: .sku).isEmpty)
    let others = (0..<2).map { Sample.report("o\($0)", Sample.issue("DUR.BREAKS")) }
    let cluster = finder.clusters(background + copies + others, by: .sku).first
    #expect(cluster?.observed == 3)
    #expect(cluster?.exposure == 3)
    #expect(cluster?.nearDuplicatesRemoved == 29)
  }

  @Test("no words are no copy of no words")
  func noText() {
    let silent = (0..<3).map { Sample.report("s\($0)", text: "", Sample.issue("DUR.BREAKS")) }
    let cluster = finder.clusters(Sample.background(90) + silent, by: .sku).first
    #expect(cluster?.observed == 3)
    #expect(cluster?.nearDuplicatesRemoved == 0)
  }

  @Test("the order of reports changes nothing", arguments: SeededGenerator.seeds(10))
  func order(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var reports = (0..<150).map { index in
      var report = Sample.report(
        "s\(index)",
        sku: "K-\(Int.random(in: 0...5, using: &random))",
        supplier: ["north", "south", nil].randomElement(using: &random) ?? nil,
        lot: ["L1", "L2", "L3", nil].randomElement(using: &random) ?? nil,
        day: Int.random(in: 1...30, using: &random)
      )
      report.issues = Self.issues(&random)
      return report
    }
    let before = Self.rendered(reports)
    for _ in 0..<3 {
      reports.shuffle(using: &random)
      let isSame = Self.rendered(reports) == before
      #expect(isSame, "\(random)")
    }
  }

  @Test(
    "the order of repeats and copies changes nothing",
    arguments: SeededGenerator.seeds(10)
  )
  func orderOfRepeats(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var reports = Self.repeats(&random)
    let before = Self.rendered(reports)
    for _ in 0..<3 {
      reports.shuffle(using: &random)
      let isSame = Self.rendered(reports) == before
      #expect(isSame, "\(random)")
    }
  }

  @Test(
    "what is counted of an issue is never more than what is counted of the article",
    arguments: SeededGenerator.seeds(10)
  )
  func exposure(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      for cluster in finder.clusters(Self.repeats(&random), by: .sku) {
        #expect(cluster.observed <= cluster.exposure, "\(random) \(cluster.id)")
      }
    }
  }

  @Test("a chain of repeats and copies counts the same from either end")
  func chain() {
    // One customer wrote two texts, and another sent a copy of the second.
    let reports = [
      Sample.report("a", customer: "c1", text: "x", Sample.issue("SAF.BURN", tier: .t1)),
      Sample.report("b", customer: "c1", text: "y", Sample.issue("SAF.BURN", tier: .t1)),
      Sample.report("c", customer: "c2", text: "y", Sample.issue("SAF.BURN", tier: .t1)),
    ]
    let forwards = finder.clusters(reports, by: .sku).map(\.observed)
    let backwards = finder.clusters(reports.reversed(), by: .sku).map(\.observed)
    #expect(forwards == backwards)
  }

  /// Few customers with few texts, so that many reports are repeats, copies, or both.
  private static func repeats(_ random: inout SeededGenerator) -> [ComplaintReport] {
    (0..<60).map { index in
      var report = Sample.report(
        "s\(index)",
        sku: "K-\(Int.random(in: 0...1, using: &random))",
        lot: ["L1", "L2"].randomElement(using: &random),
        day: Int.random(in: 1...30, using: &random),
        customer: "c\(Int.random(in: 0...15, using: &random))",
        text: "t\(Int.random(in: 0...15, using: &random))"
      )
      report.issues = issues(&random)
      return report
    }
  }

  private static func issues(_ random: inout SeededGenerator) -> [VerbatimCore.Issue] {
    (0..<Int.random(in: 0...2, using: &random)).map { _ in
      let code = ["A.A", "A.B", "SAF.BURN"].randomElement(using: &random) ?? ""
      let tier: VerbatimCore.Issue.Tier = code == "SAF.BURN" ? .t1 : .t2
      return Sample.issue(code, tier: tier, confidence: random.unit(), quote: "q")
    }
  }

  /// Every field of every cluster of every level.
  private static func rendered(_ reports: [ComplaintReport]) -> [String] {
    ComplaintCluster.Level.allCases.flatMap { level in
      ClusterFinder().clusters(reports, by: level).map { String(describing: $0) }
    }
  }
}
