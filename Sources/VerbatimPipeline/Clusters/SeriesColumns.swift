internal import VerbatimCore

/// The columns of a table of series, and how a row is read.
struct SeriesColumns {
  /// Dates from 1900 to 2199: others are slips, and a series would fill the years between.
  private static let days = -25_567..<84_006

  private let date: Int
  private let key: Int
  private let issue: Int
  private let count: Int
  private let exposure: Int?

  init(_ table: ReportTable) throws(Diagnostic) {
    date = try table.column("date")
    key = try table.column("key")
    issue = try table.column("issue")
    count = try table.column("count")
    exposure = try table.optionalColumn("exposure")
  }

  /// Takes the current row, or rejects it.
  func read(_ table: inout ReportTable, into rows: inout SeriesRows) {
    for column in [key, issue] where table.withBytes(of: column, { $0.isEmpty }) {
      table.reject(
        Diagnostic(
          .seriesKey,
          at: table.location(column),
          "the row has no value in `\(table.columns[column])`",
          hint: "name it; a series is one key and one issue"
        )
      )
      return
    }
    guard let day = table.withBytes(of: date, CellText.day), Self.days.contains(day) else {
      table.reject(
        Diagnostic(
          .seriesDate,
          at: table.location(date),
          "`\(table[date])` is no date from 1900 to 2199",
          hint: "write it as 2026-11-21"
        )
      )
      return
    }
    guard let number = table.withBytes(of: count, Self.whole) else {
      let isNegative = table[count].hasPrefix("-") && Double(table[count]) != nil
      table.reject(
        Diagnostic(
          .seriesValue,
          at: table.location(count),
          isNegative
            ? "the count \(table[count]) is negative"
            : "`\(table[count])` is no count",
          hint: "a count is a whole number from 0 to 999999999999999"
        )
      )
      return
    }
    var size = 0.0
    if let exposure, !table.withBytes(of: exposure, { $0.isEmpty }) {
      guard let value = Double(table[exposure]), value >= 0, value.isFinite else {
        table.reject(
          Diagnostic(
            .seriesValue,
            at: table.location(exposure),
            "`\(table[exposure])` is no exposure",
            hint: "an exposure is a number from 0 on; leave it empty when it is not known"
          )
        )
        return
      }
      size = value
    }
    let key = key
    let issue = issue
    table.withBytes(of: key) { keyBytes in
      table.withBytes(of: issue) { issueBytes in
        rows.add(key: keyBytes, issue: issueBytes, day: day, count: number, exposure: size)
      }
    }
  }

  /// A whole number of at most fifteen digits, which a `Double` holds exactly; `3.0` is one, too.
  private static func whole(_ bytes: Span<UInt8>) -> Double? {
    guard bytes.count > 0 else { return nil }
    var value = 0
    for index in bytes.indices {
      let digit = Int(bytes[index]) - 48
      guard (0...9).contains(digit) else {
        guard let number = Double(CellText.text(bytes)), number >= 0, number < 1e15,
          number == number.rounded(), number.sign == .plus
        else { return nil }
        return number
      }
      value = value * 10 + digit
      guard value < 1_000_000_000_000_000 else { return nil }
    }
    return Double(value)
  }
}
