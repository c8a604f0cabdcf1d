import Testing
import VerbatimCore
import VerbatimTestSupport

@Suite("Explanations")
struct ExplanationTests {
  private let fixture: SentimentFixture

  init() throws { fixture = try SentimentFixture() }

  @Test("add up to the compound, whatever the words", arguments: SeededGenerator.seeds(20))
  func sums(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let parts: [(TextPart, String)] = [
        (.title, random.chance(0.3) ? SentimentFixture.salad(&random) : ""),
        (.text, SentimentFixture.salad(&random)),
      ]
      let score = fixture.score(parts)
      let compound = Int(((score.compound ?? 0) * 10_000).rounded())
      #expect(score.contributionsInTenThousandths == compound, "\(random): \(parts)")
      #expect(abs(score.compound ?? 0) <= 1, "\(random): \(parts)")
    }
  }

  @Test("change no number", arguments: SeededGenerator.seeds(20))
  func silent(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let text = SentimentFixture.salad(&random)
      var explained = fixture.score(text)
      explained.contributions = []
      #expect(fixture.score(text, explains: false) == explained, "\(random): \(text)")
    }
  }

  @Test("have shares that sum to one", arguments: SeededGenerator.seeds(20))
  func shares(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let text = SentimentFixture.salad(&random)
      let score = fixture.score(text)
      guard score.status == .scored else { continue }
      let shares = [score.positive, score.negative, score.neutral].compactMap(\.self)
      #expect(shares.count == 3, "\(random): \(text)")
      #expect(shares.allSatisfy { (0...1).contains($0) }, "\(random): \(text)")
      #expect(shares.reduce(0, +).isClose(to: 1), "\(random): \(text)")
    }
  }

  @Test("point at words of the text, in its order", arguments: SeededGenerator.seeds(20))
  func ranges(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let text = SentimentFixture.salad(&random)
      let score = fixture.score(text)
      for ranges in [score.contributions.map(\.range), score.clauses.map(\.range)] {
        var end = 0
        for range in ranges {
          #expect(range.start >= end && range.end > range.start, "\(random): \(text)")
          #expect(range.end <= text.utf8.count, "\(random): \(text)")
          let cut = range.cut(text)
          #expect(!cut.contains("\u{FFFD}"), "\(random): \(text)")
          #expect(cut.first?.isWhitespace == false && cut.last?.isWhitespace == false)
          end = range.end
        }
      }
    }
  }

  @Test("share the compound of a sentence by the values of its entries")
  func shareOut() throws {
    let score = fixture.score("great, leak")
    let compound = SentimentFixture.normalised(2)
    #expect(score.contributions.map(\.term) == ["great", "leak"])
    #expect(score.contributions[0].contribution.isClose(to: compound * 3 / 2, within: 0.0001))
    #expect(score.contributions[1].contribution.isClose(to: compound * -1 / 2, within: 0.0001))
  }

  @Test("name what counts on both sides when praise and criticism cancel out")
  func cancelled() {
    let score = fixture.score("good, bad")
    #expect(score.compound == 0)
    #expect(score.contributions.count == 2)
    #expect(score.contributions.first?.contribution ?? 0 > 0)
    #expect(score.contributions.last?.contribution ?? 0 < 0)
  }

  @Test("list every clause with its score")
  func clauses() {
    let text = "Zoë: good, the zipper but bad"
    let clauses = fixture.score(text).clauses
    #expect(clauses.map { $0.range.cut(text) } == ["Zoë", "good", "the zipper", "but bad"])
    #expect(
      clauses.map(\.compound)
        == [0, SentimentFixture.compound(2 * 0.4), 0, SentimentFixture.compound(-2 * 1.4)]
    )
  }

  @Test("count offsets in bytes of the original")
  func offsets() {
    let text = "Très naïve 👍🏽, but isn\u{2019}t good"
    let score = fixture.score(text)
    #expect(score.contributions.map { $0.range.cut(text) } == ["👍🏽", "good"])
    #expect(
      score.rules(of: "good")
        == ["negation \"isn\u{2019}t\" ×-0.74", "after contrast ×1.4"]
    )
  }
}
