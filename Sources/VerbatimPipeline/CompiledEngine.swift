internal import VerbatimCatalog
internal import VerbatimCore
internal import VerbatimIssues
internal import VerbatimSentiment
internal import VerbatimText

/// Everything that is compiled against one vocabulary.
struct CompiledEngine {
  let tokenizer: Tokenizer
  let sentiment: SentimentEngine
  let tone: ToneReader?
  let issues: IssueMatcher
  let resolver: ProductResolver
  let languages: LanguageDetector
  let cleaner: MessageCleaner
  let redactionWords: RedactionWords
  let cues: ConversationCues?
  let diagnostics: [Diagnostic]

  /// The groups of the taxonomy, each with a file of patterns.
  static let groups = [
    "saf", "fun", "dur", "fit", "lst", "ord", "pkg", "frs", "del", "ret", "svc", "prc",
  ]

  /// What is read and compiled of a table, or why it cannot be.
  private typealias Reading<Value: Sendable> = Piece<Result<Value, Diagnostic>>

  /// Compiles the files.
  ///
  /// The vocabulary grows file by file in this thread, because a word's number depends on those
  /// before it; what does not hang on it is read by another thread meanwhile.
  init(
    _ files: EngineFiles,
    readsTerms: Bool = true,
    readsTone: Bool = true,
    catalog: Catalog,
    orders: OrderBook = OrderBook(),
    receipts: ReceivingLog = ReceivingLog()
  ) throws(Diagnostic) {
    let lexiconRead = Reading {
      Result { () throws(Diagnostic) in try files.sentimentLexicon() }
    }
    let tablesRead = Reading { Result { () throws(Diagnostic) in try Self.languageTables(files) } }
    let cleaningRead = Reading {
      Result { () throws(Diagnostic) in try Self.cleaningPhrases(files) }
    }
    let redactionRead = Reading {
      Result { () throws(Diagnostic) in try RecordRedactor.words(files, catalog) }
    }
    start(lexiconRead, tablesRead, cleaningRead, redactionRead, files.hashing)

    var vocabulary = Vocabulary.Builder(minimumCapacity: Self.expectedWords)
    for row in try files.table("en/spellings.tsv", ["variant", "form"]).rows {
      vocabulary.alias(row[0], of: row[1])
    }
    let language = try Self.language(files)
    let cuesRead = Reading {
      Result { () throws(Diagnostic) in try ConversationCues(files, language: language) }
    }
    let readerRead = Reading { () -> Result<TermReading?, Diagnostic> in
      Result { () throws(Diagnostic) in
        readsTerms ? try Self.termReading(files, language) : nil
      }
    }
    let toneRead = Reading { () -> Result<ToneReading?, Diagnostic> in
      Result { () throws(Diagnostic) in
        readsTone ? try Self.toneReading(files, language) : nil
      }
    }
    start(cuesRead)
    start(readerRead)
    start(toneRead)
    let issueBuilder = try Self.issues(files, language, &vocabulary)
    let lexicon = try lexiconRead.value.get()
    let sentimentBuilder = CompiledLexicon.Builder(
      lexicon,
      language: language,
      vocabulary: &vocabulary
    )
    // Beyond these come function words and a catalog's names: nothing to correct to.
    let meaningful = vocabulary.count
    let tables = try tablesRead.value.get()
    let functionWords = tables.functionWords(of: "en")
    for word in functionWords { _ = vocabulary.intern(word) }
    // What comes after are names of products, which are of no language.
    let englishWords = vocabulary.count
    // So are these: what weights hang on is neither corrected to nor evidence of a language.
    let termReading = try readerRead.value.get()
    var readerBuilder = termReading?.builder
    readerBuilder?.intern(into: &vocabulary)
    let toneReading = try toneRead.value.get()
    var toneBuilder = toneReading?.builder
    toneBuilder?.intern(into: &vocabulary)
    let mentionWords = try Self.mentionWords(files, functionWords, language)
    let mentionBuilder = MentionFinder.Builder(
      catalog,
      words: mentionWords,
      vocabulary: &vocabulary
    )

    let frozen = vocabulary.freeze()
    let realWords = try files.table("en/real-words.tsv", ["word", "near"])
    let misspellings = try files.table("en/misspellings.tsv", ["misspelling", "word"])
    let detector = Piece {
      LanguageDetector(tables, vocabulary: frozen, knownWords: englishWords)
    }
    let spelling = Piece {
      SpellingCorrector(
        vocabulary: frozen,
        targets: (1..<meaningful).map { WordID($0) } + functionWords.map { frozen.id(of: $0) },
        realWords: realWords.rows.map { $0[0] },
        misspellings: misspellings.rows.map { ($0[0], $0[1]) }
      )
    }
    start(detector, spelling)
    let common =
      functionWords
      + ["not", "be", "have", "my", "very", "one", "still"].flatMap { language.words(of: $0) }
    tone = toneBuilder?.freeze(frozen)
    sentiment = SentimentEngine(sentimentBuilder.freeze(frozen, common: common))
    issues = issueBuilder.freeze(frozen, common: common, reader: readerBuilder?.freeze(frozen))
    resolver = ProductResolver(
      mentionBuilder.freeze(frozen),
      orders: orders,
      receipts: receipts
    )
    func ids(_ kinds: Set<Modifier.Kind>) -> [WordID] {
      lexicon.modifiers.filter { kinds.contains($0.kind) }
        .map { frozen.id(of: ICUNormalizer.matchingForm($0.word)) }
    }
    tokenizer = Tokenizer(
      vocabulary: frozen,
      clauseOpeners: ids([.contrast, .concession, .opener]),
      clauseJoiners: ids([.joiner]),
      subjects: ids([.subject]),
      spelling: spelling.value
    )
    languages = detector.value
    cleaner = MessageCleaner(try cleaningRead.value.get())
    redactionWords = try redactionRead.value.get()
    cues = try cuesRead.value.get()
    diagnostics =
      lexicon.diagnostics + sentimentBuilder.diagnostics + issueBuilder.diagnostics
      + (termReading?.diagnostics ?? []) + (toneReading?.diagnostics ?? [])
      + redactionWords.diagnostics + mentionWords.diagnostics + (cues?.diagnostics ?? [])
  }

