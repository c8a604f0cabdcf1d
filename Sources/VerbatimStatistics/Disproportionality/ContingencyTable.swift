/// How many distinct reports two properties share, with what independence predicts.
///
/// Names are in the order of their bytes, cells by the first name and then the second: reports in
/// any order make the same table, to the last bit.
public struct ContingencyTable: Sendable {
  /// A pair of names that reports share.
  public struct Cell: Hashable, Sendable {
    /// The place of the first name in ``ContingencyTable/firstNames``.
    public var first: Int
    /// The place of the second name in ``ContingencyTable/secondNames``.
    public var second: Int
    /// The reports that have both, at least 1.
    public var count: Int
    /// E, what independence within each stratum predicts: Σ n₁ₛ · n₂ₛ / nₛ over the strata s.
    public var expected: Double
  }

  /// The first property's values.
  public let firstNames: [String]
  /// The second property's values.
  public let secondNames: [String]
  /// The reports with each first name.
  public let firstTotals: [Int]
  /// The reports with each second name.
  public let secondTotals: [Int]
  /// All reports.
  public let total: Int
  /// How many strata there are; 1 when the table is not stratified.
  public let strataCount: Int
  /// The pairs that at least one report has.
  public let cells: [Cell]
  private let strata: Strata?

  /// The counts by stratum: for each name its strata, ascending, with its reports there.
  private struct Strata: Sendable {
    var totals: [Int]
    var first: Margin
    var second: Margin

    struct Margin: Sendable {
      var starts: [Int]
      var strata: [Int32]
      var counts: [Double]

      /// The counts by the names' and the strata's new numbers.
      init(_ counts: PairCounts, rank: [Int], stratumRank: [Int]) {
        let sorted = counts.pairs.map {
          (name: rank[$0.first], stratum: stratumRank[$0.second], count: $0.count)
        }.sorted { ($0.name, $0.stratum) < ($1.name, $1.stratum) }
        starts = [Int](repeating: 0, count: rank.count + 1)
        for entry in sorted { starts[entry.name + 1] += 1 }
        for index in 1..<starts.count { starts[index] += starts[index - 1] }
        strata = sorted.map { Int32($0.stratum) }
        self.counts = sorted.map { Double($0.count) }
      }
    }

    /// Σ n₁ₛ · n₂ₛ / nₛ, in the order of the strata.
    func expected(_ firstName: Int, _ secondName: Int) -> Double {
      var left = first.starts[firstName]
      var right = second.starts[secondName]
      let (leftEnd, rightEnd) = (first.starts[firstName + 1], second.starts[secondName + 1])
      var sum = 0.0
      while left < leftEnd, right < rightEnd {
        let (leftStratum, rightStratum) = (first.strata[left], second.strata[right])
        if leftStratum == rightStratum {
          sum += first.counts[left] * second.counts[right] / Double(totals[Int(leftStratum)])
          left += 1
          right += 1
        } else if leftStratum < rightStratum {
          left += 1
        } else {
          right += 1
        }
      }
      return sum
    }
  }

  init(
    _ tally: ContingencyTally,
    firsts: NameTable,
    seconds: NameTable,
    strata stratumNames: NameTable
  ) {
    let firstOrder = firsts.sorted()
    let secondOrder = seconds.sorted()
    let firstRank = Self.ranks(firstOrder)
    let secondRank = Self.ranks(secondOrder)
    firstNames = firstOrder.map(firsts.name)
    secondNames = secondOrder.map(seconds.name)
    firstTotals = firstOrder.map { tally.firstTotals[$0] }
    secondTotals = secondOrder.map { tally.secondTotals[$0] }
    total = tally.total
    if tally.isStratified, stratumNames.count > 1 {
      let order = stratumNames.sorted()
      let rank = Self.ranks(order)
      strataCount = order.count
      strata = Strata(
        totals: order.map { tally.stratumTotals[$0] },
        first: .init(tally.firstStrata, rank: firstRank, stratumRank: rank),
        second: .init(tally.secondStrata, rank: secondRank, stratumRank: rank)
      )
    } else {
      strataCount = 1
      strata = nil
    }
    var cells = tally.pairs.pairs.map {
      Cell(first: firstRank[$0.first], second: secondRank[$0.second], count: $0.count, expected: 0)
    }
    cells.sort { ($0.first, $0.second) < ($1.first, $1.second) }
    for index in cells.indices {
      cells[index].expected = Self.expected(
        cells[index].first,
        cells[index].second,
        firstTotals,
        secondTotals,
        total,
        strata
      )
    }
    self.cells = cells
  }

  /// How many pairs of a first and a second name there are, with reports or without.
  public var pairCount: Int { firstNames.count * secondNames.count }

  /// E of every pair that no report has, by the first name and then the second; pairs that no
  /// stratum has room for are left out.
  ///
  /// - Complexity: O(``pairCount`` · strata).
  public func emptyCells() -> [Double] {
    var expectations: [Double] = []
    expectations.reserveCapacity(max(0, pairCount - cells.count))
    var next = 0
    for first in firstNames.indices {
      for second in secondNames.indices {
        if next < cells.count, cells[next].first == first, cells[next].second == second {
          next += 1
          continue
        }
        let expected = Self.expected(first, second, firstTotals, secondTotals, total, strata)
        if expected > 0 { expectations.append(expected) }
      }
    }
    return expectations
  }

  private static func expected(
    _ first: Int,
    _ second: Int,
    _ firstTotals: [Int],
    _ secondTotals: [Int],
    _ total: Int,
    _ strata: Strata?
  ) -> Double {
    if let strata { return strata.expected(first, second) }
    return Double(firstTotals[first]) * Double(secondTotals[second]) / Double(total)
  }

  private static func ranks(_ order: [Int]) -> [Int] {
    var ranks = [Int](repeating: 0, count: order.count)
    for (rank, number) in order.enumerated() { ranks[number] = rank }
    return ranks
  }
}
