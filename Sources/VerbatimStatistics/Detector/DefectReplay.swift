internal import Foundation

/// Runs through a history week by week.
struct DefectReplay {
  /// The complaints of an article and an issue.
  struct Cell {
    let article: Int
    let issue: Int
    let complaints: Range<Int>
  }

  /// Evidence for one kind of story, in natural logarithms.
  struct Evidence {
    var value = -Double.infinity
    var level = DefectAlert.Level.sku
    var key: Int32 = -1
    /// The best other explanation.
    var rival = -Double.infinity
  }

  let history: ReportHistory
  let settings: DetectorSettings
  private(set) var alerts: [DefectAlert] = []
  var state: ShopState
  let cells: [Cell]
  /// The cells with a complaint in a week, by supplier and issue.
  let cellsOfWeek: [[Int32]]
  /// Where each article's cells begin.
  let cellStarts: [Int]
  private var supplierTest: SupplierTest
  /// The articles of a supplier.
  private let articlesOf: [Range<Int>]
  var window = SeriesWindow()
  private var lots = LotTable()
  var book: StoryBook

  init(_ history: ReportHistory, _ settings: DetectorSettings) {
    self.history = history
    self.settings = settings
    state = ShopState(history, settings)
    book = StoryBook(settings)
    var cells: [Cell] = []
    var start = 0
    let complaints = history.complaints
    for index in complaints.indices {
      let isLast =
        index + 1 == complaints.count
        || complaints[index + 1].article != complaints[index].article
        || complaints[index + 1].issue != complaints[index].issue
      guard isLast else { continue }
      cells.append(
        Cell(
          article: Int(complaints[index].article),
          issue: Int(complaints[index].issue),
          complaints: start..<(index + 1)
        )
      )
      start = index + 1
    }
    var byWeek = [[Int32]](repeating: [], count: history.weekCount)
    for (index, cell) in cells.enumerated() {
      var last: Int32 = -1
      for place in cell.complaints where complaints[place].week != last {
        last = complaints[place].week
        byWeek[Int(last)].append(Int32(index))
      }
    }
    let issues = UInt64(history.issues.count)
    for week in byWeek.indices {
      byWeek[week].sort { left, right in
        let a = cells[Int(left)]
        let b = cells[Int(right)]
        let x = UInt64(history.articles[a.article].supplier) * issues + UInt64(a.issue)
        let y = UInt64(history.articles[b.article].supplier) * issues + UInt64(b.issue)
        return (x, left) < (y, right)
      }
    }
    self.cells = cells
    var starts = [Int](repeating: 0, count: history.articles.count + 1)
    for cell in cells { starts[cell.article + 1] += 1 }
    for index in 0..<history.articles.count { starts[index + 1] += starts[index] }
    cellStarts = starts
    supplierTest = SupplierTest(history)
    cellsOfWeek = byWeek
    var ranges = [Range<Int>](repeating: 0..<0, count: history.suppliers.count)
    var first = 0
    for index in history.articles.indices {
      let supplier = history.articles[index].supplier
      if index + 1 == history.articles.count || history.articles[index + 1].supplier != supplier {
        ranges[Int(supplier)] = first..<(index + 1)
        first = index + 1
      }
    }
    articlesOf = ranges
  }

  static let factors: [(factor: Double, log: Double, weight: Double)] = [
    (1.5, log(1.5), 0.1), (2, log(2), 0.2), (3, log(3), 0.2), (4.5, log(4.5), 0.2),
    (7, log(7), 0.2), (11, log(11), 0.1),
  ]

  /// Whether the priors are fitted again in a week.
  static func fits(_ week: Int) -> Bool {
    [2, 4, 6, 9].contains(week) || (week > 9 && week.isMultiple(of: 13))
  }

  /// Takes in the next week and tells its stories.
  mutating func advance() {
    state.advance()
    if Self.fits(state.week) {
      state.fit(cells, cellStarts)
    }
    for supplier in articlesOf.indices where !history.suppliers[supplier].isEmpty {
      supplierTest.advance(&state, supplier: supplier, articles: articlesOf[supplier])
    }
    guard state.week >= settings.learningWeeks else { return }
    let list = cellsOfWeek[state.week]
    var place = 0
    while place < list.count {
      let first = cells[Int(list[place])]
      let supplier = history.articles[first.article].supplier
      var end = place + 1
      while end < list.count {
        let cell = cells[Int(list[end])]
        guard cell.issue == first.issue, history.articles[cell.article].supplier == supplier
        else { break }
        end += 1
      }
      tell(list[place..<end], supplier: Int(supplier), issue: first.issue)
      place = end
    }
  }

