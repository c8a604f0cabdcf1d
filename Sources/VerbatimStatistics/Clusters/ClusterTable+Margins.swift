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

    /// Units of a supplier that are alike: of one key, in one stratum.
    struct Part: Sendable {
      let key: Int
      let stratum: Int
      var count = 0
    }

    /// For each supplier its units by key and stratum, ascending, and the keys, ascending.
    private(set) var partsOfSupplier: [[Part]]
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
    init(
      _ numbered: NumberedReports,
      _ counted: CountedReports,
      _ cells: [Cell],
      _ strata: ReportStrata
    ) {
      let reports = numbered.reports
      let sources = numbered.sources
      ofIssue = Array(repeating: OfIssue(), count: counted.issues.count)
      var parts = [[Int: Int]](repeating: [:], count: counted.suppliers.count)
      var unitsOfSource = [Int](repeating: 0, count: sources.names.count)
      let width = max(1, strata.sizes.count)
      for (place, unit) in counted.units.enumerated() {
        if unit.supplier >= 0 {
          parts[unit.supplier][unit.key * width + Int(strata.ofUnit[place]), default: 0] += 1
        }
        if let week = unit.week { unitsOfWeek[week, default: 0] += 1 }
        unitsOfSource[Int(sources.numbers[unit.first])] += 1
      }
      for (number, count) in unitsOfSource.enumerated() where count > 0 {
        self.unitsOfSource[sources.names[number]] = count
      }
      partsOfSupplier = parts.map { counts in
        counts.sorted { $0.key < $1.key }.map {
          Part(key: $0.key / width, stratum: $0.key % width, count: $0.value)
        }
      }
      keysOfSupplier = partsOfSupplier.map { Set($0.map(\.key)).sorted() }
      for cell in cells {
        let code = counted.issues[cell.issue]
        var sourcesOfCell = [Int](repeating: 0, count: sources.names.count)
        for entry in cell.entries {
          if reports[entry.report].best(code)?.modality == .potential {
            ofIssue[cell.issue].potential += 1
          }
          let week = numbered.weeks[entry.report]
          if week != .min { ofIssue[cell.issue].weeks[Int(week), default: 0] += 1 }
          sourcesOfCell[Int(sources.numbers[entry.report])] += 1
        }
        for (number, count) in sourcesOfCell.enumerated() where count > 0 {
          ofIssue[cell.issue].sources[sources.names[number], default: 0] += count
        }
      }
    }
  }
}
