import Testing
import VerbatimCore
import VerbatimIssues
import VerbatimTestSupport

@Suite("Patterns whose parts stand in any order")
struct ConjunctionTests {
  private let fixture: IssueFixture

  init() throws {
    fixture = try IssueFixture(
      patterns: IssueFixture.patterns + [
        ["DEL.LATE", "match", "(refund|money) & still & (weeks|months)", ""],
        ["FIT.SMALL", "match", "feet & not & (room|space)", ""],
        ["DUR.BREAKS", "veto", "news & ~break", ""],
      ]
    )
  }

  @Test(
    "fit within a sentence, in any order",
    arguments: [
      ("weeks on, my money is still gone", ["DEL.LATE actual “weeks on, my money is still”"]),
      ("still no refund after six weeks", ["DEL.LATE negated “still no refund after six weeks”"]),
      ("my refund took weeks", []), ("Still here. My refund took weeks.", []),
      ("the refund " + String(repeating: "very ", count: 16) + "still took weeks", []),
      ("there is not much room for feet", ["FIT.SMALL actual “not much room for feet”"]),
      ("the news broke", []), ("it broke. no news.", ["DUR.BREAKS actual “broke”"]),
      ("if my refund still takes weeks", ["DEL.LATE hypothetical “refund still takes weeks”"]),
    ]
  )
  func order(text: String, found: [String]) {
    #expect(fixture.found(text) == found)
  }

  @Test("cost time in proportion to the text, whatever it repeats")
  func length() {
    let text = String(repeating: "refund still no weeks ", count: 5_000)
    #expect(fixture.found(text).count == 1)
  }
}
