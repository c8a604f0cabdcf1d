import Testing
import VerbatimStatistics

@Suite("Ids of clusters")
struct ClusterIdentityTests {
  @Test(
    "read back as they are written",
    arguments: [
      "sku:K-204:SAF.HOT", "supplier:S-031:DUR.BREAKS", "lot:L:2409:PKG.CRUSHED",
      "praise:sku:K-204:easy to clean", "praise:lot:L7:positive", "sku:praise:sku:x:DUR.BREAKS",
    ]
  )
  func roundTrip(id: String) throws {
    let identity = try #require(ClusterIdentity(id))
    #expect(identity.description == id)
  }

  @Test("have their parts")
  func parts() {
    let identity = ClusterIdentity("praise:lot:L:7:sturdy")
    #expect(
      identity
        == ClusterIdentity(.positive, level: .lot, key: "L:7", issue: "sturdy")
    )
  }

  @Test(
    "are none without each part",
    arguments: [
      "", "sku", "sku:K-1", "sku::DUR.BREAKS", "sku:K-1:", "shop:K-1:DUR.BREAKS", "praise:",
    ]
  )
  func refused(id: String) {
    #expect(ClusterIdentity(id) == nil)
  }

  @Test("are those of the finder's clusters, for complaints and for praise")
  func finder() {
    let reports =
      SampleReports.background(90)
      + (0..<8).map { SampleReports.report("s\($0)", SampleReports.issue("DUR.BREAKS")) }
    var finder = ClusterFinder()
    #expect(finder.clusters(reports, by: .sku).map(\.id) == ["sku:K-1:DUR.BREAKS"])
    finder.direction = .positive
    let praise = finder.clusters(reports, by: .sku)
    #expect(praise.map(\.id) == ["praise:sku:K-1:DUR.BREAKS"])
    #expect(praise.map(\.direction) == [.positive])
  }

  @Test("that people decided about are clusters however few reports there are")
  func kept() {
    let reports =
      SampleReports.background(90) + [SampleReports.report("s", SampleReports.issue("DUR.BREAKS"))]
    var finder = ClusterFinder()
    #expect(finder.clusters(reports, by: .sku).isEmpty)
    finder.kept = ["sku:K-1:DUR.BREAKS", "sku:K-1:FIT.SMALL"]
    let kept = finder.clusters(reports, by: .sku)
    #expect(kept.map(\.id) == ["sku:K-1:DUR.BREAKS"])
    #expect(kept.map(\.state) == [.watch])
  }
}
