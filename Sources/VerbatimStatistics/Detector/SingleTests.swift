internal import Foundation

/// The statistics that single methods stand on.
struct SingleTests {
  private let history: ReportHistory
  /// All reports by article and week, by supplier and week, by issue and week, by week.
  private var articleTotals: [Int32]
  private var supplierTotals: [Int32]
  private var issueTotals: [Int32]
  private var totals: [Int32]
  /// Complaints by supplier, issue and week; and of the supplier's article with the most.
  private var supplierCounts: [Int32]
  private var sums: [Double]
  private var sumWeeks: [Int32]

  init(_ history: ReportHistory, _ cellCount: Int) {
    self.history = history
    let weeks = history.weekCount
    let issues = history.issues.count
    articleTotals = .init(repeating: 0, count: history.articles.count * weeks)
    supplierTotals = .init(repeating: 0, count: history.suppliers.count * weeks)
    issueTotals = .init(repeating: 0, count: issues * weeks)
    totals = .init(repeating: 0, count: weeks)
    supplierCounts = .init(repeating: 0, count: history.suppliers.count * issues * weeks)
    sums = .init(repeating: 0, count: cellCount)
    sumWeeks = .init(repeating: -1, count: cellCount)
    for item in history.exposures {
      let supplier = Int(history.articles[Int(item.article)].supplier)
      articleTotals[Int(item.article) * weeks + Int(item.week)] += item.count
      supplierTotals[supplier * weeks + Int(item.week)] += item.count
      totals[Int(item.week)] += item.count
    }
    for item in history.complaints {
      let supplier = Int(history.articles[Int(item.article)].supplier)
      issueTotals[Int(item.issue) * weeks + Int(item.week)] += item.count
      supplierCounts[(supplier * issues + Int(item.issue)) * weeks + Int(item.week)] += item.count
    }
  }

  /// EB05 or IC025, in bits, of an article in the last weeks; E is stratified by week.
  func screen(
    _ state: ShopState,
    _ method: DetectorMethod,
    _ cell: DefectReplay.Cell,
    weeks: Int
  ) -> Double {
    let start = max(0, state.week - weeks + 1)
    var observed = 0
    for place in cell.complaints {
      let item = history.complaints[place]
      guard Int(item.week) <= state.week else { break }
      if Int(item.week) >= start { observed += Int(item.count) }
    }
    return bits(
      state,
      method,
      observed,
      expected(articleTotals, cell.article, cell.issue, start...state.week),
      cell.issue
    )
  }

  private func expected(
    _ table: [Int32],
    _ row: Int,
    _ issue: Int,
    _ weeks: ClosedRange<Int>
  ) -> Double {
    var expected = 0.0
    for week in weeks where totals[week] > 0 {
      expected +=
        Double(table[row * history.weekCount + week])
        * Double(issueTotals[issue * history.weekCount + week]) / Double(totals[week])
    }
    return expected
  }

  private func bits(
    _ state: ShopState,
    _ method: DetectorMethod,
    _ observed: Int,
    _ expected: Double,
    _ issue: Int
  ) -> Double {
    guard observed > 0 else { return -.infinity }
    if method == .ic025 {
      return InformationComponent(observed: observed, expected: expected).lower
    }
    let shape = state.shapes[issue]
    return log2(
      GammaDistribution(shape: shape + Double(observed), rate: shape + expected).quantile(0.05)
    )
  }

  /// The same of all articles of a supplier; by predictive tail for the scan.
  func supplier(
    _ state: ShopState,
    _ method: DetectorMethod,
    supplier: Int,
    issue: Int,
    weeks: Int
  ) -> Double {
    let base = (supplier * history.issues.count + issue) * history.weekCount
    guard method == .scan else {
      let start = max(0, state.week - weeks + 1)
      let observed = (start...state.week).reduce(0) { $0 + Int(supplierCounts[base + $1]) }
      return bits(
        state,
        method,
        observed,
        expected(supplierTotals, supplier, issue, start...state.week),
        issue
      )
    }
    var count = 0.0
    var expect = 0.0
    var pastCount = 4.0
    var pastExpect = 4.0
    let issues = history.issues.count
    func mean(_ week: Int) -> Double {
      Double(supplierTotals[supplier * history.weekCount + week]) * state.odds[issue]
        * state.factors[week * issues + issue]
    }
    for week in 0...state.week {
      pastCount += Double(supplierCounts[base + week])
      pastExpect += mean(week)
    }
    var best = 0.0
    for k in 1...20 where k <= state.week {
      let week = state.week - k + 1
      count += Double(supplierCounts[base + week])
      expect += mean(week)
      let past = pastCount - count
      let size = 1 / (1 / past + state.noise / Double(k) / 4)
      best = max(
        best,
        Self.tail(count, mean: past / (pastExpect - expect) * expect, size: size)
      )
    }
    return best
  }

  /// The CUSUM of a cell after its last weeks.
  mutating func cusum(_ index: Int, _ window: SeriesWindow, week: Int) -> Double {
    var sum = sums[index]
    let from = max(Int(sumWeeks[index]) + 1, window.first)
    if from <= week {
      for at in from...week {
        let place = at - window.first
        let relative =
          (window.shape + window.pastCounts[place]) / (window.rate + window.pastExpected[place])
        sum = max(
          0,
          sum
            + SeriesWindow.ratio(
              count: window.counts[place],
              mean: relative * window.expected[place],
              size: 1 / window.noise,
              2,
              log(2)
            )
        )
      }
    }
    sums[index] = sum
    sumWeeks[index] = Int32(week)
    return sum
  }

  /// −log₁₀ of the least predictive tail over the last 1 to 20 weeks.
  static func scan(_ window: SeriesWindow) -> Double {
    var best = 0.0
    for k in 1...20 where k <= window.longest && window.recentCounts[k] > 0 {
      let past = window.past(k)
      let expected = window.recentExpected[k]
      let size =
        1
        / (1 / past.shape + window.noise * window.recentSquares[k] / (expected * expected + 1e-300))
      best = max(
        best,
        tail(window.recentCounts[k], mean: past.shape / past.rate * expected, size: size)
      )
    }
    return best
  }

  /// −log₁₀ of the chance of `count` or more under a negative-binomial distribution.
  static func tail(_ count: Double, mean: Double, size: Double) -> Double {
    guard count > mean, mean > 0 else { return 0 }
    let share = mean / (size + mean)
    var term =
      GammaFunction.logGamma(size + count) - GammaFunction.logGamma(size)
      - GammaFunction.logGamma(count + 1) + count * log(share)
      - size * log((size + mean) / size)
    let first = term
    var sum = 1.0
    var n = count
    while n < count + 2000 {
      term += log((size + n) / (n + 1) * share)
      n += 1
      let ratio = exp(term - first)
      sum += ratio
      if ratio < 1e-9 * sum { break }
    }
    return max(0, -(first + log(sum)) / log(10))
  }
}
