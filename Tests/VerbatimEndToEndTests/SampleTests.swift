import Foundation
import Testing
import VerbatimTestSupport

/// Files that other people's tools wrote, where they lie beside the package.
@Suite("Samples from elsewhere")
struct SampleTests {
  private static let folders = [
    "qualtrics", "amazon-reviews", "schema-org", "webvtt", "dialogue", "csv-torture",
    "shop-reviews", "limesurvey", "spss-sav", "xlsx", "json-torture",
  ].map { "samples/\($0)" }.filter { Shared.has($0) }

  @Test(
    "give records or a diagnostic, add up, and add nothing again",
    .enabled(if: !Self.folders.isEmpty),
    arguments: Self.folders
  )
  func areAccountedFor(folder: String) throws {
    let files = Shared.files(in: folder).map(\.path)
    let path = try #require(Shared.url(folder)).path
    let workspace = try Workspace()
    let arguments = ["ingest", path, "--db", "s.db", "--to", "json"]
    let run = try VerbatimRun(arguments, in: workspace.folder)
    let reports = try run.values(ReportLine.self)
    // A folder of which no file holds feedback is an error of its own.
    let statuses: [Int32] = reports.allSatisfy { $0.failure != nil } ? [65] : [0, 1]
    #expect(statuses.contains(run.status), "\(run.status): \(run.errors)")
    #expect(reports.map(\.file) == files)
    for report in reports {
      #expect(report.isReconciled, "\(report.file)")
      let diagnostics = report.diagnostics
      #expect(
        report.recordsIn > 0 || report.known || !diagnostics.isEmpty,
        "\(report.file) is passed over in silence"
      )
      #expect(diagnostics.map(\.file).filter { $0 != report.file } == [])
      #expect(diagnostics.allSatisfy { !$0.message.isEmpty })
    }
    let before = try workspace.run("signals --db s.db").output
    let again = try VerbatimRun(arguments, in: workspace.folder)
    #expect(again.status == run.status)
    let second = try again.values(ReportLine.self)
    #expect(second.map(\.signals).reduce(0, +) == 0)
    #expect(second.map(\.recordsIn) == reports.map(\.recordsIn))
    #expect(try workspace.run("signals --db s.db").output == before)
  }

  @Test(
    "come out of parse and score as valid lines",
    .enabled(if: !Self.folders.isEmpty),
    arguments: Self.folders
  )
  func areValid(folder: String) throws {
    let path = try #require(Shared.url(folder)).path
    for (command, type) in [("parse", "feedback.record.v1"), ("score", "feedback.signal.v1")] {
      let run = try VerbatimRun([command, path])
      let validator = try JSONSchemaValidator(schema: VerbatimRun(["schema", type]).text)
      for line in run.lines {
        let failures = validator.failures(in: line)
        #expect(failures == [], "\(line)")
      }
    }
  }

  @Test("of a big shop keep every review", .enabled(if: Shared.has("samples/amazon-reviews")))
  func amazon() throws {
    let file = try #require(Shared.files(in: "samples/amazon-reviews").first).path
    let run = try VerbatimRun(["parse", file])
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.lines.count == 3_150)
  }
}
