import Foundation
import Testing
import VerbatimTestSupport

/// Thursday: what the support manager does to audit the conversations of the demo shop.
@Suite("Journey of the manager", .serialized, .inChromium)
struct ManagerJourneyTests {
  private struct Drawn: Decodable {
    struct Sample: Decodable {
      struct Member: Decodable { let signal_id: String }
      let id: String
      let members: [Member]
    }
    let sample: Sample
  }

  @Test("sees how many conversations can be audited, and reads the worst residual first")
  func conversations() async throws {
    let shop = try ServedShop()
    let page = try await Browser.shared().page()
    try await page.open(shop.address + "/")
    try await page.follow("Conversations", in: ".menu")
    let heading = try #require(try await page.texts("h1").first)
    #expect(heading.wholeMatch(of: #/\d+ of 81 conversations can be audited/#) != nil)
    // Those with a risk come first; the others by how much less than usual was recovered.
    let residuals = try await page.texts("td[data-k=Residual]")
    let risks = try await page.texts("tbody td:last-child")
    #expect(residuals.count == risks.count)
    let calm = zip(residuals, risks).drop { !$0.1.isEmpty }
    #expect(calm.allSatisfy { $0.1.isEmpty })
    let order = calm.compactMap { Double($0.0.replacing("−", with: "-")) }
    #expect(order.count >= 20)
    #expect(order == order.sorted())
    let first = try #require(try await page.texts("tbody th a").first)
    try await page.follow(first, in: "tbody")
    #expect(try await page.texts(".facts dt").contains("Residual"))
    // Customers are scored, nobody else: no agent's sorry counts as a customer's mood. A residual
    // rests on two of their turns.
    #expect(try await page.texts(".conv .cs").count >= 2)
    #expect(try await page.texts(".conv .other .cs").isEmpty)
    #expect(try await page.texts(".conv .other").count >= 3)
    let rows = try await page.texts("main table tbody tr")
    #expect(rows.count >= 3)
    #expect(try await page.texts("tfoot").first?.hasPrefix("Score") == true)
    #expect(page.log.soFar.exceptions == [])
    await page.close()
  }

  @Test("records a verdict by the form, with a script and without", arguments: [true, false])
  func verdict(isScripted: Bool) async throws {
    let shop = try ServedShop()
    let page = try await Browser.shared().page()
    try await page.disableScripts(!isScripted)
    try await page.open(shop.address + "/conversations")
    let first = try #require(try await page.texts("tbody th a").first)
    try await page.follow(first, in: "tbody")
    let form = "form[action$=reviews]"
    #expect(try await page.text.contains("Nobody gave a verdict yet."))
    try await page.pick("neutral", in: form)
    try await page.write("asks about a weight limit, no more", into: "Why", in: form)
    try await page.write("Mara Voss", into: "Your name", in: form)
    try await page.follow("Save verdict", in: form)
    let log = try await page.texts(".line li")
    #expect(log.count == 1)
    #expect(log.first?.contains("Mara Voss: sentiment is neutral.") == true)
    #expect(log.first?.contains("asks about a weight limit, no more") == true)
    let id = try #require(try await page.address.split(separator: "/").last.map(String.init))
    let shown = try shop.run("audit", "show", id, "--to", "json")
    #expect(shown.text.contains("\"reviewer\":\"Mara Voss\""))
    await page.close()
  }

  @Test(
    "opens a clause and sees its words, rules and sum, with a script and without",
    arguments: [(true, 1280), (false, 390)]
  )
  func clause(isScripted: Bool, width: Int) async throws {
    let shop = try ServedShop()
    let page = try await Browser.shared().page()
    try await page.disableScripts(!isScripted)
    try await page.resize(width: width)
    try await page.open(shop.address + "/conversations")
    let first = try #require(try await page.texts("tbody th a").first)
    try await page.follow(first, in: "tbody")
    #expect(try await page.texts(".conv details.cs").count >= 2)
    #expect(try await page.texts(".conv details.cs[open]").isEmpty)
    let clause = try #require(
      try await page.texts(".conv details.n > summary, .conv details.p > summary").first
    )
    try await page.click(clause, in: ".conv")
    let shown = try await page.texts(".conv details.cs[open] .why")
    #expect(shown.count == 1)
    #expect(shown.first?.hasPrefix("Adds ") == true)
    let rows = try await page.texts(".conv details.cs[open] tbody tr")
    #expect(rows.count >= 2)
    #expect(rows.last?.hasPrefix("Sum of the clause") == true)
    #expect(try await page.faults() == [])
    #expect(page.log.soFar.exceptions == [])
    if let folder = ProcessInfo.processInfo.environment["VERBATIM_PICTURES"] {
      try await page.picture().write(to: URL(filePath: "\(folder)/clause-\(width).png"))
    }
    await page.close()
  }

  @Test("draws a sample, reads it, gives verdicts, and learns how far people agree")
  func sample() throws {
    let shop = try ServedShop()
    let run = try shop.run(
      "audit",
      "sample",
      "--random",
      "12",
      "--risk",
      "4",
      "--positive",
      "6",
      "--seed",
      "46",
      "--at",
      "2026-11-19T09:00:00Z",
      "--to",
      "json"
    )
    #expect(run.status == 0, "\(run.errors)")
    let drawn = try JSONDecoder().decode(Drawn.self, from: run.output).sample
    #expect(drawn.members.count == 18)
    for (place, member) in drawn.members.enumerated() {
      let review = try shop.run(
        "audit",
        "review",
        member.signal_id,
        "--category",
        "sentiment",
        "--verdict",
        ["negative", "neutral", "positive"][place % 3],
        "--reason",
        "read it",
        "--by",
        "Mara Voss",
        "--at",
        "2026-11-19T10:00:00Z"
      )
      #expect(review.status == 0, "\(review.errors)")
    }
    let agreement = try shop.run("audit", "agreement")
    #expect(agreement.status == 0, "\(agreement.errors)")
    #expect(agreement.text.contains("sentiment"))
    #expect(agreement.text.contains("95 %"))
    let again = try shop.run("audit", "sample", "--id", drawn.id)
    #expect(again.text.contains("18 of 81 conversations"))
  }

  @Test(
    "takes lists away, with people under pseudonyms",
    arguments: [
      ("labels", "neutral"), ("coaching", "agent-"), ("repeats", "issue"),
    ]
  )
  func exports(what: String, words: String) throws {
    let shop = try ServedShop()
    let list = try shop.run("audit", "list", "--limit", "1", "--to", "csv").text
    let id = try #require(list.matches(of: #/[0-9a-f]{32}/#).first.map { String($0.output) })
    _ = try shop.run(
      "audit",
      "review",
      id,
      "--category",
      "sentiment",
      "--verdict",
      "neutral",
      "--reason",
      "read",
      "--by",
      "Mara Voss",
      "--at",
      "2026-11-19T10:00:00Z"
    )
    let export = try shop.run("audit", "export", "--what", what)
    #expect(export.status == 0, "\(export.errors)")
    #expect(export.text.contains(words), "\(export.text.prefix(300))")
  }
}
