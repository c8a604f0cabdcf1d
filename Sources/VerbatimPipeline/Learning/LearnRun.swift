public import VerbatimCore
internal import VerbatimSentiment
internal import VerbatimText

/// Learns valences from a user's own ratings, and measures what they are worth on texts held out.
///
/// The texts are divided by content, article and time (``LearningSplit``). Inside those learnt
/// from, words that the lexicon lacks are looked for, and how strongly the authored valences hold
/// is chosen by cross-validation. The valences are fitted twice, the second time around the first
/// result, because the engine is not quite linear. The texts held out are scored at the end, by the
/// real engine, with and without the overlay, and are looked at for nothing else.
///
/// The files are read seven times; what is held are a few bytes for each entry in each text.
public struct LearnRun: Sendable {
  /// What a user says.
  public struct Options: Sendable {
    /// What the lexicon before is.
    public var engine = EngineOptions()
    /// How the files are read.
    public var rated = RatedTexts.Options()
    /// Whether words and phrases that the lexicon lacks are looked for.
    public var mines = true
    /// How many tasks work side by side; the result is the same.
    public var jobs = 1

    /// The defaults.
    public init() {}
  }

  /// The fewest texts to learn from, and the fewest of each side.
  public static let fewest = (texts: 100, side: 20)
  /// λ that cross-validation tries: how many texts' worth of evidence an authored valence is.
  static let penalties = [128.0, 64, 32, 16, 8, 4, 2, 1]
  /// The most texts that cross-validation and the search for words look at.
  static let sample = 50_000
  /// The valence under which a word that the lexicon lacks is measured at first, and under which it
  /// is let go in the end: what a lone word needs to pass the threshold of the labels.
  static let smallest = 0.2

  let options: Options

  /// A run with what the user says; the tone of texts is left out, because it hides what single entries
  /// are worth.
  public init(_ options: Options) {
    var options = options
    options.engine.readsTone = false
    self.options = options
  }

  /// Learns.
  ///
  /// - Parameters:
  ///   - paths: Files that can be read more than once.
  ///   - tell: Takes rejects and warnings, in order.
  ///   - flip: Takes each text whose label flips, in order, and whether it was learnt from.
  /// - Returns: What was learnt, and the cards.
  /// - Throws: A diagnostic that makes a file unusable; `V3016` when there are too few ratings.
  public func run(
    _ paths: [String],
    tell: (Diagnostic) -> Void,
    flip: (LabelFlip, _ isTraining: Bool) throws -> Void
  ) async throws -> LearnResult {
    var result = LearnResult()
    result.sources = try paths.map { path in (path, try Self.fileHash(path)) }
    var stream = RatedStream(paths, options: options.rated, jobs: options.jobs)
    let survey = try await stream.survey(tell: tell)
    let split = LearningSplit(survey)
    result.describe(split, survey)
    let base = try SignalEngine(options.engine)
    result.lexiconHash = base.identity.lexiconHash
    let lexicon = try LexiconSource(LexiconSource.current, over: options.engine).lexicon()

    let counted = try await count(stream, split)
    result.counts.training = counted.sides
    result.counts.read = survey.read
    result.counts.unusable = survey.read - counted.rated
    try check(counted, survey, paths)
    let mined = try await mine(stream, split, base, lexicon, survey, counted)
    result.candidates = mined.all.count

    // The candidates in the lexicon, next to nothing each, so that the engine itself tells what
    // each would add where.
    let provisional = LexiconOverlay(
      entries: mined.all.map { Self.entry($0.term, $0.z < 0 ? -Self.smallest : Self.smallest) }
    )
    let columns = Columns(lexicon, candidates: mined.all)
    let first = try await measure(stream, split, provisional, columns, counted)
    let model = Model(first, columns, mined)
    guard let choice = await choose(model, &result) else {
      try await score(stream, split, base, base, first.copies, &result, flip)
      return result
    }
    var fit = model.fit(choice, start: nil)
    let overlay = Self.overlay(of: fit.valences, columns, first)
    // Once more around the first result: the engine's contributions hang on one another.
    let second = try await measure(stream, split, overlay, columns, counted)
    fit = Model(second, columns, mined).fit(choice, start: fit.valences, slope: model.slope)
    result.classWeights = model.classWeights
    result.take(fit.valences, columns, first)
    var options = options.engine
    options.laid.append(result.overlay)
    try await score(stream, split, base, try SignalEngine(options), first.copies, &result, flip)
    return result
  }

