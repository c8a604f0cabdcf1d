import Testing
import VerbatimCore

@testable import VerbatimText

@Suite("Languages of clauses")
struct ClauseLanguageTests {
  private let fixture: LanguageFixture

  init() throws { fixture = try #require(LanguageFixture.shipped) }

  /// Each run as its language and its text.
  private func runs(_ string: String) -> [String]? {
    let text = fixture.read(Array(string.utf8))
    var scratch = LanguageDetector.Scratch()
    return fixture.detector.languages(ofClausesIn: text, scratch: &scratch)?.map { run in
      let words =
        text.clauses[run.clauses.lowerBound].words
        .lowerBound..<text.clauses[run.clauses.upperBound - 1].words.upperBound
      return "\(run.language.tag): \(text.cut(text.range(of: words)))"
    }
  }

  @Test("are told apart in a mixed text")
  func mixed() {
    #expect(
      runs("The lid does not close. Der Deckel schließt leider gar nicht. Please send a new one.")
        == [
          "en: The lid does not close", "de: Der Deckel schließt leider gar nicht",
          "en: Please send a new one",
        ]
    )
    #expect(
      runs("Très bon produit, livraison rapide. Would buy it again without thinking twice.")
        == [
          "fr: Très bon produit, livraison rapide",
          "en: Would buy it again without thinking twice",
        ]
    )
    #expect(
      runs("电池很好，充电也快。 But the manual is only in Chinese.")
        == ["zh-Hans: 电池很好，充电也快", "en: But the manual is only in Chinese"]
    )
  }

  @Test(
    "are one in a text of one language",
    arguments: [
      "", "Broken", "I love it, my wife loves it, and the kids do too.",
      "Wunderbar! I love it, and it came the next day.",
      "I ordered the Krups Nespresso Inissia, and it came the next day.",
      "The voilà moment came when it died, alas.",
      "Der Support ist super, das Display auch, nur der Sound ist schlecht.",
      "Es war ein Geschenk für meine Tochter, sie liebt es, ich auch.",
    ]
  )
  func single(text: String) { #expect(runs(text) == nil) }
}
