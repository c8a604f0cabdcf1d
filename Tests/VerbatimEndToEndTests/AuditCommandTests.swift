import Foundation
import Testing
import VerbatimCore
import VerbatimTestSupport

/// Conversations of the demo shop, audited by the built command.
@Suite("The audit command")
struct AuditCommandTests {
  private struct List: Decodable {
    struct Summary: Decodable {
      struct Reason: Decodable { let count: Int }
      let conversations: Int
      let eligible: Int
      let not_scored: [Reason]
    }
    struct Conversation: Decodable {
      let signal_id: String
      let agent: String?
      let risks: [String]
      let residual: Double?
    }
    let summary: Summary?
    let conversations: [Conversation]
  }

  private struct Drawn: Decodable {
    struct Sample: Decodable {
      struct Stratum: Decodable {
        let name: String
        let population: Int
        let drawn: Int
        let weight: Double?
      }
      struct Member: Decodable { let signal_id: String }
      let id: String
      let population: Int
      let strata: [Stratum]
      let members: [Member]
    }
    struct Estimate: Decodable {
      let measure: String
      let value: Double?
      let gap: String?
    }
    let sample: Sample
    let estimates: [Estimate]
  }

  private struct Agreement: Decodable {
    struct Category: Decodable {
      let category: String
      let conversations: Int
      let kappa: Double?
      let gap: String?
    }
    let agreement: [Category]
  }

  /// A store of one test's own, with the demo shop in it.
  private func workspace() throws -> Workspace {
    let workspace = try Workspace()
    try DemoShop.shared().copyStore(to: workspace.url("verbatim.db").path)
    return workspace
  }

  private func decode<Value: Decodable>(_ type: Value.Type, _ run: VerbatimRun) throws -> Value {
    try JSONDecoder().decode(type, from: run.output)
  }

  private func failures(_ run: VerbatimRun) throws -> [String] {
    let schema = try #require(Schema.named("transcript.audit.v1"))
    return try JSONSchemaValidator(schema: schema.json).failures(in: run.text)
  }

  private static let sampling =
    "audit sample --random 8 --risk 6 --positive 4 --seed 4711 --to json"

  @Test("lists conversations as its schema says, and the header adds up")
  func list() throws {
    let shop = try DemoShop.shared()
    let run = try shop.ask("audit list --limit 500 --to json")
    #expect(run.status == 0)
    #expect(try failures(run) == [])
    let list = try decode(List.self, run)
    let summary = try #require(list.summary)
    let notScored = summary.not_scored.map(\.count).reduce(0, +)
    #expect(summary.conversations == summary.eligible + notScored)
    #expect(list.conversations.count == summary.eligible)
    #expect(summary.eligible > 20)
    // Those with a risk come first, and within the others the residual rises.
    let calm = list.conversations.drop { !$0.risks.isEmpty }
    #expect(calm.allSatisfy { $0.risks.isEmpty })
    let residuals = calm.compactMap(\.residual)
    #expect(residuals == residuals.sorted())
    #expect(list.conversations.allSatisfy { $0.agent?.hasPrefix("agent-") ?? true })
    let table = try shop.ask("audit list --limit 500 --to csv")
    #expect(table.text.split(separator: "\r\n").count == summary.eligible + 1)
    let text = try shop.ask("audit list")
    #expect(text.lines.first?.hasPrefix("\(summary.conversations) conversations = ") == true)
  }

  @Test("shows a conversation turn by turn, people under pseudonyms")
  func show() throws {
    let shop = try DemoShop.shared()
    let list = try decode(List.self, try shop.ask("audit list --limit 500 --to json"))
    for conversation in list.conversations.prefix(12) {
      let run = try shop.ask("audit show \(conversation.signal_id) --explain --to json")
      #expect(run.status == 0)
      #expect(try failures(run) == [])
      #expect(!run.text.contains("\"speaker\":\"Agent"))
    }
    let first = try #require(list.conversations.first).signal_id
    let text = try shop.ask("audit show \(first) --explain")
    #expect(text.text.contains("[0] "))
    #expect(text.text.contains("] agent"))
  }

