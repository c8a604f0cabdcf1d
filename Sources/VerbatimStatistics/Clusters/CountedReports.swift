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
    let unit: Int32
    let issue: Int32
    /// The report that stands for the customer: the gravest, then the earliest.
    var report: Int32
    /// What that report tells of it.
    var told: ToldIssues.Told
    /// Where its ``CountedReports/others(than:)`` stand.
    let number: Int32
  }

  /// What is heard about a key, repeats and copies among it.
  struct Volume: Sendable {
    var reports = 0
    var withLot = 0
    var articles = 0
  }

  let keys: [String]
  /// How much is heard about each key.
  private(set) var volumes: [Volume]
  let issues: [String]
  let suppliers: [String]
  let lots: [String]
  /// Numbers alone, so that a walk over a million counts no references.
  private(set) var units: [Unit] = []
  /// The issues in units, by key, by issue and by time.
  private(set) var occurrences: [Occurrence] = []
  /// The issues of each unit.
  private(set) var issuesOfUnit = NumberLists()
  /// The reports that an occurrence leaves out.
  private(set) var others = NumberLists()
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
    ranks = numbered.ranks
    let keyOf = numbered.keys(level)
    keys = keyOf.names
    volumes = Array(repeating: Volume(), count: keys.count)
    var articles = PairTable()
    let keyed = numbered.rows.filter { $0.key(level) >= 0 }
    let issueNames = PresentNames(
      numbered.issues,
      keyed.lazy.flatMap { numbered.issuesOf[Int($0.place)] }
    )
    let supplierNames = PresentNames(numbered.suppliers.names, keyed.lazy.map(\.supplier))
    let lotNames = PresentNames(numbered.lots.names, keyed.lazy.map(\.lot))
    issues = issueNames.names
    suppliers = supplierNames.names
    lots = lotNames.names

    // A unit's number is that of its key and person.
    var people = PairTable(capacity: keyed.count)
    var texts = PairTable(capacity: keyed.count)
    var ownerOfText: [Int32] = []
    var strata = PairTable()
    // The last occurrence of each unit, and the one before each.
    var last: [Int32] = []
    var before: [Int32] = []
    var repeats: [(list: Int32, number: Int32)] = []
    func occurrence(of issue: Int32, in unit: Int) -> Int? {
      var place = last[unit]
      while place >= 0, occurrences[Int(place)].issue != issue { place = before[Int(place)] }
      return place < 0 ? nil : Int(place)
    }
    for row in keyed {
      let key = row.key(level)
      let index = Int(row.place)
      let told = numbered.issuesOf.range(index)
      volumes[Int(key)].reports += 1
      volumes[Int(key)].withLot += row.lot < 0 ? 0 : 1
      if row.sku >= 0, articles.number(of: key, row.sku).isNew { volumes[Int(key)].articles += 1 }
      let text = row.text
      // A text that is new gets its owner below.
      if text >= 0, case let (known, isNew) = texts.number(of: key, text), !isNew {
        let owner = Int(ownerOfText[known])
        for place in told {
          let issue = Int32(issueNames[numbered.issuesOf.numbers[place]])
          if let known = occurrence(of: issue, in: owner) {
            repeats.append((Int32(known), row.place))
          }
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
        last.append(-1)
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
      for place in told {
        let issue = Int32(issueNames[numbered.issuesOf.numbers[place]])
        let word = numbered.told[place]
        guard let known = occurrence(of: issue, in: unit) else {
          before.append(last[unit])
          last[unit] = Int32(occurrences.count)
          occurrences.append(
            Occurrence(
              unit: Int32(unit),
              issue: issue,
              report: row.place,
              told: word,
              number: Int32(occurrences.count)
            )
          )
          continue
        }
        if occurrences[known].told.tier <= word.tier {
          repeats.append((Int32(known), row.place))
        } else {
          repeats.append((Int32(known), occurrences[known].report))
          occurrences[known].report = row.place
          occurrences[known].told = word
        }
      }
    }
    issuesOfUnit = NumberLists(
      lists: units.count,
      occurrences.lazy.map { (list: $0.unit, number: $0.issue) }
    )
    others = NumberLists(lists: occurrences.count, repeats)
    sortOccurrences()
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

  /// Puts the occurrences of each key and issue together, by time.
  private mutating func sortOccurrences() {
    let (unsorted, units) = (occurrences, units)
    func key(_ number: Int32) -> Int32 { Int32(units[Int(unsorted[Int(number)].unit)].key) }
    // By issue, then by key: each sort keeps the order of those that are alike.
    let byIssue = NumberLists(
      lists: issues.count,
      unsorted.indices.lazy.map { (list: unsorted[$0].issue, number: Int32($0)) }
    )
    let byKey = NumberLists(
      lists: keys.count,
      byIssue.numbers.lazy.map { (list: key($0), number: $0) }
    )
    occurrences = byKey.numbers.map { unsorted[Int($0)] }
    // Units come by time, and most stand for their first report.
    for cell in cells {
      let isSorted = cell.dropFirst().allSatisfy { rank($0 - 1) < rank($0) }
      if !isSorted {
        let sorted = occurrences[cell].sorted { ranks[Int($0.report)] < ranks[Int($1.report)] }
        occurrences.replaceSubrange(cell, with: sorted)
      }
    }
  }

  private func rank(_ occurrence: Int) -> Int { ranks[Int(occurrences[occurrence].report)] }
}
