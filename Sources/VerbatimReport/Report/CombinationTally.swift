internal import VerbatimCore
internal import VerbatimStatistics
internal import VerbatimStore

/// Distinct reports by key and issue, for maps and scorecards.
///
/// Counted as ``VerbatimStatistics/ClusterFinder`` counts: once a customer and once a text, so that
/// a cell of a map says the same number as the cluster it leads to. Reports come in order of time.
struct CombinationTally {
  /// A key and an issue.
  struct Combination: Hashable, Comparable {
    let key: String
    let issue: String

    static func < (left: Self, right: Self) -> Bool {
      (left.key, left.issue) < (right.key, right.issue)
    }
  }

  /// A key and what was heard about it once: a text or a person.
  private struct Heard: Hashable {
    let key: String
    let name: String
  }

  private struct Cell {
    var people: Set<String> = []
    var count = 0
    var attributions: [Issue.Attribution: Int] = [:]
    var isHazard = false
  }

  private(set) var keyTotals: [String: Int] = [:]
  private(set) var issueTotals: [String: Int] = [:]
  private(set) var total = 0
  private var cells: [Combination: Cell] = [:]
  private var texts: Set<Heard> = []
  private var people: Set<Heard> = []

  /// Counts a report about a key.
  mutating func add(_ report: CountedReport, key: String) {
    if !report.textKey.isEmpty, !texts.insert(Heard(key: key, name: report.textKey)).inserted {
      return
    }
    if people.insert(Heard(key: key, name: report.person)).inserted {
      keyTotals[key, default: 0] += 1
      total += 1
    }
    for issue in report.issues {
      let combination = Combination(key: key, issue: issue.code)
      // Taken out meanwhile, so that its set is not copied.
      var cell = cells.removeValue(forKey: combination) ?? Cell()
      if cell.people.insert(report.person).inserted {
        cell.count += 1
        issueTotals[issue.code, default: 0] += 1
        cell.attributions[issue.attribution, default: 0] += 1
      }
      if issue.tier.isHazard { cell.isHazard = true }
      cells[combination] = cell
    }
  }

  /// Lets go of who said what, when all is counted: of a million reports some hundred megabytes.
  mutating func finish() {
    texts = []
    people = []
    for combination in combinations { cells[combination]?.people = [] }
  }

  /// Every combination that was reported, ascending.
  var combinations: [Combination] { cells.keys.sorted() }

  /// How many distinct reports a combination has.
  func count(_ combination: Combination) -> Int { cells[combination]?.count ?? 0 }

  /// Whether one of its reports is of a hazard.
  func isHazard(_ combination: Combination) -> Bool { cells[combination]?.isHazard ?? false }

  /// Whose doing its reports are, the most frequent first.
  func attributions(_ combination: Combination) -> [(attribution: Issue.Attribution, count: Int)] {
    (cells[combination]?.attributions ?? [:])
      .map { (attribution: $0.key, count: $0.value) }
      .sorted { ($1.count, $0.attribution.rawValue) < ($0.count, $1.attribution.rawValue) }
  }

  /// What independence of key and issue predicts.
  func expected(_ combination: Combination) -> Double {
    guard total > 0 else { return 0 }
    return Double(keyTotals[combination.key] ?? 0) * Double(issueTotals[combination.issue] ?? 0)
      / Double(total)
  }

  /// EBGM with its ends for each combination, under the prior that all of them teach.
  func posteriors() -> [Combination: GammaMixturePosterior] {
    let combinations = combinations
    let counted = combinations.map { (count: count($0), expected: expected($0)) }
      .filter { $0.count > 0 && $0.expected > 0 }
    let prior = GammaMixtureFit(counted) {
      keyTotals.flatMap { key, keyTotal in
        issueTotals.compactMap { issue, issueTotal in
          cells[Combination(key: key, issue: issue)] == nil
            ? (count: 0, expected: Double(keyTotal) * Double(issueTotal) / Double(max(total, 1)))
            : nil
        }
      }.sorted { $0.expected < $1.expected }
    }.mixture
    return Dictionary(
      uniqueKeysWithValues: combinations.map {
        ($0, prior.posterior(count: count($0), expected: expected($0)))
      }
    )
  }
}

/// What maps and scorecards need of a report.
struct CountedReport {
  let signalID: String
  let seconds: Int64?
  let sku: String?
  let supplier: String?
  let hasLot: Bool
  let person: String
  let textKey: String
  /// The gravest of each leaf that counts as a report, by code.
  let issues: [(code: String, tier: Issue.Tier, attribution: Issue.Attribution)]

  init(_ report: Report) {
    signalID = report.signalID
    seconds = report.eventTime?.seconds
    sku = report.sku
    supplier = report.supplier
    hasLot = report.lot != nil
    person = report.customerKey ?? report.signalID
    textKey = report.textKey
    guard !report.issues.isEmpty else {
      issues = []
      return
    }
    var best: [String: ReportedIssue] = [:]
    for issue in report.issues where issue.modality.isReport {
      if let other = best[issue.code],
        (other.tier.rawValue, -other.confidence) <= (issue.tier.rawValue, -issue.confidence)
      {
        continue
      }
      best[issue.code] = issue
    }
    issues = best.values.sorted { $0.code < $1.code }.map { ($0.code, $0.tier, $0.attribution) }
  }
}
