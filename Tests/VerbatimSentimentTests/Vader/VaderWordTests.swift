import Testing
import VerbatimSentiment
import VerbatimTestSupport

@Suite("The words of VADER")
struct VaderWordTests {
  private let fixture: VaderFixture

  init() throws { fixture = try VaderFixture() }

  @Test(
    "lose the punctuation at their ends, unless two characters or fewer would be left",
    arguments: [
      ("(glow),", 2), ("**glow**", 2), ("gl-ow", 0), ("ok", 1), ("ok.", 0), ("ok .", 1),
      (":)", 2), (":))", 0), ("\"ok\"", 0), ("glow—", 0), ("glow!lamp", 0), ("…glow", 0),
    ] as [(String, Double)]
  )
  func punctuation(text: String, sum: Double) {
    let marks = text.contains("!") && sum != 0 ? 0.292 : 0
    #expect(fixture.score(text).compound == VaderFixture.compound(sum + marks))
  }

  @Test(
    "end at every blank that Python knows",
    arguments: [
      "\t", "\n", "\u{B}", "\u{C}", "\r", "\u{1C}", "\u{1F}", "\u{85}", "\u{A0}", "\u{1680}",
      "\u{2003}", "\u{2028}", "\u{202F}", "\u{3000}",
    ]
  )
  func blanks(blank: String) {
    #expect(fixture.score("lamp\(blank)glow") == fixture.score("lamp glow"))
    #expect(fixture.score("\(blank)glow\(blank)") == fixture.score("glow"))
  }

  @Test("go on over what only looks blank", arguments: ["\u{200B}", "\u{FEFF}", "\u{0}", "\u{8}"])
  func noBlanks(other: String) {
    #expect(fixture.score("lamp\(other)glow").neutral == 1)
  }

  @Test(
    "are found in small letters, whatever the script",
    arguments: [
      ("gLoW", 2), ("Зло", -2), ("ЗЛО lamp", -2.733), ("lamp ΣΟΦΟΣ", 2.733), ("σοφοσ", 0),
      ("İYİ", 0), ("İyi", 2), ("ＧＬＯＷ", 0), ("xd", 0), ("XD", 0),
    ] as [(String, Double)]
  )
  func small(text: String, sum: Double) {
    #expect(fixture.score(text).compound == VaderFixture.compound(sum))
  }

  @Test(
    "come from emoji too, divided from what stands before them and not behind",
    arguments: [
      ("💡", "glow bulb"), ("lamp💡", "lamp glow bulb"), ("💡💡", "glow bulb glow bulb"),
      ("🌑ish", "murkish"), ("🌑 ish", "murk ish"), ("lamp\u{A0}🌑", "lamp murk"),
      ("🌑\u{FE0F}", "murk\u{FE0F}"), ("👩‍🔧", "x"), ("glow⁉", "glow really?!"),
    ]
  )
  func emoji(text: String, words: String) {
    #expect(fixture.score(text) == fixture.score(words))
  }

  @Test(
    "are the same whether the text has to be copied or not",
    arguments: SeededGenerator.seeds(20)
  )
  func copied(seed: UInt64) throws {
    // A description for a character of ASCII keeps every text from being read where it lies.
    let other = try VaderFixture(emoji: VaderFixture.emoji + "\u{7F}\tx\n")
    var random = SeededGenerator(seed: seed)
    for _ in 0..<50 {
      let text = VaderFixture.salad(&random)
      #expect(fixture.score(text) == other.score(text), "\(random): \(text)")
    }
  }
}
