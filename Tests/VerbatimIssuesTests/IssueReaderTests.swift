import Testing
import VerbatimCore
import VerbatimIssues
import VerbatimTestSupport

@Suite("Issues by the weights of terms")
struct IssueReaderTests {
  private static let terms = [
    [
      "*", "0",
      "SAF.HOT:-50 DUR.BREAKS:-100 DUR.SEAM:-100 DEL.LATE:-100 FIT.SMALL:-100 DENIED:-100",
    ],
    ["#", "200", "DEL.LATE:1300"],
    ["leg", "300", "DUR.BREAKS:520"],
    ["wobble", "400", "DUR.BREAKS:2080"],
    ["scald", "500", "SAF.HOT:2340"],
    ["table", "300", "DUR.BREAKS:-1040"],
    ["nothing", "400", "DENIED:2340"],
    ["leg off", "400", "DUR.BREAKS:2340"],
    ["@tardy", "200", "DEL.LATE:1300"],
  ]
  private static let fields = [["tardy", "~dawdle eventually"]]
  private let fixture: IssueFixture

  init() throws { fixture = try IssueFixture(terms: Self.terms, fields: Self.fields) }

  @Test("are sums that a person can check")
  func sums() throws {
    let trace = try #require(fixture.traces("The leg wobbled").first)
    // (520 + 2080) ÷ √(300² + 400² + 1200²) − 1.
    #expect(trace.score == 1.0)
    #expect(trace.terms.map(\.source) == ["wobble", "leg", "*"])
    #expect(trace.terms.map(\.share) == [1.6, 0.4, -1.0])
    #expect(trace.pattern == nil)
    #expect(trace.isKept)
    #expect(trace.terms.reduce(0) { $0 + $1.share } == trace.score)
  }

  @Test("name the words that say most of it")
  func evidence() {
    #expect(fixture.found("The leg wobbled") == ["DUR.BREAKS actual “wobbled”"])
    #expect(fixture.found("Its leg off again") == ["DUR.BREAKS actual “leg off”"])
    #expect(fixture.found("Nice! Eventually 12 came.") == ["DEL.LATE actual “Eventually 12”"])
  }

  @Test(
    "come from each term once, in any form, by field, as a number, as neighbours",
    arguments: [
      ("wobbling wobbles wobbly", ["DUR.BREAKS actual “wobbling”"]),
      ("they dawdled", ["DEL.LATE actual “dawdled”"]),
      ("after 9", ["DEL.LATE actual “9”"]),
      ("leg", []), ("leg, off", []), ("leg off", ["DUR.BREAKS actual “leg off”"]),
      ("leg table", []), ("the wobble of the table", []),
      ("", []), ("so nice", []),
    ]
  )
  func terms(text: String, expected: [String]) {
    #expect(fixture.found(text) == expected)
  }

