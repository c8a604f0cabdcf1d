import Testing
import VerbatimCore
import VerbatimTestSupport

@Suite("Contrast and concession")
struct ContrastTests {
  private let fixture: SentimentFixture

  init() throws { fixture = try SentimentFixture() }

  @Test(
    "weigh the clauses of a sentence",
    arguments: [
      Worth("good but bad", sum: [[2, 0.4], [-2, 1.4]]),
      Worth("bad but good", sum: [[-2, 0.4], [2, 1.4]]),
      Worth("good, but the zipper is bad", sum: [[2, 0.4], [-2, 1.4]]),
      Worth("good however bad", sum: [[2, 0.4], [-2, 1.4]]),
      Worth("although bad, good", sum: [[-2, 0.4], [2]]),
      Worth("good although bad", sum: [[2], [-2, 0.4]]), Worth("but good", 2),
      Worth("although good", 2),
      Worth("good but bad, awful", sum: [[2, 0.4], [-2, 1.4], [-3, 1.4]]),
    ]
  )
  func weights(worth: Worth) throws {
    let compound = try #require(fixture.score(worth.text).compound)
    #expect(compound.isClose(to: worth.compound, within: 0.0002))
  }

  @Test("name the rule at each entry")
  func names() {
    let score = fixture.score("good but bad")
    #expect(score.rules(of: "good") == ["before contrast ×0.4"])
    #expect(score.rules(of: "bad") == ["after contrast ×1.4"])
    #expect(fixture.score("although bad, good").rules(of: "bad") == ["concession ×0.4"])
  }

  @Test("let the last contrast decide")
  func lastContrast() {
    let score = fixture.score("good but bad however great")
    #expect(score.rules(of: "good") == ["before contrast ×0.4"])
    #expect(score.rules(of: "bad") == ["before contrast ×0.4"])
    #expect(score.rules(of: "great") == ["after contrast ×1.4"])
  }

  @Test("reach back to the sentence before when they open one")
  func sentences() throws {
    let score = fixture.score("Good. But bad.")
    #expect(score.rules(of: "good") == ["before contrast ×0.4"])
    #expect(score.rules(of: "bad") == ["last sentence ×1.6", "after contrast ×1.4"])
    let weights = (good: 0.4, bad: 1.6 * 1.4)
    let mean =
      (SentimentFixture.normalised(2) * weights.good + SentimentFixture.normalised(-2) * weights.bad)
      / (weights.good + weights.bad)
    #expect(try #require(score.compound).isClose(to: mean, within: 0.0002))
    #expect(
      fixture.score("Good. The zipper. But bad.").rules(of: "good") == ["opening sentence ×1.1"]
    )
  }

  @Test("mean nothing inside a phrase")
  func phrase() {
    let score = fixture.score("good, nothing but praise")
    #expect(score.rules(of: "good") == [])
    #expect(score.rules(of: "nothing but ~praise") == [])
  }

  @Test("keep their force where a phrase ends in them")
  func endOfPhrase() {
    let score = fixture.score("fine idea but great")
    #expect(score.rules(of: "fine idea but") == ["before contrast ×0.4"])
    #expect(score.rules(of: "great") == ["after contrast ×1.4"])
  }
}
