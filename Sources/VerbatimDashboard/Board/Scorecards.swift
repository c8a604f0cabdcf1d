internal import VerbatimPipeline

/// How the feedback about each article and each supplier stands, over the whole store.
///
/// Counts signals as they are, not distinct reports: what a person finds when they open the list.
struct Scorecards: Sendable {
  /// The card of one article or supplier.
  struct Card: Sendable {
    /// Signals about it.
    var signals = 0
    /// Those with at least one issue that counts as a report.
    var complaints = 0
    /// Those with a score, and the sum of their scores in the order of the store.
    var scored = 0
    var compounds = 0.0
    /// Signals by label.
    var labels: [Sentiment.Label: Int] = [:]
    /// Signals by issue.
    var issues: [String: Int] = [:]
    /// The first and the last day.
    var first: Instant?
    var last: Instant?

    /// The mean score; nil without scores.
    var meanCompound: Double? { scored > 0 ? compounds / Double(scored) : nil }

    /// The issues, the most frequent first.
    var rankedIssues: [(code: String, count: Int)] {
      issues.map { ($0.key, $0.value) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    }

    mutating func add(_ report: Report) {
      signals += 1
      var codes = Set<String>()
      for issue in report.issues where issue.modality.isReport { codes.insert(issue.code) }
      complaints += codes.isEmpty ? 0 : 1
      for code in codes { issues[code, default: 0] += 1 }
      if let compound = report.compound {
        scored += 1
        compounds += compound
      }
      if let label = report.label { labels[label, default: 0] += 1 }
      if let time = report.eventTime {
        first = first.map { min($0, time) } ?? time
        last = last.map { max($0, time) } ?? time
      }
    }
  }

  /// The cards of articles by SKU.
  let articles: [String: Card]
  /// The cards of suppliers by id.
  let suppliers: [String: Card]
  /// The articles, those with the most complaints first.
  let rankedArticles: [String]
  /// The suppliers by id, ascending.
  let supplierIDs: [String]

  /// The cards of the signals that were counted.
  init(_ tally: Tally) {
    articles = tally.articles
    suppliers = tally.suppliers
    rankedArticles = tally.articles.sorted {
      ($1.value.complaints, $0.key) < ($0.value.complaints, $1.key)
    }.map(\.key)
    supplierIDs = tally.suppliers.keys.sorted()
  }

  /// Cards that are filled signal by signal, in the order of the store.
  struct Tally {
    fileprivate var articles: [String: Card] = [:]
    fileprivate var suppliers: [String: Card] = [:]

    mutating func add(_ report: Report) {
      if let sku = report.sku { articles[sku, default: Card()].add(report) }
      if let supplier = report.supplier { suppliers[supplier, default: Card()].add(report) }
    }
  }
}
