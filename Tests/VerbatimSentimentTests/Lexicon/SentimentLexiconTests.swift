import Testing
import VerbatimCore
import VerbatimSentiment

@Suite("Lexicon files")
struct SentimentLexiconTests {
  private func read(_ name: String, _ rows: [[String]]) throws -> SentimentLexicon {
    var lexicon = SentimentLexicon()
    try lexicon.read(name: name, path: "en/\(name)", bytes: SentimentFixture.table(rows))
    return lexicon
  }

  @Test(
    "know what an entry is made of by their name",
    arguments: [
      ("terms-positive.tsv", "term", LexiconEntry.Kind.term),
      ("terms-negative.tsv", "term", .term), ("phrases.tsv", "pattern", .phrase),
      ("emoji.tsv", "emoji", .emoji), ("emoticons.tsv", "emoticon", .emoticon),
    ]
  )
  func kinds(name: String, column: String, kind: LexiconEntry.Kind) throws {
    let lexicon = try read(name, [[column, "valence", "note"], ["x", "1.5", "why"]])
    #expect(
      lexicon.entries == [
        LexiconEntry(
          term: "x",
          kind: kind,
          valence: 1.5,
          note: "why",
          location: SourceLocation(file: "en/\(name)", line: 2)
        )
      ]
    )
    #expect(lexicon.diagnostics == [])
  }

  @Test("tell of a valence that is none", arguments: ["", "good", "4.1", "-5", "nan"])
  func valence(text: String) throws {
    let lexicon = try read(
      "terms-positive.tsv",
      [["term", "valence", "note"], ["good", text, ""], ["bad", "-2", ""]]
    )
    #expect(
      lexicon.diagnostics.map(\.description) == [
        """
        en/terms-positive.tsv:2: error: `\(text)` is no valence [V3001]
          hint: write a number from -4 to 4
        """
      ]
    )
    #expect(lexicon.entries.map(\.term) == ["bad"])
  }

  @Test("tell of a term that stands twice, also in two files")
  func twice() throws {
    var lexicon = try read(
      "terms-positive.tsv",
      [["term", "valence", "note"], ["good", "2", ""], ["good", "1", ""]]
    )
    try lexicon.read(
      name: "terms-neutral.tsv",
      path: "en/terms-neutral.tsv",
      bytes: SentimentFixture.table([["term", "valence", "note"], ["good", "0", ""]])
    )
    #expect(
      lexicon.diagnostics.map(\.description) == [
        "en/terms-positive.tsv:3: warning: `good` stands twice [V3005]",
        "en/terms-neutral.tsv:2: warning: `good` stands twice [V3005]",
      ]
    )
    #expect(lexicon.entries.map(\.valence) == [2])
  }

  @Test("tell of a modifier of no kind")
  func modifierKind() throws {
    let lexicon = try read(
      "modifiers.tsv",
      [["word", "kind", "weight", "note"], ["not", "negation", "-0.74", ""]]
    )
    #expect(
      lexicon.diagnostics.map(\.description) == [
        """
        en/modifiers.tsv:2: error: `negation` is no kind of modifier [V3001]
          hint: one of negator, intensifier, dampener, contrast, concession, condition, opener, \
        joiner, subject
        """
      ]
    )
    #expect(lexicon.modifiers.isEmpty)
  }

  @Test("tell of a weight that is no number", arguments: ["-0,74", "much", ""])
  func modifierWeight(text: String) throws {
    let lexicon = try read(
      "modifiers.tsv",
      [["word", "kind", "weight", "note"], ["not", "negator", text, ""]]
    )
    #expect(lexicon.diagnostics.map(\.code) == [.lexiconLine])
    #expect(lexicon.diagnostics.map(\.location.line) == [2])
    #expect(lexicon.modifiers.isEmpty)
  }

  @Test("are refused with another header")
  func header() {
    #expect {
      try read("phrases.tsv", [["term", "valence", "note"]])
    } throws: { error in
      (error as? Diagnostic)?.description
        == "en/phrases.tsv:1: error: the header reads [\"term\", \"valence\", \"note\"], "
        + "expected [\"pattern\", \"valence\", \"note\"] [V3001]"
    }
  }

  @Test(
    "tell of a phrase that is no pattern",
    arguments: [
      ("~work ..", "a pattern cannot begin or end with a gap"),
      ("(good|bad", "`(good|bad` is not closed"),
      ("@nobody cares", "there is no word class `@nobody`"),
      ("well-made", "`well-made` is no word"),
    ]
  )
  func phrase(pattern: String, message: String) throws {
    var words = SentimentFixture.Words()
    words.phrases = [(pattern, 2), ("killer deal", 3)]
    let fixture = try SentimentFixture(words)
    #expect(
      fixture.diagnostics.map(\.description) == ["phrases.tsv:2: error: \(message) [V3003]"]
    )
    #expect(fixture.score("killer deal").contributions.map(\.term) == ["killer deal"])
  }
}
