import VerbatimCore
import VerbatimIssues
import VerbatimTestSupport
import VerbatimText

/// A matcher over a taxonomy of a few leaves, and what it finds in texts.
struct IssueFixture {
  /// The lines of a group's file.
  static let patterns = [
    ["SAF.HOT", "match", "~get [very] hot", ""],
    ["SAF.HOT", "match", "burning smell", ""],
    ["SAF.HOT", "match", "caught fire", "tier=T0"],
    ["SAF.HOT", "match", "warm", "conf=0.5"],
    ["SAF.HOT", "match", "hot", "conf=0.6"],
    ["SAF.HOT", "veto", "hot (deal|pink)", ""],
    ["DUR.BREAKS", "match", "(~break|~snap|~rip)", ""],
    ["DUR.SEAM", "match", "(seam|stitching) .. ~rip", ""],
    ["DEL.LATE", "match", "late", ""],
    ["DEL.LATE", "match", "never arrived", "conf=0.8"],
    ["DEL.LATE", "match", "forgot to ship", "attr=warehouse tier=T2 conf=1"],
    ["FIT.SMALL", "match", "too small", ""],
  ]

  /// The lines of the context file.
  static let context = [
    ["resolved", "~replace it"], ["other", "my old one"], ["potential", "might"],
    ["hypothetical", "if"], ["harmless", "not only"], ["harmless", "without doubt"],
    ["suggestion", "would be nice"], ["cancel", "cancel my order"], ["switch", "went elsewhere"],
  ]

  /// The files of the taxonomy.
  static let taxonomy: [String: [[String]]] = [
    "taxonomy.tsv": [
      [
        "code", "group", "name", "tier", "tier_with_harm", "severity", "attribution", "stage",
        "description",
      ],
      ["SAF.HOT", "Safety", "Heat or fire", "T1", "T0", "S1", "supplier", "use", "Heat."],
      ["DUR.BREAKS", "Durability", "Breaks", "T2", "T2", "S2", "supplier", "use", "Breaks."],
      ["DUR.SEAM", "Durability", "Seam", "T2", "T2", "S2", "supplier", "use", "Seam opens."],
      ["DEL.LATE", "Delivery", "Late", "T3", "T3", "S3", "carrier", "delivery", "Late."],
      ["FIT.SMALL", "Fit", "Too small", "T4", "T4", "S4", "listing", "use", "Too small."],
    ],
    "precedence.tsv": [["winner", "loser"], ["DUR.SEAM", "DUR.BREAKS"]],
    "reason-codes.tsv": [
      ["scheme", "code", "issue"], ["shop", "R1", "DUR.BREAKS"], ["shop", "R1", "SAF.HOT"],
      ["shop", "R2", "FIT.SMALL"],
    ],
    "version.tsv": [["version"], ["7"]],
  ]

  let matcher: IssueMatcher
  let diagnostics: [Diagnostic]
  private let tokenizer: Tokenizer

