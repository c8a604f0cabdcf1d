import Testing
import VerbatimCore
import VerbatimSentiment

@Suite("The tone over the rules")
struct ToneTests {
  private static let range = ByteRange(0, 4)

  /// What rules say of a text with one entry for each contribution.
  private func scored(_ contributions: [Double], _ label: Sentiment.Label) -> Sentiment {
    var sentiment = Sentiment(status: .scored)
    sentiment.compound = contributions.reduce(0) { (($0 + $1) * 10_000).rounded() / 10_000 }
    sentiment.label = label
    sentiment.positive = 0.5
    sentiment.negative = 0.25
    sentiment.neutral = 0.25
    sentiment.clauses = [.init(part: .text, range: Self.range, compound: 0.3)]
    sentiment.contributions = contributions.map {
      .init(
        part: .text,
        range: Self.range,
        term: "word",
        valence: 2,
        rules: [],
        contribution: $0
      )
    }
    return sentiment
  }

  private func tone(
    praise: Double = -1,
    criticism: Double = -1,
    plain: Double = -1,
    okay: Double = -1,
    mixed: Double = -1
  ) -> Tone {
    Tone(
      scores: [praise, criticism, plain, okay, mixed],
      part: .text,
      range: Self.range,
      reasons: ["a reason"]
    )
  }

  @Test("is half of the score, as an entry of its own")
  func half() throws {
    var sentiment = scored([0.4, -0.1], .mixed)
    tone(praise: 0.5, criticism: -0.5).settle(&sentiment, explains: true)
    // 2 ÷ √(4 + 15) = 0.4588, half of it beside half of 0.3.
    #expect(sentiment.contributions.map(\.contribution) == [0.2, -0.05, 0.2294])
    #expect(sentiment.compound == 0.3794)
    #expect(sentiment.label == .positive)
    let own = try #require(sentiment.contributions.last)
    #expect(own.term == "(tone)")
    #expect(own.valence == 2)
    #expect(own.rules == ["a reason", "beside the rules ×0.5"])
    #expect(sentiment.contributions[0].rules == ["beside the tone ×0.5"])
  }

  @Test("makes of a text that only tells one without opinion")
  func plain() {
    var sentiment = scored([0.4, 0.1], .positive)
    tone(praise: 0.1, plain: 0.2).settle(&sentiment, explains: true)
    #expect(sentiment.status == .noOpinion)
    #expect(sentiment.compound == nil)
    #expect(sentiment.label == nil)
    #expect(sentiment.positive == nil)
    #expect(sentiment.clauses.map(\.compound) == [0])
    #expect(sentiment.contributions.map(\.contribution) == [0, 0, 0])
    #expect(sentiment.contributions[0].rules == ["plain ×0"])
  }

  @Test("makes of a text that is okay a neutral one")
  func okay() {
    var sentiment = scored([0.4, -0.3], .mixed)
    tone(okay: 0.2).settle(&sentiment, explains: true)
    #expect(sentiment.status == .scored)
    #expect(sentiment.compound == 0)
    #expect(sentiment.label == .neutral)
    #expect(sentiment.contributions.map(\.contribution) == [0, 0, 0])
  }

  @Test("scores a text in which no entry counts")
  func alone() {
    var sentiment = Sentiment(status: .noOpinion)
    sentiment.clauses = [.init(part: .text, range: Self.range, compound: 0)]
    tone(praise: -0.75, criticism: 0.25).settle(&sentiment, explains: true)
    #expect(sentiment.status == .scored)
    #expect(sentiment.compound == -0.2294)
    #expect(sentiment.label == .negative)
    #expect(sentiment.positive == 0)
    #expect(sentiment.negative == 0.6667)
    #expect(sentiment.neutral == 0.3333)
    #expect(sentiment.contributions.map(\.contribution) == [-0.2294])
  }

  @Test("finds no two sides where no entry counts, and nothing where nothing was read")
  func silent() {
    var sentiment = Sentiment(status: .noOpinion)
    tone(plain: 0.2, mixed: 0.3).settle(&sentiment, explains: true)
    #expect(sentiment == Sentiment(status: .noOpinion))
    sentiment = Sentiment(status: .unsupportedLanguage)
    tone(praise: 2).settle(&sentiment, explains: true)
    #expect(sentiment == Sentiment(status: .unsupportedLanguage))
  }

  @Test("keeps two sides where it hears them")
  func mixed() {
    var sentiment = scored([0.4], .positive)
    tone(praise: 0.1, criticism: 0.1, mixed: 0.3).settle(&sentiment, explains: true)
    #expect(sentiment.label == .mixed)
    #expect(sentiment.compound == 0.2)
  }

  @Test(
    "adds up, and is the same without an explanation",
    arguments: [
      [0.1235, 0.0003, -0.0777], [-0.0001, 0.3333, 0.0001], [0.0005], [-0.4999, -0.0001],
    ]
  )
  func sums(contributions: [Double]) {
    var explained = scored(contributions, .positive)
    var short = explained
    short.contributions = []
    let tone = tone(praise: 0.31, criticism: -0.07)
    tone.settle(&explained, explains: true)
    tone.settle(&short, explains: false)
    let sum = explained.contributions.reduce(0) { $0 + $1.contribution }
    #expect((sum * 10_000).rounded() / 10_000 == explained.compound)
    #expect(short.compound == explained.compound)
    #expect(short.label == explained.label)
    #expect(short.contributions.isEmpty)
  }

  @Test(
    "sees what the rules say in steps",
    arguments: [
      (0.1, Sentiment.Label.positive, "positive"), (0.25, .positive, "positive.25"),
      (0.7, .positive, "positive.5"), (-0.1, .negative, "negative"),
      (-0.3, .negative, "negative.25"), (-0.5, .negative, "negative.5"),
      (0.1, .mixed, "mixed.positive"), (0, .mixed, "mixed.negative"), (0.01, .neutral, "neutral"),
    ]
  )
  func steps(compound: Double, label: Sentiment.Label, expected: String) {
    #expect(Tone.Verdict(scored([compound], label))?.rawValue == expected)
  }
}
