internal import VerbatimCatalog
public import VerbatimCore
public import VerbatimIssues
internal import VerbatimSentiment
public import VerbatimText

/// Turns records into signals: redaction, words, sentiment, issues, product, supplier and lot.
///
/// Immutable and shared by all tasks; each task brings its own scratch.
public struct SignalEngine: Sendable {
  /// Verbatim's version.
  public static let version = "0.1.0"

  /// What an engine is made of, for every signal.
  public let identity: FeedbackSignal.Engine
  /// What is wrong with the lexicon files; faulty lines are left out.
  public let diagnostics: [Diagnostic]
  /// The issues it finds.
  public let issueMatcher: IssueMatcher
  let tokenizer: Tokenizer
  let sentiment: SentimentEngine
  /// What reads the tone of texts; nil where the lexicons hold no weights of it.
  let toneReader: ToneReader?
  /// The engine that scores in its place; nil in the retail mode.
  let vader: VaderEngine?
  /// What a score is worth; nil where the lexicons hold no calibration.
  let calibration: SentimentCalibration?
  let resolver: ProductResolver
  let languages: LanguageDetector
  let cleaner: MessageCleaner
  /// Masks what the texts of records say of persons.
  public let redactor: RecordRedactor
  /// The English words that say nothing by themselves.
  let functionWords: [String]
  /// What tells what happens in a conversation; nil where the lexicons hold no cues.
  let cues: ConversationCues?
  let options: EngineOptions

  /// What one task reuses from record to record.
  public struct Scratch {
    var words = Tokenizer.Scratch()
    var conversation = Tokenizer.Scratch()
    var sentiment = SentimentEngine.Scratch()
    var spoken = Spoken()
    var issues = IssueMatcher.Scratch()
    var tone = ToneReader.Scratch()
    var languages = LanguageDetector.Scratch()
    var names: [TextPart] = []
    var texts: [TokenizedText] = []
    /// What the texts state that is bad news by itself.
    var statements: [Statement] = []
    /// How many words of the texts are in languages that are not scored.
    var foreignWords = 0
    private var spare: [TokenizedText] = []

    /// An empty scratch.
    public init() {}

    /// Forgets the parts of the record before, but not their memory.
    mutating func clear() {
      names.removeAll(keepingCapacity: true)
      foreignWords = 0
      while let text = texts.popLast() { spare.append(text) }
    }

    /// Adds a part with memory of an earlier one.
    mutating func add(_ name: TextPart, _ string: String) {
      var text = spare.popLast() ?? TokenizedText()
      text.bytes.removeAll(keepingCapacity: true)
      text.bytes.append(contentsOf: string.utf8)
      names.append(name)
      texts.append(text)
    }
  }

  /// Loads the lexicons and compiles them with the catalog's names.
  public init(_ options: EngineOptions = EngineOptions()) throws(Diagnostic) {
    self.options = options
    let files = try EngineFiles(
      directory: options.lexicons,
      overlays: options.overlays,
      laid: options.laid
    )
    let compiled = try CompiledEngine(
      files,
      readsTerms: options.readsTerms,
      readsTone: options.readsTone,
      catalog: options.catalog,
      orders: options.orders,
      receipts: options.receipts
    )
    diagnostics = compiled.diagnostics
    issueMatcher = compiled.issues
    tokenizer = compiled.tokenizer
    sentiment = compiled.sentiment
    toneReader = compiled.tone
    vader = try options.vader.map { files throws(Diagnostic) in
      VaderEngine(
        try VaderLexicon(
          path: files.lexicon.path,
          bytes: files.lexicon.bytes,
          emojiPath: files.emoji?.path ?? "",
          emojiBytes: files.emoji?.bytes ?? []
        )
      )
    }
    calibration = try files.calibration()
    resolver = compiled.resolver
    languages = compiled.languages
    cleaner = compiled.cleaner
    redactor = RecordRedactor(compiled.redactionWords, customerKey: options.customerKey)
    functionWords = try files.functionWords()
    cues = compiled.cues
    identity = FeedbackSignal.Engine(
      version: Self.version,
      lexiconHash: files.hash,
      taxonomyVersion: compiled.issues.taxonomy.version,
      configHash: Fingerprint.hex32(
        options.vader.map { "\(VaderEngine.version) \($0.hash)" } ?? ScoringRules.version,
        options.catalogHash + options.ledgerHash + (options.hours?.fingerprint ?? ""),
        options.language ?? "",
        Fingerprint.keyed("key", key: options.customerKey)
      ),
      icuVersion: ICU.version
    )
  }

