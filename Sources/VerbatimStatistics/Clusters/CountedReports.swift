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

  private struct Mark: Hashable {
    let key: Int
    let value: String
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
  /// - Complexity: O(*n* log *n*) in the reports and their issues.
  init(_ reports: [ComplaintReport], by level: ComplaintCluster.Level) {
    let order = Self.order(reports)
    var ranks = [Int](repeating: 0, count: reports.count)
    for (rank, index) in order.enumerated() { ranks[index] = rank }
    self.ranks = ranks
    let keyed = order.filter { Self.key(of: reports[$0], level) != nil }
    let keyNumbers = Self.numbers(keyed.lazy.compactMap { Self.key(of: reports[$0], level) })
    let issueNumbers = Self.numbers(
      keyed.lazy.flatMap { reports[$0].issues.filter(\.modality.isReport).map(\.code) }
    )
    let supplierNumbers = Self.numbers(keyed.lazy.compactMap { reports[$0].supplier })
    let lotNumbers = Self.numbers(keyed.lazy.compactMap { reports[$0].lot })
    keys = keyNumbers.keys.sorted()
    issues = issueNumbers.keys.sorted()
    suppliers = supplierNumbers.keys.sorted()
    lots = lotNumbers.keys.sorted()

    var unitOfPerson: [Mark: Int] = [:]
    var ownerOfText: [Mark: Int] = [:]
    var strata: [Mark: Int] = [:]
    let categories = Self.numbers(keyed.lazy.compactMap { reports[$0].category })
    for index in keyed {
      let report = reports[index]
      guard let key = Self.key(of: report, level).flatMap({ keyNumbers[$0] }) else { continue }
      let codes = Set(report.issues.filter(\.modality.isReport).map(\.code)).sorted()
      if !report.textKey.isEmpty {
        let mark = Mark(key: key, value: report.textKey)
        if let owner = ownerOfText[mark] {
          for issue in codes.compactMap({ issueNumbers[$0] }) {
            guard let place = units[owner].occurrences.firstIndex(where: { $0.issue == issue })
            else { continue }
            units[owner].occurrences[place].others.append(index)
          }
          continue
        }
      }
      let week = report.eventTime.map(Self.week)
      let person = Mark(key: key, value: report.customerKey ?? report.signalID)
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
        let stratum = Mark(
          key: week.map { $0 >> 2 } ?? .min,
          value: report.category ?? ""
        )
        let number = strata[stratum] ?? strata.count
        strata[stratum] = number
        unit = units.count
        let category = report.category.flatMap { categories[$0] } ?? -1
        units.append(
          Unit(key: key, stratum: number, category: category, first: index, week: week)
        )
        unitOfPerson[person] = unit
      }
      if !report.textKey.isEmpty {
        ownerOfText[Mark(key: key, value: report.textKey)] = unit
      }
      if let week {
        weeks = weeks.map { min($0.lowerBound, week)...max($0.upperBound, week) } ?? week...week
      }
      if units[unit].supplier < 0, let supplier = report.supplier {
        units[unit].supplier = supplierNumbers[supplier] ?? -1
      }
      if units[unit].lot < 0, let lot = report.lot {
        units[unit].lot = lotNumbers[lot] ?? -1
      }
      for code in codes {
        guard let issue = issueNumbers[code] else { continue }
        guard let place = units[unit].occurrences.firstIndex(where: { $0.issue == issue }) else {
          units[unit].occurrences.append(Occurrence(issue: issue, report: index))
          continue
        }
        let other = units[unit].occurrences[place].report
        if Self.tier(code, reports[other]) <= Self.tier(code, report) {
          units[unit].occurrences[place].others.append(index)
        } else {
          units[unit].occurrences[place].others.append(other)
          units[unit].occurrences[place].report = index
        }
      }
    }
    self.strata = strata.count
  }

  /// The number of the week that an instant lies in; weeks begin on Mondays, in UTC.
  static func week(of time: Instant) -> Int { (time.weekStart.dayNumber + 3) / 7 }

  /// The Monday of a week.
  static func monday(_ week: Int) -> Instant {
    Instant(seconds: Int64(week * 7 - 3) * 86_400, precision: .day)
  }

  /// The places of reports by time, then by signal.
  static func order(_ reports: [ComplaintReport]) -> [Int] {
    let seconds = reports.map { $0.eventTime?.seconds ?? .max }
    // Those from a store come by signal already; then numbers tell what texts would.
    if zip(reports, reports.dropFirst()).allSatisfy({ $0.signalID <= $1.signalID }) {
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

  /// The names' places in their own order.
  private static func numbers(_ names: some Sequence<String>) -> [String: Int] {
    Dictionary(uniqueKeysWithValues: Set(names).sorted().enumerated().map { ($1, $0) })
  }
}
