import Testing

@testable import VerbatimText

@Suite("Inflector")
struct InflectorTests {
  private let inflector = Inflector(irregular: [
    "break": ["broke", "broken"], "be": ["am", "is"], "put": ["put", "putting"],
  ])

  @Test(
    "follows the spelling rules",
    arguments: [
      ("leak", ["leak", "leaks", "leaking", "leaked"]),
      ("smell", ["smell", "smells", "smelling", "smelled"]),
      ("arrive", ["arrive", "arrives", "arriving", "arrived"]),
      ("rip", ["rip", "rips", "ripping", "ripped"]),
      ("plan", ["plan", "plans", "planning", "planned"]),
      ("fix", ["fix", "fixes", "fixing", "fixed"]),
      ("glow", ["glow", "glows", "glowing", "glowed"]),
      ("play", ["play", "plays", "playing", "played"]),
      ("try", ["try", "tries", "trying", "tried"]),
      ("scratch", ["scratch", "scratches", "scratching", "scratched"]),
      ("crash", ["crash", "crashes", "crashing", "crashed"]),
      ("miss", ["miss", "misses", "missing", "missed"]),
      ("echo", ["echo", "echoes", "echoing", "echoed"]),
      ("tie", ["tie", "ties", "tying", "tied"]),
      ("agree", ["agree", "agrees", "agreeing", "agreed"]),
      ("dye", ["dye", "dyes", "dyeing", "dyed"]),
      ("overheat", ["overheat", "overheats", "overheating", "overheated"]),
      ("open", ["open", "opens", "opening", "opened"]),
      ("battery", ["battery", "batteries", "batterying", "batteried"]),
    ]
  )
  func regular(base: String, forms: [String]) {
    #expect(inflector.forms(of: base) == forms)
  }

  @Test("takes irregular forms from its table, and none twice")
  func irregular() {
    #expect(inflector.forms(of: "break") == ["break", "broke", "broken", "breaks", "breaking"])
    #expect(inflector.forms(of: "be") == ["be", "am", "is", "bes", "being"])
    #expect(inflector.forms(of: "put") == ["put", "putting", "puts"])
  }

  @Test("never traps, whatever the base", arguments: ["", "a", "e", "y", "ie", "ß", "電", "'"])
  func short(base: String) {
    #expect(inflector.forms(of: base).first == base)
  }
}
