internal import VerbatimCore

/// The reports of one level, counted once a customer and once a text.
///
/// A unit is one customer's voice about one key; a cell is the units of a key that report an issue.
/// All counts of ``ClusterTable`` are counts of units: its margins, the weeks, what is left without
/// some of the evidence, and what placebo runs shuffle.
struct CountedReports: Sendable {
  /// One customer's reports about one key.
  struct Unit: Sendable {
    let key: Int
    /// Category and four weeks, within which placebo runs shuffle.
    let stratum: Int
    /// The number of the first report's category; −1 where it is not known.
    let category: Int
    /// The first report, by time.
    let first: Int
    /// The week of the first report with a time.
    var week: Int?
    /// The supplier's and the lot's number; −1 where none of the reports states one.
    var supplier = -1
    var lot = -1
  }

  /// An issue in a unit.
  struct Occurrence: Sendable {
    let issue: Int
    /// The report that stands for the customer: the gravest, then the earliest.
    var report: Int
    /// The customer's repeats, and copies of the text, which are not counted.
    var others: [Int] = []
  }

  let keys: [String]
  let issues: [String]
  let suppliers: [String]
  let lots: [String]
  /// Numbers alone, so that a walk over a million counts no references.
  private(set) var units: [Unit] = []
  /// The issues of each unit, in the order in which they were heard of.
  private(set) var occurrences: [[Occurrence]] = []
  /// The other weeks in which the customer of a unit was heard of, of those who were.
  private(set) var laterWeeks: [Int: [Int]] = [:]
  /// The reports' places in the order of time.
  let ranks: [Int]
  private(set) var strata = 0
  /// The first and the last week with a report.
  private(set) var weeks: ClosedRange<Int>?

  /// Counts reports by a level.
  ///
  /// In the order of time: which of several copies is counted must not hang on the order in which
  /// files were imported.
  ///
  /// - Complexity: O(*n*) in the reports and their issues.
  init(_ numbered: NumberedReports, by level: ComplaintCluster.Level) {
    let reports = numbered.reports
    ranks = numbered.ranks
    let keyOf = numbered.keys(level)
    keys = keyOf.names
    let keyed = numbered.rows.filter { $0.key(level) >= 0 }
    let issueNames = Present(
      numbered.issues,
      keyed.lazy.flatMap { numbered.issuesOf[Int($0.place)] }
    )
    let supplierNames = Present(numbered.suppliers.names, keyed.lazy.map(\.supplier))
    let lotNames = Present(numbered.lots.names, keyed.lazy.map(\.lot))
    issues = issueNames.names
    suppliers = supplierNames.names
    lots = lotNames.names

    // A unit's number is that of its key and person.
    var people = PairTable(capacity: keyed.count)
    var texts = PairTable(capacity: keyed.count)
    var ownerOfText: [Int32] = []
    var strata = PairTable()
    for row in keyed {
      let key = row.key(level)
      let index = Int(row.place)
      let codes = numbered.issuesOf[index]
      let text = row.text
      // A text that is new gets its owner below.
      if text >= 0, case let (known, isNew) = texts.number(of: key, text), !isNew {
        let owner = Int(ownerOfText[known])
        for issue in codes.lazy.map({ issueNames[$0] }) {
          guard let place = occurrences[owner].firstIndex(where: { $0.issue == issue })
          else { continue }
          occurrences[owner][place].others.append(index)
        }
        continue
      }
      let week = row.week == .min ? nil : Int(row.week)
      let (unit, isNew) = people.number(of: key, row.person)
      if isNew {
        let category = row.category
        let isNamed = category >= 0 && !numbered.categories.names[Int(category)].isEmpty
        units.append(
          Unit(
            key: Int(key),
            stratum: strata.number(
              of: week.map { Int32($0 >> 2) } ?? .min,
              isNamed ? category : -1
            ).number,
            category: Int(category),
            first: index,
            week: week
          )
        )
        occurrences.append([])
      } else if let week, units[unit].week != week {
        if units[unit].week == nil {
          units[unit].week = week
        } else if laterWeeks[unit]?.contains(week) != true {
          laterWeeks[unit, default: []].append(week)
        }
      }
      if text >= 0 { ownerOfText.append(Int32(unit)) }
      if let week {
        weeks = weeks.map { min($0.lowerBound, week)...max($0.upperBound, week) } ?? week...week
      }
      if units[unit].supplier < 0 {
        units[unit].supplier = supplierNames[row.supplier]
      }
      if units[unit].lot < 0 { units[unit].lot = lotNames[row.lot] }
      for number in codes {
        let issue = issueNames[number]
        guard let place = occurrences[unit].firstIndex(where: { $0.issue == issue }) else {
          occurrences[unit].append(Occurrence(issue: issue, report: index))
          continue
        }
        let code = issues[issue]
        let other = occurrences[unit][place].report
        if Self.tier(code, reports[other]) <= Self.tier(code, reports[index]) {
          occurrences[unit][place].others.append(index)
        } else {
          occurrences[unit][place].others.append(other)
          occurrences[unit][place].report = index
        }
      }
    }
    self.strata = strata.count
  }

  /// The names of a column that some reports have, numbered anew.
  private struct Present {
    let names: [String]
    private let places: [Int]

    init(_ all: [String], _ numbers: some Sequence<Int32>) {
      var isPresent = [Bool](repeating: false, count: all.count)
      for number in numbers where number >= 0 { isPresent[Int(number)] = true }
      var names: [String] = []
      places = all.indices.map { number in
        guard isPresent[number] else { return -1 }
        names.append(all[number])
        return names.count - 1
      }
      self.names = names
    }

    /// The new number of a name; −1 for none.
    subscript(_ number: Int32) -> Int { number < 0 ? -1 : places[Int(number)] }
  }

  /// The number of the week that an instant lies in; weeks begin on Mondays, in UTC.
  static func week(of time: Instant) -> Int { (time.weekStart.dayNumber + 3) / 7 }

  /// The Monday of a week.
  static func monday(_ week: Int) -> Instant {
    Instant(seconds: Int64(week * 7 - 3) * 86_400, precision: .day)
  }

  /// The places of reports by time, then by signal.
  static func order(_ reports: [ComplaintReport]) -> [Int] {
    let seconds = reports.indices.map { reports[$0].eventTime?.seconds ?? .max }
    // Those from a store come by signal already; then numbers tell what texts would.
    if reports.indices.dropFirst().allSatisfy({ reports[$0 - 1].signalID <= reports[$0].signalID })
    {
      return reports.indices.sorted { (seconds[$0], $0) < (seconds[$1], $1) }
    }
    return reports.indices.sorted { left, right in
      seconds[left] != seconds[right]
        ? seconds[left] < seconds[right] : reports[left].signalID < reports[right].signalID
    }
  }

  static func key(of report: ComplaintReport, _ level: ComplaintCluster.Level) -> String? {
    switch level {
    case .sku: report.sku
    case .supplier: report.supplier
    case .lot: report.lot
    }
  }

  private static func tier(_ issue: String, _ report: ComplaintReport) -> Issue.Tier {
    report.bestTier(issue) ?? .t4
  }
}
