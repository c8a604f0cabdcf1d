import Testing
import VerbatimCore
import VerbatimStatistics
import VerbatimTestSupport

@Suite("Clusters shown in full")
struct ShownInFullTests {
  private static func clusters(hazards: Int, alerts: Int, watched: Int) -> [ComplaintCluster] {
    func clusters(_ kind: String, _ count: Int) -> [ComplaintCluster] {
      // One report of a hazard is a cluster.
      let issue = SampleReports.issue("SAF.HOT", tier: .t1)
      return (0..<count).flatMap { number in
        let report = WeeklyShop.report("\(kind)\(number)", week: 0, sku: "\(kind)\(number)", issue)
        return ClusterFinder().clusters([report], by: .sku)
      }.map { found in
        var cluster = found
        if kind != "h" { cluster.tier = .t2 }
        if kind == "w" { cluster.state = .watch }
        return cluster
      }
    }
    let watch = clusters("w", watched)
    // What is watched may lie farther beyond chance than an alert.
    return clusters("h", hazards) + watch.prefix(1) + clusters("a", alerts) + watch.dropFirst()
  }

  @Test(
    "are hazards, alerts and what is watched, as there is room",
    arguments: [
      (3, 4, 5, "3 4 3"), (30, 0, 0, "10 0 0"), (30, 30, 3, "5 5 0"), (2, 30, 3, "2 8 0"),
      (7, 4, 9, "6 4 0"), (0, 0, 20, "0 0 10"), (0, 0, 0, "0 0 0"),
    ]
  )
  func shares(hazards: Int, alerts: Int, watched: Int, expected: String) {
    let shown = Self.clusters(hazards: hazards, alerts: alerts, watched: watched).shownInFull(10)
    let counts = ["h", "a", "w"].map { kind in shown.count { $0.key.hasPrefix(kind) } }
    #expect(counts.map(String.init).joined(separator: " ") == expected)
    #expect(shown.map(\.key.first) == shown.map(\.key.first).sorted { rank($0) < rank($1) })
  }

  private func rank(_ kind: Character?) -> Int {
    ["h": 0, "a": 1, "w": 2][kind.map(String.init) ?? ""] ?? 3
  }
}