  init(
    patterns: [[String]] = Self.patterns,
    context: [[String]] = Self.context,
    terms: [[String]]? = nil,
    fields: [[String]] = []
  ) throws {
    let language = PhraseLanguage(
      irregular: [
        "break": ["broke", "broken"], "get": ["got"],
      ],
      classes: [
        "not": ["not", "no", "never", "without", "didn't", "doesn't"],
        "asks": ["is", "does", "can", "will"],
      ]
    )
    var vocabulary = Vocabulary.Builder()
    var builder = IssueMatcher.Builder(
      try Self.makeTaxonomy(),
      language: language,
      vocabulary: &vocabulary
    )
    try builder.add(
      patternsAt: "en/issues/x.tsv",
      bytes: Self.table([["code", "use", "pattern", "options"]] + patterns),
      language: language,
      vocabulary: &vocabulary
    )
    try builder.add(
      contextAt: "en/issues/context.tsv",
      bytes: Self.table([["kind", "pattern"]] + context),
      language: language,
      vocabulary: &vocabulary
    )
    builder.addRemarks(to: &vocabulary)
    let openers = ["but"].map { vocabulary.intern($0) }
    let joiners = ["and"].map { vocabulary.intern($0) }
    let subjects = ["it", "they"].map { vocabulary.intern($0) }
    var faults: [Diagnostic] = []
    var reader = try terms.map { terms in
      let taxonomy = try Self.makeTaxonomy()
      return IssueReader.Builder(
        try IssueWeights(
          path: "en/issues/terms.tsv",
          bytes: Self.table([["term", "rarity", "weights"]] + terms),
          taxonomy: taxonomy,
          diagnostics: &faults
        ),
        fields: try WordFields(
          path: "en/fields.tsv",
          bytes: Self.table([["field", "words"]] + fields),
          inflector: language.inflector
        ),
        taxonomy: taxonomy,
        inflector: language.inflector
      )
    }
    reader?.intern(into: &vocabulary)
    let frozen = vocabulary.freeze()
    matcher = builder.freeze(frozen, reader: reader?.freeze(frozen))
    diagnostics = builder.diagnostics + faults
    tokenizer = Tokenizer(
      vocabulary: frozen,
      clauseOpeners: openers,
      clauseJoiners: joiners,
      subjects: subjects
    )
  }

  static func makeTaxonomy(
    _ files: [String: [[String]]] = Self.taxonomy
  ) throws -> Taxonomy {
    try Taxonomy(
      files: Dictionary(
        uniqueKeysWithValues: files.map { ($0.key, ("taxonomy/\($0.key)", table($0.value))) }
      )
    )
  }

  /// A data file of rows.
  static func table(_ rows: [[String]]) -> [UInt8] {
    Array(rows.map { $0.joined(separator: "\t") + "\n" }.joined().utf8)
  }

  func issues(_ text: String, part: TextPart = .text) -> [Issue] {
    var scratch = IssueMatcher.Scratch()
    return matcher.issues(in: read(text), part: part, scratch: &scratch)
  }

  private func read(_ text: String) -> TokenizedText {
    var tokenized = TokenizedText()
    tokenized.bytes = Array(text.utf8)
    var scratch = Tokenizer.Scratch()
    tokenizer.tokenize(&tokenized, scratch: &scratch)
    return tokenized
  }

  /// Why.
  func traces(_ text: String) -> [IssueTrace] {
    var scratch = IssueMatcher.Scratch()
    return matcher.trace(read(text), part: .text, scratch: &scratch)
  }

  /// What is found, as `DUR.BREAKS actual “broke”`.
  func found(_ text: String) -> [String] { issues(text).map(Self.line) }

  /// What is found in texts, one after the other, with one scratch.
  func found(reusing texts: [String]) -> [[String]] {
    var scratch = IssueMatcher.Scratch()
    return texts.map {
      matcher.issues(in: read($0), part: .text, scratch: &scratch).map(Self.line)
    }
  }

  private static func line(_ issue: Issue) -> String {
    "\(issue.code) \(issue.modality.rawValue) “\(issue.evidence?.quote ?? "")”"
  }

  /// Pieces that random texts are made of: patterns, context, fillers and punctuation.
  static let pieces = [
    "got", "hot", "deal", "pink", "burning", "smell", "caught fire", "warm", "broke", "seam",
    "ripped", "late", "never arrived", "too small", "not", "no", "not only", "if", "might",
    "does", "is", "my old one", "they replaced it", "cancel my order", "but", "and", "it", "the",
    "zipper", "naïve", "👍", ".", ",", "?", "!", "\n\n", "—", "质量好",
  ]

  /// A text of up to forty pieces.
  static func salad(_ random: inout SeededGenerator) -> String {
    (0..<Int.random(in: 0...40, using: &random))
      .map { _ in pieces.randomElement(using: &random) ?? "" }.joined(separator: " ")
  }
}
