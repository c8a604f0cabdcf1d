internal import VerbatimCore

/// The numbers of a ``ClusterTable``, for maps and scorecards: what is left of it when nobody asks
/// for its reports any more.
///
/// They are those of its clusters: a cell of a map says what the cluster says that it leads to.
public struct CombinationTally: Sendable {
  /// A key of the table.
  public struct Key: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// How many distinct customers were heard of about it.
    public let total: Int
    /// How many of them complain of what is the supplier's doing, or nobody's that is known.
    public let complainers: Int
    /// How many reports there are, repeats and copies among them.
    public let reports: Int
    /// How many of those state a lot.
    public let withLot: Int
    /// How many articles they are about.
    public let articles: Int
  }

  /// A key and an issue that were reported together, by their places.
  public struct Cell: Hashable, Sendable {
    /// The place of the key.
    public let key: Int
    /// The place of the issue.
    public let issue: Int
    /// Distinct reports.
    public let count: Int
    /// How many would be expected by chance.
    public let expected: Double
    /// Whether one of them is of a hazard.
    public let isHazard: Bool
  }

  /// The keys, by name.
  public let keys: [Key]
  /// The issues, ascending.
  public let issues: [String]
  /// Every combination that was reported, by key and issue.
  public let cells: [Cell]
  private let keyPlaces: [String: Int]
  private let issuePlaces: [String: Int]
  /// Where each cell stands among all pairs: key · issues + issue, ascending.
  private let places: [Int]
  private let ratios: GammaMixtureTables

  /// The numbers of a table.
  ///
  /// - Complexity: O(the units and the combinations).
  public init(_ table: ClusterTable) {
    let counted = table.counted
    var complainers = [Int](repeating: 0, count: counted.keys.count)
    var isComplainer = [Bool](repeating: false, count: counted.units.count)
    for occurrence in counted.occurrences
    where occurrence.told.attribution == .supplier || occurrence.told.attribution == .unknown {
      let unit = Int(occurrence.unit)
      if !isComplainer[unit] { complainers[counted.units[unit].key] += 1 }
      isComplainer[unit] = true
    }
    keys = counted.keys.indices.map { key in
      Key(
        name: counted.keys[key],
        total: table.keyTotals[key],
        complainers: complainers[key],
        reports: counted.volumes[key].reports,
        withLot: counted.volumes[key].withLot,
        articles: counted.volumes[key].articles
      )
    }
    issues = counted.issues
    cells = table.cells.indices.map { number in
      Cell(
        key: table.cells[number].key,
        issue: table.cells[number].issue,
        count: table.components[number].observed,
        expected: table.components[number].expected,
        isHazard: table.tier(number).isHazard
      )
    }
    places = table.places
    keyPlaces = Self.places(counted.keys)
    issuePlaces = Self.places(counted.issues)
    ratios = table.estimates.tables
  }

  /// Nothing counted.
  public init() {
    keys = []
    issues = []
    cells = []
    keyPlaces = [:]
    issuePlaces = [:]
    places = []
    ratios = GammaMixtureTables(.fixed)
  }

  private static func places(_ names: [String]) -> [String: Int] {
    Dictionary(names.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  /// The place of the cell of a key and an issue; nil where they were not reported together.
  ///
  /// - Complexity: O(log *n*) in the cells.
  public func cell(key: String, issue: String) -> Int? {
    guard let key = keyPlaces[key], let issue = issuePlaces[issue] else { return nil }
    return places.firstPlace(of: key * issues.count + issue)
  }

  /// How many distinct customers were heard of about a key.
  public func total(ofKey name: String) -> Int { keyPlaces[name].map { keys[$0].total } ?? 0 }

  /// How far a cell lies beyond what is expected.
  public func ratio(_ cell: Int) -> GammaMixturePosterior {
    ratios.ratio(count: cells[cell].count, expected: cells[cell].expected)
  }

  /// The issue farthest above expectation of each key, of those that have the reports of an alert.
  public var worst: [String: String] {
    let fewest = ClusterFinder().minimumCount
    var worst: [Int: (eb05: Double, issue: Int)] = [:]
    for (number, cell) in cells.enumerated() where cell.count >= fewest {
      let eb05 = ratio(number).lower
      if eb05 > max(1, worst[cell.key]?.eb05 ?? 0) { worst[cell.key] = (eb05, cell.issue) }
    }
    return Dictionary(uniqueKeysWithValues: worst.map { (keys[$0].name, issues[$1.issue]) })
  }
}

extension [Int] {
  /// The place of a number among ascending ones, each there once; nil where it is not.
  ///
  /// - Complexity: O(log *n*).
  func firstPlace(of number: Int) -> Int? {
    var (first, end) = (0, count)
    while first < end {
      let middle = first + (end - first) / 2
      if self[middle] < number { first = middle + 1 } else { end = middle }
    }
    return first < count && self[first] == number ? first : nil
  }
}
