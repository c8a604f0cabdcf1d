import Testing
import VerbatimPipeline

@Suite("The evidence of clusters from the store")
struct ClusterEvidenceTests {
  private static let files = [
    "a.csv": [
      "2026-03-02,K-1,1,\"The plug of the kettle got hot in my hand after a minute, I let it go\"",
      "2026-03-03,K-1,2,\"Boils well but the cable got hot and smells of plastic since Monday\"",
      "2026-03-04,K-2,5,\"Lovely colour and well made, it was a present for my sister\"",
    ],
    "b.csv": [
      "2026-03-05,K-1,1,\"The plug of the kettle got hot in my hand after a minute so I let it go\"",
      "2026-03-06,K-3,4,\"Good as the others that we have had in this house for years\"",
    ],
  ]

  /// The clusters' lines of a store that was filled in an order of files.
  private static func lines(_ order: [String]) async throws -> [String] {
    let shop = try ImportShop()
    for name in order {
      let rows = files[name] ?? []
      let text = (["Date,SKU,Rating,Review Text"] + rows).joined(separator: "\n") + "\n"
      _ = try await shop.ingest(try shop.folder.write(name, text))
    }
    let run = ClusterRun(shop.store, words: ClusterWords(shop.engine))
    var options = ClusterScanOptions(level: .sku)
    options.placeboRuns = 2
    return try run.scan(options).clusters.map { cluster in
      var json = JSONWriter()
      cluster.write(to: &json)
      return json.text
    }
  }

  @Test("is the same, byte for byte, in whatever order files were imported")
  func order() async throws {
    let forwards = try await Self.lines(["a.csv", "b.csv"])
    let backwards = try await Self.lines(["b.csv", "a.csv"])
    #expect(!forwards.isEmpty)
    #expect(forwards == backwards)
  }

  @Test("counts a near copy once and keeps its source")
  func nearCopies() async throws {
    let shop = try ImportShop()
    let rows = (Self.files["a.csv"] ?? []) + (Self.files["b.csv"] ?? [])
    let text = (["Date,SKU,Rating,Review Text"] + rows).joined(separator: "\n") + "\n"
    _ = try await shop.ingest(try shop.folder.write("a.csv", text))
    func hot(_ words: ClusterWords?) throws -> ComplaintCluster {
      let clusters = try ClusterRun(shop.store, words: words).clusters(by: .sku)
      return try #require(clusters.first { $0.issue == "SAF.HOT" })
    }
    #expect(try hot(nil).observed == 3)
    let cluster = try hot(ClusterWords(shop.engine))
    #expect(cluster.observed == 2)
    #expect(cluster.nearDuplicatesRemoved == 1)
    #expect(cluster.evidence.map(\.copies.count).sorted() == [0, 1])
    #expect(cluster.evidence.allSatisfy { $0.source == "review" })
    #expect(cluster.signalIDs.count == 2)
  }

  @Test("who else said it: by the words and by the issue")
  func similar() async throws {
    let shop = try ImportShop()
    for (name, rows) in Self.files.sorted(by: { $0.key < $1.key }) {
      let text = (["Date,SKU,Rating,Review Text"] + rows).joined(separator: "\n") + "\n"
      _ = try await shop.ingest(try shop.folder.write(name, text))
    }
    let run = SimilarRun(shop.store, engine: shop.engine)
    let outcome = try #require(try run.run("the cable got hot"))
    #expect(outcome.issues == ["SAF.HOT"])
    #expect(outcome.words == ["cable", "got", "hot"])
    #expect(outcome.matches.count == 3)
    #expect(outcome.matches.first?.share == 1)
    #expect(outcome.articles.map(\.sku) == ["K-1"])
    #expect(outcome.articles.first?.standings.first?.standing.observed == 3)
    #expect(try run.run("the cable got hot", filter: SignalFilter(sku: "K-2"))?.matches == [])
    #expect(try run.run("?!") == nil)
  }
}
