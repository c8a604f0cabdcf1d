import Testing
import VerbatimCore
import VerbatimSentiment
import VerbatimTestSupport

@Suite("The rules of VADER")
struct VaderRuleTests {
  private let fixture: VaderFixture

  init() throws { fixture = try VaderFixture() }

  private func compound(_ text: String) -> Double { fixture.score(text).compound }

  @Test(
    "add 0.733 for capitals among other words",
    arguments: [
      ("the glow", 2), ("the GLOW", 2.733), ("THE GLOW", 2), ("the MURK", -2.733),
      ("The Glow", 2), ("GLOW 24", 2.733), ("GLOW", 2),
    ] as [(String, Double)]
  )
  func capitals(text: String, sum: Double) {
    #expect(compound(text).isClose(to: VaderFixture.compound(sum), within: 0.0001))
  }

  @Test(
    "let boosters and dampeners work over three words, less the further away",
    arguments: [
      ("very glow", 2.293), ("very murk", -2.293), ("hardly glow", 1.707),
      ("hardly murk", -1.707), ("very old glow", 2 + 0.293 * 0.95),
      ("very old red glow", 2 + 0.293 * 0.9), ("very old red big glow", 2),
      ("very spark glow", 1.293 + 2 + 0.293 * 0.95), ("VERY glow", 2 + 0.293 + 0.733),
      ("VERY murk", -2 - 0.293 - 0.733), ("very", 0),
    ] as [(String, Double)]
  )
  func boosters(text: String, sum: Double) {
    #expect(compound(text).isClose(to: VaderFixture.compound(sum), within: 0.0001))
  }

  @Test(
    "know two words that weaken, behind a third one only",
    arguments: [
      ("lamp sort of glow", 1.707), ("sort of glow", 2), ("the lamp was just enough glow", 1.707),
      ("lamp kind of glow", 1.707), ("kind of glow", 2), ("kind glow", 4.4), ("so kind", 2.693),
      ("lamp sort of old glow", 1.707),
    ] as [(String, Double)]
  )
  func pairs(text: String, sum: Double) {
    #expect(compound(text).isClose(to: VaderFixture.compound(sum), within: 0.0001))
  }

  @Test(
    "turn what stands up to three words behind a negator",
    arguments: [
      ("not glow", -1.48), ("not murk", 1.48), ("not old glow", -1.48),
      ("not old red glow", -1.48), ("not old red big glow", 2), ("wasnt glow", -1.48),
      ("Isn't glow", -1.48), ("lampn't glow", -1.48), ("LAMPN'T glow", -1.48),
      ("nothing very glow", (2 + 0.293) * -0.74), ("not not glow", 2 * 0.74 * 0.74),
    ] as [(String, Double)]
  )
  func negation(text: String, sum: Double) {
    #expect(compound(text).isClose(to: VaderFixture.compound(sum), within: 0.0001))
  }

  @Test(
    "let \"never so\" strengthen and \"without doubt\" be",
    arguments: [
      ("never glow", -1.48), ("never so glow", 2.293 * 1.25), ("never this glow", 2.5),
      ("never this old glow", 2.5), ("bought a this glow", 2.5), ("a this glow", 2),
      ("without glow", -1.48), ("without doubt glow", 2), ("without any doubt glow", 2),
      ("without doubt old glow", 2),
    ] as [(String, Double)]
  )
  func neverAndWithout(text: String, sum: Double) {
    #expect(compound(text).isClose(to: VaderFixture.compound(sum), within: 0.0001))
  }

  @Test(
    "read \"no\" as a word of its own, and as the negator of the next ones",
    arguments: [
      ("no", -1.2), ("no lamp", -1.2), ("no glow", -1.48), ("no old glow", -1.2 - 1.48),
      ("no lamp or glow", -1.2 - 1.48), ("no lamp and glow", -1.2 + 2), ("lamp NO glow", -2.213),
    ] as [(String, Double)]
  )
  func no(text: String, sum: Double) {
    #expect(compound(text).isClose(to: VaderFixture.compound(sum), within: 0.0001))
  }

  @Test(
    "turn what stands behind \"least\", but not behind \"at least\" and \"very least\"",
    arguments: [
      ("least glow", -1.48), ("the least glow", -1.48), ("at least glow", 2),
      ("very least glow", 2 + 0.293 * 0.95), ("least old glow", 2),
    ] as [(String, Double)]
  )
  func least(text: String, sum: Double) {
    #expect(compound(text).isClose(to: VaderFixture.compound(sum), within: 0.0001))
  }

  @Test(
    "weigh what stands before and behind the first \"but\"",
    arguments: [
      ("glow but murk", 1 - 3), ("glow BUT grime but bliss", 1 - 1.5 + 4.5), ("but glow", 3),
      ("glow but glow", 1 + 3), ("glow but", 1),
    ] as [(String, Double)]
  )
  func but(text: String, sum: Double) {
    #expect(compound(text).isClose(to: VaderFixture.compound(sum), within: 0.0001))
  }

  @Test(
    "change the first of equal valences, a second time if need be",
    arguments: [
      // −2 becomes −1; then −1 is looked for, and found in the first word.
      ("murk grime but lamp", -0.5 - 1), ("glow glow but lamp", 1 + 1),
      ("glow spark spark but lamp", 0.5 + 0.5 + 1),
    ] as [(String, Double)]
  )
  func equalValences(text: String, sum: Double) {
    #expect(compound(text).isClose(to: VaderFixture.compound(sum), within: 0.0001))
  }

  @Test(
    "know idioms",
    arguments: [
      ("no lamp for kiss of death glow", -1.2 - 1.5), ("lamp on the bomb glow", 3),
      ("oh so bad ass", 1.5), ("bad ass", -2.5), ("lamp bus stop glow", 0),
      ("lamp yeah right glow", -2), ("a lamp to die for", -2.9), ("lamp to die for glow", 0.1),
    ] as [(String, Double)]
  )
  func idioms(text: String, sum: Double) {
    #expect(compound(text).isClose(to: VaderFixture.compound(sum), within: 0.0001))
  }

  @Test(
    "count up to four exclamation marks, and question marks from two on",
    arguments: [
      ("glow!", 2.292), ("glow!!!!!!", 2 + 1.168), ("!!murk", -2.584), ("lamp!!", 0),
      ("glow?", 2), ("glow??", 2.36), ("gl?ow glow??", 2.54), ("glow????", 2.96),
      ("glow?!?!", 2 + 0.584 + 0.36), ("glow murk!!!", 0),
    ] as [(String, Double)]
  )
  func marks(text: String, sum: Double) {
    #expect(compound(text).isClose(to: VaderFixture.compound(sum), within: 0.0001))
  }

  @Test("count every word once more for its side, and the marks for the stronger one")
  func shares() {
    #expect(
      fixture.score("the lamp glow")
        == VaderScores(negative: 0, neutral: 0.4, positive: 0.6, compound: 0.4588)
    )
    // 3.292 of 3.292 + 2 + 1.
    #expect(fixture.score("glow lamp grime!").positive == 0.523)
    #expect(fixture.score("lamp").neutral == 1)
    #expect(fixture.score(" \n ") == .none)
    #expect(fixture.score("") == .none)
  }

  @Test(
    "give the label at 0.05",
    arguments: [(0.05, "positive"), (-0.05, "negative"), (0.0499, "neutral")]
  )
  func label(compound: Double, label: String) {
    let scores = VaderScores(negative: 0, neutral: 1, positive: 0, compound: compound)
    #expect(scores.label.rawValue == label)
  }
}
