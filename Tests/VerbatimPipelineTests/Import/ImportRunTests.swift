import Testing
import VerbatimPipeline

@Suite("An import")
struct ImportRunTests {
  @Test("accounts for every record", arguments: [1, 2, 8])
  func reconciled(jobs: Int) async throws {
    let shop = try ImportShop()
    let path = try shop.folder.write("reviews.csv", ImportShop.reviews(700))
    var steps: [Int] = []
    let report = try await ImportRun(engine: shop.engine, store: shop.store, jobs: jobs)
      .run(path) { items, _ in steps.append(items) }
    #expect(report.failure == nil)
    #expect(report.decision?.format == .delimited)
    #expect(report.encoding == "UTF-8")
    #expect(report.counts == ImportCounts(signals: 600, duplicates: 0, rejected: 100))
    #expect(report.rejects.count == 100)
    #expect(report.rejects.allSatisfy { $0.code == .rowEmpty })
    #expect(report.rejects.first?.location == SourceLocation(file: path, line: 8))
    #expect(report.rejectShare == 1.0 / 7)
    #expect(try shop.store.totals().signals == 600)
    #expect(try shop.store.rejects(import: report.contentHash) == report.rejects)
    let ledger = try shop.store.imports()
    #expect(ledger.map(\.counts) == [report.counts])
    #expect(ledger.map(\.isFinished) == [true])
    #expect(steps.last == 700 && steps == steps.sorted())
  }

  @Test("leaves the same signals for any number of jobs")
  func jobs() async throws {
    let folder = try Folder()
    let path = try folder.write("reviews.csv", ImportShop.reviews(600))
    var first: [String]?
    for jobs in [1, 2, 8] {
      let shop = try ImportShop()
      _ = try await shop.ingest(path, jobs: jobs)
      let signals = try shop.signals()
      #expect(signals.count > 500)
      #expect(signals == first ?? signals)
      first = signals
    }
  }

  @Test("of the same bytes adds nothing, whatever they are called")
  func again() async throws {
    let shop = try ImportShop()
    let table = ImportShop.reviews(70)
    let first = try await shop.ingest(try shop.folder.write("a.csv", table))
    let signals = try shop.signals()
    for name in ["a.csv", "b.csv"] {
      let report = try await shop.ingest(try shop.folder.write(name, table))
      #expect(report.isKnown)
      #expect(!report.isResumed)
      #expect(report.counts == ImportCounts(duplicates: 60, rejected: 10))
      let path = report.path
      #expect(
        report.rejects
          == first.rejects.map { diagnostic in
            var moved = diagnostic
            moved.location.file = path
            return moved
          }
      )
      #expect(report.failure == nil)
    }
    #expect(try shop.signals() == signals)
    #expect(try shop.store.imports().count == 1)
  }

  @Test("of a longer export adds only what is new")
  func longer() async throws {
    let shop = try ImportShop()
    _ = try await shop.ingest(try shop.folder.write("a.csv", ImportShop.reviews(69)))
    let before = try shop.signals()
    let report = try await shop.ingest(try shop.folder.write("a.csv", ImportShop.reviews(80)))
    #expect(!report.isKnown)
    #expect(report.counts == ImportCounts(signals: 9, duplicates: 60, rejected: 11))
    #expect(Array(try shop.signals().prefix(before.count)) == before)
  }

  @Test("keeps copies inside one file")
  func copies() async throws {
    let shop = try ImportShop()
    let table =
      "Date,Rating,Review Text\n" + String(repeating: "2026-03-01,4,Very good\n", count: 3)
    let report = try await shop.ingest(try shop.folder.write("a.csv", table))
    #expect(report.counts == ImportCounts(signals: 3))
    let ids = try shop.values("signal_id").compactMap { $0?.string }
    #expect(Set(ids).count == 3)
  }

  @Test("revises a response of a system that has ids of its own")
  func revised() async throws {
    let shop = try ImportShop()
    func export(_ words: String, _ date: String) -> String {
      """
      StartDate,ResponseId,RecordedDate,Q1
      Start Date,Response ID,Recorded Date,Why?
      {"ImportId":"startDate"},{"ImportId":"_recordId"},{"ImportId":"recordedDate"},\
      {"ImportId":"QID1_TEXT"}
      2026-03-01 10:00:00,R_1,\(date),\(words)

      """
    }
    _ = try await shop.ingest(
      try shop.folder.write("a.csv", export("It broke", "2026-03-01 10:00:00"))
    )
    let old = try shop.values("signal_id").first??.string
    let report = try await shop.ingest(
      try shop.folder.write("b.csv", export("It is good now", "2026-03-02 10:00:00"))
    )
    #expect(report.counts == ImportCounts(signals: 1))
    #expect(try shop.values("signal_id").map { $0?.string } == [old])
    #expect(try shop.values("revision") == [.number(2)])
    #expect(try shop.values("source", "system") == [.string("qualtrics")])
    let stale = try await shop.ingest(
      try shop.folder.write("c.csv", export("It was late", "2026-02-02 10:00:00"))
    )
    #expect(stale.counts == ImportCounts(duplicates: 1))
  }

  @Test("reports itself as ingest.report.v1")
  func report() async throws {
    let shop = try ImportShop()
    let path = try shop.folder.write(
      "a.csv",
      "Date,Rating,Review Text,Wave\n2026-03-01,4,Very good,x1\n2026-03-01,,,x2\n"
    )
    let report = try await shop.ingest(path)
    var json = JSONWriter()
    report.write(to: &json)
    let value = try JSONReader().parse(json.bytes)
    #expect(value["type"] == .string("ingest.report.v1"))
    #expect(value["file"] == .string(path))
    #expect(value["hash"]?.string?.utf8.count == 64)
    #expect(value["format"] == .string("delimited"))
    #expect(value["records_in"] == .number(2))
    #expect(value["signals"] == .number(1))
    #expect(value["duplicates"] == .number(0))
    #expect(value["rejected_count"] == .number(1))
    #expect(value["rejected"]?.elements?.first?["code"] == .string("V1106"))
    #expect(value["rejected"]?.elements?.first?["line"] == .number(3))
    #expect(value["failure"] == .null)
  }
}
