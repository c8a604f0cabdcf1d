internal import VerbatimCore
internal import VerbatimStatistics

/// Distinct reports by key and issue, for maps and scorecards.
///
/// Counted as ``VerbatimStatistics/ClusterFinder`` counts: once a customer and once a text, so that
/// a cell of a map says the same number as the cluster it leads to.
struct CombinationTally: Sendable {
  /// A key and an issue.
  struct Combination: Hashable, Comparable, Sendable {
    let key: String
    let issue: String

    static func < (left: Self, right: Self) -> Bool {
      (left.key, left.issue) < (right.key, right.issue)
    }
  }

  private struct Cell: Sendable {
    var count = 0
    var attributions: [Issue.Attribution: Int] = [:]
    var isHazard = false
  }

  private(set) var keyTotals: [String: Int] = [:]
  private(set) var issueTotals: [String: Int] = [:]
  private(set) var total = 0
  /// Every combination that was reported, ascending.
  private(set) var combinations: [Combination] = []
  private var cells: [Combination: Cell] = [:]
  /// The prior of EBGM that all combinations teach.
  private var prior = GammaMixture.fixed

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
    var texts = PairTable(capacity: entries.count)
    var people = PairTable(capacity: entries.count)
    var reporters = PairTable()
    var pairs = PairTable()
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
        let (place, isNew) = pairs.number(of: key, issue.code)
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
    // By numbers: to compare two names for each of a hundred thousand combinations takes longer.
    let (keyRanks, issueRanks) = (Self.ranks(keys), Self.ranks(issues))
    found.sort { left, right in
      let ranks = (keyRanks[Int(left.key)], keyRanks[Int(right.key)])
      return ranks.0 != ranks.1
        ? ranks.0 < ranks.1 : issueRanks[Int(left.issue)] < issueRanks[Int(right.issue)]
    }
    cells.reserveCapacity(found.count)
    combinations.reserveCapacity(found.count)
    for (key, issue, cell) in found {
      let combination = Combination(key: keys[Int(key)], issue: issues[Int(issue)])
      cells[combination] = cell
      combinations.append(combination)
    }
    prior = fittedPrior()
  }

  /// The place of each name among all.
  private static func ranks(_ names: [String]) -> [Int] {
    var ranks = [Int](repeating: 0, count: names.count)
    for (rank, number) in names.indices.sorted(by: { names[$0] < names[$1] }).enumerated() {
      ranks[number] = rank
    }
    return ranks
  }

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

  private func fittedPrior() -> GammaMixture {
    let cells = combinations.map { (count: count($0), expected: expected($0)) }
    return GammaMixtureFit(cells.filter { $0.count > 0 && $0.expected > 0 }) {
      keyTotals.flatMap { key, keyTotal in
        issueTotals.compactMap { issue, issueTotal in
          self.cells[Combination(key: key, issue: issue)] == nil
            ? (count: 0, expected: Double(keyTotal) * Double(issueTotal) / Double(max(total, 1)))
            : nil
        }
      }.sorted { $0.expected < $1.expected }
    }.mixture
  }

  /// EBGM with its ends for some combinations.
  func posteriors(of combinations: [Combination]) -> [Combination: GammaMixturePosterior] {
    let cells = combinations.map { (count: count($0), expected: expected($0)) }
    return Dictionary(uniqueKeysWithValues: zip(combinations, prior.posteriors(cells)))
  }
}