  // MARK: Steps

  /// The texts learnt from by side, counted; and all that are rated.
  struct Counted: Sendable {
    var sides = [0, 0, 0]
    var rated = 0

    var trained: Int { sides.reduce(0, +) }
  }

  private func count(_ stream: RatedStream, _ split: LearningSplit) async throws -> Counted {
    var whole = Counted()
    try await stream.forEach(
      { texts in
        var part = Counted()
        for text in texts {
          part.rated += 1
          if split.place(of: text).isTraining { part.sides[text.side + 1] += 1 }
        }
        return part
      },
      consume: { part in
        whole.rated += part.rated
        for side in 0..<3 { whole.sides[side] += part.sides[side] }
      }
    )
    return whole
  }

  private func check(_ counted: Counted, _ survey: RatedSurvey, _ paths: [String]) throws {
    guard
      counted.trained < Self.fewest.texts || counted.sides[0] < Self.fewest.side
        || counted.sides[2] < Self.fewest.side
    else { return }
    throw Diagnostic(
      .ratedTooFew,
      at: SourceLocation(file: paths.first ?? "-"),
      "\(counted.sides[0]) negative, \(counted.sides[1]) neutral and \(counted.sides[2]) positive "
        + "texts are left to learn from, of \(survey.read) records",
      hint: "it takes \(Self.fewest.texts) rated texts, \(Self.fewest.side) negative and "
        + "\(Self.fewest.side) positive among them; name the verdict with --label-column"
    )
  }

  /// Candidates of all texts learnt from, and of those outside each fold.
  struct Mined: Sendable {
    /// Every candidate of any fold, the surest first.
    var all: [PhraseMining.Candidate] = []
    /// Those found in all texts, by their places in `all`.
    var whole: Set<Int> = []
    /// Those found outside a fold, by their places in `all`.
    var folds: [Set<Int>] = []
  }

  private func mine(
    _ stream: RatedStream,
    _ split: LearningSplit,
    _ engine: SignalEngine,
    _ lexicon: SentimentLexicon,
    _ survey: RatedSurvey,
    _ counted: Counted
  ) async throws -> Mined {
    guard options.mines else { return Mined(folds: Array(repeating: [], count: 5)) }
    let vocabulary = try vocabulary(lexicon, survey)
    let sampling = Sampling(counted.trained)
    var mining = PhraseMining()
    try await stream.forEach(
      { texts in
        var part = PhraseMining()
        var scratch = SignalEngine.Scratch()
        for text in texts where split.place(of: text).isTraining {
          let draw = sampling.draw(text)
          guard draw.isIn else { continue }
          var record = text.record
          let unscored = engine.mask(&record)
          let sentiment = engine.sentiment(
            ofMasked: record,
            without: unscored,
            explains: true,
            scratch: &scratch
          )
          guard sentiment.status == .scored || sentiment.status == .noOpinion else { continue }
          part.take(
            scratch.texts,
            scratch.names,
            sentiment,
            engine,
            vocabulary,
            side: text.side,
            fold: draw.fold
          )
        }
        return part
      },
      consume: { mining.add($0) }
    )
    var mined = Mined()
    var places: [String: Int] = [:]
    func numbers(of candidates: [PhraseMining.Candidate]) -> Set<Int> {
      var own: Set<Int> = []
      for candidate in candidates {
        let place = places[candidate.term] ?? mined.all.count
        if place == mined.all.count {
          places[candidate.term] = place
          mined.all.append(candidate)
        }
        own.insert(place)
      }
      return own
    }
    mined.whole = numbers(of: mining.candidates(vocabulary))
    mined.folds = (0..<5).map { numbers(of: mining.candidates(without: $0, vocabulary)) }
    return mined
  }

  private func vocabulary(
    _ lexicon: SentimentLexicon,
    _ survey: RatedSurvey
  ) throws -> PhraseMining.Vocabulary {
    let files = try EngineFiles(directory: options.engine.lexicons)
    var empty = Set(try files.functionWords().map { ICUNormalizer.matchingForm($0) })
    empty.formUnion(lexicon.modifiers.map { ICUNormalizer.matchingForm($0.word) })
    return PhraseMining.Vocabulary(
      empty: empty,
      terms: Set(lexicon.entries.map { ICUNormalizer.matchingForm($0.term) }),
      names: survey.productWords
    )
  }

