internal import VerbatimCore

extension ClusterTable {
  /// What each supplier, week and kind of source has of a table's margins.
  ///
  /// Counted once for all clusters: counted for each, a table of a million units and a thousand
  /// clusters would be walked a thousand times.
  struct Margins: Sendable {
    /// What an issue has of them.
    struct OfIssue: Sendable {
      /// Entries that are only feared.
      var potential = 0
      /// Entries by week; those without a time are in none.
      var weeks: [Int: Int] = [:]
      /// Entries by kind of source.
      var sources: [String: Int] = [:]
    }

    /// For each supplier its units, and their keys, ascending.
    private(set) var unitsOfSupplier: [[Int]]
    private(set) var keysOfSupplier: [[Int]]
    /// Units by the week of their first report.
    private(set) var unitsOfWeek: [Int: Int] = [:]
    /// Units by the kind of source of their first report.
    private(set) var unitsOfSource: [String: Int] = [:]
    /// The entries of each issue.
    private(set) var ofIssue: [OfIssue]

    /// Counts units and entries.
    ///
    /// - Complexity: O(*n*) in both.
    init(_ reports: [ComplaintReport], _ counted: CountedReports, _ cells: [Cell]) {
      unitsOfSupplier = Array(repeating: [], count: counted.suppliers.count)
      keysOfSupplier = []
      ofIssue = Array(repeating: OfIssue(), count: counted.issues.count)
      for (place, unit) in counted.units.enumerated() {
        if unit.supplier >= 0 { unitsOfSupplier[unit.supplier].append(place) }
        if let week = unit.week { unitsOfWeek[week, default: 0] += 1 }
        unitsOfSource[reports[unit.first].source, default: 0] += 1
      }
      keysOfSupplier = unitsOfSupplier.map { units in
        Set(units.map { counted.units[$0].key }).sorted()
      }
      for cell in cells {
        let code = counted.issues[cell.issue]
        for entry in cell.entries {
          let report = reports[entry.report]
          if report.best(code)?.modality == .potential { ofIssue[cell.issue].potential += 1 }
          if let week = report.eventTime.map(CountedReports.week(of:)) {
            ofIssue[cell.issue].weeks[week, default: 0] += 1
          }
          ofIssue[cell.issue].sources[report.source, default: 0] += 1
        }
      }
    }
  }
}
