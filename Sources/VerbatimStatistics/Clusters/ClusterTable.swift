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
    /// The units that report it, by time of the report that stands for each.
    let entries: ArraySlice<CountedReports.Occurrence>
  }

  /// What was counted by.
  public let level: ComplaintCluster.Level
  let finder: ClusterFinder
  let reports: [ComplaintReport]
  let counted: CountedReports
  let cells: [Cell]
  /// Where each cell stands among all pairs: key · issues + issue, ascending.
  let places: [Int]
  let keyTotals: [Int]
  let issueTotals: [Int]
  let components: [InformationComponent]
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
  /// What all cells together say of each; nothing in a first look.
  private(set) var estimates = Estimates.none

  /// How many combinations were tested.
  public var testsRun: Int { cells.count }
  /// Distinct customers and keys.
  var total: Int { counted.units.count }

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
  /// - Parameters:
  ///   - numbered: The reports.
  ///   - level: The level.
  ///   - finder: What makes a cluster.
  ///   - isFirstLook: Whether only the cells that are clusters and their reports are asked for,
  ///     which takes no prior.
  /// - Complexity: O(*n*) in the reports and their issues.
  public init(
    _ numbered: NumberedReports,
    by level: ComplaintCluster.Level,
    finder: ClusterFinder = ClusterFinder(),
    isFirstLook: Bool = false
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
    for (number, unit) in counted.units.enumerated() {
      keyTotals[unit.key] += 1
      unitsOfKey[unit.key].append(number)
    }
    var cellsOfIssue = [[Int]](repeating: [], count: counted.issues.count)
    var cells: [Cell] = []
    var places: [Int] = []
    for range in counted.cells {
      let first = counted.occurrences[range.lowerBound]
      let (key, issue) = (counted.units[Int(first.unit)].key, Int(first.issue))
      issueTotals[issue] += range.count
      cellsOfIssue[issue].append(cells.count)
      places.append(key * width + issue)
      cells.append(Cell(key: key, issue: issue, entries: counted.occurrences[range]))
    }
    self.places = places
    self.cells = cells
    self.cellsOfIssue = cellsOfIssue
    self.keyTotals = keyTotals
    self.issueTotals = issueTotals
    self.unitsOfKey = unitsOfKey
    let strata = ReportStrata(counted)
    let expectation = StratifiedExpectation(strata, issues: width, of: counted.issuesOfUnit)
    self.strata = strata
    self.expectation = expectation
    components = cells.map { cell in
      InformationComponent(
        observed: cell.entries.count,
        expected: expectation(key: cell.key, issue: cell.issue)
      )
    }
    tiers = cells.map { cell in cell.entries.lazy.map(\.told.tier).min() ?? .t4 }
    margins = Margins(numbered, counted, cells, strata)
    isBeyond = components.map { $0.observed >= finder.minimumCount && $0.lower > 0 }
    if !isFirstLook { estimate() }
  }

  /// Estimates what a first look leaves out.
  public mutating func estimate() {
    estimates = Estimates(
      components,
      places,
      keys: counted.keys.count,
      issues: counted.issues.count,
      rate: finder.falseDiscoveryRate,
      expected: expectation.callAsFunction(key:issue:)
    )
  }

  /// The cell of a key and an issue; nil when the key has no such report.
  ///
  /// - Complexity: O(log *n*) in the cells.
  func cell(key: Int, issue: Int) -> Int? {
    places.firstPlace(of: key * max(1, counted.issues.count) + issue)
  }

  /// What independence within strata predicts.
  func expected(key: Int, issue: Int) -> Double { expectation(key: key, issue: issue) }

  /// What it predicts of a cell when its margins are others than they are: changed as the product
  /// of the margins over the total changes.
  func expected(_ cell: Cell, key: Int, issue: Int, of total: Int) -> Double {
    let plain = Self.independent(keyTotals[cell.key], issueTotals[cell.issue], self.total)
    guard plain > 0 else { return 0 }
    return expectation(key: cell.key, issue: cell.issue) * Self.independent(key, issue, total)
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
    isBeyondChance(cell) && estimates.qValues[cell] <= finder.falseDiscoveryRate
      && ratio(cell).lower >= finder.alertRatio
  }

  /// How many reports a cell leaves out: customers' repeats and copies of texts.
  func removed(from cell: Cell) -> Int {
    cell.entries.reduce(0) { $0 + counted.othersCount($1) }
  }

  /// The gravest tier among the reports of a cell.
  func tier(_ cell: Int) -> Issue.Tier { tiers[cell] }

  /// How far a cell's reports lie beyond what is expected, by the prior of all cells.
  ///
  /// Found when it is asked for: most cells have a single report, and nobody asks.
  func ratio(_ cell: Int) -> GammaMixturePosterior {
    ratio(count: components[cell].observed, expected: components[cell].expected)
  }

  /// The same of a count that is no cell's.
  func ratio(count: Int, expected: Double) -> GammaMixturePosterior {
    estimates.tables.ratio(count: count, expected: expected)
  }

  /// The product of two margins over the total.
  private static func independent(_ key: Int, _ issue: Int, _ total: Int) -> Double {
    total == 0 ? 0 : Double(key) * Double(issue) / Double(total)
  }
}
