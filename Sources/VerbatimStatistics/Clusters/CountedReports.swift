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
    /// The other weeks in which the customer was heard of.
    var laterWeeks: [Int] = []
    /// The supplier's and the lot's number; −1 where none of the reports states one.
    var supplier = -1
    var lot = -1
    var occurrences: [Occurrence] = []
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
  private(set) var units: [Unit] = []
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
    let keyed = numbered.order.filter { keyOf.numbers[$0] >= 0 }
    let issueNames = Present(numbered.issues, keyed.lazy.flatMap { numbered.issuesOf[$0] })
    let supplierNames = Present(
      numbered.suppliers.names,
      keyed.lazy.map { numbered.suppliers.numbers[$0] }
    )
    let lotNames = Present(numbered.lots.names, keyed.lazy.map { numbered.lots.numbers[$0] })
    issues = issueNames.names
    suppliers = supplierNames.names
    lots = lotNames.names

    var unitOfPerson: [Pair: Int] = [:]
    var ownerOfText: [Pair: Int] = [:]
    var strata: [Pair: Int] = [:]
    for index in keyed {
      let key = keyOf.numbers[index]
      let codes = numbered.issuesOf[index]
      let text = Pair(key, numbered.texts[index])
      if text.second >= 0, let owner = ownerOfText[text] {
        for issue in codes.lazy.map({ issueNames[$0] }) {
          guard let place = units[owner].occurrences.firstIndex(where: { $0.issue == issue })
          else { continue }
          units[owner].occurrences[place].others.append(index)
        }
        continue
      }
      let week = numbered.weeks[index] == .min ? nil : Int(numbered.weeks[index])
      let person = Pair(key, numbered.people[index])
      let unit: Int
      if let known = unitOfPerson[person] {
        unit = known
        if let week, units[unit].week != week, !units[unit].laterWeeks.contains(week) {
          if units[unit].week == nil {
            units[unit].week = week
          } else {
            units[unit].laterWeeks.append(week)
          }
        }
      } else {
        let category = numbered.categories.numbers[index]
        let isNamed = category >= 0 && !numbered.categories.names[Int(category)].isEmpty
        let stratum = Pair(week.map { Int32($0 >> 2) } ?? .min, isNamed ? category : -1)
        let number = strata[stratum] ?? strata.count
        strata[stratum] = number
        unit = units.count
        units.append(
          Unit(
            key: Int(key),
            stratum: number,
            category: Int(category),
            first: index,
            week: week
          )
        )
        unitOfPerson[person] = unit
      }
      if text.second >= 0 { ownerOfText[text] = unit }
      if let week {
        weeks = weeks.map { min($0.lowerBound, week)...max($0.upperBound, week) } ?? week...week
      }
      if units[unit].supplier < 0 {
        units[unit].supplier = supplierNames[numbered.suppliers.numbers[index]]
      }
      if units[unit].lot < 0 { units[unit].lot = lotNames[numbered.lots.numbers[index]] }
      for number in codes {
        let issue = issueNames[number]
        guard let place = units[unit].occurrences.firstIndex(where: { $0.issue == issue }) else {
          units[unit].occurrences.append(Occurrence(issue: issue, report: index))
          continue
        }
        let code = issues[issue]
        let other = units[unit].occurrences[place].report
        if Self.tier(code, reports[other]) <= Self.tier(code, reports[index]) {
          units[unit].occurrences[place].others.append(index)
        } else {
          units[unit].occurrences[place].others.append(other)
          units[unit].occurrences[place].report = index
        }
      }
    }
    self.strata = strata.count
  }

  /// Two numbers that are looked up together.
  private struct Pair: Hashable {
    let first: Int32
    let second: Int32

    init(_ first: Int32, _ second: Int32) {
      self.first = first
      self.second = second
    }
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
    report.best(issue)?.tier ?? .t4
  }
}
