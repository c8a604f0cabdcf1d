import Testing
import VerbatimCore
import VerbatimTestSupport

@Suite("Intensifiers and dampeners")
struct IntensityTests {
  private let fixture: SentimentFixture

  init() throws { fixture = try SentimentFixture() }

  @Test(
    "scale the entry after them",
    arguments: [
      Worth("very good", 2, 1.25), Worth("very bad", -2, 1.25), Worth("extremely good", 2, 1.4),
      Worth("slightly good", 2, 0.6), Worth("slightly bad", -2, 0.6), Worth("good very", 2),
      Worth("VERY good", 2, 1.25), Worth("soooo good", 2, 1.2),
    ]
  )
  func nearest(worth: Worth) {
    #expect(fixture.score(worth.text).compound == worth.compound)
  }

  @Test(
    "count a little less over one word, and nothing over two",
    arguments: [
      Worth("very the good", 2, 1.2375), Worth("slightly the good", 2, 0.62),
      Worth("very very good", 2, 1.25, 1.2375),
      Worth("extremely very good", 2, 1.25, 1.38), Worth("very the the good", 2),
    ]
  )
  func distance(worth: Worth) {
    #expect(fixture.score(worth.text).compound == worth.compound)
  }

  @Test("belong to the polar word between")
  func polarBetween() {
    let score = fixture.score("very bad good")
    #expect(score.rules(of: "bad") == ["intensity \"very\" ×1.25"])
    #expect(score.rules(of: "good") == [])
  }

  @Test(
    "stay in their clause and in their phrase",
    arguments: [
      Worth("very, good", 2.0), Worth("very (good)", 2), Worth("very cheap good", sum: [[1], [2]]),
    ]
  )
  func walls(worth: Worth) throws {
    let compound = try #require(fixture.score(worth.text).compound)
    #expect(compound.isClose(to: worth.compound, within: 0.0002))
  }

  @Test("are turned with their word, and named in the order of the rules")
  func withNegation() {
    let score = fixture.score("not very good")
    #expect(score.compound == SentimentFixture.compound(2 * 1.25 * -0.74))
    #expect(
      score.rules(of: "good") == ["intensity \"very\" ×1.25", "negation \"not\" ×-0.74"]
    )
  }
}
