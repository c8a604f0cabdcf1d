import Foundation
import Testing
import VerbatimTestSupport

/// Every fixture of a format, through the built command: nothing is lost on the way to the store,
/// and nothing comes in twice.
@Suite("Fixtures of formats, imported")
struct TableFixtureTests {
  /// What `corpora/formats/tables.tsv` states: the records and rejects of each table.
  private static func stated(_ folder: URL) throws -> [(file: String, records: Int, rejects: Int)] {
    let table = try String(contentsOf: folder.appending(path: "tables.tsv"), encoding: .utf8)
    let rows = table.split(separator: "\n").filter { !$0.hasPrefix("#") }.dropFirst()
    return try rows.map { row in
      let cells = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      return (cells[0], try #require(Int(cells[2])), try #require(Int(cells[3])))
    }
  }

  @Test("add up row by row, and add nothing again, as they are and as later copies")
  func areAccountedFor() throws {
    let folder = try #require(PackageRoot.url()).appending(path: "corpora/formats")
    let workspace = try Workspace()
    let arguments = ["--db", "s.db", "--to", "json", "--max-reject-share", "1"]
    let run = try VerbatimRun(["ingest", folder.path] + arguments, in: workspace.folder)
    #expect([0, 1].contains(run.status), "\(run.errors)")
    let reports = try run.values(ReportLine.self)
    #expect(reports.allSatisfy { $0.isReconciled })
    let byFile = Dictionary(reports.map { ($0.file, $0) }) { first, _ in first }
    let stated = try Self.stated(folder)
    for row in stated {
      let report = try #require(byFile["\(folder.path)/\(row.file)"], "\(row.file)")
      #expect(report.signals + report.duplicates == row.records, "\(row.file)")
      #expect(report.rejectedCount == row.rejects, "\(row.file)")
    }
    let before = try workspace.run("signals --db s.db").output
    let again = try VerbatimRun(["ingest", folder.path] + arguments, in: workspace.folder)
    let second = try again.values(ReportLine.self)
    #expect(second.map(\.signals).reduce(0, +) == 0)
    #expect(second.map(\.recordsIn) == reports.map(\.recordsIn))

    // A later download of the same answers is another file with the same records.
    for row in stated where row.file.hasSuffix(".csv") || row.file.hasSuffix(".ndjson") {
      var bytes = try Data(contentsOf: folder.appending(path: row.file))
      bytes.append(0x0A)
      try workspace.write("later/\(row.file)", bytes)
    }
    let later = try VerbatimRun(["ingest", "later"] + arguments, in: workspace.folder)
    let third = try later.values(ReportLine.self)
    #expect(third.count > 60)
    #expect(third.filter { $0.signals > 0 }.map(\.file) == [])
    #expect(third.allSatisfy { $0.isReconciled })
    #expect(try workspace.run("signals --db s.db").output == before)
  }
}