  /// About how many word forms the shipped lexicons have.
  private static let expectedWords = 24_000

  static func language(_ files: EngineFiles) throws(Diagnostic) -> PhraseLanguage {
    func lists(_ name: String, _ columns: [String]) throws(Diagnostic) -> [String: [String]] {
      Dictionary(
        try files.table(name, columns).rows.map { row in
          (row[0], row[1].split(separator: " ").map(String.init))
        },
        uniquingKeysWith: +
      )
    }
    return PhraseLanguage(
      irregular: try lists("en/inflections.tsv", ["base", "forms"]),
      classes: try lists("en/classes.tsv", ["class", "words"])
    )
  }

  /// What tells what a mention of an article is worth; nothing where a lexicon has no such files.
  static func mentionWords(
    _ files: EngineFiles,
    _ functionWords: [String],
    _ language: PhraseLanguage
  ) throws(Diagnostic) -> MentionWords {
    var tables: [TableFile] = []
    for (name, columns) in MentionWords.files {
      guard files.files[name] != nil else { return MentionWords() }
      tables.append(try files.table(name, columns))
    }
    return MentionWords(tables, functionWords: functionWords, language: language)
  }

  private static func cleaningPhrases(_ files: EngineFiles) throws(Diagnostic) -> CleaningPhrases {
    func table(_ file: CleaningPhrases.File) throws(Diagnostic) -> TableFile {
      try files.table("languages/\(file.name)", file.columns)
    }
    return try CleaningPhrases(
      quoteHeaders: try table(CleaningPhrases.quoteHeaderFile),
      headerFields: try table(CleaningPhrases.headerFieldFile),
      deviceLines: try table(CleaningPhrases.deviceLineFile),
      disclaimers: try table(CleaningPhrases.disclaimerFile),
      signOffs: try table(CleaningPhrases.signOffFile)
    )
  }

