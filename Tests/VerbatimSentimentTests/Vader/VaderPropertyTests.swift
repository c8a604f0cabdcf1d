import Testing
import VerbatimCore
import VerbatimSentiment
import VerbatimTestSupport

@Suite("VADER, whatever the text")
struct VaderPropertyTests {
  private let fixture: VaderFixture

  init() throws { fixture = try VaderFixture() }

  private func check(
    _ bytes: [UInt8],
    _ scratch: inout VaderEngine.Scratch,
    _ random: SeededGenerator
  ) {
    let scores = fixture.engine.score(bytes.span, scratch: &scratch)
    let explained = fixture.engine.explain(bytes.span, scratch: &scratch)
    #expect(explained.scores == scores, "\(random): \(bytes)")
    #expect(abs(scores.compound) <= 1, "\(random): \(bytes)")
    let shares = [scores.negative, scores.neutral, scores.positive]
    #expect(shares.allSatisfy { (0...1).contains($0) }, "\(random): \(bytes)")
    #expect(scores == .none || shares.reduce(0, +).isClose(to: 1, within: 0.0021), "\(random)")
    let sum = explained.contributions.reduce(0) { $0 + Int(($1.contribution * 10_000).rounded()) }
    #expect(sum == Int((scores.compound * 10_000).rounded()), "\(random): \(bytes)")
    var start = 0
    for item in explained.contributions {
      #expect(item.range.start >= start && item.range.end > item.range.start, "\(random): \(bytes)")
      #expect(item.range.end <= bytes.count, "\(random): \(bytes)")
      start = item.range.start
      for words in item.rules.compactMap(\.words) {
        #expect(words.start >= 0 && words.start < words.end && words.end <= bytes.count)
      }
    }
  }

  @Test(
    "gives numbers in their ranges, explained to the last digit",
    arguments: SeededGenerator.seeds(20)
  )
  func salad(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var scratch = VaderEngine.Scratch()
    for _ in 0..<50 {
      let text = VaderFixture.salad(&random)
      check(Array(text.utf8), &scratch, random)
      #expect(fixture.engine.score(text, scratch: &scratch) == fixture.score(text), "\(random)")
      for item in fixture.explain(Array(text.utf8)).contributions {
        #expect(!item.range.cut(text).contains("\u{FFFD}"), "\(random): \(text)")
      }
    }
  }

  @Test("reads any bytes", arguments: SeededGenerator.seeds(20))
  func anyBytes(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    var scratch = VaderEngine.Scratch()
    for _ in 0..<50 {
      var bytes = random.bytes(longest: 40)
      check(bytes, &scratch, random)
      bytes += Array(VaderFixture.salad(&random).utf8).shuffled(using: &random)
      check(bytes, &scratch, random)
    }
  }

  @Test(
    "takes time in proportion",
    arguments: ["x", "glow but ", "Σ", "💡", "n't", "glow murk spark "]
  )
  func linear(part: String) {
    let text = String(repeating: part, count: 60_000)
    #expect(abs(fixture.score(text).compound) <= 1)
  }

  @Test("weighs many words around \"but\" as it weighs few", arguments: SeededGenerator.seeds(10))
  func contrast(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let worth = ["glow": 2.0, "spark": 1, "grime": -1, "murk": -2, "bliss": 3, "lamp": 0, "but": 0]
    for _ in 0..<20 {
      let words = (0..<120).map { _ in
        random.chance(0.01)
          ? "but"
          : ["glow", "spark", "grime", "murk", "bliss", "lamp"].randomElement(using: &random)
      }.compactMap(\.self)
      var valences = words.compactMap { worth[$0] }
      if let but = words.firstIndex(of: "but") {
        for index in valences.indices {
          guard let first = valences.firstIndex(of: valences[index]) else { continue }
          valences[first] *= first < but ? 0.5 : first > but ? 1.5 : 1
        }
      }
      let compound = fixture.score(words.joined(separator: " ")).compound
      let expected = VaderFixture.compound(valences.reduce(0, +))
      #expect(compound.isClose(to: expected, within: 0.0001), "\(random): \(words)")
    }
  }
}
