extension ClusterTable {
  /// What the cells of a table say together of each: the prior of their ratios, and how many of
  /// them chance alone would make as extreme.
  struct Estimates: Sendable {
    /// Nothing yet.
    static let none = Estimates()

    /// The q-value of each cell.
    let qValues: [Double]
    /// The run's false-discovery rate.
    private let rate: Double
    /// How many of the cells pass it.
    private let passing: Int
    /// Posteriors by the prior, with what hangs on the counts of cells found already.
    let tables: GammaMixtureTables

    private init() {
      qValues = []
      rate = 0
      passing = 0
      tables = GammaMixtureTables(.fixed)
    }

    /// Estimates what is common to cells.
    ///
    /// - Parameters:
    ///   - components: The cells, each with a count of 1 or more.
    ///   - places: The places of those cells: key · issues + issue, ascending.
    ///   - keys: How many keys there are.
    ///   - issues: How many issues there are.
    ///   - rate: The false-discovery rate of the run.
    ///   - expected: What is expected of a key and an issue.
    init(
      _ components: [InformationComponent],
      _ places: [Int],
      keys: Int,
      issues: Int,
      rate: Double,
      expected: (Int, Int) -> Double
    ) {
      let pValues = components.map(\.pValue)
      qValues = FalseDiscovery.qValues(pValues)
      self.rate = rate
      passing = qValues.count { $0 <= rate }
      let cells = components.map { (count: $0.observed, expected: $0.expected) }
      let fit = GammaMixtureFit(cells) {
        Self.emptyCells(without: places, keys: keys, issues: issues, expected: expected)
      }
      // Articles without a report of an issue are asked for, too, beside those that have one.
      tables = GammaMixtureTables(fit.mixture, counts: Set(components.map(\.observed)).union([0]))
    }

    /// Whether a p-value would pass the false-discovery rate in the place of a cell's own, all other cells
    /// as they are: at the rank behind those of them that pass.
    func passes(_ pValue: Double, insteadOfCell number: Int) -> Bool {
      let rank = passing + (qValues[number] <= rate ? 0 : 1)
      return pValue * Double(qValues.count) / Double(rank) <= rate
    }

    /// The pairs without reports, by what is expected; nil when there are too many.
    ///
    /// - Parameters:
    ///   - places: Those with reports: key · issues + issue, ascending.
    ///   - keys: How many keys there are.
    ///   - issues: How many issues there are.
    ///   - expected: What is expected of a key and an issue.
    /// - Returns: The others.
    static func emptyCells(
      without places: [Int],
      keys: Int,
      issues: Int,
      expected: (Int, Int) -> Double
    ) -> [(count: Int, expected: Double)]? {
      guard keys * issues <= GammaMixtureFit.mostPairs else { return nil }
      var empty: [(count: Int, expected: Double)] = []
      var next = places.makeIterator()
      var taken = next.next()
      for place in 0..<keys * issues {
        if place == taken {
          taken = next.next()
        } else {
          empty.append((0, expected(place / issues, place % issues)))
        }
      }
      return empty.sorted { $0.expected < $1.expected }
    }
  }
}
