import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport

@Suite("An option")
struct OptionTests {
  private let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    try workspace.write("lamps.csv", Self.lamps)
  }

  /// Ten rows, two of them without words and rating.
  private static let lamps = """
    id,sku,nps,comment
    1,A-1,9,Lovely lamp
    2,A-1,2,It broke after a week
    3,A-1,,
    4,A-1,8,Fine so far
    5,A-1,10,Would buy again
    6,A-1,,
    7,A-1,7,Does its job
    8,A-1,6,A bit dim
    9,A-1,9,Good light
    10,A-1,9,Nice shade

    """

  @Test(
    "decides what a rejected record costs",
    arguments: [
      ([], 1), (["--max-reject-share", "0.2"], 0), (["--max-reject-share", "0.19"], 1),
      (["--max-reject-share", "1", "--strict"], 65), (["--strict"], 65),
    ] as [([String], Int32)]
  )
  func rejects(options: [String], status: Int32) throws {
    for command in [["ingest", "--db", "s.db"], ["parse"], ["score"]] {
      let run = try VerbatimRun(command + ["lamps.csv"] + options, in: workspace.folder)
      #expect(run.status == status, "\(command)")
      #expect(run.tells(.rowEmpty, about: "lamps.csv:4"))
      #expect(run.tells(.rowEmpty, about: "lamps.csv:7"))
    }
    #expect(try workspace.run("signals --db s.db").lines.count == 8)
  }

  @Test("--rejects lists every rejected record, in a file that appears whole")
  func rejectsFile() throws {
    let rows = (1...2_000).map { $0 % 4 == 0 ? "\($0),A-1,," : "\($0),A-1,9,Lovely lamp" }
    try workspace.write("many.csv", "id,sku,nps,comment\n\(rows.joined(separator: "\n"))\n")
    try workspace.write("cut.json", "[{\"text\":")
    for command in [["ingest", "--db", "s.db"], ["parse"], ["score"]] {
      try workspace.write("rejects.jsonl", String(repeating: "old\n", count: 10_000))
      let run = try VerbatimRun(
        command + ["many.csv", "cut.json", "--rejects", "rejects.jsonl"],
        in: workspace.folder
      )
      #expect(run.status == 65)
      let text = try String(contentsOf: workspace.url("rejects.jsonl"), encoding: .utf8)
      #expect(text.hasSuffix("\n"))
      let lines = try text.split(separator: "\n").map {
        try JSONDecoder().decode(DiagnosticLine.self, from: Data($0.utf8))
      }
      #expect(lines.dropLast().map(\.line) == (1...500).map { 4 * $0 + 1 }, "\(command)")
      #expect(lines.dropLast().allSatisfy { $0.code == "V1106" && $0.file == "many.csv" })
      #expect(lines.last?.file == "cut.json", "\(command)")
      #expect(lines.last?.code == "V1401", "\(command)")
      #expect(
        Set(workspace.names).subtracting(["s.db", "s.db-wal", "s.db-shm"])
          == ["lamps.csv", "many.csv", "cut.json", "rejects.jsonl"]
      )
    }
  }

  @Test("--rejects into a folder that is not there ends with 73")
  func rejectsNowhere() throws {
    for command in [["ingest", "--db", "s.db"], ["parse"], ["score"]] {
      let run = try VerbatimRun(
        command + ["lamps.csv", "--rejects", "none/rejects.jsonl"],
        in: workspace.folder
      )
      #expect(run.status == 73)
      #expect(run.tells(.outputUnwritable, about: "none/rejects.jsonl"))
    }
    #expect(workspace.names.contains("none") == false)
  }

  @Test(
    "that is not known ends with 64, and with the one that was meant",
    arguments: [
      (["ingest", "lamps.csv", "--catlog", "c.csv"], "--catalog"),
      (["score", "lamps.csv", "--feilds", "id"], "--fields"),
      (["signals", "--untill", "2026-01-01"], "--until"),
      (["clusters", "--asof", "2026-01-01"], "--as-of"),
    ]
  )
  func unknown(arguments: [String], meant: String) throws {
    let run = try VerbatimRun(arguments, in: workspace.folder)
    #expect(run.status == 64)
    #expect(run.errors.contains("Did you mean '\(meant)'?"), "\(run.errors)")
    #expect(run.text == "")
    #expect(workspace.names == ["lamps.csv"])
  }

  @Test(
    "with a value that it cannot have ends with 64",
    arguments: [
      ["ingest"], ["ingest", "-"], ["ingest", "lamps.csv", "--to", "xml"],
      ["ingest", "lamps.csv", "--from", "pdf"], ["ingest", "lamps.csv", "--jobs", "0"],
      ["ingest", "lamps.csv", "--observed-at", "yesterday"], ["score", "--jobs", "many"],
      ["ingest", "lamps.csv", "--max-reject-share", "few"],
      ["signals", "--since", "soon"], ["signals", "--to", "xml"],
      ["signals", "--limit=-1"], ["clusters", "--limit=-1"], ["clusters", "--quotes=-1"],
      ["clusters", "--by", "shop"], ["clusters", "--as-of", "2026-13-45"],
      ["clusters", "--to", "xml"], ["schema", "feedback.signal.v9"], ["nothing"],
    ]
  )
  func wrongValue(arguments: [String]) throws {
    try workspace.write("one.csv", "id,sku,nps,comment\n1,A-1,2,The kettle caught fire\n")
    _ = try workspace.run("ingest one.csv --db verbatim.db")
    let run = try VerbatimRun(arguments, in: workspace.folder)
    #expect(run.status == 64, "\(run.errors)")
    #expect(run.errors.hasPrefix("Error: "), "\(run.errors)")
    #expect(run.text == "")
  }

  @Test(
    "--config with a fault ends with 78, and says which",
    arguments: [
      ("nope: 1\n", "`nope` is no setting"), ("jobs: many\n", "the file does not parse"),
      ("db: [\n", "the file does not parse"), ("key_file: none.key\n", "the key file is missing"),
    ]
  )
  func badConfiguration(yaml: String, message: String) throws {
    try workspace.write("settings.yaml", yaml)
    for command in [["ingest", "--db", "s.db"], ["parse"], ["score"]] {
      let run = try VerbatimRun(
        command + ["lamps.csv", "--config", "settings.yaml"],
        in: workspace.folder
      )
      #expect(run.status == 78)
      #expect(run.errors.contains(message), "\(run.errors)")
      #expect(run.errors.contains("[V6002]"))
      #expect(!run.errors.contains("DecodingError"), "\(run.errors)")
      #expect(run.text == "")
    }
    let missing = try workspace.run("score lamps.csv --config none.yaml")
    #expect(missing.status == 78)
    #expect(missing.tells(.configuration, about: "none.yaml"))
  }

  @Test("--config sets what the command line does not")
  func configuration() throws {
    try workspace.write("catalog.csv", "sku,name\nA-1,Lamp\n")
    try workspace.write(
      "settings.yaml",
      "db: settings.db\ncatalog: catalog.csv\nlanguage: en\njobs: 1\n"
    )
    let run = try workspace.run("ingest lamps.csv --config settings.yaml --max-reject-share 1")
    #expect(run.status == 0, "\(run.errors)")
    #expect(workspace.names.contains("settings.db"))
    let signals = try workspace.run("signals --db settings.db").text
    #expect(signals.contains(#""name":"Lamp""#))
    let over = try workspace.run(
      "ingest lamps.csv --config settings.yaml --db line.db --max-reject-share 1"
    )
    #expect(over.status == 0)
    #expect(workspace.names.contains("line.db"))
  }

  @Test(
    "--map with a fault ends with 78, and says which",
    arguments: [
      ("columns:\n  comment: words\n", "`words` is no role of a column"),
      ("columns:\n  Kommentar: text\n", "the column map names `Kommentar`"),
      ("columns: 7\n", "the file does not parse"), ("delimiter: ;\n", "the file does not parse"),
    ]
  )
  func badMap(yaml: String, message: String) throws {
    try workspace.write("map.yaml", yaml)
    for command in [["ingest", "--db", "s.db"], ["parse"], ["score"]] {
      let run = try VerbatimRun(
        command + ["lamps.csv", "--map", "map.yaml"],
        in: workspace.folder
      )
      #expect(run.status == 78)
      #expect(run.errors.contains(message), "\(run.errors)")
      #expect(!run.errors.contains("DecodingError"), "\(run.errors)")
    }
  }

  @Test("--map says what columns mean, and --dry-run writes such a map without storing a thing")
  func map() throws {
    try workspace.write(
      "export.csv",
      "Nr;Bemerkung;Note\n1;Griff ist abgebrochen;2\n2;Alles gut soweit;9\n"
    )
    let dry = try workspace.run("ingest export.csv --dry-run")
    #expect(dry.status == 0)
    #expect(dry.text.contains("delimiter: \";\"\n"))
    #expect(workspace.names == ["export.csv", "lamps.csv"])
    try workspace.write("map.yaml", "columns:\n  Bemerkung: text\n  Note: nps\n  Nr: id\n")
    let run = try workspace.run("parse export.csv --map map.yaml")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.lines.count == 2)
    #expect(run.text.contains(#""ratings":[{"kind":"nps","value":2,"#))
    // What --dry-run writes is a map.
    try workspace.write("written.yaml", dry.output)
    #expect(try workspace.run("parse export.csv --map written.yaml").status == 0)
  }

  @Test("--dry-run ends as the import would when it cannot open an input")
  func dryRunOfBadFiles() throws {
    try workspace.write("numbers.csv", "a,b\n1,2\n3,4\n")
    let unusable = try workspace.run("ingest --dry-run numbers.csv lamps.csv")
    #expect(unusable.status == 65)
    #expect(unusable.tells(.noFeedbackColumn, about: "numbers.csv:1"))
    #expect(unusable.text.contains("# lamps.csv: delimited"))
    let missing = try workspace.run("ingest --dry-run none.csv")
    #expect(missing.status == 66)
    #expect(workspace.names == ["lamps.csv", "numbers.csv"])
  }
}