  @Test("are of one sentence: what stands in another does not water them down")
  func sentences() {
    let filler = "The leg is nice. The table too. "
    #expect(
      fixture.found(filler + "It wobbles.") == ["DUR.BREAKS actual “wobbles”"]
    )
  }

  @Test("are denied by marks")
  func marks() {
    #expect(fixture.found("nothing wobbles") == ["DUR.BREAKS negated “wobbles”"])
  }

  @Test("mark what a pattern finds as put right or feared, not as denied")
  func marksOfPatterns() throws {
    let fixture = try IssueFixture(terms: [
      ["*", "0", "DUR.BREAKS:0 DENIED:-50 FEARED:-50 RESOLVED:-50"],
      ["mended", "500", "RESOLVED:2340"], ["someday", "500", "FEARED:2340"],
      ["hardly", "500", "DENIED:2340"],
    ])
    #expect(fixture.found("It broke, mended.") == ["DUR.BREAKS resolved “broke”"])
    #expect(fixture.found("It broke someday.") == ["DUR.BREAKS potential “broke”"])
    #expect(fixture.found("It hardly broke.") == ["DUR.BREAKS actual “broke”"])
    #expect(fixture.found("It never broke, mended.") == ["DUR.BREAKS negated “broke”"])
    #expect(fixture.found("It broke. Mended.") == ["DUR.BREAKS actual “broke”"])
  }

  @Test("are never of a leaf that no sentence begins with")
  func unnamed() throws {
    let fixture = try IssueFixture(terms: [
      ["*", "0", "DEL.LATE:-10"], ["leg", "100", "DUR.BREAKS:999"],
    ])
    #expect(fixture.found("the leg") == [])
  }

  @Test("give way to the patterns of their leaf, and weigh its look-alikes")
  func patterns() throws {
    #expect(fixture.found("the leg broke, it wobbles") == ["DUR.BREAKS actual “broke”"])
    // A look-alike of the leaf is a term of its sentence: 2080 − 1560 of √(400² + 300² + 1200²) is under 1.
    let veto = [["DUR.BREAKS", "veto", "snap decision", ""]]
    let fixture = try IssueFixture(
      patterns: IssueFixture.patterns + veto,
      terms: Self.terms + [["!DUR.BREAKS", "300", "DUR.BREAKS:-1560"]]
    )
    #expect(fixture.found("a snap decision, it wobbles") == [])
    #expect(fixture.found("A snap decision. It wobbles.") == ["DUR.BREAKS actual “wobbles”"])
    // Without a weight it says nothing.
    let unweighed = try IssueFixture(patterns: IssueFixture.patterns + veto, terms: Self.terms)
    #expect(unweighed.found("a snap decision, it wobbles") == ["DUR.BREAKS actual “wobbles”"])
  }

  @Test("contradict a pattern where they speak against its leaf")
  func contradiction() throws {
    #expect(fixture.found("the leg broke, it wobbles") == ["DUR.BREAKS actual “broke”"])
    #expect(fixture.found("the table broke") == [])
    #expect(fixture.found("It broke. The table is nice.") == [])
    let trace = try #require(fixture.traces("the table broke").first)
    #expect(trace.outcome == "the terms of its sentence speak against it")
    #expect(trace.score.map { $0 < -1 } == true)
    #expect(trace.terms.map(\.source) == ["table", "*"])
  }

  @Test("count a fitting pattern among the terms")
  func patternTerms() throws {
    let fixture = try IssueFixture(
      terms: Self.terms + [["=DUR.BREAKS", "500", "DUR.BREAKS:2600"]]
    )
    #expect(fixture.found("It broke.") == ["DUR.BREAKS actual “broke”"])
    // 2600 ÷ √(500² + 1200²) − 1, and with the table (2600 − 1040) ÷ √(500² + 300² + 1200²) − 1.
    let trace = try #require(fixture.traces("the table broke").first)
    #expect(trace.isKept)
    #expect(trace.score == nil)
  }

  @Test("leave a pattern in doubt alone")
  func doubt() throws {
    // −130 ÷ √(500² + 1200²) − 0.09, and − 0.11.
    let plug = ["plug", "500", "SAF.HOT:-130"]
    let doubted = try IssueFixture(terms: [["*", "0", "SAF.HOT:-9"], plug])
    #expect(doubted.found("The plug got hot.") == ["SAF.HOT actual “got hot”"])
    let denied = try IssueFixture(terms: [["*", "0", "SAF.HOT:-11"], plug])
    #expect(denied.found("The plug got hot.") == [])
  }

  @Test("say a danger, and by a mark that it has done harm")
  func danger() throws {
    #expect(fixture.found("It scalds.") == ["SAF.HOT actual “scalds”"])
    #expect(fixture.found("It got hot, it scalds.") == ["SAF.HOT actual “got hot”"])
    #expect(fixture.issues("It scalds.").first?.tier == .t1)
    let harmed = try IssueFixture(
      terms: Self.terms.map { $0[0] == "*" ? ["*", "0", $0[2] + " HARMED:-50"] : $0 }
        + [["blister", "500", "HARMED:2340"]]
    )
    #expect(harmed.issues("It scalds, a blister.").first?.tier == .t0)
    #expect(harmed.issues("It scalds.").first?.tier == .t1)
  }

  @Test("know other products and conditions")
  func context() {
    #expect(fixture.found("my old one wobbled") == [])
    #expect(fixture.found("if it wobbles I return it") == ["DUR.BREAKS hypothetical “wobbles”"])
  }

  @Test("have faulty lines told, and the rest read")
  func faults() throws {
    let fixture = try IssueFixture(
      terms: [
        ["*", "0", "DUR.BREAKS:-100"],
        ["leg", "many", "DUR.BREAKS:1"], ["off", "100", "NO.LEAF:3 DUR.BREAKS:x"],
        ["big", "100", "DUR.BREAKS:30001"], ["wobble", "100", "DUR.BREAKS:2080"],
      ]
    )
    #expect(fixture.diagnostics.map(\.code) == Array(repeating: .lexiconLine, count: 4))
    #expect(fixture.diagnostics.compactMap(\.location.line) == [3, 4, 4, 5])
    #expect(fixture.found("wobble") == ["DUR.BREAKS actual “wobble”"])
  }

  @Test("of any text repeat, whatever was read before", arguments: SeededGenerator.seeds(30))
  func repeats(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let texts = (0..<6).map { _ in
      IssueFixture.salad(&random) + " wobble leg off 7 " + IssueFixture.salad(&random)
    }
    #expect(fixture.found(reusing: texts) == texts.map { fixture.found($0) })
  }
}