  /// Which texts are looked at by what cannot look at all, and in which fold each is: by the hash
  /// of its words, so that copies stay together.
  struct Sampling: Sendable {
    private let limit: UInt64

    init(_ count: Int) {
      let share = Double(LearnRun.sample) / Double(max(1, count))
      limit = share >= 1 ? .max : UInt64(share * 18_446_744_073_709_549_568)
    }

    func draw(_ text: RatedText) -> (isIn: Bool, fold: Int) {
      let hash = LearningSplit.hash("fold \(LearningSplit.words(of: text))")
      return (hash <= limit, Int(hash % 5))
    }
  }

  /// What each entry adds to the texts learnt from.
  struct Measured: Sendable {
    /// All of them.
    var features = SparseFeatures.Builder().columns(count: 0)
    /// Their sides.
    var sides: [Int8] = []
    /// Those of the sample.
    var sampleFeatures = SparseFeatures.Builder().columns(count: 0)
    /// Their sides.
    var sampleSides: [Int8] = []
    /// Their folds.
    var sampleFolds: [UInt8] = []
    /// The hashes of the words of all of them.
    var copies: Set<UInt64> = []
  }

  private struct Rows: Sendable {
    var all = SparseFeatures.Builder()
    var sides: [Int8] = []
    var sample = SparseFeatures.Builder()
    var sampleSides: [Int8] = []
    var sampleFolds: [UInt8] = []
    var hashes: [UInt64] = []
  }

  private func measure(
    _ stream: RatedStream,
    _ split: LearningSplit,
    _ overlay: LexiconOverlay,
    _ columns: Columns,
    _ counted: Counted
  ) async throws -> Measured {
    var engineOptions = options.engine
    engineOptions.laid.append(overlay)
    let engine = try SignalEngine(engineOptions)
    let sampling = Sampling(counted.trained)
    var rows = Rows()
    var copies: Set<UInt64> = []
    try await stream.forEach(
      { texts in
        var part = Rows()
        var scratch = SignalEngine.Scratch()
        for text in texts where split.place(of: text).isTraining {
          part.hashes.append(LearningSplit.hash(LearningSplit.words(of: text)))
          var record = text.record
          let unscored = engine.mask(&record)
          let sentiment = engine.sentiment(
            ofMasked: record,
            without: unscored,
            explains: true,
            scratch: &scratch
          )
          guard sentiment.status == .scored || sentiment.status == .noOpinion else { continue }
          var cells: [(column: Int, value: Double)] = []
          for item in sentiment.contributions where item.valence != 0 {
            guard let column = columns.places[item.term] else { continue }
            cells.append((column, item.contribution / item.valence))
          }
          part.all.add(cells)
          part.sides.append(Int8(text.side))
          let draw = sampling.draw(text)
          guard draw.isIn else { continue }
          part.sample.add(cells)
          part.sampleSides.append(Int8(text.side))
          part.sampleFolds.append(UInt8(draw.fold))
        }
        return part
      },
      consume: { part in
        rows.all.add(part.all)
        rows.sides += part.sides
        rows.sample.add(part.sample)
        rows.sampleSides += part.sampleSides
        rows.sampleFolds += part.sampleFolds
        copies.formUnion(part.hashes)
      }
    )
    return Measured(
      features: rows.all.columns(count: columns.terms.count),
      sides: rows.sides,
      sampleFeatures: rows.sample.columns(count: columns.terms.count),
      sampleSides: rows.sampleSides,
      sampleFolds: rows.sampleFolds,
      copies: copies
    )
  }

  static func entry(_ term: String, _ valence: Double, note: String = "") -> LexiconEntry {
    LexiconEntry(
      term: term,
      kind: term.contains(" ") ? .phrase : .term,
      valence: valence,
      note: note,
      location: SourceLocation(file: "learned")
    )
  }

  /// The SHA-256 of a file.
  static func fileHash(_ path: String) throws(Diagnostic) -> String {
    let reader = try ByteReader(path: path)
    return try Fingerprint.ofBlocks { () throws(Diagnostic) in try reader.read(upTo: 1 << 20) }
  }
}
