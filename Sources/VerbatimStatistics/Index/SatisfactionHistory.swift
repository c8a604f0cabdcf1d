internal import VerbatimCore

/// Reports over time, packed: who answered what when, in which segments.
///
/// The order in which reports are added does not matter: customers are ordered by their keys, days
/// by the calendar. About 60 bytes a report.
public struct SatisfactionHistory: Sendable {
  /// One answer on its scale, 0 to 100.
  struct Answer: Hashable, Sendable {
    var component: UInt8
    var value: Double
  }

  /// One report.
  struct Row: Sendable {
    /// The day since 1970.
    var day: Int32
    /// The customer's rank by key.
    var person: Int32
    /// The combination of segments.
    var cell: Int32
    /// Where the answers begin in ``answers``.
    var firstAnswer: Int32
    var answerCount: Int32
    /// Where the issues begin in ``issues``.
    var firstIssue: Int32
    var issueCount: Int32
  }

  /// The names of the dimensions.
  public let dimensions: [String]
  /// The reports, by day and customer.
  let rows: [Row]
  let answers: [Answer]
  let issues: [Int32]
  /// The codes of issues, in byte order.
  let issueNames: [String]
  /// The combinations of segments: for each dimension the value's number, −1 for none.
  let cells: [[Int32]]
  /// For each dimension its values, in byte order.
  let values: [[String]]

  /// How many reports there are.
  public var count: Int { rows.count }

  /// The first and the last day, since 1970; nil without reports.
  public var days: ClosedRange<Int>? {
    guard let first = rows.first, let last = rows.last else { return nil }
    return Int(first.day)...Int(last.day)
  }

  func answers(of row: Row) -> ArraySlice<Answer> {
    answers[Int(row.firstAnswer)..<Int(row.firstAnswer + row.answerCount)]
  }

  func issues(of row: Row) -> ArraySlice<Int32> {
    issues[Int(row.firstIssue)..<Int(row.firstIssue + row.issueCount)]
  }

  /// Takes reports one at a time.
  public struct Builder {
    private let dimensions: [String]
    private var people = NameTable()
    private var codes = NameTable()
    private var values: [NameTable]
    private var cellNumbers: [[Int32]: Int32] = [:]
    private var cells: [[Int32]] = []
    private var rows: [Row] = []
    private var answers: [Answer] = []
    private var issues: [Int32] = []

    /// An empty history over dimensions.
    public init(dimensions: [String]) {
      self.dimensions = dimensions
      values = dimensions.map { _ in NameTable() }
    }

    /// Adds a report.
    ///
    /// - Precondition: It has a segment, or nil, for each dimension.
    public mutating func add(_ report: SatisfactionReport) {
      precondition(report.segments.count == dimensions.count, "a segment for each dimension")
      var cell: [Int32] = []
      for (index, segment) in report.segments.enumerated() {
        cell.append(segment.map { Int32(values[index].number(of: $0)) } ?? -1)
      }
      let number = cellNumbers[cell] ?? Int32(cells.count)
      if Int(number) == cells.count {
        cellNumbers[cell] = number
        cells.append(cell)
      }
      rows.append(
        Row(
          day: Int32(report.eventTime.dayNumber),
          // A key and an id never meet: one of them is marked.
          person: Int32(people.number(of: report.customerKey ?? "signal \(report.signalID)")),
          cell: number,
          firstAnswer: Int32(answers.count),
          answerCount: Int32(report.answers.count),
          firstIssue: Int32(issues.count),
          issueCount: Int32(report.issues.count)
        )
      )
      for answer in report.answers {
        answers.append(Answer(component: UInt8(answer.component.rawValue), value: answer.value))
      }
      for issue in report.issues { issues.append(Int32(codes.number(of: issue))) }
    }

    /// The history of what was added.
    ///
    /// - Complexity: O(*n* log *n*).
    public func history() -> SatisfactionHistory {
      let (peopleRanks, _) = people.ranks()
      let (codeRanks, codeNames) = codes.ranks()
      let tables = values.map { $0.ranks() }
      var rows = rows
      for index in rows.indices { rows[index].person = peopleRanks[Int(rows[index].person)] }
      rows.sort { ($0.day, $0.person, $0.cell) < ($1.day, $1.person, $1.cell) }
      return SatisfactionHistory(
        dimensions: dimensions,
        rows: rows,
        answers: answers,
        issues: issues.map { codeRanks[Int($0)] },
        issueNames: codeNames,
        cells: cells.map { cell in
          cell.enumerated().map { $1 < 0 ? -1 : tables[$0].ranks[Int($1)] }
        },
        values: tables.map(\.names)
      )
    }
  }
}
