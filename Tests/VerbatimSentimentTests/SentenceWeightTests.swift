import Testing
import VerbatimCore
import VerbatimTestSupport

@Suite("The weights of sentences")
struct SentenceWeightTests {
  private let fixture: SentimentFixture

  init() throws { fixture = try SentimentFixture() }

  private func mean(_ parts: [(sum: Double, weight: Double)]) -> Double {
    let weights = parts.reduce(0) { $0 + $1.weight }
    return parts.reduce(0) { $0 + SentimentFixture.normalised($1.sum) * $1.weight } / weights
  }

  @Test("are one and a half for a title")
  func title() throws {
    let score = fixture.score([(.title, "Great"), (.text, "bad")])
    let expected = mean([(3, 1.5), (-2, 1)])
    #expect(try #require(score.compound).isClose(to: expected, within: 0.0002))
    #expect(score.contributions.map(\.part) == [.title, .text])
    #expect(score.contributions.map(\.range) == [ByteRange(0, 5), ByteRange(0, 3)])
  }

  @Test("favour the last of two")
  func two() throws {
    let score = fixture.score("Great. Bad.")
    #expect(try #require(score.compound).isClose(to: mean([(3, 1), (-2, 1.6)]), within: 0.0002))
    #expect(score.rules(of: "great") == [])
    #expect(score.rules(of: "bad") == ["last sentence ×1.6"])
  }

  @Test("favour the opening and the close of a longer text")
  func openingAndClose() throws {
    let score = fixture.score("Great. Bad. Awful.")
    let expected = mean([(3, 1.1), (-2, 1), (-3, 1.6)])
    #expect(try #require(score.compound).isClose(to: expected, within: 0.0002))
  }

  @Test("count only sentences that say something")
  func silent() throws {
    let score = fixture.score("Great. The zipper. The lid. Bad.")
    let expected = mean([(3, 1.1), (-2, 1.6)])
    #expect(try #require(score.compound).isClose(to: expected, within: 0.0002))
  }

  @Test("do not fade in a long text of one mind", arguments: [10, 300, 3000])
  func long(count: Int) throws {
    let text = String(repeating: "It is good. ", count: count)
    let compound = try #require(fixture.score(text).compound)
    #expect(compound.isClose(to: SentimentFixture.compound(2), within: 0.0005))
  }

  @Test("cost the same for each word of a long text", arguments: ["\n", ". ", " "])
  func linear(between: String) throws {
    let piece = "I was told until the Great Lid but good now fixed"
    func words(_ count: Int) -> Int {
      fixture.score(Array(repeating: piece, count: count).joined(separator: between))
        .contributions.count
    }
    // A text that took quadratic time would not end within the time of a test run.
    #expect(words(2_000) == 2 * words(1_000))
  }
}
