import Testing
import VerbatimPipeline

@Suite("A table of reports to be replayed")
struct ReplayTableTests {
  static func table(_ text: String) throws -> ReplayTable {
    try ReplayTable(ReportTable(TextSource(path: "reports.csv", bytes: Array(text.utf8))))
  }

  @Test("is read row by row")
  func rows() throws {
    let table = try Self.table(
      """
      date,sku,supplier,lot,issue,negative,source
      2026-11-20,KET-1,S-01,L2409,leaks,1,review
      2026-11-02,KET-2,S-01,,,0,survey
      """
    )
    #expect(table.accepted == 2)
    #expect(table.rejected == 0)
    #expect(table.history.skus == ["KET-1", "KET-2"])
    #expect(table.history.lots == ["L2409"])
    #expect(table.history.issues == ["leaks"])
    #expect(table.history.weekCount == 3)
  }

  @Test("rejects a bad row, says where and why, and goes on")
  func faults() throws {
    let table = try Self.table(
      """
      date,sku,supplier,lot,issue,negative,source
      21.11.26,KET-1,S-01,L1,leaks,1,review
      2026-11-20,,S-01,L1,leaks,1,review
      2026-11-20,KET-1,S-01,L1,leaks,-3,review
      2026-11-20,KET-1,S-01
      2026-11-20,KET-1,S-01,L1,leaks,1,review
      """
    )
    #expect(table.accepted == 1)
    #expect(table.rejected == 4)
    #expect(
      table.diagnostics.map(\.code) == [.replayDate, .replayArticle, .replayVerdict, .rowWidth]
    )
    #expect(table.diagnostics.map(\.location.line) == [2, 3, 4, 5])
    #expect(table.diagnostics.first?.message == "`21.11.26` is no date from 1900 to 2199")
    #expect(table.rejectShare == 0.8)
  }

  @Test("needs its columns, in any order; supplier, lot and source may be missing")
  func columns() throws {
    let table = try Self.table("NEGATIVE,issue,sku,date\n1,leaks,KET-1,2026-11-20\n")
    #expect(table.accepted == 1)
    #expect(throws: Diagnostic.self) { try Self.table("date,sku,issue\n2026-11-20,KET-1,leaks\n") }
    #expect(try Self.table("").accepted == 0)
    #expect(try Self.table("date,sku,issue,negative\n").history.weekCount == 0)
  }
}
