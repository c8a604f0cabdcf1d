import Testing
import VerbatimCore
import VerbatimTestSupport

@Suite("Issues")
struct IssueMatcherTests {
  private let fixture: IssueFixture

  init() throws { fixture = try IssueFixture() }

  @Test("are found whatever the tone")
  func tone() {
    #expect(
      fixture.found("Love it, but the plug gets very hot") == ["SAF.HOT actual “gets very hot”"]
    )
  }

  @Test(
    "are dropped where a look-alike overlaps them",
    arguments: [
      ("a hot deal", []), ("the hot pink one", []),
      ("a hot deal, but the plug got hot", ["SAF.HOT actual “got hot”"]),
      ("it got hot pink", []), ("a hot deal broke", ["DUR.BREAKS actual “broke”"]),
    ]
  )
  func veto(text: String, found: [String]) {
    #expect(fixture.found(text) == found)
  }

  @Test("of another leaf are not touched by a look-alike")
  func otherLeaf() throws {
    let fixture = try IssueFixture(
      patterns: IssueFixture.patterns + [["DUR.BREAKS", "veto", "broke even", ""]]
    )
    #expect(fixture.found("broke even") == [])
    #expect(fixture.found("broke even late") == ["DEL.LATE actual “late”"])
  }

  @Test(
    "are one a leaf: reports before denials, then the graver, then the surer, then the earlier",
    arguments: [
      ("It might break. It broke.", ["DUR.BREAKS actual “broke”"]),
      ("No burning smell. It got hot.", ["SAF.HOT actual “got hot”"]),
      ("If it gets hot. No burning smell.", ["SAF.HOT negated “burning smell”"]),
      ("It might break. It did not break.", ["DUR.BREAKS potential “break”"]),
      ("It got hot and caught fire.", ["SAF.HOT actual “caught fire”"]),
      ("It was warm. It got hot.", ["SAF.HOT actual “got hot”"]),
      ("It broke, it snapped.", ["DUR.BREAKS actual “broke”"]),
    ]
  )
  func best(text: String, found: [String]) {
    #expect(fixture.found(text) == found)
  }

  @Test(
    "yield to a leaf that takes precedence, in its clause only",
    arguments: [
      ("the seam ripped", ["DUR.SEAM actual “seam ripped”"]),
      (
        "the handle broke, the seam ripped",
        ["DUR.BREAKS actual “broke”", "DUR.SEAM actual “seam ripped”"]
      ),
      (
        "The seam ripped. The handle broke.",
        ["DUR.SEAM actual “seam ripped”", "DUR.BREAKS actual “broke”"]
      ),
      (
        "the seam ripped. the stitching ripped. the handle broke",
        ["DUR.SEAM actual “seam ripped”", "DUR.BREAKS actual “broke”"]
      ),
    ]
  )
  func precedence(text: String, found: [String]) {
    #expect(fixture.found(text) == found)
  }

  @Test("take tier, confidence and fault from the wording, else from the leaf")
  func options() throws {
    let worded = try #require(fixture.issues("they forgot to ship").first)
    #expect(worded.tier == .t2)
    #expect(worded.confidence == 1)
    #expect(worded.attribution == .warehouse)
    let usual = try #require(fixture.issues("it was late").first)
    #expect(usual.tier == .t3)
    #expect(usual.confidence == 0.9)
    #expect(usual.attribution == .carrier)
    let harm = try #require(fixture.issues("it caught fire").first)
    #expect(harm.tier == .t0)
    #expect(harm.tier.isHazard)
    #expect(harm.attribution == .supplier)
  }

  @Test(
    "quote the original by its bytes",
    arguments: [
      ("Schöne Tasse – naïve, 👍🏽 but the handle broke", "broke"),
      ("“Zoë’s” plug gets VERY Hot…", "gets VERY Hot"), ("质量好，很便宜。It broke", "broke"),
      ("Caught\nfire", nil), ("naïve Caught\u{A0}fire", "Caught\u{A0}fire"),
    ]
  )
  func evidence(text: String, quote: String?) {
    let issue = fixture.issues(text, part: .turn(3)).first
    #expect(issue?.evidence?.quote == quote)
    guard let evidence = issue?.evidence else { return }
    #expect(evidence.part == .turn(3))
    #expect(evidence.range.cut(text) == quote)
  }

  @Test("hold what they promise for any words", arguments: SeededGenerator.seeds(20))
  func properties(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let text = IssueFixture.salad(&random)
      let issues = fixture.issues(text)
      #expect(Set(issues.map(\.code)).count == issues.count, "\(random): \(text)")
      var start = 0
      for issue in issues {
        guard let evidence = issue.evidence else {
          Testing.Issue.record("an issue without words in \(random): \(text)")
          continue
        }
        #expect(evidence.range.start >= start, "\(random): \(text)")
        #expect(evidence.range.count > 0 && evidence.range.end <= text.utf8.count)
        #expect(evidence.range.cut(text) == evidence.quote, "\(random): \(text)")
        #expect(!evidence.quote.contains("\u{FFFD}"), "\(random): \(text)")
        start = evidence.range.start
      }
    }
  }

  @Test("are the same when a scratch is used again", arguments: SeededGenerator.seeds(5))
  func scratch(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let texts = (0..<50).map { _ in IssueFixture.salad(&random) }
    #expect(fixture.found(reusing: texts) == texts.map(fixture.found))
  }
}
