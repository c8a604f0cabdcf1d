import Testing
import VerbatimPipeline

@Suite("Examples beside patterns")
struct LeafExampleTests {
  private func outcomes(_ rows: [[String]]) throws -> [LeafTests.Outcome] {
    let folder = try Folder()
    try SmallLexicons.write(to: folder) { $0["en/issues/dur.tests.tsv"]? += rows }
    return try LeafTests.run(try SmallLexicons.engine(), directory: folder.path)
  }

  @Test(
    "hold when what is found is what is expected",
    arguments: [
      ("actual", "It broke", "actual", true), ("actual", "It might break", "potential", true),
      ("actual", "It is good", "nothing", false), ("actual", "It did not break", "negated", false),
      ("none", "It is good", "nothing", true), ("none", "It did not break", "negated", true),
      ("none", "It broke", "actual", false), ("negated", "It did not break", "negated", true),
      ("negated", "It is good", "nothing", true), ("negated", "It broke", "actual", false),
      ("potential", "It might break", "potential", true),
      ("potential", "It broke", "actual", false),
      ("resolved", "It broke. They replaced it.", "resolved", true),
      ("hypothetical", "If it broke", "hypothetical", true),
      ("hypothetical", "Is it broken?", "hypothetical", true),
    ]
  )
  func expectations(expected: String, text: String, found: String, passes: Bool) throws {
    let outcome = try #require(try outcomes([["DUR.BREAKS", expected, text]]).first)
    #expect(outcome.found == found)
    #expect(outcome.passes == passes)
    #expect(outcome.example.location.line == 2)
  }

  @Test("are refused with an expectation that is none")
  func unknown() {
    #expect {
      try outcomes([["DUR.BREAKS", "maybe", "It broke"]])
    } throws: { error in
      let diagnostic = error as? Diagnostic
      return diagnostic?.message == "`maybe` is no expectation"
        && diagnostic?.hint == "actual, potential, resolved, negated, hypothetical, none"
        && diagnostic?.location.line == 2
    }
  }
}
