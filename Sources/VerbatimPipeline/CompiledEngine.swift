internal import VerbatimCatalog
internal import VerbatimCore
internal import VerbatimIssues
internal import VerbatimSentiment
internal import VerbatimText

/// Everything that is compiled against one vocabulary.
struct CompiledEngine {
  let tokenizer: Tokenizer
  let sentiment: SentimentEngine
  let issues: IssueMatcher
  let resolver: ProductResolver
  let languages: LanguageDetector
  let cleaner: MessageCleaner
  let redactor: Redactor
  let diagnostics: [Diagnostic]

  /// The groups of the taxonomy, each with a file of patterns.
  static let groups = [
    "saf", "fun", "dur", "fit", "lst", "ord", "pkg", "frs", "del", "ret", "svc", "prc",
  ]

  init(_ files: EngineFiles, catalog: Catalog) throws(Diagnostic) {
    var vocabulary = Vocabulary.Builder()
    for row in try files.table("en/spellings.tsv", ["variant", "form"]).rows {
      vocabulary.alias(row[0], of: row[1])
    }
    let language = try Self.language(files)
    var lexicon = SentimentLexicon()
    for name in SentimentLexicon.files {
      let file = try files.file("en/sentiment/\(name)")
      try lexicon.read(name: name, path: file.path, bytes: file.bytes)
    }
    let sentimentBuilder = CompiledLexicon.Builder(
      lexicon,
      language: language,
      vocabulary: &vocabulary
    )
    let issueBuilder = try Self.issues(files, language, &vocabulary)
    // Beyond these come function words and a catalog's names: nothing to correct to.
    let meaningful = vocabulary.count
    let tables = try Self.languageTables(files)
    let functionWords = tables.functionWords(of: "en")
    for word in functionWords { _ = vocabulary.intern(word) }
    // What comes after are names of products, which are of no language.
    let englishWords = vocabulary.count
    let mentionBuilder = MentionFinder.Builder(catalog, vocabulary: &vocabulary)

    let frozen = vocabulary.freeze()
    let common =
      functionWords
      + ["not", "be", "have", "my", "very", "one", "still"].flatMap { language.words(of: $0) }
    sentiment = SentimentEngine(sentimentBuilder.freeze(frozen, common: common))
    issues = issueBuilder.freeze(frozen, common: common)
    resolver = ProductResolver(catalog, mentions: mentionBuilder.freeze(frozen))
    languages = LanguageDetector(tables, vocabulary: frozen, knownWords: englishWords)
    func ids(_ kinds: Set<Modifier.Kind>) -> [WordID] {
      lexicon.modifiers.filter { kinds.contains($0.kind) }
        .map { frozen.id(of: ICUNormalizer.matchingForm($0.word)) }
    }
    tokenizer = Tokenizer(
      vocabulary: frozen,
      clauseOpeners: ids([.contrast, .concession, .opener]),
      clauseJoiners: ids([.joiner]),
      subjects: ids([.subject]),
      spelling: SpellingCorrector(
        vocabulary: frozen,
        targets: (1..<meaningful).map { WordID($0) } + functionWords.map { frozen.id(of: $0) },
        realWords: try files.table("en/real-words.tsv", ["word", "near"]).rows.map { $0[0] },
        misspellings: try files.table("en/misspellings.tsv", ["misspelling", "word"]).rows
          .map { ($0[0], $0[1]) }
      )
    )
    cleaner = MessageCleaner(try Self.cleaningPhrases(files))
    var redactionTables: [TableFile] = []
    for name in RedactionWords.files {
      redactionTables.append(try files.table("languages/\(name)", RedactionWords.columns))
    }
    let redactionWords = RedactionWords(redactionTables)
    redactor = Redactor(redactionWords)
    diagnostics =
      lexicon.diagnostics + sentimentBuilder.diagnostics + issueBuilder.diagnostics
      + redactionWords.diagnostics
  }

  private static func language(_ files: EngineFiles) throws(Diagnostic) -> PhraseLanguage {
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

  private static func issues(
    _ files: EngineFiles,
    _ language: PhraseLanguage,
    _ vocabulary: inout Vocabulary.Builder
  ) throws(Diagnostic) -> IssueMatcher.Builder {
    var taxonomyFiles: [String: (path: String, bytes: [UInt8])] = [:]
    for name in Taxonomy.files {
      let file = try files.file("taxonomy/\(name)")
      taxonomyFiles[name] = (file.path, file.bytes)
    }
    let taxonomy = try Taxonomy(files: taxonomyFiles)
    var builder = IssueMatcher.Builder(taxonomy, language: language, vocabulary: &vocabulary)
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
    return builder
  }
}
