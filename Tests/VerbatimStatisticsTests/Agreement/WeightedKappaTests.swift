import Testing
import VerbatimTestSupport

@testable import VerbatimStatistics

@Suite("Weighted kappa")
struct WeightedKappaTests {
  /// Two dermatologists on 88 patients, from terrible to clear: SAS/STAT User's Guide, PROC FREQ,
  /// *Agreement Study*.
  static let skin = [[10, 4, 1, 0], [5, 10, 12, 2], [2, 4, 12, 5], [0, 2, 6, 13]]
  /// Two pathologists on 118 slides: Agresti (2002), *Categorical data analysis*, table 10.8.
  static let slides = [[22, 2, 2, 0], [5, 7, 14, 0], [0, 2, 36, 0], [0, 1, 17, 10]]
  /// Two pathologists on 18 cases: Kavanagh et al., BMC Cancer 9:1 (2009), table 2.
  static let cases = [[7, 1, 0], [0, 8, 0], [0, 0, 2]]

  static func table(_ cells: [[Int]]) -> ConfusionTable {
    var table = ConfusionTable(rows: cells.count, columns: cells.count)
    for row in cells.indices {
      for column in cells.indices { table[row, column] = cells[row][column] }
    }
    return table
  }

  private func rounded(_ value: Double, to digits: Int) -> Double {
    let scale = (0..<digits).reduce(1.0) { scale, _ in scale * 10 }
    return (value * scale).rounded() / scale
  }

  @Test(
    "is what the manual prints, with standard error and interval",
    arguments: [
      (KappaWeighting.identity, 0.3449, 0.0724, 0.2030, 0.4868),
      (KappaWeighting.linear, 0.5082, 0.0655, 0.3798, 0.6366),
    ]
  )
  func manual(
    weighting: KappaWeighting,
    value: Double,
    error: Double,
    lower: Double,
    upper: Double
  ) throws {
    let kappa = try WeightedKappa(Self.table(Self.skin), weighting: weighting)
    #expect(rounded(kappa.value, to: 4) == value)
    #expect(rounded(kappa.standardError, to: 4) == error)
    #expect(rounded(kappa.interval.lower, to: 4) == lower)
    #expect(rounded(kappa.interval.upper, to: 4) == upper)
    #expect(kappa.count == 88)
  }

  @Test("is what Agresti gives for the pathologists")
  func textbook() throws {
    let kappa = try WeightedKappa(Self.table(Self.slides), weighting: .identity)
    #expect(rounded(kappa.value, to: 3) == 0.493)
    #expect(rounded(kappa.standardError, to: 3) == 0.057)
  }

  @Test("is what a journal prints, with the test against chance")
  func journal() throws {
    let kappa = try WeightedKappa(Self.table(Self.cases), weighting: .identity)
    #expect(rounded(kappa.value, to: 3) == 0.906)
    #expect(rounded(kappa.standardError, to: 3) == 0.092)
    #expect(rounded(kappa.value / kappa.standardErrorOfChance, to: 3) == 4.894)
  }

  /// The definitions once more, over pairs of judged things and by the delta method done
  /// numerically.
  private func naive(_ cells: [[Double]], _ weighting: KappaWeighting) -> Double {
    let total = cells.flatMap(\.self).reduce(0, +)
    var (observed, expected) = (0.0, 0.0)
    for i in cells.indices {
      for j in cells.indices {
        let distance = Double(abs(i - j)) / Double(cells.count - 1)
        let cost =
          switch weighting {
          case .identity: i == j ? 0.0 : 1.0
          case .linear: distance
          case .quadratic: distance * distance
          }
        observed += cost * cells[i][j] / total
        let row = cells[i].reduce(0, +)
        let column = cells.map { $0[j] }.reduce(0, +)
        expected += cost * row * column / (total * total)
      }
    }
    return 1 - observed / expected
  }

