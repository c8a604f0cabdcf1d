import Testing
import VerbatimPipeline

@Suite("Silence of sources in a store")
struct SilenceRunTests {
  @Test("is of the files of one folder whose names differ only in digits")
  func sources() async throws {
    let shop = try ImportShop()
    // Reviews weekly for half a year; the other table goes on for two months more.
    for part in 0..<3 {
      var weekly = "Date,SKU,Rating,Review Text\n"
      for week in (part * 9)..<(part * 9 + 9) {
        let day = Instant(seconds: (20_458 + Int64(week) * 7) * 86_400, precision: .day)
        weekly += "\(day),K-1,4,Good as in the week \(week)\n"
      }
      _ = try await shop.ingest(try shop.folder.write("in/weekly-2026-\(part).csv", weekly))
    }
    var other = "Date,SKU,Rating,Review Text\n"
    for week in 0..<36 {
      let day = Instant(seconds: (20_458 + Int64(week) * 7) * 86_400, precision: .day)
      other += "\(day),K-2,4,A good one in week \(week)\n"
    }
    _ = try await shop.ingest(try shop.folder.write("in/other.csv", other))
    let run = SilenceRun(shop.store)
    let sources = try run.sources()
    #expect(sources.map(\.source) == ["in/weekly-#-#.csv", "in/other.csv"])
    #expect(sources.map(\.isSilent) == [true, false])
    #expect(sources.map(\.signals) == [27, 36])
    #expect(sources.map(\.presentGap) == [63, 0])
    #expect(sources.map(\.expectedGap) == [7, 7])
    let then = try run.sources(asOf: Instant(seconds: (20_458 + 26 * 7) * 86_400, precision: .day))
    #expect(then.map(\.isSilent) == [false, false])
    #expect(try run.sources(asOf: Instant(iso8601: "2020-01-01")).isEmpty)
    #expect(try SilenceRun(try ImportShop().store).sources().isEmpty)
  }
}
