internal import VerbatimCore

/// All combinations of a key and an issue at one level, with their counts and how far each lies
/// beyond chance.
///
/// Counting is the dear part; clusters, near misses and placebo runs are all read from one table.
public struct ClusterTable: Sendable {
  /// A combination with reports.
  struct Cell: Sendable {
    let key: Int
    let issue: Int
    /// The units, by time of the report that stands for each.
    var entries: [Entry] = []
  }

  /// A unit in a cell.
  struct Entry: Sendable {
    let unit: Int
    let report: Int
    let others: [Int]
  }

  /// What was counted by.
  public let level: ComplaintCluster.Level
  let finder: ClusterFinder
  let reports: [ComplaintReport]
  let counted: CountedReports
  let cells: [Cell]
  let cellNumbers: [Int: Int]
  let keyTotals: [Int]
  let issueTotals: [Int]
  let components: [InformationComponent]
  let qValues: [Double]
  let prior: GammaMixture
  let ratios: [GammaMixturePosterior]
  let strata: ReportStrata
  let expectation: StratifiedExpectation
  /// The units of each key, and the cells of each issue.
  let unitsOfKey: [[Int]]
  let cellsOfIssue: [[Int]]
  /// The gravest tier among the reports of each cell.
  let tiers: [Issue.Tier]
  /// What is left out of the margins when some of the evidence is.
  let margins: Margins

  /// Whether each cell has the reports that a cluster needs and lies beyond chance.
  private let isBeyond: [Bool]

  /// How many combinations were tested.
  public var testsRun: Int { cells.count }
  /// Distinct customers and keys.
  var total: Int { counted.units.count }
  /// The greatest p-value that passes the run's false-discovery rate; −1 where none does.
  let greatestPValue: Double

  /// Counts reports by a level.
  ///
  /// - Complexity: O(*n* log *n*) in the reports and their issues.
  public init(
    _ reports: [ComplaintReport],
    by level: ComplaintCluster.Level,
    finder: ClusterFinder = ClusterFinder()
  ) {
    self.init(NumberedReports(reports), by: level, finder: finder)
  }

  /// Counts reports by a level whose names are numbered already.
  ///
  /// - Complexity: O(*n*) in the reports and their issues.
  public init(
    _ numbered: NumberedReports,
    by level: ComplaintCluster.Level,
    finder: ClusterFinder = ClusterFinder()
  ) {
    self.level = level
    self.finder = finder
    let reports = numbered.reports
    self.reports = reports
    let counted = CountedReports(numbered, by: level)
    self.counted = counted
    let width = max(1, counted.issues.count)
    var keyTotals = [Int](repeating: 0, count: counted.keys.count)
    var issueTotals = [Int](repeating: 0, count: counted.issues.count)
    var unitsOfKey = [[Int]](repeating: [], count: counted.keys.count)
    var found: [Int: Cell] = [:]
    for (number, unit) in counted.units.enumerated() {
      keyTotals[unit.key] += 1
      unitsOfKey[unit.key].append(number)
      for item in counted.occurrences[number] {
        issueTotals[item.issue] += 1
        found[
          unit.key * width + item.issue,
          default: Cell(key: unit.key, issue: item.issue)
        ].entries.append(Entry(unit: number, report: item.report, others: item.others))
      }
    }
    let places = found.keys.sorted()
    var cellsOfIssue = [[Int]](repeating: [], count: counted.issues.count)
    var cells: [Cell] = []
    var cellNumbers: [Int: Int] = [:]
    for place in places {
      guard var cell = found[place] else { continue }
      cell.entries.sort { counted.ranks[$0.report] < counted.ranks[$1.report] }
      cellNumbers[place] = cells.count
      cellsOfIssue[cell.issue].append(cells.count)
      cells.append(cell)
    }
    self.cells = cells
    self.cellNumbers = cellNumbers
    self.cellsOfIssue = cellsOfIssue
    self.keyTotals = keyTotals
    self.issueTotals = issueTotals
    self.unitsOfKey = unitsOfKey
    let strata = ReportStrata(counted)
    var issuesOf = NumberLists(capacity: counted.units.count)
    for items in counted.occurrences { issuesOf.append(items.lazy.map(\.issue)) }
    let expectation = StratifiedExpectation(strata, issues: width, of: issuesOf)
    self.strata = strata
    self.expectation = expectation
    let scores = Scores(
      counts: cells.map { ($0.key, $0.issue, $0.entries.count) },
      keys: counted.keys.count,
      issues: counted.issues.count,
      expected: expectation.callAsFunction(key:issue:)
    )
    tiers = cells.map { cell in
      cell.entries.compactMap { reports[$0.report].bestTier(counted.issues[cell.issue]) }.min()
        ?? .t4
    }
    margins = Margins(numbered, counted, cells, strata)
    components = scores.components
    qValues = scores.qValues
    prior = scores.prior
    ratios = scores.ratios
    isBeyond = scores.components.map { $0.observed >= finder.minimumCount && $0.lower > 0 }
    let rate = finder.falseDiscoveryRate
    greatestPValue =
      zip(scores.components, scores.qValues).filter { $1 <= rate }.map(\.0.pValue).max() ?? -1
  }

