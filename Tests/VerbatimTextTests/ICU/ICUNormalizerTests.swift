import Testing
import VerbatimTestSupport

@testable import VerbatimText

@Suite("Normal forms")
struct ICUNormalizerTests {
  @Test(
    "texts that read the same have one matching form",
    arguments: [
      ("GOOD", "good"), ("Straße", "strasse"), ("e\u{301}", "é"), ("ﬁne", "fine"),
      ("ＡＢＣ１", "abc1"), ("a\u{AD}b", "ab"), ("\u{FEFF}a", "a"), ("ﷺ", "صلى الله عليه وسلم"),
      ("", ""),
    ]
  )
  func matching(text: String, form: String) {
    #expect(Array(ICUNormalizer.matchingForm(text).utf8) == Array(form.utf8))
  }

  @Test("composing keeps capitals")
  func composed() {
    #expect(ICUNormalizer.composed(Array("E\u{301}".utf8)) == Array("É".utf8))
    #expect(ICUNormalizer.composed(Array("Aa".utf8)) == Array("Aa".utf8))
  }

  @Test(
    "normalising twice changes nothing; any bytes give UTF-8",
    arguments: SeededGenerator.seeds(2)
  )
  func idempotent(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0...600, using: &generator) / 10).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      let once = ICUNormalizer.matchingForm(bytes)
      #expect(UTF8Check.isValid(once, allowsCutEnd: false))
      #expect(ICUNormalizer.matchingForm(once) == once)
    }
    let long = String(repeating: "ﷺé", count: 400)
    #expect(ICUNormalizer.matchingForm(ICUNormalizer.matchingForm(long)).contains("é"))
  }
}
