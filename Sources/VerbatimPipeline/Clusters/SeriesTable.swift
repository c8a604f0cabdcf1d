public import VerbatimCore
public import VerbatimStatistics

/// Series of counts from a table with `date, key, issue, count` and perhaps `exposure`.
///
/// Rows may come in any order. Rows of the same date, key and issue are added up, of their
/// exposures the greatest counts. A key's series all go from its first date in the table to its
/// last, whatever the issue; a period without a row has a count of 0. Where a row of an issue is
/// missing, the exposure is that of the key's other rows of the same day.
///
/// A row with a bad date, a count that is no whole number from 0 on, an exposure that is no number
/// from 0 on, or without a key or an issue is rejected, and the rest goes on.
public struct SeriesTable: Sendable {
  /// One combination and its counts.
  public struct Entry: Hashable, Sendable {
    /// The key: an article, a supplier, a lot.
    public var key: String
    /// The issue.
    public var issue: String
    /// Its counts.
    public var series: CountSeries

    /// A combination.
    public init(key: String, issue: String, series: CountSeries) {
      self.key = key
      self.issue = issue
      self.series = series
    }
  }

  /// The combinations by key and issue, both in the order of their bytes.
  public let entries: [Entry]
  /// How many rows were taken.
  public let accepted: Int
  /// How many rows were rejected.
  public let rejected: Int
  /// What was wrong with rows; the first ``ReportTable/diagnosticLimit``.
  public let diagnostics: [Diagnostic]

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - period: Days stay days; weeks begin on Monday.
  /// - Throws: ``Diagnostic`` `V1001` or `V1002` when the file cannot be read, `V1105` when a
  ///   column is missing or stands twice.
  /// - Complexity: O(*n* log *n*) in the rows, O(periods) for each combination.
  public init(path: String, period: CountSeries.Period = .week) throws(Diagnostic) {
    try self.init(ReportTable(path: path), period: period)
  }

  /// Reads an opened table.
  public init(_ table: ReportTable, period: CountSeries.Period = .week) throws(Diagnostic) {
    var table = table
    var rows = SeriesRows()
    if !table.columns.isEmpty {
      let columns = try SeriesColumns(table)
      while try table.next() { columns.read(&table, into: &rows) }
    } else {
      while try table.next() {}
    }
    accepted = table.accepted
    rejected = table.rejected
    diagnostics = table.diagnostics
    entries = rows.entries(period)
  }

  /// The share of the rows that were rejected.
  public var rejectShare: Double {
    rejected == 0 ? 0 : Double(rejected) / Double(accepted + rejected)
  }
}
