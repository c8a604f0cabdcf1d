import Testing
import VerbatimCore
import VerbatimIssues
import VerbatimText

@Suite("Marks of a whole text")
struct ToneReaderTests {
  private let reader: ToneReader
  private let tokenizer: Tokenizer
  private let diagnostics: [Diagnostic]

  init() throws {
    let language = PhraseLanguage(irregular: [:], classes: [:])
    var faults: [Diagnostic] = []
    var builder = try ToneReader.Builder(
      path: "en/tone.tsv",
      bytes: IssueFixture.table([
        ["term", "rarity", "weights"], ["*", "0", "GOOD:-100 BAD:-50"],
        ["=nothing", "0", "GOOD:-25"], ["=something", "0", "GOOD:75 BAD:-75"],
        ["glide", "400", "GOOD:2080"], ["bin", "300", "GOOD:-520 BAD:1040"],
        ["@metals", "300", "BAD:520"], ["wobble", "1", "UGLY:3"],
      ]),
      marks: ["GOOD", "BAD"],
      verdicts: ["nothing", "something"],
      fields: WordFields(
        path: "en/fields.tsv",
        bytes: IssueFixture.table([["field", "words"], ["metals", "tin"]]),
        inflector: language.inflector
      ),
      inflector: language.inflector,
      diagnostics: &faults
    )
    var vocabulary = Vocabulary.Builder()
    builder.intern(into: &vocabulary)
    let frozen = vocabulary.freeze()
    reader = builder.freeze(frozen)
    tokenizer = Tokenizer(
      vocabulary: frozen,
      clauseOpeners: [],
      clauseJoiners: [],
      subjects: []
    )
    diagnostics = faults
  }

  private func texts(_ strings: [String]) -> [TokenizedText] {
    strings.map { string in
      var text = TokenizedText()
      text.bytes = Array(string.utf8)
      var scratch = Tokenizer.Scratch()
      tokenizer.tokenize(&text, scratch: &scratch)
      return text
    }
  }

  @Test("are sums that a person can check, over all parts, each term once")
  func sums() {
    var scratch = ToneReader.Scratch()
    let texts = texts(["It glides.", "Glides! Not for the bin."])
    // √(400² + 300² + 1200²) = 1300.
    #expect(reader.scores(of: texts, verdict: 0, &scratch) == [1.2 - 1.25, 0.8 - 0.5])
    #expect(reader.scores(of: texts, verdict: 1, &scratch) == [1.2 - 0.25, 0.8 - 1.25])
    let terms = reader.terms([1, -1], scratch)
    #expect(terms.map(\.source) == ["glide", "bin"])
    #expect(terms.map(\.share) == [1.6, -1.2])
    #expect(terms.map(\.part) == [0, 1])
    let beside = reader.beside([1, -1], verdict: 1)
    #expect(beside.any == -0.5)
    #expect(beside.verdict == 1.5)
  }

  @Test("have what any text has where no term is known")
  func none() {
    var scratch = ToneReader.Scratch()
    #expect(reader.scores(of: texts(["so it is"]), verdict: 0, &scratch) == [-1.25, -0.5])
    #expect(reader.terms([1, 0], scratch).isEmpty)
    #expect(reader.scores(of: [], verdict: 0, &scratch) == [-1.25, -0.5])
  }

  @Test("are told of where a file names another")
  func faults() {
    #expect(diagnostics.map(\.code) == [.lexiconLine])
  }
}