  /// The signal of a record whose id is set.
  ///
  /// - Parameters:
  ///   - record: The record, whose texts are masked in place, and the names of whose agents give
  /// way
  ///     to pseudonyms.
  ///   - explains: Whether to list every contribution.
  ///   - macros: The paragraphs that repeat across conversations, where those were counted.
  ///   - scratch: Memory to reuse.
  /// - Returns: The signal, its revision 1.
  public func signal(
    for record: inout FeedbackRecord,
    explains: Bool,
    macros: MacroTally? = nil,
    scratch: inout Scratch
  ) -> FeedbackSignal {
    // Before names and addresses are masked, by which signatures are known; masks keep the places.
    let unscored = unscoredParts(of: record, macros: macros)
    let unscoredByTurn = unscoredByTurn(unscored, of: record)
    takeSpoken(of: record, without: unscored, &scratch.spoken)
    var redactions: [String: Int] = [:]
    redactor.redact(&record, counts: &redactions)
    takeParts(of: record, without: unscored, &scratch)
    let language = language(of: record, &scratch)
    let foreign = setForeignAside(language, &scratch)
    let issues = findIssues(language, foreign, &scratch)
    var signal = FeedbackSignal(
      id: Fingerprint.hex32(record.id, "feedback.signal.v1"),
      recordID: record.id,
      engine: identity,
      source: record.source,
      sentiment: sentiment(of: record, language: language, explains: explains, scratch: &scratch)
    )
    signal.language = language?.tag
    signal.languageConfidence = language?.confidence
    signal.unscored = inOrder(vader == nil ? unscored + foreign : unscored, scratch.names)
    signal.issues = issues
    signal.remarks = scratch.issues.remarks
    addReturnReason(record, to: &signal)
    attachIssues(to: &signal)
    signal.eventTime = record.occurredAt
    signal.observedTime = options.observedAt
    signal.customerKey = (record.customer ?? distinctiveAuthor(record)).map(customerKey)
    signal.orderKey = record.orderID.map(customerKey)
    signal.dims = record.dims
    signal.ratings = record.ratings
    signal.redactions = redactions
    signal.repairs = record.repairs
    signal.flags = record.flags
    addProduct(record, scratch.texts, to: &signal)
    signal.satisfaction = satisfaction(of: signal)
    let stage = stage(of: signal)
    signal.journeyStage = stage.stage
    signal.journeyStageConfidence = stage.confidence
    signal.contactHints = hints(of: signal)
    if record.source.kind == .transcript {
      signal.transcript = transcript(
        of: record,
        without: unscoredByTurn,
        language: language,
        scratch: &scratch
      )
      hideAgents(in: &record)
    }
    return signal
  }

  /// Whether texts are scored as they stand in the file, damage and all, as another program would.
  public var takesTextsAsTheyAre: Bool { options.takesTextsAsTheyAre }

