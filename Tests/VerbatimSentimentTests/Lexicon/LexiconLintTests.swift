import Testing
import VerbatimCore
import VerbatimSentiment
import VerbatimText

@Suite("The lint of a lexicon")
struct LexiconLintTests {
  private func findings(_ files: [String: [[String]]]) throws -> [String] {
    let sources = SentimentLexicon.files.compactMap { name in
      files[name].map { rows in
        let column =
          name == "phrases.tsv" ? "pattern" : String(name.prefix { $0 != "-" && $0 != "." })
        let header = [name.hasPrefix("terms") ? "term" : column == "emoji" ? "emoji" : column]
        return (
          name: name,
          path: name,
          bytes: SentimentFixture.table([header + ["valence", "note"]] + rows.map { $0 + [""] })
        )
      }
    }
    return try LexiconLint(
      sources,
      language: PhraseLanguage(irregular: [:], classes: ["be": ["is", "was"]]),
      spellings: [(variant: "dont", form: "don't")]
    ).findings.map { "\($0.location) \($0.code.rawValue) \($0.message)" }
  }

  @Test("finds nothing where nothing is wrong")
  func clean() throws {
    #expect(
      try findings([
        "terms-positive.tsv": [["bright", "1"], ["good", "2"]],
        "terms-negative.tsv": [["bad", "-2"]],
        "terms-neutral.tsv": [["alarm", "0"]],
        "phrases.tsv": [["well made", "2"], ["@be .. bad", "-1"], ["# stars", "1"]],
      ]) == []
    )
  }

  @Test("finds a term with both signs, also under another spelling")
  func signs() throws {
    #expect(
      try findings([
        "terms-positive.tsv": [["don't", "1"], ["sick", "2"]],
        "terms-negative.tsv": [["dont", "-1"], ["Sick", "-2"]],
      ]) == [
        "terms-negative.tsv:2 V3011 `dont` is negative here and positive at terms-positive.tsv:2",
        "terms-negative.tsv:3 V3011 `Sick` is negative here and positive at terms-positive.tsv:3",
        "terms-negative.tsv:3 V3014 `Sick` stands after `dont`: the file is not sorted",
      ]
    )
  }

  @Test("finds a valence in the file of the other sign")
  func misfiled() throws {
    #expect(
      try findings(["terms-positive.tsv": [["bad", "-2"]], "terms-neutral.tsv": [["good", "1"]]])
        == [
          "terms-neutral.tsv:2 V3011 `good` has the valence 1.0 in terms-neutral.tsv",
          "terms-positive.tsv:2 V3011 `bad` has the valence -2.0 in terms-positive.tsv",
        ]
    )
  }

  @Test("finds terms and phrases that no text can have")
  func unreachable() throws {
    #expect(
      try findings([
        "terms-positive.tsv": [["?!", "1"], ["well-made", "2"]],
        "phrases.tsv": [["good £", "1"]],
      ]) == [
        "phrases.tsv:2 V3012 no text has the phrase: none of `£` is a word",
        "terms-positive.tsv:2 V3012 `?!` is no word, so no text has it",
        "terms-positive.tsv:3 V3012 `well-made` is read as `well` and `made`, so no text has it",
      ]
    )
  }

  @Test("finds phrases that mean the same")
  func shadowed() throws {
    #expect(
      try findings([
        "phrases.tsv": [
          ["(is|was) bad", "-2"], ["@be bad", "-2"], ["don't care", "-1"], ["dont care", "-1"],
        ]
      ]) == [
        "phrases.tsv:3 V3013 `@be bad` never counts: `(is|was) bad` at phrases.tsv:2 means the same",
        "phrases.tsv:5 V3013 `dont care` never counts: `don't care` at phrases.tsv:4 means the same",
      ]
    )
  }

  @Test("tells of a file that is not sorted once, and only of terms")
  func unsorted() throws {
    #expect(
      try findings([
        "terms-positive.tsv": [["good", "2"], ["bright", "1"], ["able", "1"]],
        "phrases.tsv": [["well made", "2"], ["all good", "2"]],
      ]) == ["terms-positive.tsv:3 V3014 `bright` stands after `good`: the file is not sorted"]
    )
  }
}
