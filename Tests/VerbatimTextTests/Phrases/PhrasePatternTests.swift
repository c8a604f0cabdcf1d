import Testing
import VerbatimCore
import VerbatimTestSupport

@testable import VerbatimText

@Suite("Phrase patterns")
struct PhrasePatternTests {
  private let language = PhraseLanguage(
    irregular: ["break": ["broke", "broken"]],
    classes: ["not": ["not", "never"], "go": ["~walk"]]
  )

  private func parse(_ source: String) throws(PhrasePattern.Failure) -> PhrasePattern {
    try language.pattern(source)
  }

  @Test("have words, forms, alternatives and classes")
  func elements() throws {
    let pattern = try parse("~break (lid|~seal|@not) @go")
    #expect(pattern.source == "~break (lid|~seal|@not) @go")
    #expect(
      pattern.elements.map(\.forms) == [
        ["break", "broke", "broken", "breaks", "breaking"],
        ["lid", "seal", "seals", "sealing", "sealed", "not", "never"],
        ["walk", "walks", "walking", "walked"],
      ]
    )
    #expect(pattern.elements.allSatisfy { !$0.isOptional && !$0.matchesNumber })
    #expect(pattern.elements.map(\.gapBefore) == [0, 0, 0])
  }

  @Test("have optional words, gaps and numbers")
  func structure() throws {
    let pattern = try parse("a [b] .. [(c|d)] ... # e")
    #expect(pattern.elements.map(\.isOptional) == [false, true, true, false, false])
    #expect(pattern.elements.map(\.gapBefore) == [0, 0, 2, 4, 0])
    #expect(pattern.elements.map(\.matchesNumber) == [false, false, false, true, false])
    #expect(pattern.elements[3].forms.isSuperset(of: ["two", "several", "dozen"]))
  }

  @Test(
    "say what is wrong with them",
    arguments: [
      ("", "the pattern is empty"),
      ("   ", "the pattern is empty"),
      ("..", "the pattern is empty"),
      ("... ..", "the pattern is empty"),
      (".. a", "a pattern cannot begin or end with a gap"),
      ("a ..", "a pattern cannot begin or end with a gap"),
      ("a b ...", "a pattern cannot begin or end with a gap"),
      ("[a] b", "a pattern cannot begin or end with an optional word"),
      ("a [b]", "a pattern cannot begin or end with an optional word"),
      ("[a]", "a pattern cannot begin or end with an optional word"),
      ("a [b c", "`[b` is not closed"),
      ("a [ c", "`[` is not closed"),
      ("a (b|c d", "`(b|c` is not closed"),
      ("a [(b|c] d", "`(b|c` is not closed"),
      ("a () b", "`()` is empty"),
      ("a (|) b", "`(|)` is empty"),
      ("a [] b", "`` is no word"),
      ("a b] c", "`b]` is no word"),
      ("a b) c", "`b)` is no word"),
      ("a|b", "`a|b` is no word"),
      ("a, b", "`a,` is no word"),
      ("a ? b", "`?` is no word"),
      ("a* b", "`a*` is no word"),
      ("a ((b)|c) d", "`(b)` is no word"),
      ("a [..] b", "`..` is no word"),
      ("a .... b", "`....` is no word"),
      ("~ b", "`~` is no word"),
      ("a (~|b)", "`~` is no word"),
      ("a well-made b", "`well-made` is no word"),
      ("a @nowhere", "there is no word class `@nowhere`"),
      ("a (b|@nowhere)", "there is no word class `@nowhere`"),
    ]
  )
  func failures(source: String, message: String) {
    do {
      _ = try parse(source)
      Issue.record("`\(source)` was read")
    } catch {
      #expect(error.description == message)
    }
  }

  @Test("any text is a pattern or says why not", arguments: SeededGenerator.seeds(2))
  func anyText(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let pool = [
      "a", "b", "~", "(", ")", "[", "]", "|", "@", "not", "..", "...", ".", "#", " ", "é",
    ]
    for _ in 0..<5000 {
      let source = (0..<Int.random(in: 0...10, using: &generator))
        .map { _ in pool.randomElement(using: &generator) ?? "" }.joined()
      do {
        let pattern = try parse(source)
        #expect(!pattern.elements.isEmpty)
      } catch {
        #expect(!error.description.isEmpty)
      }
    }
  }

  @Test("classes give their words with all forms")
  func classes() {
    #expect(language.words(of: "go") == ["walk", "walks", "walking", "walked"])
    #expect(language.words(of: "not") == ["not", "never"])
    #expect(language.words(of: "nowhere").isEmpty)
  }

  @Test(
    "a name has the words that the tokeniser finds in it",
    arguments: [
      "Acme 3.5 mm jack", "Men's wash-bag", "Men\u{2019}s wash-bag", "USB_C cable",
      "Kettle 1,000 W",
      "Dr. Best's", "Wi-Fi 6E", "(new) Lamp*", "Café Crème", "a.b", "Grün/Blau", "充電器 カメラ",
      "Kit\u{2122} 12\"", "C'est l\u{2018}eau", "\u{1F44D} Mug", "!!!", "", "__", "Öl 5:30", "٣.٤",
    ]
  )
  func names(name: String) {
    let fixture = TokenizedFixture()
    let words = fixture.read(name).wordTexts.map {
      ICUNormalizer.matchingForm($0).replacing("\u{2019}", with: "'").replacing(
        "\u{2018}",
        with: "'"
      )
    }
    #expect(PhrasePattern.words(of: name) == words)
  }

  @Test("a pattern of a name finds the name in a text", arguments: ["Men\u{2019}s USB_C 1,000 W"])
  func nameIsFound(name: String) {
    var builder = Vocabulary.Builder()
    var patterns = PhraseMatcher.Builder()
    patterns.add(PhrasePattern(words: PhrasePattern.words(of: name)), to: &builder)
    let vocabulary = builder.freeze()
    let matcher = patterns.freeze(vocabulary, barriers: [])
    var text = TokenizedText()
    text.bytes = Array("the men's usb_c 1,000 w cable".utf8)
    var scratch = Tokenizer.Scratch()
    Tokenizer(vocabulary: vocabulary, clauseOpeners: [], clauseJoiners: [], subjects: [])
      .tokenize(&text, scratch: &scratch)
    var matches: [PhraseMatch] = []
    matcher.find(in: text, into: &matches)
    #expect(matches == [PhraseMatch(pattern: 0, words: 1..<5)])
  }
}