  /// The names of issues by code.
  public var issueNames: [String: String] {
    Dictionary(
      issueMatcher.taxonomy.leaves.map { ($0.code, $0.name) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// How many word forms the lexicons and patterns know.
  public var wordCount: Int { tokenizer.vocabulary.count - 1 }

  /// A customer or an order as a keyed hash.
  public func customerKey(of name: String) -> String {
    options.customerKey(of: name)
  }

  // MARK: Steps

  /// Article, supplier and lot.
  private func addProduct(
    _ record: FeedbackRecord,
    _ texts: [TokenizedText],
    to signal: inout FeedbackSignal
  ) {
    signal.product = resolver.product(of: record, texts: texts)
    if let category = signal.product.category, signal.dims["category"] == nil {
      signal.dims["category"] = category
    }
    signal.lot = resolver.lot(of: record, texts: texts, product: signal.product)
    signal.supplier = resolver.supplier(of: record, product: signal.product, lot: signal.lot)
  }

  func sentiment(
    of record: FeedbackRecord,
    language: DetectedLanguage?,
    explains: Bool,
    scratch: inout Scratch
  ) -> Sentiment {
    if let vader {
      return sentiment(by: vader, of: record, explains: explains, &scratch.spoken)
    }
    var words = 0
    var known = 0
    for text in scratch.texts {
      words += text.words.count
      for word in text.words where word.id != 0 { known += 1 }
    }
    words -= scratch.foreignWords
    guard words > 0 else { return Sentiment(status: .noText) }
    guard isEnglish(language) else { return Sentiment(status: .unsupportedLanguage) }
    // A text of which next to no word is known is in no language we can read.
    if words >= 4, known * 8 < words { return Sentiment(status: .abstained) }
    var result = sentiment.score(
      scratch.texts,
      named: scratch.names,
      statements: scratch.statements,
      explains: explains,
      scratch: &scratch.sentiment
    )
    addTone(of: record, to: &result, explains: explains, &scratch)
    if let calibration, let compound = result.compound {
      result.pNegative = calibration.pNegative(compound)
      result.calibrationID = calibration.id
    }
    return result
  }

  /// A code that may mean more leaves than this hints at no danger (authored).
  private static let mostHintedLeaves = 4

  /// A return reason is a claim: an issue without words, when the text does not say it already.
  private func addReturnReason(_ record: FeedbackRecord, to signal: inout FeedbackSignal) {
    guard let reason = record.returnReason else { return }
    let codes = issueMatcher.taxonomy.issues(for: reason)
    let reported = signal.issues.filter(\.modality.isReport)
    let agreement: ReasonCheck.Agreement =
      if codes.isEmpty {
        .unknownCode
      } else if reported.isEmpty {
        .textSilent
      } else {
        reported.contains { codes.contains($0.code) } ? .agrees : .disagrees
      }
    signal.returnReason = ReasonCheck(reason: reason, agreement: agreement)
    for code in codes where !signal.issues.contains(where: { $0.code == code }) {
      guard let leaf = issueMatcher.taxonomy.leaf(code) else { continue }
      // "Defective" may hide a danger, and the text decides: such a code alone is none.
      if leaf.tier.isHazard, codes.count > Self.mostHintedLeaves { continue }
      signal.issues.append(
        Issue(
          code: code,
          tier: leaf.tier,
          confidence: (50 / Double(codes.count)).rounded() / 100,
          modality: .actual,
          intent: .complaint,
          attribution: leaf.attribution,
          evidence: nil
        )
      )
    }
  }

  private func attachIssues(to signal: inout FeedbackSignal) {
    for index in signal.sentiment.clauses.indices {
      let clause = signal.sentiment.clauses[index]
      signal.sentiment.clauses[index].issues = signal.issues.compactMap { issue in
        guard let evidence = issue.evidence, evidence.part == clause.part,
          clause.range.overlaps(evidence.range)
        else { return nil }
        return issue.code
      }
    }
  }

  /// A published name that hardly two people share, so that one writer's reviews count once; nil
  /// for a first name, an initial or "Anonymous".
  private func distinctiveAuthor(_ record: FeedbackRecord) -> String? {
    guard let author = record.author, author.utf8.count >= 8,
      author.contains(where: { $0 == "_" || $0.isNumber })
    else { return nil }
    return EngineOptions.author(author)
  }

  private func satisfaction(of signal: FeedbackSignal) -> FeedbackSignal.Satisfaction? {
    var components: [(name: String, value: Double)] = []
    var sum = 0.0
    for rating in signal.ratings {
      guard let share = rating.share,
        !components.contains(where: { $0.name == rating.kind.rawValue })
      else { continue }
      let value = (share * 1000).rounded() / 10
      components.append((rating.kind.rawValue, value))
      sum += value
    }
    if let compound = signal.sentiment.compound {
      let value = ((compound + 1) * 500).rounded() / 10
      components.append(("text", value))
      sum += value
    }
    guard !components.isEmpty else { return nil }
    let hasRating = components.contains { $0.name != "text" }
    let hasText = components.contains { $0.name == "text" }
    return FeedbackSignal.Satisfaction(
      score: (sum / Double(components.count) * 10).rounded() / 10,
      components: components,
      coverage: hasRating && hasText ? 1 : 0.5
    )
  }

  /// Where in the customer's way the feedback belongs, and how sure that is: by the worst report,
  /// by a question, by the kind of source (confidences authored).
  private func stage(
    of signal: FeedbackSignal
  ) -> (stage: FeedbackSignal.JourneyStage, confidence: Double?) {
    let reports = signal.issues.filter { $0.modality.isReport }
    if let worst = reports.min(by: { $0.tier < $1.tier }),
      let leaf = issueMatcher.taxonomy.leaf(worst.code)
    {
      return (leaf.stage, worst.confidence)
    }
    if signal.issues.contains(where: { $0.intent == .question }) { return (.prePurchase, 0.6) }
    return switch signal.source.kind {
    case .transcript: (.support, 0.7)
    case .returnComment: (.return, 0.9)
    case .review: (.use, 0.6)
    case .survey: (.unknown, nil)
    }
  }

  private func hints(of signal: FeedbackSignal) -> FeedbackSignal.ContactHints {
    var hints = FeedbackSignal.ContactHints()
    hints.openIssue = signal.issues.contains {
      ($0.modality == .actual || $0.modality == .potential) && $0.tier <= .t3
    }
    hints.wantsNoContact =
      signal.remarks.contains { $0.kind == .noContact }
      || signal.issues.contains { $0.code == "SVC.PRIVACY_SPAM" && $0.modality == .actual }
    return hints
  }
}
