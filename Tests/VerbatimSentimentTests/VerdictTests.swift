import Testing
import VerbatimCore
import VerbatimTestSupport

@Suite("The verdict")
struct VerdictTests {
  private let fixture: SentimentFixture

  init() throws { fixture = try SentimentFixture() }

  @Test(
    "is positive, negative, neutral or mixed",
    arguments: [
      ("good", Sentiment.Label.positive), ("bad", .negative), ("ok", .neutral),
      ("not ok", .neutral), ("good, bad", .mixed), ("good but bad", .negative),
      ("bad but good", .positive), ("great, leak", .mixed), ("great, great, leak", .positive),
      ("awful, awful, reliable", .negative), ("good, awful", .negative), ("awful, good", .mixed),
      ("Good. Bad.", .negative), ("Bad. Good.", .positive), ("bad, good", .mixed),
    ]
  )
  func labels(text: String, label: Sentiment.Label) {
    let score = fixture.score(text)
    #expect(score.status == .scored)
    #expect(score.label == label)
  }

  @Test("needs a quarter of the mass on the weaker side to be mixed")
  func mixedShare() throws {
    var words = SentimentFixture.Words()
    words.terms = [("good", 3), ("bad", -1), ("poor", -0.99)]
    let fixture = try SentimentFixture(words)
    #expect(fixture.score("good, bad").label == .mixed)
    #expect(fixture.score("good, poor").label == .positive)
  }

  @Test("is mixed where both sides are equal, whoever has the last word")
  func balanced() throws {
    var words = SentimentFixture.Words()
    words.terms = [("good", 2), ("poor", -2.5), ("vile", -3)]
    let fixture = try SentimentFixture(words)
    #expect(fixture.score("good, poor").label == .mixed)
    #expect(fixture.score("good, vile").label == .negative)
  }

  @Test("takes no side for what is faint")
  func faint() throws {
    var words = SentimentFixture.Words()
    words.terms = [("ok", 0.19), ("meh", -0.19), ("fine", 0.3), ("dull", -0.3)]
    let fixture = try SentimentFixture(words)
    #expect(fixture.score("ok, meh").label == .neutral)
    #expect(fixture.score("fine, dull").label == .mixed)
  }

  @Test("begins at a compound of 0.05", arguments: [1.0, -1])
  func threshold(sign: Double) throws {
    // 0.1938 / √(0.1938² + 15) is 0.05 to four decimals, 0.19 gives 0.0490.
    var words = SentimentFixture.Words()
    words.terms = [("at", 0.1939 * sign), ("below", 0.19 * sign)]
    let fixture = try SentimentFixture(words)
    #expect(fixture.score("at").compound == 0.05 * sign)
    #expect(fixture.score("at").label == (sign > 0 ? .positive : .negative))
    #expect(fixture.score("below").label == .neutral)
  }

  @Test("is no opinion when no word says anything", arguments: ["the zipper", "3.5", "bad boy"])
  func noOpinion(text: String) {
    let score = fixture.score(text)
    #expect(score.status == .noOpinion)
    #expect(score.compound == nil)
    #expect(score.label == nil)
    #expect(score.positive == nil && score.negative == nil && score.neutral == nil)
    #expect(score.clauses.count == 1)
  }

  @Test("is no text without a word", arguments: ["", " ", "...", "\n\n", "?!", "—", "_"])
  func noText(text: String) {
    let score = fixture.score([(.title, ""), (.text, text)])
    #expect(score == Sentiment(status: .noText))
  }

  @Test("of no parts is no text")
  func noParts() {
    #expect(fixture.score([(TextPart, String)]()) == Sentiment(status: .noText))
  }

  @Test(
    "comes with shares of the mass",
    arguments: [
      ("good", 1.0, 0.0, 0.0), ("good, the zipper", 0.6667, 0, 0.3333),
      ("good, bad", 0.5, 0.5, 0), ("great, leak, the zipper", 0.6, 0.2, 0.2),
    ]
  )
  func shares(text: String, positive: Double, negative: Double, neutral: Double) {
    let score = fixture.score(text)
    #expect(score.positive == positive)
    #expect(score.negative == negative)
    #expect(score.neutral == neutral)
  }
}
