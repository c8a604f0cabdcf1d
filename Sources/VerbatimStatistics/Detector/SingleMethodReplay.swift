internal import Foundation

/// One method alone, week by week, each story told once as the detector does.
struct SingleMethodReplay {
  /// The weeks that a screen looks back.
  private static let screen = 8

  private let history: ReportHistory
  private let method: DetectorMethod
  private let settings: DetectorSettings
  private var state: ShopState
  private var tests: SingleTests
  private let cells: [DefectReplay.Cell]
  private let cellStarts: [Int]
  private let cellsOfWeek: [[Int32]]
  private var window = SeriesWindow()
  private var lots = LotTable()
  private var book: StoryBook
  private(set) var alerts: [DefectAlert] = []

  init(_ history: ReportHistory, _ method: DetectorMethod, _ settings: DetectorSettings) {
    self.history = history
    self.method = method
    self.settings = settings
    let combined = DefectReplay(history, settings)
    cells = combined.cells
    cellStarts = combined.cellStarts
    cellsOfWeek = combined.cellsOfWeek
    state = ShopState(history, settings)
    tests = SingleTests(history, cells.count)
    var own = settings
    own.escalation = method == .eb05 || method == .ic025 ? 0.5 : 1
    book = StoryBook(own)
  }

  /// Takes in the next week.
  mutating func advance() {
    state.advance()
    if DefectReplay.fits(state.week) { state.fit(cells, cellStarts) }
    guard state.week >= settings.learningWeeks else { return }
    var supplierIssues = Set<Int>()
    for index in cellsOfWeek[state.week] {
      let cell = cells[Int(index)]
      let supplier = Int(history.articles[cell.article].supplier)
      let issues = history.issues.count
      let own = score(Int(index))
      var shared = -Double.infinity
      if method != .cusum {
        shared = tests.supplier(
          state,
          method,
          supplier: supplier,
          issue: cell.issue,
          weeks: Self.screen
        )
      }
      if shared > own.value {
        guard supplierIssues.insert(supplier * issues + cell.issue).inserted else { continue }
        tell(
          .init(value: shared, level: .supplier, key: Int32(supplier)),
          -1 - supplier,
          cell.issue
        )
      } else {
        tell(own, cell.article, cell.issue)
      }
    }
  }

  private mutating func score(_ index: Int) -> DefectReplay.Evidence {
    let cell = cells[index]
    let key = Int32(cell.article)
    switch method {
    case .eb05, .ic025:
      let value = tests.screen(state, method, cell, weeks: Self.screen)
      return .init(value: value, level: .sku, key: key)
    case .cusum:
      window.load(&state, article: cell.article, issue: cell.issue, complaints: cell.complaints)
      return .init(value: tests.cusum(index, window, week: state.week), level: .sku, key: key)
    case .scan, .combined:
      window.load(&state, article: cell.article, issue: cell.issue, complaints: cell.complaints)
      var result = DefectReplay.Evidence(value: SingleTests.scan(window), level: .sku, key: key)
      lots.load(history, window, cell, week: state.week)
      for lot in lots.tails(window) where lot.value > result.value {
        result = .init(value: lot.value, level: .lot, key: lot.lot)
      }
      return result
    }
  }

  private mutating func tell(_ evidence: DefectReplay.Evidence, _ place: Int, _ issue: Int) {
    guard evidence.value > (method == .cusum ? 1 : method == .scan ? 1.5 : -0.5) else { return }
    guard
      book.tells(
        .init(issue: Int32(issue), article: Int32(place)),
        level: evidence.level,
        key: evidence.key,
        score: evidence.value,
        week: state.week
      )
    else { return }
    alerts.append(
      DefectAlert(history, state.week, evidence.level, evidence.key, issue, evidence.value)
    )
  }
}
