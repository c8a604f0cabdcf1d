import Testing
import VerbatimPipeline

@Suite("Praise beyond chance")
struct PraiseTests {
  @Test("is of the words that praise one article more than the others")
  func words() async throws {
    let shop = try ImportShop()
    var table = "Date,SKU,Rating,Review Text\n"
    for number in 0..<100 {
      let isFirst = number % 10 == 0
      let words = isFirst ? "Super thing, number" : "A good one, number"
      table += "2026-03-0\(1 + number % 9),K-\(number % 10),4,\(words) \(number) of them\n"
    }
    table += "2026-03-01,K-0,1,Not super at all, the number 100 of them\n"
    _ = try await shop.ingest(try shop.folder.write("a.csv", table))
    let run = ClusterRun(shop.store)
    let praise = try run.clusters(by: .sku, direction: .positive)
    #expect(praise.map(\.id) == ["praise:sku:K-0:super"])
    let cluster = try #require(praise.first)
    #expect(cluster.observed == 10)
    #expect(cluster.exposure == 11)
    #expect(cluster.direction == .positive)
    #expect(cluster.tier == .t4)
    // The customer's word and not the lexicon's.
    #expect(Set(cluster.evidence.map(\.quote)) == ["Super"])
    #expect(try run.clusters(by: .sku).map(\.direction) == [])
    var json = JSONWriter()
    cluster.write(to: &json)
    #expect(json.text.contains("\"direction\":\"positive\""))
  }

  @Test("that everything gets is none")
  func even() async throws {
    let shop = try ImportShop()
    var table = "Date,SKU,Rating,Review Text\n"
    for number in 0..<60 {
      table += "2026-03-0\(1 + number % 9),K-\(number % 3),5,Great, the number \(number) of them\n"
    }
    _ = try await shop.ingest(try shop.folder.write("a.csv", table))
    #expect(try ClusterRun(shop.store).clusters(by: nil, direction: .positive) == [])
  }
}
