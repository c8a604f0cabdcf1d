internal import Foundation

/// Tests whether an issue has grown with all articles of a supplier at once.
struct SupplierTest {
  private static let windows = [1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 26]
  private static let longest = 26
  private static let factors: [(factor: Double, log: Double)] = [1.35, 1.7, 2.2, 3, 5].map {
    ($0, log($0))
  }

  private let history: ReportHistory
  /// Expected volume by supplier, from the week `firsts` on.
  private var volumes: [[Double]]
  private var firsts: [Int]
  /// Complaints by supplier and issue, then week.
  private let counts: [Int: [(week: Int, count: Double)]]
  private var window = SeriesWindow()

  init(_ history: ReportHistory) {
    self.history = history
    volumes = history.suppliers.map { _ in [] }
    firsts = history.suppliers.map { _ in -1 }
    var byCell: [Int: [Int32: Double]] = [:]
    for item in history.complaints {
      let supplier = Int(history.articles[Int(item.article)].supplier)
      let cell = supplier * history.issues.count + Int(item.issue)
      byCell[cell, default: [:]][item.week, default: 0] += Double(item.count)
    }
    counts = byCell.mapValues { weeks in
      weeks.map { (week: Int($0.key), count: $0.value) }.sorted { $0.week < $1.week }
    }
  }

  /// Takes in the state's week.
  mutating func advance(_ state: inout ShopState, supplier: Int, articles: Range<Int>) {
    var sum = 0.0
    for article in articles {
      state.extend(article)
      sum += state.expectedVolume(of: article)
    }
    if firsts[supplier] < 0 {
      guard sum > 0 else { return }
      firsts[supplier] = state.week
    }
    volumes[supplier].append(sum)
  }

  /// Whether the supplier's total lies far enough above its past for a closer look.
  private func isPromising(_ state: ShopState, supplier: Int, issue: Int, floor: Double) -> Bool {
    let issues = history.issues.count
    let first = firsts[supplier]
    guard first >= 0, let found = counts[supplier * issues + issue] else { return false }
    var end = 0
    var all = 0.0
    while end < found.count, found[end].week <= state.week {
      all += found[end].count
      end += 1
    }
    let odds = state.odds[issue]
    var allExpected = 0.0
    for (index, volume) in volumes[supplier].enumerated() {
      allExpected += volume * odds * state.factors[(first + index) * issues + issue]
    }
    var count = 0.0
    var expected = 0.0
    for back in 0..<min(Self.longest, volumes[supplier].count) {
      let week = state.week - back
      if end > 0, found[end - 1].week == week {
        end -= 1
        count += found[end].count
      }
      expected += volumes[supplier][week - first] * odds * state.factors[week * issues + issue]
      // Two reports where two were expected stand for what is known before the first.
      let mean = (all - count + 2) / (allExpected - expected + 2) * expected
      if count > mean, count * log(count / mean) - count + mean >= floor { return true }
    }
    return false
  }

  /// ln of the mean likelihood ratio over windows and factors, and the complaints to be expected in
  /// a week.
  mutating func evidence(
    _ state: inout ShopState,
    supplier: Int,
    articles: Range<Int>,
    issue: Int,
    cells: [DefectReplay.Cell],
    cellStarts: [Int]
  ) -> (value: Double, usual: Double) {
    guard isPromising(state, supplier: supplier, issue: issue, floor: 3.5) else {
      return (-.infinity, 0)
    }
    var usual = 0.0
    let factors = Self.factors
    let windows = Self.windows
    var sums = [Double](repeating: 0, count: windows.count * factors.count)
    var greatest = [Double](repeating: 0, count: windows.count * factors.count)
    for article in articles {
      var low = cellStarts[article]
      var high = cellStarts[article + 1]
      let end = high
      while low < high {
        let middle = (low + high) / 2
        if cells[middle].issue < issue { low = middle + 1 } else { high = middle }
      }
      let complaints = low < end && cells[low].issue == issue ? cells[low].complaints : 0..<0
      window.load(&state, article: article, issue: issue, complaints: complaints)
      guard window.longest > 0 else { continue }
      usual += window.usual
      for (place, k) in windows.enumerated() {
        let k = min(k, window.longest)
        for (other, factor) in factors.enumerated() {
          let value = window.step(k, factor.factor, factor.log)
          sums[place * factors.count + other] += value
          greatest[place * factors.count + other] = max(
            greatest[place * factors.count + other],
            value
          )
        }
      }
    }
    var all = LogSum()
    var withoutTop = LogSum()
    for index in sums.indices {
      all.add(sums[index], 1)
      withoutTop.add(sums[index] - greatest[index], 1)
    }
    // One article in trouble is no story of its supplier.
    guard withoutTop.mean >= state.settings.sharedEvidence else { return (-.infinity, 0) }
    return (all.mean, usual)
  }
}