  @Test("draws the same sample again, whose weights add up to all conversations")
  func sample() throws {
    let workspace = try workspace()
    let at = "--at 2026-11-23T08:10:00Z"
    let run = try workspace.run("\(Self.sampling) \(at)")
    #expect(run.status == 0)
    #expect(try failures(run) == [])
    let drawn = try decode(Drawn.self, run)
    let stands = drawn.sample.strata.reduce(0.0) { $0 + Double($1.drawn) * ($1.weight ?? 0) }
    #expect(stands.isClose(to: Double(drawn.sample.population), within: 0.001))
    #expect(drawn.sample.strata.map(\.name) == ["risk", "positive", "random"])
    // Also when somebody draws it again later: it is the one that was kept.
    let again = try workspace.run("\(Self.sampling) --at 2026-11-24T08:10:00Z")
    #expect(again.output == run.output)
    let shown = try workspace.run("audit sample --id \(drawn.sample.id) --to json")
    #expect(shown.output == run.output)
    let other = try workspace.run("\(Self.sampling.replacing("4711", with: "4712")) \(at)")
    #expect(try decode(Drawn.self, other).sample.id != drawn.sample.id)
    let recovery = try #require(drawn.estimates.first)
    #expect(recovery.measure == "recovery")
    #expect((recovery.value == nil) == (recovery.gap != nil))
  }

  @Test("takes verdicts, tells how far people agree, and hands their labels on")
  func reviews() throws {
    let workspace = try workspace()
    let drawn = try decode(Drawn.self, try workspace.run(Self.sampling))
    for (place, member) in drawn.sample.members.enumerated() {
      let verdict = ["negative", "positive", "neutral"][place % 3]
      let run = try VerbatimRun(
        [
          "audit", "review", member.signal_id, "--category", "sentiment", "--verdict", verdict,
          "--reason", "read \"aloud\", =1+1", "--by", "Ada", "--at", "2026-11-23T09:00:00Z",
        ],
        in: workspace.folder
      )
      #expect(run.status == 0)
      #expect(run.errors.contains("sentiment: \(verdict); the engine says "))
    }
    let run = try workspace.run("audit agreement --to json")
    #expect(run.status == 0)
    #expect(try failures(run) == [])
    let category = try #require(try decode(Agreement.self, run).agreement.first)
    #expect(category.category == "sentiment")
    #expect((category.kappa == nil) == (category.gap != nil))
    #expect(try workspace.run("audit agreement --to json").output == run.output)
    let text = try workspace.run("audit agreement --category sentiment")
    #expect(text.text.contains("people \\ engine"))
    let export = try workspace.run("audit export --what labels --out labels.csv")
    #expect(export.status == 0)
    // Texts of several lines, and none lost or cut.
    let count = drawn.sample.members.count
    let evaluation = try workspace.run("evaluate labels.csv --draws 50")
    #expect(evaluation.status == 0)
    #expect(evaluation.lines.first?.hasPrefix("texts      \(count) of \(count) records") == true)
    let learning = try workspace.run("lexicon learn labels.csv --out overlay")
    #expect(!learning.errors.contains(/labels\.csv:[0-9]/))
    let coaching = try workspace.run("audit export --what coaching")
    #expect(coaching.status == 0)
    let header = try #require(coaching.text.split(separator: "\r\n").first)
    #expect(header.hasPrefix("agent,signal_id,"))
    #expect(coaching.text.contains("sentiment negative (Ada: "))
    let shown = try workspace.run("audit show \(drawn.sample.members[0].signal_id) --to json")
    #expect(try failures(shown) == [])
    #expect(shown.text.contains("\"reviewer\":\"Ada\""))
  }

  @Test("says what is missing and what to do")
  func missing() throws {
    let workspace = try workspace()
    let none = String(repeating: "0", count: 32)
    let signals = try workspace.run("signals --limit 1")
    let survey = try #require(signals.text.split(separator: "\"signal_id\":\"").last?.prefix(32))
    let cases: [(String, DiagnosticCode, Int32)] = [
      ("audit show \(none)", .recordMissing, 65),
      ("audit show \(survey)", .conversationMissing, 65),
      ("audit agreement", .sampleMissing, 65), ("audit agreement --unweighted", .reviewsNone, 65),
      ("audit sample --id beef", .sampleMissing, 65),
      ("audit sample --since 2031-01-01", .conversationsNone, 65),
      ("audit export", .reviewsNone, 65),
    ]
    for (arguments, code, status) in cases {
      let run = try workspace.run(arguments)
      #expect(run.status == status, "\(arguments)")
      #expect(run.tells(code, about: "verbatim.db"), "\(arguments): \(run.errors)")
      #expect(run.errors.contains("hint: "), "\(arguments)")
      #expect(run.output.isEmpty)
    }
    let missing = try workspace.run("audit list --db none.db")
    #expect(missing.status == 66)
  }

