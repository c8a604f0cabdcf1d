public import VerbatimCore
public import VerbatimIngest

/// Labelled or rated feedback from files of any input format.
///
/// A verdict is a label where a file states one, else the first rating that says which end of its
/// scale is the good one. A record without a verdict, or without words, is told of and counted,
/// never dropped silently: read = texts + rejected + without verdict + without words.
public struct RatedTexts: Sendable {
  /// What a user says about the files.
  public struct Options: Sendable {
    /// The format and the column map, as for every input.
    public var input = OpenedInput.Options()
    /// The column or member with the label; nil leaves it to its name.
    public var labelColumn: String?
    /// The column or member with the words, and no other; nil leaves it to inference.
    public var textColumn: String?
    /// Whether the verdict is the rating even where a label is stated.
    public var prefersRatings = false

    /// Everything left to detection.
    public init() {}
  }

  /// How many records there were, and what became of them.
  public struct Counts: Hashable, Sendable {
    /// Records that the readers gave, usable or not.
    public var read = 0
    /// Records that the readers rejected, or whose label is none.
    public var rejected = 0
    /// Records with neither a label nor a rating.
    public var withoutVerdict = 0
    /// Records with a verdict and no words.
    public var withoutWords = 0

    /// No record yet.
    public init() {}
  }

  /// The texts, in the order of the files.
  public private(set) var texts: [RatedText] = []
  /// What is wrong with records, in the order of the files; an error cost its record.
  public private(set) var diagnostics: [Diagnostic] = []
  /// What became of the records.
  public private(set) var counts = Counts()

  /// Reads files whole.
  ///
  /// - Parameters:
  ///   - paths: The files; "-" for standard input.
  ///   - options: What the user says about them.
  /// - Throws: A diagnostic that makes a file unusable; `V1112` when no record has a verdict.
  /// - Complexity: O(*n*) in time and memory: what is measured is held at once.
  public init(_ paths: [String], options: Options = Options()) throws(Diagnostic) {
    for path in paths { try read(path, options) }
    if texts.isEmpty, let path = paths.first {
      throw Diagnostic(
        .verdictMissing,
        at: SourceLocation(file: path),
        "none of \(counts.read) records has both words and a verdict",
        hint: "a verdict is a rating, or a column named label, sentiment or polarity; name another "
          + "with --label-column"
      )
    }
  }

  /// The texts of one part; all for nil.
  public func texts(of part: RatedText.Part?) -> [RatedText] {
    guard let part else { return texts }
    return texts.filter { $0.part == part }
  }

  private mutating func read(_ path: String, _ options: Options) throws(Diagnostic) {
    var input = options.input
    input.map.isLabelled = true
    if let label = options.labelColumn { input.map.roles[label] = .label }
    if let text = options.textColumn { input.map.roles[text] = .text }
    var opened = try OpenedInput(path: path, options: input)
    var identity = RecordIdentity()
    var records: [FeedbackRecord] = []
    while let item = try opened.reader.next() {
      switch item {
      case .record(var record):
        counts.read += 1
        record.id = identity.id(of: record)
        records.append(record)
      case .reject(let diagnostic):
        counts.read += 1
        counts.rejected += 1
        diagnostics.append(diagnostic)
      case .warning(let diagnostic): diagnostics.append(diagnostic)
      }
    }
    if let damage = opened.encodingDamage { diagnostics.append(damage) }
    let scale = RatedLabel.Scale(
      records.lazy.compactMap { Self.stated($0) }.compactMap { RatedLabel.number($0.value) }
    )
    // A column may go by the name of a label and hold something else.
    let hasLabels =
      options.labelColumn != nil
      || records.contains { record in
        Self.stated(record).map { scale.label(of: $0.value) != nil } ?? false
      }
    for record in records {
      take(record, hasLabels ? scale : nil, prefersRatings: options.prefersRatings)
    }
  }

  /// The answer that states a record's label.
  private static func stated(_ record: FeedbackRecord) -> FeedbackRecord.Answer? {
    guard
      var answer = record.answers.first(where: { $0.role == ColumnRole.label.rawValue })
    else { return nil }
    var value = answer.value.drop(while: \.isWhitespace)
    while let last = value.last, last.isWhitespace { value.removeLast() }
    answer.value = String(value)
    return answer.value.isEmpty ? nil : answer
  }

  private mutating func take(
    _ record: FeedbackRecord,
    _ scale: RatedLabel.Scale?,
    prefersRatings: Bool
  ) {
    let rating = record.ratings.first { $0.share != nil }
    let label: RatedText.Label
    let evidence: RatedText.Evidence
    if let scale, let answer = Self.stated(record), !(prefersRatings && rating != nil) {
      let value = answer.value
      guard let read = scale.label(of: value) else {
        counts.rejected += 1
        diagnostics.append(
          Diagnostic(
            .labelUnknown,
            at: record.location,
            "`\(value)` in `\(answer.question)` is no label",
            hint: "labels are positive, negative, neutral, mixed, no_opinion; 1 and 0; 1, 0 and "
              + "-1; or 1 to 5"
          )
        )
        return
      }
      label = read
      evidence = .column(answer.question)
    } else if let rating, let read = RatedLabel.label(of: rating) {
      label = read
      evidence = .rating(rating.kind)
    } else {
      counts.withoutVerdict += 1
      diagnostics.append(
        Diagnostic(
          .verdictMissing,
          .warning,
          at: record.location,
          "the record has neither a label nor a rating",
          hint: "it was left out of the measurement"
        )
      )
      return
    }
    let words = RatedText.parts(of: record)
    guard !words.isEmpty else {
      counts.withoutWords += 1
      diagnostics.append(
        Diagnostic(
          .rowEmpty,
          .warning,
          at: record.location,
          "the record has a verdict and no words",
          hint: "it was left out of the measurement"
        )
      )
      return
    }
    let split = record.answers.first { $0.question.lowercased() == "split" }
    texts.append(
      RatedText(
        record: record,
        label: label,
        evidence: evidence,
        rating: rating?.share,
        part: split.flatMap { RatedText.Part(stated: $0.value) }
          ?? RatedText.Part(of: words.map(\.text).joined(separator: "\n\n"))
      )
    )
  }
}
