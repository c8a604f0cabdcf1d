public import VerbatimCore
public import VerbatimIngest
internal import VerbatimText

/// What a lexicon knows of a user's own texts: how many have an opinion, which words are unknown,
/// and which entries do the work.
public struct LexiconCoverage: Sendable {
  /// A term with how often it was met, and what it added to scores.
  public struct Term: Hashable, Sendable {
    /// The word form, or the entry as the lexicon spells it.
    public var term: String
    /// How often.
    public var count: Int
    /// The sum of its contributions; 0 for unknown words.
    public var contribution: Double
  }

  /// Texts read.
  public private(set) var texts = 0
  /// Records that cannot be used.
  public private(set) var rejected = 0
  /// Texts by status.
  public private(set) var statuses: [Sentiment.Status: Int] = [:]
  /// Texts by label.
  public private(set) var labels: [Sentiment.Label: Int] = [:]
  /// Words, numbers, emoji and emoticons.
  public private(set) var tokens = 0
  /// Those of them that some lexicon, pattern or word list knows; numbers count as known.
  public private(set) var known = 0
  /// How often an entry counted.
  public private(set) var hits = 0
  private var unknown = TermTally()
  private var entries = TermTally()

  /// Nothing seen yet.
  public init() {}

  /// The share of texts that have a score.
  public var scoredShare: Double { share(statuses[.scored] ?? 0, of: texts) }
  /// The share of tokens that are known.
  public var knownShare: Double { share(known, of: tokens) }

  /// The unknown words met most often.
  public func unknownWords(_ count: Int) -> [Term] {
    unknown.mostFrequent(count).map { Term(term: $0.term, count: $0.entry.count, contribution: 0) }
  }

  /// The entries that moved scores most, by the size of the sum of their contributions.
  public func weightiestEntries(_ count: Int) -> [Term] {
    entries.weightiest(count).map {
      Term(
        term: $0.term,
        count: $0.entry.count,
        contribution: ($0.entry.sum * 100).rounded() / 100 + 0
      )
    }
  }

  private func share(_ part: Int, of whole: Int) -> Double {
    whole == 0 ? 0 : Double(part) / Double(whole)
  }

  /// Takes in an input.
  ///
  /// - Parameters:
  ///   - input: The input, whose reader is used up.
  ///   - engine: What scores it.
  ///   - jobs: How many tasks work side by side; the result is the same.
  ///   - tell: Takes rejects and warnings, in order.
  /// - Throws: A diagnostic that makes the rest of the input unusable.
  public mutating func read(
    _ input: inout OpenedInput,
    _ engine: SignalEngine,
    jobs: Int,
    tell: (Diagnostic) -> Void
  ) async throws {
    var reader = input.reader
    var result = self
    try await OrderedBatches(jobs: jobs).run(
      &reader,
      prepare: { $0 },
      work: { Self.work($0, engine) },
      consume: { part in
        for diagnostic in part.diagnostics { tell(diagnostic) }
        result.add(part.coverage)
      }
    )
    self = result
    if let damage = input.encodingDamage { tell(damage) }
  }

  private struct Part: Sendable {
    var coverage = LexiconCoverage()
    var diagnostics: [Diagnostic] = []
  }

  private static func work(_ items: [ReadItem], _ engine: SignalEngine) -> Part {
    var scratch = SignalEngine.Scratch()
    var part = Part()
    for item in items {
      switch item {
      case .record(var record): part.coverage.take(&record, engine, &scratch)
      case .reject(let diagnostic):
        part.coverage.rejected += 1
        part.diagnostics.append(diagnostic)
      case .warning(let diagnostic): part.diagnostics.append(diagnostic)
      }
    }
    return part
  }

  private mutating func take(
    _ record: inout FeedbackRecord,
    _ engine: SignalEngine,
    _ scratch: inout SignalEngine.Scratch
  ) {
    let unscored = engine.mask(&record)
    let sentiment = engine.sentiment(
      ofMasked: record,
      without: unscored,
      explains: true,
      scratch: &scratch
    )
    texts += 1
    statuses[sentiment.status, default: 0] += 1
    if let label = sentiment.label { labels[label, default: 0] += 1 }
    for text in scratch.texts {
      for word in text.words {
        tokens += 1
        if word.id != 0 || word.kind == .number {
          known += 1
        } else if word.kind == .word {
          unknown.add(ICUNormalizer.matchingForm(text.cut(word.range)))
        }
      }
    }
    for item in sentiment.contributions {
      hits += 1
      entries.add(item.term, sum: item.contribution)
    }
  }

  private mutating func add(_ other: LexiconCoverage) {
    texts += other.texts
    rejected += other.rejected
    tokens += other.tokens
    known += other.known
    hits += other.hits
    statuses.merge(other.statuses, uniquingKeysWith: +)
    labels.merge(other.labels, uniquingKeysWith: +)
    unknown.add(other.unknown)
    entries.add(other.entries)
  }
}