  @Test("agrees with a naive twin on random tables", arguments: SeededGenerator.seeds(20))
  func twin(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let classes = Int.random(in: 2...6, using: &random)
    let cells = (0..<classes).map { row in
      (0..<classes).map { column in
        Int.random(in: 0...(row == column ? 40 : 12), using: &random) + (row == column ? 1 : 0)
      }
    }
    let real = cells.map { $0.map(Double.init) }
    let total = real.flatMap(\.self).reduce(0, +)
    for weighting in KappaWeighting.allCases {
      let kappa = try WeightedKappa(Self.table(cells), weighting: weighting)
      let twin = naive(real, weighting)
      #expect(kappa.value.isClose(to: twin))
      // The delta method: the variance of what each cell's share pulls, by central differences.
      var (square, mean) = (0.0, 0.0)
      for i in cells.indices {
        for j in cells.indices {
          var (more, less) = (real, real)
          let step = total * 1e-6
          more[i][j] += step
          less[i][j] -= step
          let pull = (naive(more, weighting) - naive(less, weighting)) / 2e-6
          square += real[i][j] / total * pull * pull
          mean += real[i][j] / total * pull
        }
      }
      let error = ((square - mean * mean) / total).squareRoot()
      #expect(kappa.standardError.isClose(to: error, within: 1e-6))
    }
  }

  @Test("as a measure of records is the same number")
  func measure() throws {
    var (first, second): ([Int], [Int]) = ([], [])
    for row in Self.skin.indices {
      for column in Self.skin.indices {
        for _ in 0..<Self.skin[row][column] {
          first.append(row)
          second.append(column)
        }
      }
    }
    for weighting in KappaWeighting.allCases {
      let kappa = try WeightedKappa(Self.table(Self.skin), weighting: weighting)
      let measure = KappaMeasure(first: first, second: second, classes: 4, weighting: weighting)
      let value = try measure.outcome.get()
      #expect(value.isClose(to: kappa.value))
      // A sampling weight counts as copies do.
      let heavy = KappaMeasure(
        first: first,
        second: second,
        classes: 4,
        weighting: weighting,
        weights: first.map { _ in 7.5 }
      )
      #expect(try heavy.outcome.get().isClose(to: kappa.value))
      let drawn = Bootstrap(seed: 9).intervals(of: [measure])[0]
      let interval = try #require(drawn)
      #expect(interval.lower.isClose(to: kappa.interval.lower, within: 0.03))
      #expect(interval.upper.isClose(to: kappa.interval.upper, within: 0.03))
    }
  }

  @Test(
    "says why there is none",
    arguments: [
      ([[0, 0], [0, 0]], KappaGap.empty), ([[9, 0], [0, 0]], .oneClass),
      ([[0, 0, 0], [0, 3, 0], [0, 0, 0]], .oneClass),
    ]
  )
  func degenerate(cells: [[Int]], gap: KappaGap) {
    for weighting in KappaWeighting.allCases {
      #expect(throws: gap) { try WeightedKappa(Self.table(cells), weighting: weighting) }
    }
    let flat = cells.enumerated().flatMap { row, counts in
      counts.enumerated().flatMap { column, count in
        [(Int, Int)](repeating: (row, column), count: count)
      }
    }
    let measure = KappaMeasure(
      first: flat.map(\.0),
      second: flat.map(\.1),
      classes: cells.count,
      weighting: .linear
    )
    #expect(measure.outcome == .failure(gap))
    #expect(measure.value == nil)
    #expect(!gap.explanation.isEmpty)
  }

  @Test("is 1 for judges who always agree and below 0 for those who agree less than by chance")
  func extremes() throws {
    let same = try WeightedKappa(Self.table([[5, 0], [0, 8]]), weighting: .quadratic)
    #expect(same.value == 1)
    #expect(same.standardError == 0)
    let other = try WeightedKappa(Self.table([[0, 5], [5, 0]]), weighting: .identity)
    #expect(other.value == -1)
  }

  @Test("is near 0 for judges who do not look, in 95 % of their intervals")
  func calibration() throws {
    var random = SeededGenerator(seed: 4)
    var covered = 0
    for _ in 0..<1_000 {
      var table = ConfusionTable(rows: 3, columns: 3)
      for _ in 0..<160 {
        func draw() -> Int { random.chance(0.5) ? 0 : random.chance(0.5) ? 1 : 2 }
        let (first, second) = (draw(), draw())
        table[first, second] += 1
      }
      let interval = try WeightedKappa(table, weighting: .linear).interval
      if interval.lower <= 0, interval.upper >= 0 { covered += 1 }
    }
    #expect((930...970).contains(covered))
  }
}
