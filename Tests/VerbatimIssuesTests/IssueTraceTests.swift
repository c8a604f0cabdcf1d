import Testing
import VerbatimCore
import VerbatimIssues

@Suite("Why an issue is one")
struct IssueTraceTests {
  private let shipped: ShippedIssues

  init() throws { shipped = try ShippedIssues.shared.get() }

  @Test("is told of every pattern that fits")
  func traces() throws {
    let traces = shipped.trace("My old fountain leaked, this one might leak. A hot deal.")
    let outcomes = traces.filter { $0.code == "PKG.LEAK" }.map(\.outcome)
    #expect(outcomes.first == "about another product: “My old”")
    let kept = try #require(traces.first { $0.isKept })
    #expect(kept.code == "PKG.LEAK")
    #expect(kept.modality == .potential)
    #expect(kept.why == "feared “might”")
    #expect(kept.attribution == .supplier)
    #expect(kept.blame == "usual for the leaf")
    #expect(traces.contains { $0.outcome == "look-alike" && $0.evidence.quote == "hot deal" })
  }

  @Test(
    "names the words that decide",
    arguments: [
      ("No burning smell", "denied “No”"), ("If it leaks", "supposed “If”"),
      ("does it leak?", "asked"), ("It leaked", "stated"),
      ("It leaked. They refunded me in full.", "put right “They refunded”"),
    ]
  )
  func why(text: String, why: String) {
    #expect(shipped.trace(text).first { $0.isKept }?.why == why)
  }

  @Test("says what nearly fits, and what lacks")
  func nearMisses() {
    let text = shipped.tokenized("the seller sent me a purple thing")
    let misses = shipped.matcher.nearMisses(in: text, count: 5)
    #expect(misses.count == 5)
    #expect(misses.allSatisfy { $0.pattern.use == .match })
    #expect(shipped.matcher.nearMisses(in: shipped.tokenized(""), count: 5) == [])
  }
}
