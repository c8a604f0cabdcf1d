internal import VerbatimCore
internal import VerbatimStatistics

/// Distinct reports by key and issue, for maps and scorecards.
///
/// Counted as ``VerbatimStatistics/ClusterFinder`` counts: once a customer and once a text, so that
/// a cell of a map says the same number as the cluster it leads to.
struct CombinationTally {
  /// A key and an issue.
  struct Combination: Hashable, Comparable {
    let key: String
    let issue: String

    static func < (left: Self, right: Self) -> Bool {
      (left.key, left.issue) < (right.key, right.issue)
    }
  }

  private struct Cell {
    var count = 0
    var attributions: [Issue.Attribution: Int] = [:]
    var isHazard = false
  }

  private(set) var keyTotals: [String: Int] = [:]
  private(set) var issueTotals: [String: Int] = [:]
  private(set) var total = 0
  private var cells: [Combination: Cell] = [:]

  /// Counts the signals of a walk.
  ///
  /// - Parameters:
  ///   - entries: The signals in the order of time.
  ///   - walk: Where they are from.
  ///   - keys: The names of what they are counted by, by number.
  ///   - key: The number of what a signal is counted by; below 0 for none.
  init(
    _ entries: [ReportWalk.Entry],
    of walk: ReportWalk,
    by keys: [String],
    key: (ReportWalk.Entry) -> Int32
  ) {
    let issues = walk.issueNames
    var texts = PairTable()
    var people = PairTable()
    var reporters = PairTable()
    var combinations = PairTable()
    var found: [(key: Int32, issue: Int32, cell: Cell)] = []
    var keyCounts = [Int](repeating: 0, count: keys.count)
    var issueCounts = [Int](repeating: 0, count: issues.count)
    for entry in entries {
      let key = key(entry)
      guard key >= 0 else { continue }
      if entry.text >= 0, !texts.number(of: key, entry.text).isNew { continue }
      if people.number(of: key, entry.person).isNew {
        keyCounts[Int(key)] += 1
        total += 1
      }
      for issue in walk.told[entry.issues] {
        let (place, isNew) = combinations.number(of: key, issue.code)
        if isNew { found.append((key, issue.code, Cell())) }
        if reporters.number(of: Int32(place), entry.person).isNew {
          found[place].cell.count += 1
          issueCounts[Int(issue.code)] += 1
          found[place].cell.attributions[issue.attribution, default: 0] += 1
        }
        if issue.tier.isHazard { found[place].cell.isHazard = true }
      }
    }
    for (number, count) in keyCounts.enumerated() where count > 0 {
      keyTotals[keys[number]] = count
    }
    for (number, count) in issueCounts.enumerated() where count > 0 {
      issueTotals[issues[number]] = count
    }
    for (key, issue, cell) in found {
      cells[Combination(key: keys[Int(key)], issue: issues[Int(issue)])] = cell
    }
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
    let cells = combinations.map { (count: count($0), expected: expected($0)) }
    let counted = cells.filter { $0.count > 0 && $0.expected > 0 }
    let prior = GammaMixtureFit(counted) {
      keyTotals.flatMap { key, keyTotal in
        issueTotals.compactMap { issue, issueTotal in
          self.cells[Combination(key: key, issue: issue)] == nil
            ? (count: 0, expected: Double(keyTotal) * Double(issueTotal) / Double(max(total, 1)))
            : nil
        }
      }.sorted { $0.expected < $1.expected }
    }.mixture
    return Dictionary(uniqueKeysWithValues: zip(combinations, prior.posteriors(cells)))
  }
}
