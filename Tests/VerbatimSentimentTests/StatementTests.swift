import Testing
import VerbatimCore
import VerbatimSentiment

@Suite("Stated defects")
struct StatementTests {
  private let fixture: SentimentFixture

  init() throws { fixture = try SentimentFixture() }

  private func score(_ text: String, stated words: String, _ valence: Double = -1.8) throws
    -> Sentiment
  {
    let start = try #require(text.utf8.firstRange(of: words.utf8))
    let from = text.utf8.distance(from: text.utf8.startIndex, to: start.lowerBound)
    return fixture.score(
      [(.text, text)],
      statements: [
        Statement(
          part: .text,
          range: ByteRange(from, from + words.utf8.count),
          name: "DUR.BREAKS",
          valence: valence
        )
      ]
    )
  }

  @Test("count where no word is polar")
  func plain() throws {
    let score = try score("the lid came off", stated: "lid came off")
    #expect(score.compound == SentimentFixture.compound(-1.8))
    #expect(score.label == .negative)
    #expect(score.contributions.map(\.term) == ["DUR.BREAKS"])
    #expect(score.contributions.map(\.range) == [ByteRange(4, 16)])
    #expect(score.rules(of: "DUR.BREAKS") == ["stated “lid came off”"])
  }

  @Test("count for nothing where the lexicon sees the criticism itself")
  func known() throws {
    #expect(
      try score("the lid is awful", stated: "lid is awful").compound
        == SentimentFixture.compound(-3)
    )
  }

  @Test("count for nothing under a phrase that says something else")
  func phrases() throws {
    #expect(
      try score("the lid is well made", stated: "well made").compound
        == SentimentFixture.compound(2.2)
    )
    #expect(try score("the bad boy", stated: "bad boy").status == .noOpinion)
  }

  @Test("make praise before them weigh less")
  func praise() throws {
    let score = try score("great, the lid came off", stated: "lid came off")
    #expect(score.rules(of: "great") == ["before a stated defect ×0.4"])
    #expect(score.compound == SentimentFixture.compound(3 * 0.4, -1.8))
  }

  @Test("make a word of praise in the sentence before weigh less")
  func mockPraise() throws {
    let mock = try score("Great! The lid came off.", stated: "lid came off")
    #expect(
      mock.rules(of: "great") == ["exclamation ×1.08", "before a stated defect ×0.4"]
    )
    #expect(mock.label == .negative)
    let meant = try score("It is a great kettle. The lid came off.", stated: "lid came off")
    #expect(meant.rules(of: "great") == [])
    let weighed = try score("Great! The lid came off, good box.", stated: "lid came off")
    #expect(weighed.rules(of: "great") == ["exclamation ×1.08"])
  }

  @Test("leave praise beyond a contrast to the contrast")
  func contrast() throws {
    let score = try score("the lid came off but great", stated: "lid came off")
    #expect(score.rules(of: "DUR.BREAKS") == ["stated “lid came off”", "before contrast ×0.4"])
    #expect(score.rules(of: "great") == ["after contrast ×1.4"])
  }

  @Test("are not turned by negators and not silenced by questions")
  func untouched() throws {
    #expect(
      try score("is it not so that the lid came off?", stated: "lid came off").compound
        == SentimentFixture.compound(-1.8)
    )
  }

  @Test("of a danger count only where nothing else is said")
  func dangers() {
    let danger = Statement(
      part: .text,
      range: ByteRange(0, 8),
      name: "SAF.BURN_FIRE",
      valence: -2.4,
      countsAlone: true
    )
    let alone = fixture.score([(.text, "plug hot")], statements: [danger])
    #expect(alone.compound == SentimentFixture.compound(-2.4))
    let praised = fixture.score([(.text, "plug hot, good")], statements: [danger])
    #expect(praised.compound == SentimentFixture.compound(2))
  }

  @Test("outside the words count for nothing")
  func elsewhere() {
    let stray = Statement(part: .title, range: ByteRange(0, 3), name: "X", valence: -2)
    let beyond = Statement(part: .text, range: ByteRange(90, 99), name: "Y", valence: -2)
    let score = fixture.score([(.text, "good lid")], statements: [stray, beyond])
    #expect(score.compound == SentimentFixture.compound(2))
  }
}
