import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport

/// What the engineer does who wires the signals into a scoring service, in her shell.
@Suite("Journey of the engineer")
struct EngineerJourneyTests {
  private struct Signal: Decodable {
    var signal_id: String
    var customer_key: String?
    var sentiment: Sentiment

    struct Sentiment: Decodable {
      var status: String
      var compound: Double?
    }
  }

  private struct Manifest: Decodable {
    var file: String
    var lines: Int
    var bytes: Int
    var sha256: String
    var engines: [Engine]

    struct Engine: Decodable {
      var version: String
    }
  }

  /// A folder with a store of the demo shop to write to.
  private func workspace() throws -> Workspace {
    let workspace = try Workspace()
    try DemoShop.shared().copyStore(to: workspace.url("verbatim.db").path)
    return workspace
  }

  private func validator(_ type: String) throws -> JSONSchemaValidator {
    let run = try VerbatimRun(["schema", type])
    #expect(run.status == 0, "\(run.errors)")
    return try JSONSchemaValidator(schema: run.text)
  }

  @Test("takes the schemas, and what is printed keeps to them")
  func schemas() throws {
    let shop = try DemoShop.shared()
    let types = try VerbatimRun(["schema"]).lines.compactMap {
      $0.split(separator: " ").first.map(String.init)
    }
    for type in ["feedback.signal.v1", "cluster.alert.v1", "satisfaction.index.v1"] {
      #expect(types.contains(type))
    }
    let signals = try shop.ask("signals --until 2026-08-01").lines
    #expect(signals.count >= 20)
    let ofSignals = try validator("feedback.signal.v1")
    for line in signals { #expect(ofSignals.failures(in: line) == [], "\(line)") }
    let ofClusters = try validator("cluster.alert.v1")
    for line in try shop.ask("clusters --to json").lines {
      #expect(ofClusters.failures(in: line) == [], "\(line)")
    }
    let ofIndex = try validator("satisfaction.index.v1")
    let index = try shop.ask("trends --by category --cycle 28d --to json").lines
      .filter { $0.contains("\"satisfaction.index.v1\"") }
    #expect(!index.isEmpty)
    for line in index { #expect(ofIndex.failures(in: line) == [], "\(line)") }
  }

  @Test("sees that unknown is null and neutral is 0, never one for the other")
  func nulls() throws {
    let signals = try DemoShop.shared().ask("signals").values(Signal.self)
    let scored = signals.filter { $0.sentiment.status == "scored" }
    #expect(scored.count > 1000)
    #expect(scored.allSatisfy { $0.sentiment.compound != nil })
    let others = signals.filter { $0.sentiment.status != "scored" }
    #expect(others.count > 20)
    #expect(others.allSatisfy { $0.sentiment.compound == nil })
  }

  @Test("feeds a broken file: told by line and column, the rest goes on, the exit code tells")
  func broken() throws {
    let workspace = try Workspace()
    let table = """
      id,date,sku,nps,comment
      a1,2026-11-01,HK-1187,2,The handle broke off
      a2,2026-11-03,HK-1187,9,Lovely pan
      a3,2026-11-03,HK-1187,9,"never closed
      """
    try workspace.write("june.csv", table + "\n")
    try workspace.write("june.xlsx", Data("PK\u{3}\u{4}cut off".utf8))
    let parse = try workspace.run("parse june.csv --rejects rejects.jsonl")
    #expect(parse.status == 1)
    #expect(parse.lines.count == 2)
    let rejects = try String(contentsOf: workspace.url("rejects.jsonl"), encoding: .utf8)
      .split(separator: "\n")
    #expect(rejects.count == 1)
    let reject = try JSONDecoder().decode(
      DiagnosticLine.self,
      from: Data(try #require(rejects.first).utf8)
    )
    #expect(reject.code == "V1101")
    #expect(reject.file == "june.csv")
    #expect(reject.line == 4)
    #expect(reject.column == 25)
    #expect(reject.hint?.isEmpty == false)
    let ingest = try workspace.run("ingest june.csv june.xlsx --db shop.db --to json")
    #expect(ingest.status == 65)
    #expect(ingest.errors.contains("june.xlsx: error: "))
    let reports = try ingest.values(ReportLine.self)
    #expect(reports.map(\.recordsIn) == [3, 0])
    #expect(reports.map(\.signals) == [2, 0])
    #expect(reports.allSatisfy { $0.isReconciled })
    // Nothing half-written: a report that cannot be written leaves what was there.
    try workspace.write("signals", "kept\n")
    let refused = try workspace.run("deliver --db shop.db --to signals/below")
    #expect(refused.status == 73)
    #expect(try String(contentsOf: workspace.url("signals"), encoding: .utf8) == "kept\n")
  }

  @Test("runs the import again: nothing new, nothing revised, the same bytes")
  func again() throws {
    let workspace = try workspace()
    let before = try workspace.run("signals --db verbatim.db")
    let first = try workspace.run("deliver --db verbatim.db --to signals")
    #expect(first.status == 0, "\(first.errors)")
    let count = before.lines.count
    let number = count.formatted(.number.locale(Locale(identifier: "en")).grouping(.automatic))
    #expect(first.lines.last?.hasPrefix("signals: \(number) new, 0 revised, 0 retracted;") == true)
    let repeated = try DemoShop.ingest(
      into: workspace.url("verbatim.db").path,
      "--to",
      "json"
    )
    #expect(try repeated.values(ReportLine.self).map(\.signals).allSatisfy { $0 == 0 })
    let again = try workspace.run("deliver --db verbatim.db --to signals")
    #expect(again.lines.last?.hasPrefix("signals: 0 new, 0 revised, 0 retracted; 0 weeks") == true)
    #expect(try workspace.run("signals --db verbatim.db").output == before.output)
  }

  @Test("reads files by week, whose manifests say what is in them")
  func manifests() throws {
    let workspace = try workspace()
    _ = try workspace.run("deliver --db verbatim.db --to signals")
    let weeks = try FileManager.default
      .contentsOfDirectory(atPath: workspace.url("signals").path)
      .filter { $0.wholeMatch(of: #/2026-W\d\d/#) != nil }.sorted()
    #expect(weeks.count >= 12)
    let ofManifests = try validator("signals.manifest.v1")
    var lines = 0
    for week in weeks {
      let text = try String(
        contentsOf: workspace.url("signals/\(week)/manifest.json"),
        encoding: .utf8
      )
      #expect(ofManifests.failures(in: text) == [], "\(week)")
      let manifest = try JSONDecoder().decode(Manifest.self, from: Data(text.utf8))
      let bytes = try Data(contentsOf: workspace.url("signals/\(week)/\(manifest.file)"))
      #expect(bytes.count == manifest.bytes)
      #expect(bytes.count { $0 == UInt8(ascii: "\n") } == manifest.lines)
      #expect(manifest.engines.count == 1)
      lines += manifest.lines
      let sum = try VerbatimRun(
        shell: "sha256sum signals/\(week)/\(manifest.file)",
        in: workspace.folder
      )
      #expect(sum.text.hasPrefix(manifest.sha256), "\(week)")
    }
    #expect(lines == (try workspace.run("signals --db verbatim.db").lines.count))
  }

  @Test("tests her reader on the golden set: every case is there, and a reader that obeys is right")
  func conformance() throws {
    struct Line: Decodable {
      var signal_id: String
      var revision: Int
      var retracted: Bool?
    }
    let workspace = try Workspace()
    #expect(try workspace.run("conformance --out golden").status == 0)
    let text = try String(contentsOf: workspace.url("golden/signals.ndjson"), encoding: .utf8)
    let validator = try validator("feedback.signal.v1")
    // A reader by the rules of the README: the higher revision replaces, a copy changes nothing.
    var held: [String: Line] = [:]
    for line in text.split(separator: "\n") {
      #expect(validator.failures(in: String(line)) == [], "\(line)")
      let signal = try JSONDecoder().decode(Line.self, from: Data(line.utf8))
      if signal.revision > held[signal.signal_id]?.revision ?? 0 { held[signal.signal_id] = signal }
    }
    struct Set: Decodable {
      struct Final: Decodable {
        var signal_id: String
        var revision: Int
        var retracted: Bool
      }
      var final: [Final]
    }
    let set = try JSONDecoder().decode(
      Set.self,
      from: Data(contentsOf: workspace.url("golden/manifest.json"))
    )
    #expect(set.final.count == held.count)
    for expected in set.final {
      #expect(held[expected.signal_id]?.revision == expected.revision)
      #expect((held[expected.signal_id]?.retracted ?? false) == expected.retracted)
    }
    #expect(set.final.contains { $0.retracted })
    for part in ["\"compound\":null", "\"label\":\"mixed\"", "\"method\":\"none\""] {
      #expect(text.contains(part), "\(part)")
    }
    let index = try String(contentsOf: workspace.url("golden/index.ndjson"), encoding: .utf8)
    #expect(index.contains("\"trend_state\":\"wobble2\""))
    #expect(index.contains("\"index\":null"))
  }

  @Test("tries an engine of tomorrow on last month, and sees which part of the change it makes")
  func bridge() throws {
    struct Part: Decodable {
      var type: String
    }
    let workspace = try workspace()
    try workspace.write("ours/terms-negative.tsv", "term\tvalence\tnote\ncharging\t-3.0\tours\n")
    try workspace.write("old.yaml", "language: en\n")
    try workspace.write("new.yaml", "language: en\noverlay:\n  - ours\n")
    let run = try workspace.run(
      "bridge --db verbatim.db --from old.yaml --to new.yaml --until 2026-11-15 --format json"
    )
    #expect(run.status == 0, "\(run.errors)")
    let validator = try validator("engine.bridge.v1")
    #expect(!run.lines.isEmpty)
    for line in run.lines { #expect(validator.failures(in: line) == [], "\(line)") }
    #expect(try run.values(Part.self).allSatisfy { $0.type == "engine.bridge.v1" })
    // The store is as it was: nothing moved silently.
    #expect(
      try workspace.run("signals --db verbatim.db").output
        == (try DemoShop.shared().ask("signals").output)
    )
  }

  @Test("gives outcomes back, and learns which signal foretold them")
  func outcomes() throws {
    let workspace = try workspace()
    let signals = try workspace.run("signals --db verbatim.db").values(Signal.self)
    var moods: [String: [Double]] = [:]
    for signal in signals {
      guard let key = signal.customer_key, let mood = signal.sentiment.compound else { continue }
      moods[key, default: []].append(mood)
    }
    #expect(moods.count > 300)
    let worst = moods.filter { $0.value.reduce(0, +) / Double($0.value.count) < -0.15 }
    #expect(worst.count > 30)
    var table = "customer,date,outcome\n"
    for key in worst.keys.sorted() { table += "\(key),2026-12-01,churn\n" }
    try workspace.write("churn.csv", table)
    let run = try workspace.run("outcomes churn.csv --db verbatim.db --to json")
    #expect(run.status == 0, "\(run.errors)")
    let validator = try validator("outcome.lift.v1")
    let lifts = run.lines.filter { $0.contains("\"outcome.lift.v1\"") }
    #expect(!lifts.isEmpty)
    for line in lifts { #expect(validator.failures(in: line) == [], "\(line)") }
    let text = try workspace.run("outcomes churn.csv --db verbatim.db").text
    #expect(text.hasPrefix("churn: lift from "), "\(text.prefix(200))")
  }
}
