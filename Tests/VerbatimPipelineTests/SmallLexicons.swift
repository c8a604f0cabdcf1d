import VerbatimPipeline

/// A lexicon folder of a few words, and engines over it.
enum SmallLexicons {
  /// Every file by its name; columns are divided by tabs.
  static let files: [String: [[String]]] = {
    var files: [String: [[String]]] = [
      "en/spellings.tsv": [["variant", "form"], ["gud", "good"]],
      "en/misspellings.tsv": [["misspelling", "word"]],
      "en/real-words.tsv": [["word", "near"]],
      "en/inflections.tsv": [["base", "forms"], ["get", "got"], ["break", "broke broken"]],
      "en/classes.tsv": [
        ["class", "words"], ["not", "not no never didn't"], ["asks", "is does can"],
      ],
      "en/sentiment/terms-positive.tsv": [
        ["term", "valence", "note"], ["love", "3", ""], ["great", "3", ""], ["good", "2", ""],
        ["super", "2", ""],
      ],
      // Two German words that are English ones too.
      "en/sentiment/terms-negative.tsv": [
        ["term", "valence", "note"], ["bad", "-2", ""], ["awful", "-3", ""], ["die", "-2", ""],
        ["war", "-2", ""],
      ],
      "en/sentiment/terms-neutral.tsv": [["term", "valence", "note"], ["fire", "0", ""]],
      "en/sentiment/phrases.tsv": [["pattern", "valence", "note"], ["well made", "2", ""]],
      "en/sentiment/emoji.tsv": [["emoji", "valence", "note"], ["👍", "2", ""]],
      "en/sentiment/emoticons.tsv": [["emoticon", "valence", "note"], [":)", "1.5", ""]],
      "en/sentiment/frames.tsv": [["kind", "pattern", "valence", "note"]],
      "en/sentiment/modifiers.tsv": [
        ["word", "kind", "weight", "note"], ["not", "negator", "-0.74", ""],
        ["very", "intensifier", "0.25", ""], ["but", "contrast", "0", ""],
      ],
      "en/issues/context.tsv": [
        ["kind", "pattern"], ["resolved", "~replace it"], ["potential", "might"],
        ["hypothetical", "if"], ["no_contact", "leave me alone"],
      ],
      "languages/function-words.tsv": [
        ["language", "words"], ["en", "the and is it was i my this they with of"],
        ["de", "das die der und ist nicht ich mit wir aber auch war ein mir"],
      ],
      "languages/customer-words.tsv": [["language", "words"], ["de", "gut kaputt"]],
      "languages/letters.tsv": [["language", "weight", "letters"], ["de", "3", "ß"]],
      "languages/quote-headers.tsv": [
        ["language", "kind", "pattern"], ["en", "original", "original message"],
      ],
      "languages/header-fields.tsv": [["language", "field", "name"], ["en", "from", "from"]],
      "languages/device-lines.tsv": [["language", "kind", "pattern"]],
      "languages/disclaimers.tsv": [["language", "kind", "pattern"]],
      "languages/sign-offs.tsv": [
        ["language", "kind", "pattern"], ["en", "closing", "kind regards"],
      ],
      "languages/redaction-cues.tsv": [["language", "use", "phrases"]],
      "languages/greetings.tsv": [["language", "use", "phrases"]],
      "languages/redaction-signoffs.tsv": [["language", "use", "phrases"]],
      "languages/street-types.tsv": [["language", "use", "phrases"]],
      "languages/given-names.tsv": [["language", "use", "phrases"]],
      "languages/persons.tsv": [["language", "use", "phrases"]],
      "languages/ordinary-words.tsv": [["language", "use", "phrases"]],
      "taxonomy/taxonomy.tsv": [
        [
          "code", "group", "name", "tier", "tier_with_harm", "severity", "attribution", "stage",
          "description",
        ],
        ["SAF.HOT", "Safety", "Heat", "T1", "T0", "S1", "supplier", "use", "Heat."],
        ["DUR.BREAKS", "Durability", "Breaks", "T2", "T2", "S2", "supplier", "use", "Breaks."],
        ["DEL.LATE", "Delivery", "Late", "T3", "T3", "S3", "carrier", "delivery", "Late."],
        ["SVC.PRIVACY_SPAM", "Service", "Spam", "T3", "T3", "S3", "service", "support", "Spam."],
      ],
      "taxonomy/precedence.tsv": [["winner", "loser"]],
      "taxonomy/reason-codes.tsv": [
        ["scheme", "code", "issue"], ["amazon", "DEFECTIVE", "DUR.BREAKS"],
        ["amazon", "DEFECTIVE", "SAF.HOT"],
      ],
      "taxonomy/version.tsv": [["version"], ["7"]],
    ]
    let patterns = [
      "saf": [["SAF.HOT", "match", "~get [very] hot", ""]],
      "dur": [["DUR.BREAKS", "match", "~break", ""]],
      "del": [["DEL.LATE", "match", "late", ""]],
      "svc": [["SVC.PRIVACY_SPAM", "match", "stop writing", ""]],
    ]
    for group in groups {
      files["en/issues/\(group).tsv"] =
        [["code", "use", "pattern", "options"]] + (patterns[group] ?? [])
      files["en/issues/\(group).tests.tsv"] = [["code", "expect", "text"]]
    }
    return files
  }()

  /// The groups whose files an engine needs.
  static let groups = [
    "saf", "fun", "dur", "fit", "lst", "ord", "pkg", "frs", "del", "ret", "svc", "prc",
  ]

  /// Writes the files, changed as told.
  static func write(
    to folder: Folder,
    _ change: (inout [String: [[String]]]) -> Void = { _ in }
  ) throws {
    var files = files
    change(&files)
    for (name, rows) in files {
      try folder.write(name, rows.map { $0.joined(separator: "\t") + "\n" }.joined())
    }
  }

  /// An engine over the files, its options changed as told.
  static func engine(
    _ change: (inout EngineOptions) -> Void = { _ in }
  ) throws -> SignalEngine {
    let folder = try Folder()
    try write(to: folder)
    var options = EngineOptions()
    options.lexicons = folder.path
    change(&options)
    return try SignalEngine(options)
  }
}

extension SignalEngine {
  /// The signal of a record, and the record with its texts masked.
  func read(
    _ record: FeedbackRecord,
    explains: Bool = true
  ) -> (signal: FeedbackSignal, record: FeedbackRecord) {
    var record = record
    var scratch = Scratch()
    let signal = signal(for: &record, explains: explains, scratch: &scratch)
    return (signal, record)
  }

  /// The signal of a review that says only this.
  func read(_ text: String, explains: Bool = true) -> FeedbackSignal {
    var record = FeedbackRecord(source: .init(kind: .review, format: "delimited", file: "x.csv"))
    record.id = "x"
    record.text = text
    return read(record, explains: explains).signal
  }
}
