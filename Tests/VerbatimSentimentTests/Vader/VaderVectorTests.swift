import Foundation
import Testing
import VerbatimSentiment
import VerbatimTestSupport

@Suite(
  "Answers of vaderSentiment 3.3.2",
  .enabled(if: Shared.has("peers/vader/vectors.ndjson"), "the answers are not beside the package")
)
struct VaderVectorTests {
  /// A text with the four numbers that the published program gave it.
  private struct Answer: Decodable {
    var text: String
    var neg: Double
    var neu: Double
    var pos: Double
    var compound: Double

    var scores: VaderScores {
      VaderScores(negative: neg, neutral: neu, positive: pos, compound: compound)
    }
  }

  private let engine: VaderEngine
  private let answers: [Answer]

  init() throws {
    func bytes(_ name: String) throws -> [UInt8] {
      Array(try Data(contentsOf: #require(Shared.url("peers/vader/\(name)"))))
    }
    engine = VaderEngine(
      try VaderLexicon(
        path: "vader_lexicon.txt",
        bytes: bytes("vader_lexicon.txt"),
        emojiPath: "emoji_utf8_lexicon.txt",
        emojiBytes: bytes("emoji_utf8_lexicon.txt")
      )
    )
    let decoder = JSONDecoder()
    answers = try bytes("vectors.ndjson").split(separator: UInt8(ascii: "\n"))
      .map { try decoder.decode(Answer.self, from: Data($0)) }
  }

  @Test("are ours too, all four numbers of each")
  func equal() {
    var scratch = VaderEngine.Scratch()
    let different = answers.filter { engine.score($0.text, scratch: &scratch) != $0.scores }
    #expect(answers.count == 22_846)
    #expect(different.count == 0)
    for answer in different.prefix(10) {
      #expect(engine.score(answer.text, scratch: &scratch) == answer.scores, "\(answer.text)")
    }
  }

  @Test("are explained to the last ten-thousandth")
  func explained() {
    var scratch = VaderEngine.Scratch()
    for answer in answers {
      let bytes = Array(answer.text.utf8)
      let (scores, contributions) = engine.explain(bytes.span, scratch: &scratch)
      let sum = contributions.reduce(0) { $0 + Int(($1.contribution * 10_000).rounded()) }
      #expect(scores == answer.scores, "\(answer.text)")
      #expect(sum == Int((answer.compound * 10_000).rounded()), "\(answer.text)")
    }
  }
}