  /// The cell of a key and an issue; nil when the key has no such report.
  func cell(key: Int, issue: Int) -> Int? {
    cellNumbers[key * max(1, counted.issues.count) + issue]
  }

  /// What independence within strata predicts.
  func expected(key: Int, issue: Int) -> Double { expectation(key: key, issue: issue) }

  /// What it predicts of a cell when its margins are others than they are: changed as the product
  /// of the margins over the total changes.
  func expected(_ cell: Cell, key: Int, issue: Int, of total: Int) -> Double {
    let plain = Scores.expected(keyTotals[cell.key], issueTotals[cell.issue], self.total)
    guard plain > 0 else { return 0 }
    return expectation(key: cell.key, issue: cell.issue) * Scores.expected(key, issue, total)
      / plain
  }

  /// For what share of the reports each grain of comparison holds, the finest first; those that
  /// hold for none are left out.
  public var expectedWithin: [ExpectationShare] {
    zip(ExpectationGrain.allCases, strata.unitsOfGrain).filter { $1 > 0 }.map {
      ExpectationShare(grain: $0, share: Double($1) / Double(total))
    }
  }

  /// Whether a cell has the reports that a cluster needs and lies beyond chance.
  func isBeyondChance(_ cell: Int) -> Bool { isBeyond[cell] }

  /// Whether a cell is an alert by its numbers.
  func isAlert(_ cell: Int) -> Bool {
    isBeyondChance(cell) && ratios[cell].lower >= finder.alertRatio
      && qValues[cell] <= finder.falseDiscoveryRate
  }

  /// The gravest tier among the reports of a cell.
  func tier(_ cell: Int) -> Issue.Tier { tiers[cell] }

  /// How far each of a table's cells lies beyond chance.
  struct Scores {
    let components: [InformationComponent]
    let qValues: [Double]
    let prior: GammaMixture
    let ratios: [GammaMixturePosterior]

    /// Scores cells with a count of 1 or more, in the order of key and issue.
    init(
      counts: [(key: Int, issue: Int, count: Int)],
      keys: Int,
      issues: Int,
      expected: (Int, Int) -> Double
    ) {
      let components = counts.map {
        InformationComponent(observed: $0.count, expected: expected($0.key, $0.issue))
      }
      self.components = components
      qValues = FalseDiscovery.qValues(components.map(\.pValue))
      let cells = components.map { (count: $0.observed, expected: $0.expected) }
      prior =
        GammaMixtureFit(cells) {
          Self.emptyCells(
            known: Set(counts.map { $0.key * issues + $0.issue }),
            keys: keys,
            issues: issues,
            expected: expected
          )
        }.mixture
      var tables = GammaMixtureTables(prior)
      ratios = components.map { tables.posterior(count: $0.observed, expected: $0.expected) }
    }

    /// The pairs without reports, by what is expected; nil when there are too many.
    static func emptyCells(
      known: Set<Int>,
      keys: Int,
      issues: Int,
      expected: (Int, Int) -> Double
    ) -> [(count: Int, expected: Double)]? {
      guard keys * issues <= GammaMixtureFit.mostPairs else { return nil }
      return (0..<keys).flatMap { key in
        (0..<issues).compactMap { issue in
          known.contains(key * issues + issue) ? nil : (count: 0, expected: expected(key, issue))
        }
      }.sorted { $0.expected < $1.expected }
    }

    /// The product of two margins over the total.
    static func expected(_ key: Int, _ issue: Int, _ total: Int) -> Double {
      total == 0 ? 0 : Double(key) * Double(issue) / Double(total)
    }
  }
}
