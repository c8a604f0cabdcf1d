import Testing
import VerbatimCore
import VerbatimIssues

@Suite("What is wrong with pattern files")
struct IssueLintTests {
  private func told(
    _ patterns: [[String]],
    examples: [String: IssueLint.Examples]? = nil
  ) throws -> [String] {
    var enough = IssueLint.Examples()
    enough.held = 10
    enough.lookalikes = 5
    let fixture = try IssueFixture(patterns: patterns)
    let codes = fixture.matcher.taxonomy.leaves.map(\.code)
    let lint = IssueLint(
      fixture.matcher,
      examples: examples
        ?? Dictionary(uniqueKeysWithValues: codes.map { ($0, enough) })
    )
    return lint.findings.map(\.description).filter { !$0.contains("no pattern finds") }
  }

  @Test(
    "is a pattern that says nothing",
    arguments: [
      (
        [["SAF.HOT", "match", "(hot|warm)", ""], ["SAF.HOT", "match", "(warm|hot)", ""]],
        "x.tsv:3: error: `(warm|hot)` says the same as `(hot|warm)` on line 2 [V3005]"
      ),
      (
        [["SAF.HOT", "match", "very hot", ""], ["SAF.HOT", "match", "(hot|warm)", ""]],
        "x.tsv:2: error: `(hot|warm)` on line 3 finds all that `very hot` finds [V3013]"
      ),
      (
        [["SAF.HOT", "match", "hot pink lamp", ""], ["SAF.HOT", "veto", "hot pink", ""]],
        "x.tsv:2: error: `hot pink lamp` can never count: `hot pink` on line 3 vetoes it wherever "
          + "it fits [V3013]"
      ),
      (
        [["SAF.HOT", "match", "hot", ""], ["SAF.HOT", "veto", "pink lamp", ""]],
        "x.tsv:3: error: the look-alike `pink lamp` shares no word with a pattern of SAF.HOT [V3012]"
      ),
      (
        [["SAF.HOT", "match", "hot ... hot ... hot ... hot ... hot", ""]],
        "x.tsv:2: error: `hot ... hot ... hot ... hot ... hot` can be tried in 625 ways at one place"
      ),
    ]
  )
  func patterns(rows: [[String]], message: String) throws {
    let told = try told(rows)
    #expect(told.count == 1)
    #expect(told.first?.hasPrefix("en/issues/" + message) == true, "\(told)")
  }

  @Test(
    "is nothing where patterns say more, or other things",
    arguments: [
      [["SAF.HOT", "match", "very hot", "tier=T0"], ["SAF.HOT", "match", "hot", ""]],
      [["SAF.HOT", "match", "very hot", "conf=1"], ["SAF.HOT", "match", "hot", "conf=0.5"]],
      [["SAF.HOT", "match", "hot", ""], ["DUR.BREAKS", "match", "hot", ""]],
      [["SAF.HOT", "match", "hot", ""], ["SAF.HOT", "denial", "not hot", ""]],
      [["SAF.HOT", "match", "hot .. lamp", ""], ["SAF.HOT", "veto", "pink", ""]],
      [
        ["SAF.HOT", "match", "hot lamp", ""], ["SAF.HOT", "match", "hot .. lamp", "attr=carrier"],
      ],
    ]
  )
  func fine(rows: [[String]]) throws {
    #expect(try told(rows) == [])
  }

  @Test("is a leaf with too few examples")
  func examples() throws {
    var few = IssueLint.Examples()
    few.held = 10
    few.lookalikes = 4
    let told = try told([["SAF.HOT", "match", "hot", ""]], examples: ["SAF.HOT": few])
    #expect(
      told == [
        """
        en/issues/x.tsv: error: SAF.HOT has 10 true examples and 4 look-alikes [V3004]
          hint: at least 10 and 5 stand beside the patterns
        """
      ]
    )
  }
}
