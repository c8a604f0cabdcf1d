import Foundation
import Testing
import VerbatimTestSupport

/// Imports that are cut short by `kill -9` and begun again.
@Suite("A killed import")
struct KilledImportTests {
  /// How many rows the import has: some seconds for a debug build.
  fileprivate static let rows = 8_000

  private let workspace: Workspace
  private let whole: Imported

  init() throws {
    workspace = try Workspace()
    whole = try Imported.uninterrupted.get()
    try workspace.write("feedback.csv", whole.table)
  }

  /// What an uninterrupted import leaves.
  private struct Imported: Sendable {
    var table: String
    var contents: Contents
    var size: Int
    var report: ReportLine

    static let uninterrupted = Result {
      let workspace = try Workspace()
      let table = SurveyTable.qualtrics(rows: KilledImportTests.rows)
      try workspace.write("feedback.csv", table)
      let run = try workspace.run("ingest feedback.csv --db s.db --to json")
      guard let report = try run.values(ReportLine.self).first, run.status == 0 else {
        throw VerbatimRun.Failure(description: "the import ended with \(run.status): \(run.errors)")
      }
      return Imported(
        table: table,
        contents: try Contents(of: "s.db", in: workspace),
        size: KilledImportTests.size(of: workspace.url("s.db")),
        report: report
      )
    }
  }

  /// Everything that a store gives away.
  private struct Contents: Equatable {
    var signals: Data
    var clusters: Data
    var dump: Data?

    init(of store: String, in workspace: Workspace) throws {
      signals = try workspace.run("signals --db \(store)").output
      clusters = try workspace.run("clusters --db \(store) --to json").output
      if Workspace.has(program: "sqlite3") {
        dump = try VerbatimRun(shell: "sqlite3 '\(store)' .dump", in: workspace.folder).output
      }
    }
  }

  @Test("leaves nothing to chance: the import has signals, revisions, duplicates and rejects")
  func uninterrupted() {
    #expect(whole.report.isReconciled)
    #expect(whole.report.duplicates > 50)
    #expect(whole.report.rejectedCount > 50)
    #expect(whole.report.signals > Self.rows / 2)
    #expect(whole.contents.signals.count > Self.rows * 100)
    #expect(whole.contents.clusters.isEmpty == false)
  }

  @Test("is finished by the same command, wherever it was cut", arguments: [0.0, 0.2, 0.5, 0.8])
  func finishes(share: Double) throws {
    try killImport(at: share)
    let run = try workspace.run("ingest feedback.csv --db s.db --to json")
    #expect(run.status == 0, "\(run.errors)")
    let report = try #require(run.values(ReportLine.self).first)
    #expect(report.recordsIn == whole.report.recordsIn)
    #expect(report.signals == whole.report.signals)
    #expect(report.duplicates == whole.report.duplicates)
    #expect(report.rejectedCount == whole.report.rejectedCount)
    #expect(report.rejected == whole.report.rejected)
    if share > 0 { #expect(report.resumed) }
    #expect(try Contents(of: "s.db", in: workspace) == whole.contents)
    try expectFinished()
  }

  @Test("may be killed again and again")
  func again() throws {
    for share in [0.1, 0.3, 0.35, 0.6, 0.9] { try killImport(at: share) }
    let run = try workspace.run("ingest feedback.csv --db s.db --to json")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try Contents(of: "s.db", in: workspace) == whole.contents)
    try expectFinished()
  }

  @Test("can be asked meanwhile, and answers with what is whole")
  func asked() throws {
    try killImport(at: 0.4)
    let run = try workspace.run("signals --db s.db")
    #expect(run.status == 0, "\(run.errors)")
    let signals = try run.values(SignalLine.self)
    #expect(signals.count > 0)
    #expect(signals.count < whole.report.signals)
    #expect(Set(signals.map(\.signalID)).count == signals.count)
  }

  /// Kills an import once the store has grown to a share of its size in the end.
  private func killImport(at share: Double) throws {
    let run = try StartedRun(["ingest", "feedback.csv", "--db", "s.db"], in: workspace.folder)
    let store = workspace.url("s.db")
    let log = workspace.url("s.db-wal")
    let goal = max(1, Int(share * Double(whole.size)))
    #expect(run.wait { Self.size(of: store) + Self.size(of: log) >= goal })
    run.kill()
    let end = try run.finish()
    #expect(end.status == -9, "the import ended before it was killed\n\(end.errors)")
    #expect(end.text == "")
  }

  /// Once more does nothing, and nothing temporary is left.
  private func expectFinished() throws {
    let run = try workspace.run("ingest feedback.csv --db s.db --to json")
    let report = try #require(run.values(ReportLine.self).first)
    #expect(report.known)
    #expect(report.signals == 0)
    #expect(report.recordsIn == whole.report.recordsIn)
    #expect(workspace.names == ["feedback.csv", "s.db"])
  }

  fileprivate static func size(of url: URL) -> Int {
    let attributes = try? FileManager.default.attributesOfItem(atPath: url.path)
    return attributes?[.size] as? Int ?? 0
  }
}
