import Foundation
import Testing
import VerbatimCore

@Suite("A store that cannot be used")
struct StoreFaultTests {
  private let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    try workspace.write("lamps.csv", "id,sku,nps,comment\n1,A-1,9,Lovely lamp\n")
  }

  @Test("because it cannot be written ends the import with 73", arguments: ["none/s.db", "folder"])
  func unwritable(store: String) throws {
    try workspace.makeFolder("folder")
    let run = try workspace.run("ingest lamps.csv --db \(store)")
    #expect(run.status == 73)
    #expect(run.tells(.storeUnusable, about: store))
    #expect(run.errors.contains("\n  hint: "))
    #expect(workspace.names == ["folder", "lamps.csv"])
  }

  @Test("because its file is read-only ends the import with 73", .enabled(if: getuid() != 0))
  func readOnly() throws {
    #expect(try workspace.run("ingest lamps.csv --db s.db").status == 0)
    try workspace.write("more.csv", "id,sku,nps,comment\n2,A-1,9,Lovely lamp\n")
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o444],
      ofItemAtPath: workspace.url("s.db").path
    )
    let run = try workspace.run("ingest more.csv --db s.db")
    #expect(run.status == 73)
    #expect(run.tells(.storeUnusable, about: "s.db"))
  }

  @Test(
    "because it is not there is an input that is missing",
    arguments: [
      ["signals"], ["clusters"], ["explain", String(repeating: "0a", count: 16)],
    ]
  )
  func missing(command: [String]) throws {
    let run = try VerbatimRun(command + ["--db", "none.db"], in: workspace.folder)
    #expect(run.status == 66)
    #expect(run.tells(.storeUnusable, about: "none.db"))
    #expect(run.errors.contains("verbatim ingest"))
    #expect(workspace.names == ["lamps.csv"])
  }

  @Test(
    "because it is another file is left as it is",
    arguments: [["ingest", "lamps.csv"], ["signals"], ["clusters"]]
  )
  func noDatabase(command: [String]) throws {
    let notes = Data("my notes, which are no database\n".utf8)
    try workspace.write("notes.txt", notes)
    let run = try VerbatimRun(command + ["--db", "notes.txt"], in: workspace.folder)
    #expect(run.status == 65)
    #expect(run.tells(.storeUnusable, about: "notes.txt"))
    #expect(try Data(contentsOf: workspace.url("notes.txt")) == notes)
    #expect(workspace.names == ["lamps.csv", "notes.txt"])
  }

  @Test(
    "because it is another program's is left as it is",
    .enabled(if: Workspace.has(program: "sqlite3")),
    arguments: [["ingest", "lamps.csv"], ["signals"], ["clusters"]]
  )
  func foreign(command: [String]) throws {
    _ = try VerbatimRun(
      shell: "sqlite3 theirs.db 'CREATE TABLE orders (id); INSERT INTO orders VALUES (1)'",
      in: workspace.folder
    )
    let before = try Data(contentsOf: workspace.url("theirs.db"))
    #expect(before.count > 0)
    let run = try VerbatimRun(command + ["--db", "theirs.db"], in: workspace.folder)
    #expect(run.status == 65)
    #expect(run.tells(.storeUnusable, about: "theirs.db"))
    #expect(try Data(contentsOf: workspace.url("theirs.db")) == before)
    #expect(workspace.names == ["lamps.csv", "theirs.db"])
  }

  @Test(
    "because another process writes to it is waited for, then told with 75",
    .enabled(if: Workspace.has(program: "sqlite3"))
  )
  func locked() throws {
    #expect(try workspace.run("ingest lamps.csv --db s.db").status == 0)
    try workspace.write("more.csv", "id,sku,nps,comment\n2,A-1,2,The handle snapped off\n")
    let writer = try StartedRun(
      shell: "(echo 'BEGIN IMMEDIATE;'; echo '.shell touch held';"
        + " until [ -e go ]; do sleep 0.05; done) | sqlite3 s.db",
      in: workspace.folder
    )
    #expect(writer.wait { workspace.names.contains("held") })
    let run = try workspace.run("ingest more.csv --db s.db")
    #expect(run.status == 75)
    #expect(run.tells(.storeLocked, about: "s.db"))
    #expect(run.errors.contains("\n  hint: "))
    // Those who only ask see the last committed state.
    #expect(try workspace.run("signals --db s.db").lines.count == 1)
    try workspace.write("go", "")
    #expect(try writer.finish().status == 0)
    let again = try workspace.run("ingest more.csv --db s.db")
    #expect(again.status == 0, "\(again.errors)")
    #expect(try workspace.run("signals --db s.db").lines.count == 2)
  }

  @Test("may be shared by two imports at once")
  func shared() throws {
    try workspace.write("a.csv", SurveyTable.qualtrics(rows: 1_500, seed: 1))
    let other = SurveyTable.qualtrics(rows: 1_500, seed: 2).replacing("R_", with: "S_")
    try workspace.write("b.csv", other)
    let first = try StartedRun(
      ["ingest", "a.csv", "--db", "s.db", "--to", "json"],
      in: workspace.folder
    )
    let second = try StartedRun(
      ["ingest", "b.csv", "--db", "s.db", "--to", "json"],
      in: workspace.folder
    )
    let ends = try [first.finish(), second.finish()]
    for end in ends { #expect(end.status == 0, "\(end.errors)") }
    let reports = try ends.flatMap { try $0.values(ReportLine.self) }
    #expect(reports.allSatisfy { $0.isReconciled })
    let alone = try workspace.run("ingest a.csv b.csv --db alone.db")
    #expect(alone.status == 0)
    let both = try workspace.run("signals --db s.db").lines.sorted()
    #expect(try both == workspace.run("signals --db alone.db").lines.sorted())
  }
}
