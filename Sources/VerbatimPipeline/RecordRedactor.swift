internal import VerbatimCatalog
public import VerbatimCore
internal import VerbatimText

/// Masks personal data in records: all that records without scores need of an engine.
///
/// Immutable and shared by all tasks.
public struct RecordRedactor: Sendable {
  /// What is wrong with the lexicon files that it reads.
  public let diagnostics: [Diagnostic]
  let textRedactor: Redactor
  private let customerKey: [UInt8]

  /// Loads the words of redaction, and no other lexicon.
  ///
  /// - Throws: `V3002` when there is no lexicon.
  public init(_ options: EngineOptions = EngineOptions()) throws(Diagnostic) {
    let files = try EngineFiles(directory: options.lexicons, only: "languages/")
    self.init(try Self.words(files, options.catalog), customerKey: options.customerKey)
  }

  init(_ words: RedactionWords, customerKey: [UInt8]) {
    textRedactor = Redactor(words)
    diagnostics = words.diagnostics
    self.customerKey = customerKey
  }

  /// What personal data is known by; what the shop sells is nobody's name.
  static func words(
    _ files: EngineFiles,
    _ catalog: Catalog
  ) throws(Diagnostic) -> RedactionWords {
    let (tables, wordTables) = try tables(files)
    // A lexicon without weights masks by rules alone.
    var weights = TagWeights()
    if let file = files.files["languages/\(TagWeights.file)"] {
      weights = try TagWeights(path: file.path, bytes: file.bytes)
    }
    let goods = (0..<catalog.count).lazy.flatMap { index in
      let product = catalog[index]
      return [product.name] + product.aliases + [product.brand].compactMap(\.self)
        + product.suppliers.compactMap(\.name)
    }
    return RedactionWords(
      tables,
      wordTables: wordTables,
      weights: weights,
      goods: goods
    )
  }

  /// The tables of the words of redaction, and of other words.
  static func tables(
    _ files: EngineFiles
  ) throws(Diagnostic) -> (words: [TableFile], others: [TableFile]) {
    var tables: [TableFile] = []
    for name in RedactionWords.files {
      tables.append(try files.table("languages/\(name)", RedactionWords.columns))
    }
    var others: [TableFile] = []
    for name in RedactionWords.wordFiles {
      others.append(try files.table("languages/\(name)", RedactionWords.wordColumns))
    }
    return (tables, others)
  }

  /// A customer or an order as a keyed hash.
  public func key(of name: String) -> String { Fingerprint.keyed(name, key: customerKey) }

  /// Masks personal data in the texts of a record; offsets stay right.
  ///
  /// A name that one of the texts shows by its place is masked in the others too, and so are those
  /// of the writer and the speakers.
  ///
  /// - Parameters:
  ///   - record: The record.
  ///   - counts: How many pieces of each kind were masked is added here.
  public func redact(_ record: inout FeedbackRecord, counts: inout [String: Int]) {
    var names = textRedactor.names(of: Self.persons(in: record))
    func mask(_ text: String) -> String {
      textRedactor.redact(text, counts: &counts, names: &names)
    }
    record.title = record.title.map(mask)
    record.text = record.text.map(mask)
    for index in record.turns.indices {
      record.turns[index].text = mask(record.turns[index].text)
      // A customer appears only as a keyed hash.
      if record.turns[index].role == .customer { record.turns[index].speaker = "customer" }
    }
    // Answers repeat the text: what is masked in them is not counted again.
    var repeated: [String: Int] = [:]
    for index in record.answers.indices {
      let value = record.answers[index].value
      let masked = textRedactor.redact(value, counts: &repeated, names: &names)
      // A list of which nothing is changed stays the bytes of its row.
      if masked != value { record.answers[index].value = masked }
    }
    if !names.isEmpty { redactMentions(of: names, in: &record, counts: &counts) }
  }

  /// The writer and the speakers, machines aside, each once.
  private static func persons(in record: FeedbackRecord) -> [String] {
    var persons = [record.author].compactMap(\.self)
    for turn in record.turns where turn.role != .bot && turn.role != .system {
      if !persons.contains(turn.speaker) { persons.append(turn.speaker) }
    }
    return persons
  }

  /// Masks in each text of a record the names that any of them showed.
  private func redactMentions(
    of names: PersonNames,
    in record: inout FeedbackRecord,
    counts: inout [String: Int]
  ) {
    func mask(_ text: String) -> String {
      textRedactor.redactMentions(of: names, in: text, counts: &counts)
    }
    record.title = record.title.map(mask)
    record.text = record.text.map(mask)
    for index in record.turns.indices {
      record.turns[index].text = mask(record.turns[index].text)
    }
    var repeated: [String: Int] = [:]
    for index in record.answers.indices {
      let value = record.answers[index].value
      let masked = textRedactor.redactMentions(of: names, in: value, counts: &repeated)
      if masked != value { record.answers[index].value = masked }
    }
  }
}
