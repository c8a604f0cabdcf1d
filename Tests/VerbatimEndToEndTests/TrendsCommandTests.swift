import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport

@Suite("Command: trends and outcomes")
struct TrendsCommandTests {
  private let shop: DemoShop

  init() throws { shop = try DemoShop.shared() }

  private struct IndexLine: Decodable, Hashable {
    struct Cycle: Decodable, Hashable {
      var id: String
      var complete: Bool
    }

    var segment: [String: String]
    var cycle: Cycle
    var index: Double?
    var customers: Int
    var state: String

    enum CodingKeys: String, CodingKey {
      case segment, cycle, index
      case customers = "n_customers"
      case state = "trend_state"
    }
  }

  @Test("prints every segment in every cycle, null below the minimum")
  func json() throws {
    let run = try shop.ask("trends --by category --to json --minimum 10")
    #expect(run.status == 0)
    let lines = try run.values(IndexLine.self)
    #expect(Set(lines.map(\.segment.count)) == [0, 1])
    #expect(lines.allSatisfy { ($0.index == nil) == ($0.state == "insufficient") })
    #expect(lines.contains { $0.index != nil } && lines.contains { $0.index == nil })
    #expect(lines.allSatisfy { $0.customers >= 10 || $0.index == nil })
  }

  @Test("prints the same bytes again, and as of an earlier day the same of finished cycles")
  func restart() throws {
    let command = "trends --by category --to json --minimum 10 --threshold 60,75"
    let whole = try shop.ask(command)
    #expect(try shop.ask(command).output == whole.output)
    let cycles = try whole.values(IndexLine.self).map(\.cycle.id)
    let middle = try #require(Set(cycles).sorted().dropLast(3).last)
    let then = try shop.ask("\(command) --as-of \(try lastDay(of: middle, in: whole))")
    #expect(then.status == 0)
    let expected = zip(whole.lines, cycles).filter { $0.1 <= middle }.map(\.0)
    #expect(Set(then.lines).isSubset(of: Set(expected)))
    // What is missing are gaps that ended later.
    let missing = try VerbatimRun(
      status: 0,
      output: Data(expected.filter { !then.lines.contains($0) }.joined(separator: "\n").utf8),
      errors: ""
    ).values(IndexLine.self)
    #expect(missing.allSatisfy { $0.customers == 0 })
  }

  private func lastDay(of cycle: String, in run: VerbatimRun) throws -> String {
    let line = try #require(run.lines.first { $0.contains("\"\(cycle)\"") })
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    return try #require((object?["cycle"] as? [String: Any])?["end"] as? String)
  }

  @Test("says first what moved, with n and interval, and what lacks data")
  func text() throws {
    let run = try shop.ask("trends --by category --minimum 20 --drivers --cohorts source")
    #expect(run.status == 0)
    #expect(run.text.contains("Satisfaction index, 0 to 100, in 2026-W"))
    #expect(run.text.contains("All customers, cycle by cycle"))
    #expect(run.text.contains("What issues cost all customers, in points of the index, n "))
    #expect(run.text.contains("Cohorts: "))
    let pattern = /Not enough data: \d+ customers?, 20 needed/
    #expect(run.text.contains(pattern))
  }

  @Test("prints a table that a spreadsheet opens")
  func csv() throws {
    let run = try shop.ask("trends --by category --to csv --cycle 28d --since 2026-08-01")
    let rows = run.text.split(separator: "\r\n")
    #expect(rows.first?.hasPrefix("category,cycle,start,end,complete,index,") == true)
    #expect(rows.count > 3)
    #expect(
      rows.allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count == 21 }
    )
  }

  @Test(
    "refuses what it cannot mean",
    arguments: [
      ("trends --cycle 0d", 64), ("trends --cycle week", 64), ("trends --minimum 1", 64),
      ("trends --threshold 60,x", 64), ("trends --by category,category", 64),
      ("trends --since 2026-08-02 --until 2026-08-01", 64), ("trends --as-of today", 64),
      ("trends --to csv --drivers", 64), ("trends --by chanel", 65),
      ("trends --cohorts moon", 65), ("outcomes nowhere.csv", 66),
      ("outcomes corpora/demo/catalog.csv", 78), ("outcomes x.csv --outcome gone", 64),
    ] as [(String, Int32)]
  )
  func wrong(arguments: String, status: Int32) throws {
    let run = try shop.ask(arguments)
    #expect(run.status == status)
    #expect(!run.errors.isEmpty && run.output.isEmpty)
  }

  @Test("tells which signals had lift, each line as its schema says")
  func outcomes() throws {
    let workspace = try Workspace()
    var survey = "Date,Customer ID,NPS,Comment\n"
    var churn = "customer,date,outcome\n"
    for number in 0..<80 {
      let isLeaving = number % 4 == 0
      let words = isLeaving ? "the handle broke and it is bad" : "very good and well made"
      survey += "2026-03-\(10 + number % 10),c\(number),\(isLeaving ? 2 : 9),\(words)\n"
      if isLeaving { churn += "c\(number),2026-04-20,churn\n" }
      if number % 5 == 1 { churn += "c\(number),2026-04-20,repeat\n" }
    }
    try workspace.write("survey.csv", survey)
    try workspace.write("churn.csv", churn)
    #expect(try workspace.run("ingest survey.csv --db s.db").status == 0)
    let run = try workspace.run("outcomes churn.csv --db s.db --to json")
    #expect(run.status == 0)
    for type in ["outcome.lift.v1", "driver.weight.v1"] {
      let validator = try JSONSchemaValidator(
        schema: try #require(Schema.named(type)?.json)
      )
      let lines = run.lines.filter { $0.contains("\"\(type)\"") }
      #expect(!lines.isEmpty)
      for line in lines { #expect(validator.failures(in: line) == [], "\(line)") }
    }
    let text = try workspace.run("outcomes churn.csv --db s.db").text
    #expect(text.hasPrefix("churn: lift from "))
    #expect(text.contains("repeat: no signal had lift that was shown"))
    #expect(text.contains("32 of 32 customers in the table have feedback in the store."))
    let csv = try workspace.run("outcomes churn.csv --db s.db --to csv")
    #expect(csv.text.hasPrefix("outcome,signal,n_customers,n_outcomes,"))
    let stranger = try workspace.write("key", "another key")
    let other = try workspace.run("outcomes churn.csv --db s.db --key-file \(stranger.path)")
    #expect(other.status == 65 && other.tells(.customersUnknown, about: "churn.csv"))
  }
}