  @Test(
    "refuses what is no verdict",
    arguments: [
      ("--category mood --verdict bad --reason x --by Ada", "is no category"),
      ("--category sentiment --verdict angry --reason x --by Ada", "is no verdict on sentiment"),
      ("--category issue --verdict DUR.BREKS --reason x --by Ada", "is no leaf of the taxonomy"),
      ("--category promise --verdict kept --reason x --by Ada --at soon", "--at takes a time"),
    ]
  )
  func refused(options: String, message: String) throws {
    let workspace = try workspace()
    let id = String(repeating: "0", count: 32)
    let run = try workspace.run("audit review \(id) \(options)")
    #expect(run.status == 64)
    #expect(run.errors.contains(message))
  }

  @Test("lists an empty time without a number")
  func empty() throws {
    let shop = try DemoShop.shared()
    let run = try shop.ask("audit list --since 2031-01-01 --to json")
    #expect(run.status == 0)
    #expect(try failures(run) == [])
    #expect(run.text.contains("\"eligible_share\":null"))
    let text = try shop.ask("audit list --since 2031-01-01")
    #expect(text.lines.first == "0 conversations = 0 eligible + 0 not scored")
  }

  @Test("tells waits in words, the bot's answer not taken for a person's")
  func waits() throws {
    let workspace = try Workspace()
    try workspace.write(
      "chat.txt",
      """
      # id=77 date=2026-11-09 channel=chat queue=warranty customer=c1
      [09:12] Customer: The seam split after two washes. I am very disappointed with this cover.
      [09:13] Bot: Thanks for your message. We usually reply within two hours.
      [11:53] Agent Sofia: Hello, could you send us a photo of the seam?
      [12:20] Customer: Here it is. Thank you, that was really helpful and quick.
      [12:21] Agent Tom: Great, a new one is on its way.

      """
    )
    #expect(try workspace.run("ingest chat.txt").status == 0)
    let list = try workspace.run("audit list")
    #expect(list.lines.first == "1 conversation = 1 eligible (100 %) + 0 not scored")
    #expect(
      list.lines.contains(
        "first reply   calendar: median 2 h 41, p90 2 h 41 (n = 1); opening hours: not known"
      )
    )
    #expect(list.text.contains("not enough data: 1 conversation, 20 needed"))
    let table = try workspace.run("audit list --to csv").text.split(separator: "\r\n")
    let id = try #require(table.last?.prefix { $0 != "," })
    let shown = try workspace.run("audit show \(id)").lines
    let turns = shown.filter { $0.hasPrefix("[") || $0.hasPrefix("      …") }
      .map { $0.replacing(/agent-[0-9a-f]{12}/, with: "agent-…") }
    #expect(turns.count == 9)
    #expect(
      turns.dropFirst().prefix(5) == [
        "      … 1 min", "[1] bot  2026-11-09T09:13:00Z",
        "      … 2 h 41 to the first human reply", "[2] agent-…  2026-11-09T11:53:00Z",
        "      … 27 min",
      ]
    )
    #expect(turns.first?.hasPrefix("[0] customer  2026-11-09T09:12:00Z  −") == true)
    #expect(shown.contains { $0.hasPrefix("turns         2 of the customer, 2 of people, 1 of") })
    #expect(!shown.contains { $0.contains("Sofia") || $0.contains("Agent Tom") })
    let csv = try workspace.run("audit show \(id) --to csv").text
    #expect(csv.contains("2,agent,agent-"))
    #expect(csv.contains(",2026-11-09T11:53:00Z,9600,true,,\"Hello, could you send"))
  }
}
