import Testing
import VerbatimCore
import VerbatimSentiment
import VerbatimTestSupport

@Suite("A VADER explanation")
struct VaderExplanationTests {
  private let fixture: VaderFixture

  init() throws { fixture = try VaderFixture() }

  private func lines(_ text: String) -> [String] {
    fixture.explain(Array(text.utf8)).contributions.map { item in
      ([item.range.cut(text), item.term] + item.rules.map { $0.text { $0.cut(text) } })
        .joined(separator: " | ")
    }
  }

  @Test(
    "names each rule with the words behind it",
    arguments: [
      ("very GLOW", ["GLOW | glow | capitals +0.733 | booster \"very\" +0.293"]),
      ("isn't old murk!", ["murk | murk | negation \"isn't\" ×-0.74 | punctuation +0.292"]),
      ("never this glow", ["glow | glow | never \"never\" ×1.25"]),
      ("lamp sort of glow", ["glow | glow | booster \"sort of\" -0.293"]),
      ("no glow", ["glow | glow | negation \"no\" ×-0.74"]),
      ("lamp on the bomb glow", ["glow | glow | idiom \"the bomb\" =3"]),
      (
        "glow, but: murk",
        ["glow | glow | before \"but\" ×0.5", "murk | murk | after \"but\" ×1.5"]
      ),
      (
        "lamp NO glow",
        [
          "NO | no | negator of the next word ×0 | capitals -0.733",
          "glow | glow | negation \"NO\" ×-0.74",
        ]
      ),
    ]
  )
  func rules(text: String, expected: [String]) {
    #expect(lines(text) == expected)
  }

  @Test("points at the emoji behind a description")
  func emoji() {
    let text = "Zoë’s lamp💡 ist not 🌑"
    let items = fixture.explain(Array(text.utf8)).contributions
    #expect(items.map { $0.range.cut(text) } == ["💡", "🌑"])
    #expect(items.map(\.term) == ["glow", "murk"])
    #expect(lines(text).last == "🌑 | murk | negation \"not\" ×-0.74")
  }

  @Test("shares what punctuation adds among the words of the stronger side")
  func punctuation() {
    let items = fixture.explain(Array("glow spark grime!!".utf8)).contributions
    let root = (2.584 * 2.584 + 15).squareRoot()
    let expected = [2 + 0.584 * 2 / 3, 1 + 0.584 / 3, -1].map { $0 / root }
    for (item, share) in zip(items, expected) {
      #expect(item.contribution.isClose(to: share, within: 0.0001))
    }
    #expect(items.count == 3)
  }

  @Test("lists what cancels out")
  func cancelled() {
    let (scores, items) = fixture.explain(Array("glow murk".utf8))
    #expect(scores.compound == 0)
    #expect(items.map(\.contribution) == [0.5164, -0.5164])
  }
}
