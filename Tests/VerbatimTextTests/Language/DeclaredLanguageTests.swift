import Testing

@testable import VerbatimText

@Suite("Declared language")
struct DeclaredLanguageTests {
  private let fixture: LanguageFixture

  init() throws { fixture = try #require(LanguageFixture.shipped) }

  @Test("decides where the text does not, and keeps its region", arguments: ["OK", "", "Super"])
  func alone(text: String) throws {
    let found = try #require(fixture.language(of: text, declared: "pt-BR"))
    #expect(found.tag == "pt-BR")
    #expect((0.7..<0.8).contains(found.confidence))
  }

  @Test("yields to a text that clearly is in another language")
  func wrong() {
    let english = "The lamp broke and they do not answer my mails."
    #expect(fixture.language(of: english, declared: "de")?.tag == "en")
    let german = "Die Lampe ist kaputt, und niemand antwortet."
    #expect(fixture.language(of: german, declared: "en-GB")?.tag == "de")
    #expect(fixture.language(of: "とても残念です。", declared: "de")?.tag == "ja")
  }

  @Test("makes a text that agrees surer, under its own tag")
  func agreeing() throws {
    let alone = try #require(fixture.language(of: "Lieferung ok"))
    let declared = try #require(fixture.language(of: "Lieferung ok", declared: "de-AT"))
    #expect(alone.tag == "de")
    #expect(declared.tag == "de-AT")
    #expect(declared.confidence > alone.confidence)
  }

  @Test("that is none says nothing", arguments: ["", "und", "x", "Deutsch", "12", "mul-Latn"])
  func none(tag: String) {
    #expect(fixture.language(of: "OK", declared: tag) == nil)
    #expect(fixture.language(of: "Sehr gut", declared: tag)?.tag == "de")
  }

  @Test("may be one that no list knows")
  func unlisted() {
    #expect(fixture.language(of: "OK", declared: "sl")?.tag == "sl")
    #expect(fixture.language(of: "The lamp broke and that is it", declared: "sl")?.tag == "en")
  }

  @Test(
    "is compared by its language",
    arguments: [
      ("pt-BR", "pt"), ("EN_us", "en"), ("eng", "en"), ("nb-NO", "no"), ("nn", "no"),
      ("iw", "he"), ("zh-Hant-TW", "zh"), ("und", ""), ("", ""), ("e", ""), ("english", ""),
      ("é", ""), ("-de", ""),
    ]
  )
  func languages(tag: String, language: String) {
    #expect(DetectedLanguage.language(of: tag) == language)
  }
}
