import Testing
import VerbatimCore
import VerbatimTestSupport

@Suite("Frames")
struct FrameTests {
  private let fixture: SentimentFixture

  init() throws { fixture = try SentimentFixture() }

  @Test(
    "change what stands in their scope",
    arguments: [
      Worth("anything but good", 2, -0.74), Worth("it is far from bad", -2, -0.5),
      Worth("good, far from the shop", 2), Worth("it is far from the shop, good", 2),
      Worth("if only it was good", 2, 0.4, -0.5),
      Worth("if only it was bad", -2, 0.4), Worth("i was told it was awful", -3, 0.1),
      Worth("i was told so, awful", -3), Worth("good i was told", 2),
      Worth("advertised as reliable", 1.5, -0.4), Worth("advertised as bad", -2, 0.4),
      Worth("good until the lid was bad", sum: [[2, 0.3], [-2]]),
      Worth("great by your idea of a lid", 3, -0.8), Worth("awful by your idea of a lid", -3),
    ]
  )
  func scopes(worth: Worth) {
    #expect(fixture.score(worth.text).compound == worth.compound)
  }

  @Test("are named with their words")
  func names() {
    #expect(
      fixture.score("Anything But good").rules(of: "good") == ["negation \"Anything But\" ×-0.74"]
    )
    #expect(
      fixture.score("Advertised as reliable").rules(of: "reliable")
        == ["claimed \"Advertised as\" ×-0.4"]
    )
  }

  @Test(
    "leave no opinion where a fact, a name, an instruction or another article is spoken of",
    arguments: [
      "made with good leather", "The Good Shepherd print", "Apply to good leather.",
      "my old kettle was awful",
    ]
  )
  func facts(text: String) {
    #expect(fixture.score(text).status == .noOpinion)
  }

  @Test("of instruction hold at the start of a sentence without its writer")
  func instructions() {
    #expect(
      fixture.score("They say apply to good leather.").compound == SentimentFixture.compound(2)
    )
    #expect(
      fixture.score("Apply to leather, i find it good.").compound == SentimentFixture.compound(2)
    )
  }

  @Test("of another article end with their clause")
  func others() {
    #expect(
      fixture.score("my old kettle was awful, great").compound == SentimentFixture.compound(3)
    )
  }

  @Test("of a wish end at a contrast")
  func wishes() {
    let score = fixture.score("if only the lid was good but it is great")
    #expect(
      score.rules(of: "good") == [
        "condition \"if\" ×0.4", "wish \"if only\" ×-0.5", "before contrast ×0.4",
      ]
    )
    #expect(score.rules(of: "great") == ["after contrast ×1.4"])
  }

  @Test("of a resolution soften the criticism before them, three sentences back")
  func resolutions() {
    let near = fixture.score("Awful. It is now fixed.")
    #expect(near.rules(of: "awful") == ["resolved \"now fixed\" ×0.15"])
    #expect(near.rules(of: "now fixed") == ["last sentence ×1.6"])
    #expect(near.label == .positive)
    let far = fixture.score("Awful. The lid. The box. The plug. It is now fixed.")
    #expect(far.rules(of: "awful") == ["opening sentence ×1.1"])
    let praise = fixture.score("Great. It is now fixed.")
    #expect(praise.rules(of: "great") == [])
  }

  @Test("of a resolution say nothing when they are denied")
  func noResolution() {
    let score = fixture.score("Awful. It is not now fixed.")
    #expect(score.rules(of: "awful") == [])
    #expect(score.contributions.map(\.term) == ["awful"])
  }

  @Test("reach over the start of a clause")
  func overClauses() {
    #expect(fixture.score("I asked and it was sorted").compound == SentimentFixture.compound(1))
  }

  @Test("of a turn weigh down the sentences before")
  func turns() {
    let score = fixture.score("Great. The lid held until the box was awful.")
    #expect(score.rules(of: "great") == ["turn \"until the\" ×0.4"])
    #expect(score.label == .negative)
  }

  @Test("of a verdict settle what would be mixed")
  func verdicts() {
    #expect(fixture.score("Awful. Good. All told great.").label == .positive)
    #expect(
      fixture.score("Awful. Good. All told great.").rules(of: "great")
        == ["last sentence ×1.6", "verdict sentence ×2.5"]
    )
    #expect(fixture.score("Awful, awful. The lid is great.").label == .mixed)
    #expect(fixture.score("Awful, awful. The lid is, all told, great.").label == .positive)
  }

  @Test("of a rhetorical question speak for themselves")
  func rhetoric() {
    let score = fixture.score("Who on earth says it is bad?")
    #expect(score.rules(of: "who on earth") == [])
    #expect(score.rules(of: "bad") == [])
    #expect(fixture.score("Who says it is bad?").status == .noOpinion)
  }

  @Test("act once where two of a kind, or a negator, stand over the same words")
  func once() {
    #expect(
      fixture.score("advertised as being reliable").rules(of: "reliable")
        == ["claimed \"advertised as being\" ×-0.4"]
    )
    #expect(
      fixture.score("it is not exactly good").rules(of: "good")
        == ["negation \"not exactly\" ×-0.74"]
    )
  }

  @Test("give way to a longer phrase over the same words")
  func longerPhrase() throws {
    var words = SentimentFixture.Words()
    words.phrases.append(("far from the best", -2.2))
    let score = try SentimentFixture(words).score("far from the best good")
    #expect(score.rules(of: "good") == [])
    #expect(score.contributions.map(\.term) == ["far from the best", "good"])
  }

  @Test("that do not exist are refused, line by line")
  func faults() throws {
    var words = SentimentFixture.Words()
    words.frames = [("wonder", "if only", 0), ("wish", "would that", 9), ("turn", "until the", 0)]
    let fixture = try SentimentFixture(words)
    #expect(fixture.diagnostics.map(\.code) == [.lexiconLine, .lexiconLine])
    #expect(fixture.diagnostics.map(\.location.line) == [2, 3])
    #expect(fixture.score("good until the leak").rules(of: "good") == ["turn \"until the\" ×0.3"])
  }
}
