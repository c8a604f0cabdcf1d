import Foundation
import Testing

@Suite("parse")
struct ParseTests {
  private let workspace: Workspace

  init() throws { workspace = try Workspace() }

  @Test("reads a time in the zone that the export states")
  func zone() throws {
    try workspace.write(
      "export.csv",
      #"""
      EndDate,RecordedDate,ResponseId,Q2
      End Date,Recorded Date,Response ID,Why?
      "{""ImportId"":""endDate"",""timeZone"":""Europe/London""}","{""ImportId"":""recordedDate"",""timeZone"":""Europe/London""}","{""ImportId"":""_recordId""}","{""ImportId"":""QID2_TEXT""}"
      2026-07-01 09:00:00,2026-07-01 09:16:31,R_1,Lovely lamp
      2026-12-01 09:00:00,2026-12-01 09:16:31,R_2,Lovely shade

      """#
    )
    let run = try workspace.run("parse export.csv")
    #expect(run.status == 0, "\(run.errors)")
    try #require(run.lines.count == 2)
    #expect(run.lines[0].contains(#""occurred_at":"2026-07-01T08:16:31Z""#))
    #expect(run.lines[1].contains(#""occurred_at":"2026-12-01T09:16:31Z""#))
    #expect(run.lines.allSatisfy { $0.contains(#""source_time_zone":"Europe/London""#) })
  }

  @Test("finds the words of a German shop's table, whatever their column is called")
  func germanTable() throws {
    try workspace.write(
      "export.csv",
      Data(
        """
        Bestellnr;Datum;Sterne;Bewertung\r
        HR-1;27.07.2026;5;Fühlt sich großartig an, gern wieder\r
        HR-2;03.08.2026;2;Nach zwei Wäschen ist es eingelaufen\r

        """.data(using: .windowsCP1252) ?? Data()
      )
    )
    let run = try workspace.run("parse export.csv")
    #expect(run.status == 0, "\(run.errors)")
    try #require(run.lines.count == 2)
    #expect(run.lines[1].contains(#""text":"Nach zwei Wäschen ist es eingelaufen""#))
  }

  @Test("masks what identifies a person, and prints a customer only as a hash")
  func privacy() throws {
    try workspace.write(
      "texts.ndjson",
      #"{"id":"1","text":"write to jo@mail.example or call 020 7946 0018","customer":"jo@mail.example"}"#
        + "\n"
    )
    for command in ["parse", "score"] {
      let run = try workspace.run("\(command) texts.ndjson")
      #expect(run.lines.count == 1)
      #expect(!run.text.contains("jo@mail.example"))
      #expect(!run.text.contains("7946"))
    }
    try workspace.write("secret.key", "another shop's secret\n")
    let usual = try workspace.run("parse texts.ndjson")
    let keyed = try workspace.run("parse texts.ndjson --key-file secret.key")
    #expect(keyed.status == 0, "\(keyed.errors)")
    #expect(keyed.text != usual.text)
    let ingest = try workspace.run("ingest texts.ndjson --db s.db")
    #expect(ingest.status == 0, "\(ingest.errors)")
    let stored = try Data(contentsOf: workspace.url("s.db"))
    #expect(stored.firstRange(of: Data("jo@mail.example".utf8)) == nil)
    #expect(stored.firstRange(of: Data("7946 0018".utf8)) == nil)
  }

  @Test(
    "reads the one table inside a zip archive, as survey tools send it",
    .enabled(if: Workspace.has(program: "zip"))
  )
  func archive() throws {
    let path = try workspace.write("in/export.csv", "id,nps,comment\n1,9,Lovely lamp\n").path
    _ = try VerbatimRun(shell: "zip -q export.zip -j '\(path)'", in: workspace.folder)
    let run = try workspace.run("parse export.zip")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.lines.count == 1)
    #expect(run.text.contains(#""file":"export.zip/export.csv""#))
  }
}
