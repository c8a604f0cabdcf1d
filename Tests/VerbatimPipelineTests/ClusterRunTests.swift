import Testing
import VerbatimPipeline

@Suite("Clusters from the store")
struct ClusterRunTests {
  @Test("know only what had happened by the end of the day that is asked for")
  func asOf() async throws {
    let shop = try ImportShop()
    _ = try await shop.ingest(
      try shop.folder.write(
        "a.csv",
        "Date,SKU,Rating,Review Text\n2026-03-10T18:00:00Z,K-1,2,The plug got hot in my hand\n"
      )
    )
    let run = ClusterRun(shop.store)
    func issues(_ day: String?) throws -> [String] {
      try run.clusters(by: .sku, asOf: day.flatMap { Instant(iso8601: $0) }).map(\.issue)
    }
    #expect(try issues("2026-03-09") == [])
    #expect(try issues("2026-03-10") == ["SAF.HOT"])
    #expect(try issues(nil) == ["SAF.HOT"])
    let cluster = try #require(try run.clusters(by: .sku).first)
    #expect(cluster.key == "K-1")
    #expect(cluster.observed == 1)
    #expect(cluster.evidence.map(\.quote) == ["got hot"])
  }
}
