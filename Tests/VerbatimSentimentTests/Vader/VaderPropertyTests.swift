import Testing
import VerbatimCore
import VerbatimSentiment
import VerbatimTestSupport

@Suite("VADER, whatever the text")
struct VaderPropertyTests {
  private let fixture: VaderFixture

  init() throws { fixture = try VaderFixture() }

  /// What does not hold of a text's numbers and their explanation, by name.
  private func faults(_ bytes: [UInt8], _ scratch: inout VaderEngine.Scratch) -> [String] {
    let scores = fixture.engine.score(bytes.span, scratch: &scratch)
    let explained = fixture.engine.explain(bytes.span, scratch: &scratch)
    let shares = [scores.negative, scores.neutral, scores.positive]
    let sum = explained.contributions.reduce(0) { $0 + Int(($1.contribution * 10_000).rounded()) }
    let ranges = explained.contributions.map(\.range)
    let ends = zip([0] + ranges.map(\.start), ranges)
    let words = explained.contributions.flatMap { $0.rules.compactMap(\.words) }
    let claims = [
      ("explained as scored", explained.scores == scores),
      ("compound in range", abs(scores.compound) <= 1),
      ("shares in range", shares.allSatisfy { (0...1).contains($0) }),
      ("shares sum to 1", scores == .none || shares.reduce(0, +).isClose(to: 1, within: 0.0021)),
      ("contributions add up", sum == Int((scores.compound * 10_000).rounded())),
      ("ranges ascend", ends.allSatisfy { $0 <= $1.start && $1.start < $1.end }),
      ("ranges inside", ranges.allSatisfy { $0.end <= bytes.count }),
      (
        "words inside",
        words.allSatisfy { 0 <= $0.start && $0.start < $0.end && $0.end <= bytes.count }
      ),
    ]
    return claims.filter { !$0.1 }.map(\.0)
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
      #expect(faults(Array(text.utf8), &scratch) == [], "\(random): \(text)")
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
      #expect(faults(bytes, &scratch) == [], "\(random): \(bytes)")
      bytes += Array(VaderFixture.salad(&random).utf8).shuffled(using: &random)
      #expect(faults(bytes, &scratch) == [], "\(random): \(bytes)")
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