  /// One supplier's stories of one issue.
  private mutating func tell(_ list: ArraySlice<Int32>, supplier: Int, issue: Int) {
    let floor = settings.floor * log(10)
    var found: [(article: Int, evidence: Evidence)] = []
    for index in list {
      let evidence = evidence(of: Int(index))
      guard evidence.value > 0 else { continue }
      found.append((cells[Int(index)].article, evidence))
    }
    let shared = supplierEvidence(supplier: supplier, issue: issue)
    let greatest = found.reduce(-Double.infinity) { max($0, $1.evidence.value) }
    if shared > greatest {
      let value = shared - doubt(shared, rival: greatest) - newness(state.week)
      if value >= floor {
        tell(Evidence(value: value, level: .supplier, key: Int32(supplier)), -1 - supplier, issue)
      }
      return
    }
    for (article, evidence) in found {
      let rival = max(evidence.rival, shared)
      let value =
        evidence.value - doubt(evidence.value, rival: rival)
        - newness(state.week - state.volumes[article].first)
      guard value >= floor else { continue }
      tell(Evidence(value: value, level: evidence.level, key: evidence.key), article, issue)
    }
  }

  /// What evidence loses in a first quarter: a high rate that was there from the start looks new.
  private func newness(_ age: Int) -> Double {
    settings.newcomerCare * max(0, 1 - Double(age) / 13)
  }

  /// What evidence loses for a rival that explains the same reports nearly as well.
  private func doubt(_ value: Double, rival: Double) -> Double {
    rival == -.infinity ? 0 : settings.placeCare * log(1 + exp(rival - value + settings.placeGap))
  }

  private mutating func tell(_ evidence: Evidence, _ place: Int, _ issue: Int) {
    let score = evidence.value / log(10)
    guard
      book.tells(
        .init(issue: Int32(issue), article: Int32(place)),
        level: evidence.level,
        key: evidence.key,
        score: score,
        week: state.week
      )
    else { return }
    alerts.append(
      DefectAlert(history, state.week, evidence.level, evidence.key, issue, score)
    )
  }

  /// The evidence that all articles of a supplier are in trouble.
  private mutating func supplierEvidence(supplier: Int, issue: Int) -> Double {
    guard !history.suppliers[supplier].isEmpty, articlesOf[supplier].count > 1 else {
      return -.infinity
    }
    return supplierTest.evidence(
      &state,
      supplier: supplier,
      articles: articlesOf[supplier],
      issue: issue,
      cells: cells,
      cellStarts: cellStarts
    ) + log(settings.supplierOdds)
  }

  /// The evidence of a cell at its best level.
  private mutating func evidence(of index: Int) -> Evidence {
    let cell = cells[index]
    window.load(&state, article: cell.article, issue: cell.issue, complaints: cell.complaints)
    // No mixture of likelihoods exceeds the best Poisson one.
    var bound = 0.0
    for k in 1...max(1, window.longest) {
      let past = window.past(k)
      let mean = past.shape / past.rate * window.recentExpected[k]
      let count = window.recentCounts[k]
      if count > mean { bound = max(bound, count * log(count / mean) - count + mean) }
    }
    var result = Evidence()
    let longest = window.longest
    if bound >= 2.5 {
      var steps = LogSum()
      for k in 1...longest where k <= 20 {
        for (factor, logFactor, weight) in Self.factors {
          steps.add(window.step(k, factor, logFactor), weight)
        }
      }
      var ramps = LogSum()
      for length in [8, 14, 20, 26] where length <= longest {
        for target in [2.0, 4] { ramps.add(window.ramp(length, target), 1) }
      }
      let value =
        LogSum.log(
          steps.mean + log(settings.stepShare),
          ramps.mean + log(1 - settings.stepShare)
        ) + log(settings.skuOdds)
      result = Evidence(value: value, level: .sku, key: Int32(cell.article))
    }
    if window.recentCounts[longest] >= 2, bound >= 0.8 {
      lots.load(history, window, cell, week: state.week)
      for lot in lots.evidence(window) {
        let value = lot.value + log(settings.lotOdds)
        if value > result.value {
          result = Evidence(value: value, level: .lot, key: lot.lot, rival: result.value)
        } else {
          result.rival = max(result.rival, value)
        }
      }
    }
    return result
  }
}
