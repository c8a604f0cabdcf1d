internal import VerbatimCore
internal import VerbatimIngest

/// Rated feedback read again and again, never held: what ``RatedTexts`` reads, in constant memory.
///
/// The first reading, the survey, tells what the numbers of a label column mean and by what the
/// texts can be divided; the later ones give the texts in batches.
struct RatedStream: Sendable {
  /// The files.
  let paths: [String]
  private let options: RatedTexts.Options
  private let batches: OrderedBatches
  /// What the labels of each file mean; none where a file has none that can be read.
  private var scales: [String: RatedLabel.Scale] = [:]

  /// A stream over files that can be read more than once.
  init(_ paths: [String], options: RatedTexts.Options, jobs: Int) {
    self.paths = paths
    self.options = options
    batches = OrderedBatches(jobs: jobs)
  }

  private func opened(_ path: String) throws(Diagnostic) -> OpenedInput {
    var input = options.input
    input.map.isLabelled = true
    if let label = options.labelColumn { input.map.roles[label] = .label }
    if let text = options.textColumn { input.map.roles[text] = .text }
    return try OpenedInput(path: path, options: input)
  }

  /// Reads everything once.
  ///
  /// - Parameter tell: Takes rejects and warnings, in order.
  /// - Returns: What was found, over all files.
  /// - Throws: A diagnostic that makes a file unusable.
  mutating func survey(tell: (Diagnostic) -> Void) async throws -> RatedSurvey {
    var whole = RatedSurvey()
    for path in paths {
      var input = try opened(path)
      var survey = RatedSurvey()
      try await batches.run(
        &input.reader,
        prepare: { $0 },
        work: { items in
          var part = RatedSurvey()
          for item in items { part.take(item) }
          return part
        },
        consume: { part in
          for diagnostic in part.diagnostics { tell(diagnostic) }
          survey.add(part)
        }
      )
      if let damage = input.encodingDamage { tell(damage) }
      if options.labelColumn != nil || survey.hasLabels { scales[path] = survey.scale }
      whole.add(survey)
    }
    return whole
  }

  /// Reads the rated texts, each with its id, in batches.
  ///
  /// - Parameters:
  ///   - work: Called for each batch, on any task.
  ///   - consume: Called for each result, in order.
  /// - Throws: A diagnostic that makes a file unusable, and what `consume` throws.
  func forEach<Result: Sendable>(
    _ work: @escaping @Sendable ([RatedText]) -> Result,
    consume: (Result) throws -> Void
  ) async throws {
    for path in paths {
      var input = try opened(path)
      var identity = RecordIdentity()
      let scale = scales[path]
      let prefersRatings = options.prefersRatings
      try await batches.run(
        &input.reader,
        prepare: { item -> FeedbackRecord? in
          guard case .record(var record) = item else { return nil }
          record.id = identity.id(of: record)
          return record
        },
        work: { records in
          work(
            records.compactMap {
              $0.flatMap { Self.rated($0, scale, prefersRatings: prefersRatings) }
            }
          )
        },
        consume: consume
      )
    }
  }

  /// A record with its verdict; nil without one, and without words.
  static func rated(
    _ record: FeedbackRecord,
    _ scale: RatedLabel.Scale?,
    prefersRatings: Bool
  ) -> RatedText? {
    let rating = record.ratings.first { $0.share != nil }
    let label: RatedText.Label
    let evidence: RatedText.Evidence
    if let scale, let stated = statedLabel(record), !(prefersRatings && rating != nil) {
      guard let read = scale.label(of: stated.value) else { return nil }
      (label, evidence) = (read, .column(stated.question))
    } else if let rating, let read = RatedLabel.label(of: rating) {
      (label, evidence) = (read, .rating(rating.kind))
    } else {
      return nil
    }
    guard !RatedText.parts(of: record).isEmpty else { return nil }
    return RatedText(
      record: record,
      label: label,
      evidence: evidence,
      rating: rating?.share,
      part: .tuning
    )
  }

  /// The answer that states a record's label, without the blanks around it.
  static func statedLabel(_ record: FeedbackRecord) -> FeedbackRecord.Answer? {
    guard var answer = record.answers.first(where: { $0.role == ColumnRole.label.rawValue })
    else { return nil }
    var value = answer.value.drop(while: \.isWhitespace)
    while value.last?.isWhitespace == true { value.removeLast() }
    answer.value = String(value)
    return value.isEmpty ? nil : answer
  }
}

/// What the first reading of rated feedback finds.
struct RatedSurvey: Sendable {
  /// Records, usable or not.
  var read = 0
  /// Records that the readers rejected.
  var rejected = 0
  /// Records without words.
  var withoutWords = 0
  /// Records with neither a label nor a rating.
  var withoutVerdict = 0
  /// Records by the day of which they tell, for those with words and something like a verdict.
  var days: [Int: Int] = [:]
  /// Records without a date.
  var undated = 0
  /// The hashes of the articles.
  var products: Set<UInt64> = []
  /// The words of the articles' names.
  var productWords: Set<String> = []
  /// Rejects and warnings, in order.
  var diagnostics: [Diagnostic] = []
  private var numbers: Set<Double> = []
  private var hasWords = false

  /// Whether any label can be read; a column may go by the name of one and hold something else.
  var hasLabels: Bool { hasWords || (!numbers.isEmpty && scale != .unknown) }

  /// How many names of articles are looked at for words.
  static let nameLimit = 20_000

  /// What the numbers of the label column mean.
  var scale: RatedLabel.Scale { RatedLabel.Scale(numbers.sorted()) }

  mutating func take(_ item: ReadItem) {
    switch item {
    case .reject(let diagnostic):
      read += 1
      rejected += 1
      diagnostics.append(diagnostic)
    case .warning(let diagnostic): diagnostics.append(diagnostic)
    case .record(let record):
      read += 1
      guard !RatedText.parts(of: record).isEmpty else {
        withoutWords += 1
        return
      }
      let stated = RatedStream.statedLabel(record)
      if let stated {
        if let number = RatedLabel.number(stated.value) { insert(number) }
        if RatedLabel.word(stated.value) != nil { hasWords = true }
      }
      guard stated != nil || record.ratings.contains(where: { $0.share != nil }) else {
        withoutVerdict += 1
        return
      }
      if let date = record.occurredAt {
        days[date.dayNumber, default: 0] += 1
      } else {
        undated += 1
      }
      let product = record.product
      if let name = product.sku ?? product.asin ?? product.gtin ?? product.name {
        let isNew = products.insert(LearningSplit.hash(name)).inserted
        if isNew, products.count <= Self.nameLimit {
          for text in [product.name, product.brand, product.sku].compactMap(\.self) {
            productWords.formUnion(PhraseMining.words(of: text))
          }
        }
      }
    }
  }

  private mutating func insert(_ number: Double) {
    // The lowest, the highest and whether all are whole decide; more need not be kept.
    if numbers.count < 1_000 { numbers.insert(number) }
    if let low = numbers.min(), let high = numbers.max(), number < low || number > high {
      numbers.insert(number)
    }
  }

  mutating func add(_ other: RatedSurvey) {
    read += other.read
    rejected += other.rejected
    withoutWords += other.withoutWords
    withoutVerdict += other.withoutVerdict
    undated += other.undated
    hasWords = hasWords || other.hasWords
    days.merge(other.days, uniquingKeysWith: +)
    products.formUnion(other.products)
    productWords.formUnion(other.productWords)
    for number in other.numbers.sorted() { insert(number) }
  }
}
