import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport

@Suite("Commands: clusters decide, mark, history, silence")
struct ClusterLifeCommandTests {
  private struct Line: Decodable {
    var cluster_id: String
    var state: String
    var observed: Int
    var marked_out: Int
    var evidence: [Evidence]

    struct Evidence: Decodable {
      var signal_id: String
    }
  }

  private let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    var table = "id,sku,date,nps,comment\n"
    for number in 0..<60 {
      let isBad = number % 6 == 0
      let day = Instant(seconds: (20_500 + Int64(number)) * 86_400, precision: .day)
      table += "\(number),A-\(isBad ? 1 : 2 + number % 7),\(day),7,"
      table +=
        isBad ? "The handle broke off on day \(number)\n" : "It arrived late on day \(number)\n"
    }
    try workspace.write("lamps.csv", table)
    _ = try workspace.run("ingest lamps.csv --db verbatim.db")
  }

  private func run(_ arguments: String...) throws -> VerbatimRun {
    try VerbatimRun(["clusters"] + arguments, in: workspace.folder)
  }

  private func validate(_ lines: [String], _ type: String) throws {
    let validator = try JSONSchemaValidator(schema: try #require(Schema.named(type)).json)
    for line in lines { #expect(validator.failures(in: line) == [], "\(line)") }
  }

  @Test("keep a decision, print it, and list by it")
  func decide() throws {
    let id = try #require(
      try run("--to", "json").values(Line.self).first { $0.cluster_id.contains("A-1") }
    ).cluster_id
    let snooze = try run(
      "decide",
      id,
      "--action",
      "snooze",
      "--until",
      "2026-09-01",
      "--by",
      "Ada Brandt",
      "--at",
      "2026-06-01T08:00:00Z",
      "--reason",
      "new handle in August"
    )
    #expect(snooze.status == 0, "\(snooze.errors)")
    #expect(snooze.lines.first == "\(id): snoozed")
    #expect(snooze.text.contains("2026-06-01  snoozed  snoozed until 2026-09-01  [Ada Brandt]"))
    let list = try run("--to", "json")
    try validate(list.lines, "cluster.alert.v1")
    #expect(try list.values(Line.self).last?.cluster_id == id)
    #expect(try list.values(Line.self).last?.state == "snoozed")
    let text = try run("--quotes", "1").text
    #expect(text.contains("snoozed until 2026-09-01 since 2026-06-01; Ada Brandt decided `snooze`"))
    let table = try run("--to", "csv", "--state", "snoozed").text.split(separator: "\r\n")
    #expect(table.count == 2)
    #expect(table.last?.contains(",snoozed,") == true)
    #expect(table.last?.contains(",2026-06-01,Ada Brandt,2026-09-01,0") == true)
    #expect(try run("--to", "json", "--state", "closed,verified").lines == [])
    let early = try run("--as-of", "2026-05-31", "--to", "json").values(Line.self)
    #expect(early.contains { $0.state == "snoozed" } == false)
    let history = try run("history", id, "--to", "json")
    #expect(history.lines.last?.contains("\"action\":\"snooze\"") == true)
    let corrected = try run(
      "decide",
      id,
      "--action",
      "correct",
      "--effective",
      "2026-04-20",
      "--lots",
      "L1",
      "L2",
      "--by",
      "Ada Brandt",
      "--at",
      "2026-06-02",
      "--to",
      "json"
    )
    try validate(corrected.lines, "cluster.alert.v1")
    #expect(corrected.text.contains("\"lots\":[\"L1\",\"L2\"]"))
    let verified = try run(
      "decide",
      id,
      "--action",
      "verify",
      "--by",
      "Ada Brandt",
      "--at",
      "2026-06-02"
    )
    #expect(verified.text.contains("rate "), "\(verified.text)")
  }

  @Test("mark a report, which is counted no more")
  func mark() throws {
    let cluster = try #require(
      try run("--to", "json").values(Line.self).first { $0.cluster_id.contains("A-1") }
    )
    let signal = try #require(cluster.evidence.first).signal_id
    let mark = try run(
      "mark",
      cluster.cluster_id,
      signal,
      "--attribution",
      "carrier",
      "--by",
      "Ada Brandt",
      "--at",
      "2026-06-01"
    )
    #expect(mark.status == 0, "\(mark.errors)")
    #expect(mark.text.contains("\(cluster.observed) → \(cluster.observed - 1) reports"))
    let after = try run("--to", "json").values(Line.self)
      .first { $0.cluster_id == cluster.cluster_id }
    #expect(after?.observed == cluster.observed - 1)
    #expect(after?.marked_out == 1)
  }

  @Test("refuse what does not fit, exactly and kindly")
  func refusals() throws {
    let missing = try run("history", "sku:A-1:SAF.NONE")
    #expect(missing.status == 65)
    #expect(missing.tells(.clusterMissing, about: "verbatim.db"))
    let id = try #require(try run("--to", "json").values(Line.self).first).cluster_id
    let verify = try run("decide", id, "--action", "verify", "--by", "Ada", "--at", "2026-06-01")
    #expect(verify.status == 65)
    #expect(verify.errors.contains("there is no corrective action to verify [V5112]"))
    #expect(verify.text == "")
    let snooze = try run("decide", id, "--action", "snooze", "--by", "Ada", "--at", "2026-06-01")
    #expect(snooze.tells(.decisionIncomplete, about: "verbatim.db"))
    let zeros = String(repeating: "0", count: 32)
    let mark = try run("mark", id, zeros, "--not-this-issue", "--by", "Ada", "--at", "2026-06-01")
    #expect(mark.tells(.evidenceMissing, about: "verbatim.db"))
    let store = try run("history", id, "--db", "none.db")
    #expect(store.status == 66)
    #expect(workspace.names == ["lamps.csv", "verbatim.db"])
  }

  @Test(
    "end with 64 on a value that they cannot have",
    arguments: [
      "decide sku:A-1:X --action dance --by Ada", "decide sku:A-1:X --action close",
      "decide sku:A-1:X --action hazard --verdict maybe --by Ada",
      "decide sku:A-1:X --action snooze --until soon --by Ada",
      "decide sku:A-1:X --action close --by Ada --at noon", "mark sku:A-1:X s --by Ada",
      "mark sku:A-1:X s --not-this-issue --attribution carrier --by Ada",
      "mark sku:A-1:X s --attribution nobody --by Ada", "history", "history a --as-of soon",
      "silence --as-of soon", "silence --to xml", "--state asleep", "--direction up",
    ]
  )
  func usage(arguments: String) throws {
    let run = try workspace.run("clusters " + arguments)
    #expect(run.status == 64, "\(run.errors)")
    #expect(run.text == "")
  }

  @Test("tell which sources there are and which have stopped")
  func silence() throws {
    let run = try run("silence", "--to", "json")
    try validate(run.lines, "source.silence.v1")
    #expect(run.lines.count == 1)
    #expect(run.text.contains("\"silent\":false"))
    let later = try self.run("silence", "--as-of", "2026-12-01")
    #expect(later.text.contains("SILENT"))
    let list = try self.run("--as-of", "2026-12-01")
    #expect(list.text.contains("\nSilent: survey "), "\(list.text)")
  }

  @Test("help", arguments: ["list", "decide", "mark", "history", "silence"])
  func help(name: String) throws {
    let run = try run(name, "--help")
    #expect(run.status == 0)
    #expect(run.text.contains("USAGE: verbatim clusters"))
  }
}
