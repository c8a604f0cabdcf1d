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
      let sources = numbered.sources
      ofIssue = Array(repeating: OfIssue(), count: counted.issues.count)
      // The units of one key in one stratum, and those of them of one supplier.
      var places = PairTable()
      var pairs = PairTable()
      var parts: [(supplier: Int, part: Part)] = []
      var unitsOfSource = [Int](repeating: 0, count: sources.names.count)
      for (place, unit) in counted.units.enumerated() {
        if unit.supplier >= 0 {
          let stratum = strata.ofUnit[place]
          let (number, isNew) = pairs.number(
            of: Int32(unit.supplier),
            Int32(places.number(of: Int32(unit.key), stratum).number)
          )
          if isNew { parts.append((unit.supplier, Part(key: unit.key, stratum: Int(stratum)))) }
          parts[number].part.count += 1
        }
        if let week = unit.week { unitsOfWeek[week, default: 0] += 1 }
        unitsOfSource[Int(sources.numbers[unit.first])] += 1
      }
      for (number, count) in unitsOfSource.enumerated() where count > 0 {
        self.unitsOfSource[sources.names[number]] = count
      }
      partsOfSupplier = Array(repeating: [], count: counted.suppliers.count)
      parts.sort { ($0.part.key, $0.part.stratum) < ($1.part.key, $1.part.stratum) }
      for (supplier, part) in parts { partsOfSupplier[supplier].append(part) }
      keysOfSupplier = partsOfSupplier.map { Set($0.map(\.key)).sorted() }
      var sourcesOfCell = [Int](repeating: 0, count: sources.names.count)
      for cell in cells {
        for number in sourcesOfCell.indices { sourcesOfCell[number] = 0 }
        for entry in cell.entries {
          if entry.told.isFear { ofIssue[cell.issue].potential += 1 }
          let week = numbered.weeks[Int(entry.report)]
          if week != .min { ofIssue[cell.issue].weeks[Int(week), default: 0] += 1 }
          sourcesOfCell[Int(sources.numbers[Int(entry.report)])] += 1
        }
        for (number, count) in sourcesOfCell.enumerated() where count > 0 {
          ofIssue[cell.issue].sources[sources.names[number], default: 0] += count
        }
      }
    }
  }
}
