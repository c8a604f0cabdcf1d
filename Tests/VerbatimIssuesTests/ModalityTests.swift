import Testing
import VerbatimCore

@Suite("Whether an issue happened")
struct ModalityTests {
  private let fixture: IssueFixture

  init() throws { fixture = try IssueFixture() }

  @Test(
    "is denied by a negator before it in its clause",
    arguments: [
      ("no burning smell", "SAF.HOT negated “burning smell”"),
      ("There is no burning smell at all.", "SAF.HOT negated “burning smell”"),
      ("it did not get hot", "SAF.HOT negated “get hot”"),
      ("it didn\u{2019}t break", "DUR.BREAKS negated “break”"),
      ("without a burning smell", "SAF.HOT negated “burning smell”"),
      ("No, it got hot", "SAF.HOT actual “got hot”"),
      ("no good but it broke", "DUR.BREAKS actual “broke”"),
      ("does not work and it broke", "DUR.BREAKS actual “broke”"),
      ("it broke, no doubt", "DUR.BREAKS actual “broke”"),
      ("it broke not once", "DUR.BREAKS actual “broke”"),
    ]
  )
  func negated(text: String, found: String) {
    #expect(fixture.found(text) == [found])
  }

  @Test("is denied over seven words and no further", arguments: 0...10)
  func reach(between: Int) {
    let fillers = String(repeating: "the ", count: between)
    let modality = between < 7 ? "negated" : "actual"
    #expect(fixture.found("not \(fillers)late") == ["DEL.LATE \(modality) “late”"])
  }

  @Test("is not denied by a negator that belongs to the pattern")
  func ownNegator() {
    #expect(fixture.found("it never arrived") == ["DEL.LATE actual “never arrived”"])
  }

  @Test(
    "is not denied by a negator that negates nothing",
    arguments: [
      ("not only did it break", "DUR.BREAKS actual “break”"),
      ("it will without doubt break", "DUR.BREAKS actual “break”"),
      ("not only did it never break", "DUR.BREAKS negated “break”"),
    ]
  )
  func harmless(text: String, found: String) {
    #expect(fixture.found(text) == [found])
  }

  @Test(
    "is feared, or supposed, when the words before it in the clause say so",
    arguments: [
      ("it might break", "DUR.BREAKS potential “break”"),
      ("it broke, it might rain", "DUR.BREAKS actual “broke”"),
      ("it might not break", "DUR.BREAKS negated “break”"),
      ("if it gets hot", "SAF.HOT hypothetical “gets hot”"),
      ("if it might break", "DUR.BREAKS hypothetical “break”"),
      ("it broke, if you ask me", "DUR.BREAKS actual “broke”"),
      ("it broke if you ask me", "DUR.BREAKS actual “broke”"),
    ]
  )
  func feared(text: String, found: String) {
    #expect(fixture.found(text) == [found])
  }

  @Test(
    "is open in a question for a fact",
    arguments: [
      ("Does it get hot?", "SAF.HOT hypothetical “get hot”"),
      ("Hello, does it get hot?", "SAF.HOT hypothetical “get hot”"),
      ("It got hot?", "SAF.HOT actual “got hot”"), ("Does it get hot.", "SAF.HOT actual “get hot”"),
      ("Is it blue? It broke.", "DUR.BREAKS actual “broke”"),
    ]
  )
  func question(text: String, found: String) {
    #expect(fixture.found(text) == [found])
  }

  @Test(
    "is put right by a repair told after it, within three sentences",
    arguments: [
      ("it broke and they replaced it", "resolved"), ("It broke. They replaced it.", "resolved"),
      ("It broke. I wrote. They replaced it.", "resolved"),
      ("It broke. I wrote. I rang. They replaced it.", "resolved"),
      ("It broke. I wrote. I rang. I wept. They replaced it.", "actual"),
      ("They replaced it. It broke.", "actual"), ("It broke. They didn't replace it.", "actual"),
      ("It broke. Not only did they replace it.", "resolved"),
    ]
  )
  func resolved(text: String, modality: String) {
    #expect(fixture.found(text) == ["DUR.BREAKS \(modality) “broke”"])
  }

  @Test("is not an issue of this product when another one had it")
  func otherProduct() {
    #expect(fixture.found("my old one broke") == [])
    #expect(fixture.found("My old one was blue, this broke") == ["DUR.BREAKS actual “broke”"])
    #expect(fixture.found("this broke, not my old one") == ["DUR.BREAKS actual “broke”"])
  }

  @Test(
    "goes with what the writer wants",
    arguments: [
      ("it broke", VerbatimCore.Issue.Intent.complaint), ("no burning smell", .praise),
      ("does it break?", .question), ("would be nice not too small", .praise),
      ("would be nice if late", .suggestion), ("It broke. Cancel my order.", .cancel),
      ("It broke. I went elsewhere.", .switch), ("I went elsewhere. It broke.", .switch),
      ("It broke. Cancel my order. I went elsewhere.", .switch),
    ]
  )
  func intent(text: String, intent: VerbatimCore.Issue.Intent) {
    #expect(fixture.issues(text).map(\.intent) == [intent])
  }
}
