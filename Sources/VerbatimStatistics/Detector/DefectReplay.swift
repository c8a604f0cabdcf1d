internal import Foundation

/// Runs through a history week by week.
struct DefectReplay {
  /// The complaints of an article and an issue.
  struct Cell {
    let article: Int
    let issue: Int
    let complaints: Range<Int>
  }

  let history: ReportHistory
  let settings: DetectorSettings
  var alerts: [DefectAlert] = []
  var state: ShopState
  let cells: [Cell]
  /// The cells with a complaint in a week, by supplier and issue.
  let cellsOfWeek: [[Int32]]
  /// Where each article's cells begin.
  let cellStarts: [Int]
  var supplierTest: SupplierTest
  /// The articles of a supplier.
  let articlesOf: [Range<Int>]
  var window = SeriesWindow()
  var lots = LotTable()
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
}
