import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport

/// What the command prints about the demo shop, against the schemas that it prints.
@Suite("Every printed line")
struct PrintedLineTests {
  private let shop: DemoShop

  init() throws { shop = try DemoShop.shared() }

  private func expectValid(_ lines: [String], _ type: String) throws {
    let schema = try VerbatimRun(["schema", type])
    #expect(schema.status == 0)
    #expect(schema.text == Schema.named(type).map { $0.json + "\n" })
    let validator = try JSONSchemaValidator(schema: schema.text)
    #expect(lines.isEmpty == false)
    for line in lines {
      let failures = validator.failures(in: line)
      #expect(failures == [], "\(line)")
    }
  }

  @Test("of parse is a feedback record")
  func records() throws {
    let run = try VerbatimRun(["parse"] + DemoShop.folders, in: DemoShop.root)
    #expect(run.lines.count == shop.reports.map { $0.signals + $0.duplicates }.reduce(0, +))
    try expectValid(run.lines, "feedback.record.v1")
  }

  @Test("of score is a feedback signal", arguments: [[], ["--explain"]])
  func scores(options: [String]) throws {
    let run = try VerbatimRun(
      ["score", "--catalog", DemoShop.catalog] + DemoShop.folders + options,
      in: DemoShop.root
    )
    #expect(run.lines.count == shop.reports.map { $0.signals + $0.duplicates }.reduce(0, +))
    try expectValid(run.lines, "feedback.signal.v1")
  }

  @Test("of signals is a feedback signal")
  func signals() throws {
    try expectValid(shop.ask("signals").lines, "feedback.signal.v1")
  }

  @Test("of explain --to json is a feedback signal", arguments: ["Love it", "", "Sehr gut, danke"])
  func explanation(text: String) throws {
    let run = try VerbatimRun(["explain", text, "--to", "json"])
    #expect(run.lines.count == 1)
    try expectValid(run.lines, "feedback.signal.v1")
  }

  @Test("of clusters --to json is a cluster alert", arguments: [nil, "sku", "supplier", "lot"])
  func clusters(level: String?) throws {
    let options = level.map { ["--by", $0] } ?? []
    let run = try VerbatimRun(["clusters", "--to", "json", "--db", shop.store] + options)
    #expect(run.status == 0)
    guard level != "lot" || !run.lines.isEmpty else { return }
    try expectValid(run.lines, "cluster.alert.v1")
  }

  @Test("of clusters --near-misses --to json are near misses", arguments: [0, 2])
  func nearMisses(runs: Int) throws {
    let run = try shop.ask("clusters --near-misses --to json --placebo-runs \(runs)")
    #expect(run.lines.count == 1)
    try expectValid(run.lines, "cluster.near_misses.v1")
  }

  @Test(
    "of similar --to json says who else said it",
    arguments: ["handle snapped", "zimtschneckenfarben", "battery"]
  )
  func similar(text: String) throws {
    let run = try VerbatimRun(["similar", text, "--to", "json", "--db", shop.store])
    #expect(run.lines.count == 1)
    try expectValid(run.lines, "similar.report.v1")
  }

  @Test("of trends --to json is an index, a driver or a cohort")
  func trends() throws {
    let run = try shop.ask(
      "trends --to json --by category,channel --minimum 10 --threshold 60 --drivers"
        + " --cohorts source,supplier"
    )
    #expect(run.status == 0)
    for type in ["satisfaction.index.v1", "driver.weight.v1", "cohort.lift.v1"] {
      try expectValid(run.lines.filter { $0.hasPrefix("{\"type\":\"\(type)\"") }, type)
    }
  }

  @Test("of ingest --to json is an ingest report")
  func reports() throws {
    try expectValid(shop.reportLines, "ingest.report.v1")
  }

  @Test("of ingest --to json about bad files is an ingest report")
  func badReports() throws {
    let workspace = try Workspace()
    for bad in BadInputTests.Bad.all { try workspace.write("in/\(bad.name)", Data(bad.bytes)) }
    let run = try workspace.run("ingest in --db s.db --to json")
    #expect(run.lines.count == BadInputTests.Bad.all.count)
    try expectValid(run.lines, "ingest.report.v1")
  }
}
