import VerbatimCore
import VerbatimSentiment
import VerbatimTestSupport
import VerbatimText

/// An engine over a lexicon of a few words, and what it makes of texts.
struct SentimentFixture {
  /// The words of a lexicon, as its files would list them.
  struct Words {
    var terms: [(String, Double)] = [
      ("good", 2), ("great", 3), ("sturdy", 2), ("reliable", 1.5), ("bad", -2), ("awful", -3),
      ("leak", -1), ("killer", -2.5), ("ok", 0.1),
    ]
    var phrases: [(String, Double)] = [
      ("killer deal", 3), ("no problems", 1.5), ("good value", 2.5), ("good value for money", 3),
      ("bad boy", 0), ("no fuss", 1), ("fuss free", 2), ("well made", 2.2), ("very cheap", 1),
      ("nothing but ~praise", 2.4), ("~work .. nicely", 2), ("fine idea but", -1.5),
    ]
    var emoji: [(String, Double)] = [("👍", 2), ("❤", 3), ("😡", -3)]
    var emoticons: [(String, Double)] = [(":)", 1.5), (":(", -1.5), (":/", -1), ("xD", 1)]
    var modifiers: [(word: String, kind: String, weight: Double)] = [
      ("not", "negator", -0.74), ("no", "negator", -0.74), ("isn't", "negator", -0.74),
      ("doesn't", "negator", -0.74), ("never", "negator", -0.8), ("hardly", "negator", -0.6),
      ("rarely", "negator", -0.4), ("very", "intensifier", 0.25),
      ("extremely", "intensifier", 0.4), ("so", "intensifier", 0.2),
      ("slightly", "dampener", -0.4), ("but", "contrast", 0), ("however", "contrast", 0),
      ("although", "concession", 0), ("when", "opener", 0), ("if", "condition", 0.4),
      ("wish", "condition", -0.5), ("and", "joiner", 0), ("it", "subject", 0),
      ("they", "subject", 0),
    ]
    var frames: [(kind: String, pattern: String, valence: Double)] = [
      ("negation", "anything but", 0), ("negation", "far from", 0), ("negation", "not exactly", 0),
      ("claimed", "advertised as being", 0), ("wish", "if only", 0),
      ("supposed", "i was told", 0), ("claimed", "advertised as", 0),
      ("other", "my old ~kettle", 0),
      ("fact", "made with", 0), ("fact", "good shepherd", 0), ("instruction", "apply to", 0),
      ("irony", "your idea of", 0), ("resolved", "now fixed", 1.5),
      ("resolved", "and it was sorted", 1), ("turn", "until the", 0),
      ("verdict", "all told", 0), ("rhetorical", "who on earth", -2),
    ]
  }

  let engine: SentimentEngine
  let diagnostics: [Diagnostic]
  private let tokenizer: Tokenizer

  init(_ words: Words = Words()) throws {
    func entries(_ column: String, _ rows: [(String, Double)]) -> [UInt8] {
      Self.table([[column, "valence", "note"]] + rows.map { [$0.0, "\($0.1)", ""] })
    }
    var lexicon = SentimentLexicon()
    for (name, bytes) in [
      ("terms-positive.tsv", entries("term", words.terms)),
      ("phrases.tsv", entries("pattern", words.phrases)),
      ("emoji.tsv", entries("emoji", words.emoji)),
      ("emoticons.tsv", entries("emoticon", words.emoticons)),
      (
        "modifiers.tsv",
        Self.table(
          [["word", "kind", "weight", "note"]]
            + words.modifiers.map { [$0.word, $0.kind, "\($0.weight)", ""] }
        )
      ),
      (
        "frames.tsv",
        Self.table(
          [["kind", "pattern", "valence", "note"]]
            + words.frames.map {
              [$0.kind, $0.pattern, $0.valence == 0 ? "" : "\($0.valence)", ""]
            }
        )
      ),
    ] {
      try lexicon.read(name: name, path: name, bytes: bytes)
    }
    let language = PhraseLanguage(
      irregular: [:],
      classes: [
        "asks": ["is", "does", "can", "who"], "writer": ["i", "my", "we"],
        "yes": ["yes", "absolutely"],
      ]
    )
    var vocabulary = Vocabulary.Builder()
    let builder = CompiledLexicon.Builder(lexicon, language: language, vocabulary: &vocabulary)
    let frozen = vocabulary.freeze()
    engine = SentimentEngine(builder.freeze(frozen))
    diagnostics = lexicon.diagnostics + builder.diagnostics
    func ids(_ kinds: Set<Modifier.Kind>) -> [WordID] {
      lexicon.modifiers.filter { kinds.contains($0.kind) }.map { frozen.id(of: $0.word) }
    }
    tokenizer = Tokenizer(
      vocabulary: frozen,
      clauseOpeners: ids([.contrast, .concession, .opener]),
      clauseJoiners: ids([.joiner]),
      subjects: ids([.subject])
    )
  }

  /// A lexicon file of rows.
  static func table(_ rows: [[String]]) -> [UInt8] {
    Array(rows.map { $0.joined(separator: "\t") + "\n" }.joined().utf8)
  }

  func score(_ text: String, explains: Bool = true) -> Sentiment {
    score([(.text, text)], explains: explains)
  }

  func score(
    _ parts: [(TextPart, String)],
    statements: [Statement] = [],
    explains: Bool = true
  ) -> Sentiment {
    var scratch = SentimentEngine.Scratch()
    return engine.score(
      parts.map { read($0.1) },
      named: parts.map(\.0),
      statements: statements,
      explains: explains,
      scratch: &scratch
    )
  }

  func read(_ text: String) -> TokenizedText {
    var tokenized = TokenizedText()
    tokenized.bytes = Array(text.utf8)
    var scratch = Tokenizer.Scratch()
    tokenizer.tokenize(&tokenized, scratch: &scratch)
    return tokenized
  }

  /// The compound of one sentence whose entries have these values: s/√(s² + 15), four decimals.
  static func compound(_ values: Double...) -> Double {
    rounded(normalised(values.reduce(0, +)))
  }

  static func normalised(_ sum: Double) -> Double { sum / (sum * sum + 15).squareRoot() }

  static func rounded(_ value: Double) -> Double { (value * 10_000).rounded() / 10_000 }

  /// Pieces that random texts are made of: entries, modifiers, fillers and punctuation.
  static let pieces = [
    "good", "great", "bad", "awful", "sturdy", "killer", "deal", "value", "for", "money", "not",
    "isn't", "never", "very", "slightly", "but", "although", "when", "if", "wish", "and", "it",
    "they", "is", "does", "the", "zipper", "naïve", "GOOD", "goooood", "👍", "❤️", "😡", ":)",
    ":(", "anything", "until", "told", "i", "was", "fixed", "now", "\"", "Shepherd", ".", ",", "!",
    "!!!!", "?", "\n", "\n\n", "(", "—", "well-made", "3.5", "质量好",
  ]

  /// A text of up to forty pieces.
  static func salad(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...40, using: &random))
      .map { _ in pieces.randomElement(using: &random) ?? "" }
      .joined(separator: random.chance(0.9) ? " " : "")
  }
}

extension Sentiment {
  /// The rules of the only entry of that term.
  func rules(of term: String) -> [String]? { contributions.first { $0.term == term }?.rules }

  /// The sum of the contributions in ten-thousandths.
  var contributionsInTenThousandths: Int {
    contributions.reduce(0) { $0 + Int(($1.contribution * 10_000).rounded()) }
  }
}
