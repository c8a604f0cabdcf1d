import Testing
import VerbatimCore

@Suite("Names, quotation marks and sour faces")
struct NamesAndQuotesTests {
  private let fixture: SentimentFixture

  init() throws { fixture = try SentimentFixture() }

  @Test(
    "names are no opinion",
    arguments: [
      "i use the Great Escape shampoo at home", "we took the Killer Whale print as a present",
    ]
  )
  func names(text: String) {
    #expect(fixture.score(text).status == .noOpinion)
  }

  @Test(
    "a capital alone makes no name",
    arguments: [
      "i use the Great shampoo at home", "Great Escape shampoo for all of us", "the Great Big Lid",
      "i find it Very Great for the lid", "Great",
    ]
  )
  func opinions(text: String) {
    #expect(fixture.score(text).label == .positive)
  }

  @Test(
    "quotation marks turn the praise between them",
    arguments: ["the \"sturdy\" lid", "the 'sturdy' lid", "the “sturdy” lid", "the ‘sturdy’ lid"]
  )
  func quotes(text: String) {
    let score = fixture.score(text)
    #expect(score.rules(of: "sturdy") == ["quotation marks ×-0.5"])
    #expect(score.compound == SentimentFixture.compound(-1))
  }

  @Test(
    "and nothing else",
    arguments: [
      ("\"it is sturdy\"", 2.0), ("\"sturdy lid\"", 2), ("the \"awful\" lid", -3), ("\"sturdy", 2),
    ]
  )
  func otherQuotes(text: String, value: Double) {
    #expect(fixture.score(text).compound == SentimentFixture.compound(value))
  }

  @Test("a sour face turns the praise before it")
  func sourFaces() {
    #expect(fixture.score("good lid 😡").rules(of: "good") == ["before a sour face ×-0.5"])
    #expect(fixture.score("good, 😡 it is").rules(of: "good") == ["before a sour face ×-0.5"])
    #expect(fixture.score("good 😡 bad").rules(of: "good") == [])
    #expect(fixture.score("good 👍").rules(of: "good") == [])
    #expect(fixture.score("😡 but good").rules(of: "good") == ["after contrast ×1.4"])
  }
}