  private static func languageTables(_ files: EngineFiles) throws(Diagnostic) -> LanguageTables {
    func table(_ index: Int) throws(Diagnostic) -> TableFile {
      let (name, columns) = LanguageTables.files[index]
      return try files.table("languages/\(name)", columns)
    }
    return try LanguageTables(
      functionWords: try table(0),
      customerWords: try table(1),
      letters: try table(2)
    )
  }

  /// What reads issues by the weights of terms, and what is wrong with its files.
  private struct TermReading: Sendable {
    var builder: IssueReader.Builder
    var diagnostics: [Diagnostic]
  }

  /// The weights of terms and the fields they speak of; nil where a lexicon has none.
  private static func termReading(
    _ files: EngineFiles,
    _ language: PhraseLanguage
  ) throws(Diagnostic) -> TermReading? {
    guard let terms = files.files["en/issues/terms.tsv"] else { return nil }
    let taxonomy = try taxonomy(files)
    var diagnostics: [Diagnostic] = []
    let weights = try IssueWeights(
      path: terms.path,
      bytes: terms.bytes,
      taxonomy: taxonomy,
      diagnostics: &diagnostics
    )
    return TermReading(
      builder: IssueReader.Builder(
        weights,
        fields: try wordFields(files, language),
        taxonomy: taxonomy,
        inflector: language.inflector
      ),
      diagnostics: diagnostics
    )
  }

  /// What reads the tone of texts, and what is wrong with its file.
  private struct ToneReading: Sendable {
    var builder: ToneReader.Builder
    var diagnostics: [Diagnostic]
  }

  /// The weights of the tone; nil where a lexicon has none.
  private static func toneReading(
    _ files: EngineFiles,
    _ language: PhraseLanguage
  ) throws(Diagnostic) -> ToneReading? {
    guard let tone = files.files["en/tone.tsv"] else { return nil }
    var diagnostics: [Diagnostic] = []
    let builder = try ToneReader.Builder(
      path: tone.path,
      bytes: tone.bytes,
      marks: Tone.Mark.allCases.map(\.rawValue),
      verdicts: Tone.Verdict.allCases.map(\.rawValue),
      fields: try wordFields(files, language),
      inflector: language.inflector,
      diagnostics: &diagnostics
    )
    return ToneReading(builder: builder, diagnostics: diagnostics)
  }

  /// The fields of words.
  static func wordFields(
    _ files: EngineFiles,
    _ language: PhraseLanguage
  ) throws(Diagnostic) -> WordFields {
    let file = try files.file("en/fields.tsv")
    return try WordFields(path: file.path, bytes: file.bytes, inflector: language.inflector)
  }

  private static func taxonomy(_ files: EngineFiles) throws(Diagnostic) -> Taxonomy {
    var taxonomyFiles: [String: (path: String, bytes: [UInt8])] = [:]
    for name in Taxonomy.files {
      let file = try files.file("taxonomy/\(name)")
      taxonomyFiles[name] = (file.path, file.bytes)
    }
    return try Taxonomy(files: taxonomyFiles)
  }

  private static func issues(
    _ files: EngineFiles,
    _ language: PhraseLanguage,
    _ vocabulary: inout Vocabulary.Builder
  ) throws(Diagnostic) -> IssueMatcher.Builder {
    var builder = IssueMatcher.Builder(
      try taxonomy(files),
      language: language,
      vocabulary: &vocabulary
    )
    for group in groups {
      let file = try files.file("en/issues/\(group).tsv")
      try builder.add(
        patternsAt: file.path,
        bytes: file.bytes,
        language: language,
        vocabulary: &vocabulary
      )
    }
    let context = try files.file("en/issues/context.tsv")
    try builder.add(
      contextAt: context.path,
      bytes: context.bytes,
      language: language,
      vocabulary: &vocabulary
    )
    // Without it no times are read.
    if let spans = files.files["en/issues/spans.tsv"] {
      try builder.add(spansAt: spans.path, bytes: spans.bytes, vocabulary: &vocabulary)
    }
    builder.addRemarks(to: &vocabulary)
    return builder
  }
}
