import Testing
import VerbatimCore
import VerbatimTestSupport

@Suite("Phrases")
struct PhraseScoringTests {
  private let fixture: SentimentFixture

  init() throws { fixture = try SentimentFixture() }

  @Test(
    "override the words in them, the longest first",
    arguments: [
      ("killer deal", 3.0, "killer deal"), ("good value", 2.5, "good value"),
      ("good value for money", 3, "good value for money"), ("well-made", 2.2, "well made"),
      ("Killer-Deal", 3, "killer deal"),
    ]
  )
  func override(text: String, value: Double, term: String) {
    let score = fixture.score(text)
    #expect(score.compound == SentimentFixture.compound(value))
    #expect(score.contributions.map(\.term) == [term])
    #expect(score.contributions.map(\.valence) == [value])
    #expect(score.contributions.map(\.range) == [ByteRange(0, text.utf8.count)])
  }

  @Test("of the same length yield to the earlier")
  func earlier() {
    #expect(fixture.score("no fuss free").contributions.map(\.term) == ["no fuss"])
  }

  @Test("without a valence mask the words in them")
  func mask() {
    #expect(fixture.score("bad boy").status == .noOpinion)
    #expect(fixture.score("bad boy is good").contributions.map(\.term) == ["good"])
  }

  @Test("never cross punctuation")
  func punctuation() {
    #expect(fixture.score("killer, deal").contributions.map(\.term) == ["killer"])
  }

  @Test("never skip a negator in a gap")
  func barrier() {
    #expect(fixture.score("works very nicely").contributions.map(\.term) == ["~work .. nicely"])
    #expect(fixture.score("works not nicely").status == .noOpinion)
  }

  @Test("take intensity like words")
  func intensity() throws {
    let compound = try #require(fixture.score("very good value").compound)
    #expect(compound.isClose(to: SentimentFixture.compound(2.5 * 1.25)))
  }
}
