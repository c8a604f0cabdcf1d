internal import VerbatimCore
public import VerbatimStatistics
public import VerbatimStore
internal import VerbatimText

/// Who else said what a text says: by its words, and by the issues that the engine reads in it.
public struct SimilarRun: Sendable {
  /// An article about which the same was said.
  public struct Article: Hashable, Sendable {
    /// The SKU; nil for feedback of which the article is not known.
    public var sku: String?
    /// Signals that say it.
    public var count: Int
    /// How the article stands for each of the text's issues; without a SKU, none.
    public var standings: [(issue: String, standing: ComplaintCluster.Sibling)]

    /// Whether two articles are the same in every part.
    public static func == (left: Self, right: Self) -> Bool {
      left.sku == right.sku && left.count == right.count
        && left.standings.elementsEqual(right.standings) { $0 == $1 }
    }

    /// Hashes the SKU.
    public func hash(into hasher: inout Hasher) { hasher.combine(sku) }
  }

  /// A signal that says the same.
  public struct Match: Hashable, Sendable {
    /// The signal with the words that were found in it.
    public var hit: SearchHit
    /// The issues that it shares with the text.
    public var issues: [String]
    /// The share of the text's words that it has, 0 to 1.
    public var share: Double
  }

  /// What was found.
  public struct Outcome: Hashable, Sendable {
    /// The issues in the text.
    public var issues: [String]
    /// The text's words that say something, in the form in which they were searched for.
    public var words: [String]
    /// The articles, those about which it is said most first.
    public var articles: [Article]
    /// The signals, the most similar first.
    public var matches: [Match]
  }

  /// How many of the signals that share a word are looked at, the best first.
  static let wordLimit = 2_000
  /// Of the words, a signal that shares no issue has more than this share (authored).
  static let share = 0.5

  private let store: SignalStore
  private let engine: SignalEngine
  private let runs: TermRuns

  /// A run over a store with an engine that reads the text.
  public init(_ store: SignalStore, engine: SignalEngine) {
    self.store = store
    self.engine = engine
    runs = TermRuns(engine)
  }

  /// Finds the signals that say what a text says.
  ///
  /// A signal is similar when it shares an issue and a word with the text, or more than half of its
  /// words. It is the more similar the more words it shares; an issue counts as much as all words
  /// together.
  ///
  /// - Parameters:
  ///   - text: The text.
  ///   - filter: Which signals.
  /// - Returns: What was found; nil when the text has no word to search for.
  /// - Throws: A failure of the store.
  public func run(
    _ text: String,
    filter: SignalFilter = SignalFilter()
  ) throws(StoreFailure) -> Outcome? {
    let words = telling(text)
    guard let query = SearchQuery(words.joined(separator: " "), match: .any) else { return nil }
    let issues = issues(of: text)
    let hits = try store.search(query, filter: filter, limit: Self.wordLimit)
    let reports = try ClusterRun(store).reports(asOf: nil)
    var issuesOf: [String: Set<String>] = [:]
    for report in reports {
      issuesOf[report.signalID] = Set(report.issues.filter(\.modality.isReport).map(\.code))
    }
    var matches: [Match] = hits.compactMap { hit in
      let shared = issues.filter { issuesOf[hit.signalID]?.contains($0) ?? false }
      let share = share(of: words, in: hit)
      guard !shared.isEmpty || share > Self.share else { return nil }
      return Match(hit: hit, issues: shared, share: share)
    }
    func worth(_ match: Match) -> Double { match.share + (match.issues.isEmpty ? 0 : 1) }
    matches.sort { left, right in
      if worth(left) != worth(right) { return worth(left) > worth(right) }
      if left.hit.score != right.hit.score { return left.hit.score > right.hit.score }
      return left.hit.signalID < right.hit.signalID
    }
    return Outcome(
      issues: issues,
      words: words,
      articles: articles(matches, issues: issues, reports: reports),
      matches: matches
    )
  }

  /// The words that are searched for: all but those that say nothing by themselves, unless there
  /// are only those.
  private func telling(_ text: String) -> [String] {
    let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "'" && $0 != "\u{2019}" }
      .map { ICUNormalizer.matchingForm(String($0)) }
    let telling = words.filter { !runs.empty.contains($0) }
    var seen = Set<String>()
    return (telling.isEmpty ? words : telling).filter { seen.insert($0).inserted }
  }

  private func issues(of text: String) -> [String] {
    var record = FeedbackRecord(
      source: FeedbackRecord.Source(kind: .review, format: "text", file: "-")
    )
    record.id = "similar"
    record.text = text
    var scratch = SignalEngine.Scratch()
    let signal = engine.signal(for: &record, explains: false, scratch: &scratch)
    // A denial or a question names an issue as well as a report does.
    return Set(signal.issues.map(\.code)).sorted()
  }

  private func share(of words: [String], in hit: SearchHit) -> Double {
    let found = words.filter { word in
      guard let query = SearchQuery(word) else { return false }
      return hit.passages.contains { !query.ranges(in: $0.text).isEmpty }
    }
    return words.isEmpty ? 0 : Double(found.count) / Double(words.count)
  }

  private func articles(
    _ matches: [Match],
    issues: [String],
    reports: [ComplaintReport]
  ) -> [Article] {
    var counts: [String?: Int] = [:]
    for match in matches { counts[match.hit.sku, default: 0] += 1 }
    let table = ClusterTable(reports, by: .sku)
    return counts.sorted { left, right in
      left.value != right.value
        ? left.value > right.value : (left.key ?? "\u{FFFF}") < (right.key ?? "\u{FFFF}")
    }.map { sku, count in
      Article(
        sku: sku,
        count: count,
        standings: sku.map { sku in
          issues.compactMap { issue in table.standing(of: sku, issue: issue).map { (issue, $0) } }
        } ?? []
      )
    }
  }
}
