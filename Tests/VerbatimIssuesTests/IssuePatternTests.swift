import Testing
import VerbatimCore
import VerbatimIssues

@Suite("Lines of patterns")
struct IssuePatternTests {
  private func read(_ line: [String]) throws -> (patterns: [IssuePattern], told: [String]) {
    var diagnostics: [Diagnostic] = []
    let patterns = try IssuePattern.read(
      path: "x.tsv",
      bytes: IssueFixture.table([["code", "use", "pattern", "options"], line]),
      taxonomy: try IssueFixture.makeTaxonomy(),
      diagnostics: &diagnostics
    )
    return (patterns, diagnostics.map(\.description))
  }

  @Test("carry their options")
  func options() throws {
    let (patterns, told) = try read(
      ["SAF.HOT", "match", "caught fire", "tier=T0 conf=0.7 attr=customer_choice"])
    #expect(told == [])
    let pattern = try #require(patterns.first)
    #expect(pattern.use == .match && pattern.source == "caught fire")
    #expect(pattern.tier == .t0 && pattern.confidence == 0.7)
    #expect(pattern.attribution == .customerChoice)
    #expect(pattern.location == SourceLocation(file: "x.tsv", line: 2))
  }

  @Test("need no options")
  func bare() throws {
    let (patterns, told) = try read(["SAF.HOT", "veto", "hot deal"])
    #expect(told == [])
    let pattern = try #require(patterns.first)
    #expect(pattern.use == .veto && pattern.tier == nil && pattern.attribution == nil)
    #expect(pattern.confidence == 0.9)
  }

  @Test(
    "tell of an option that is none",
    arguments: ["tier=T9", "tier", "conf=2", "conf=0", "conf=high", "attr=us", "T0"]
  )
  func badOption(option: String) throws {
    let (_, told) = try read(["SAF.HOT", "match", "hot", option])
    #expect(
      told == [
        """
        x.tsv:2: error: `\(option)` is no option [V3001]
          hint: options are tier=T0…T4, conf=0…1, attr=…
        """
      ]
    )
  }

  @Test("tell of a leaf or a use that is not there")
  func unknown() throws {
    let leaf = try read(["SAF.COLD", "match", "cold", ""])
    #expect(leaf.patterns == [])
    #expect(leaf.told == ["x.tsv:2: error: there is no leaf `SAF.COLD` [V3004]"])
    let use = try read(["SAF.HOT", "find", "hot", ""])
    #expect(use.patterns == [])
    #expect(
      use.told == [
        """
        x.tsv:2: error: `find` is no use of a pattern [V3001]
          hint: write match, veto or denial
        """
      ]
    )
  }

  @Test("that are no pattern, or of no kind of context, cost only themselves")
  func faulty() throws {
    let fixture = try IssueFixture(
      patterns: [
        ["SAF.HOT", "match", "@heat", ""], ["SAF.HOT", "match", "caught fire", ""],
      ],
      context: [["healed", "all fine"], ["potential", "[might]"], ["potential", "might"]]
    )
    #expect(
      fixture.diagnostics.map(\.description) == [
        "en/issues/x.tsv:2: error: there is no word class `@heat` [V3003]",
        """
        en/issues/context.tsv:2: error: `healed` is no kind of context [V3001]
          hint: one of resolved, unkept, relapse, other, own, potential, looming, belief, \
        hypothetical, fact, absence, denied, harmless, supplier, warehouse, carrier, listing, \
        service, customer_choice, suggestion, cancel, switch, no_contact
        """,
        "en/issues/context.tsv:3: error: a pattern cannot begin or end with an optional word "
          + "[V3003]",
      ]
    )
    #expect(fixture.found("it might have caught fire") == ["SAF.HOT potential “caught fire”"])
    #expect(fixture.matcher.patterns.count == 1)
  }
}
