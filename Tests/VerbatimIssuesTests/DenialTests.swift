import Testing
import VerbatimCore

@Suite("The contrary of an issue")
struct DenialTests {
  private let fixture: IssueFixture

  init() throws {
    fixture = try IssueFixture(
      patterns: IssueFixture.patterns + [
        ["DEL.LATE", "denial", "on time", ""], ["SAF.HOT", "denial", "stays cool", ""],
      ]
    )
  }

  @Test(
    "denies it, and is a report where it is denied itself",
    arguments: [
      ("it came on time", ["DEL.LATE negated “on time”"]),
      ("it came on time. the next was late", ["DEL.LATE actual “late”"]),
      ("it did not come on time", ["DEL.LATE actual “on time”"]),
      ("will it come on time?", ["DEL.LATE hypothetical “on time”"]),
      ("my old one came on time", []), ("it stays cool", ["SAF.HOT negated “stays cool”"]),
      ("it never stays cool", []),
    ]
  )
  func denial(text: String, found: [String]) {
    #expect(fixture.found(text) == found)
  }

  @Test("is less sure when it is turned")
  func confidence() throws {
    let turned = try #require(fixture.issues("it did not come on time").first)
    #expect(turned.confidence == 0.7)
    #expect(turned.intent == .complaint)
  }
}
