public import VerbatimCore
public import VerbatimStatistics

/// A history of reports from a table with `date, sku, supplier, lot, issue, negative, source`.
///
/// A row is a report, in any order. `date`, `sku`, `issue` and `negative` must be there, the other
/// columns may be missing or empty. A report that is not negative tells only how much was heard, so
/// its issue may be empty.
public struct ReplayTable: Sendable {
  /// What was read.
  public let history: ReportHistory
  /// How many rows were taken.
  public let accepted: Int
  /// How many rows were rejected.
  public let rejected: Int
  /// What was wrong with rows; the first ``ReportTable/diagnosticLimit``.
  public let diagnostics: [Diagnostic]

  /// Reads a table.
  ///
  /// - Throws: ``Diagnostic`` `V1001` or `V1002` when the file cannot be read, `V1105` when a
  ///   column is missing or stands twice.
  /// - Complexity: O(*n* log *n*) in the rows; about 100 bytes of memory a row.
  public init(path: String) throws(Diagnostic) {
    try self.init(ReportTable(path: path))
  }

  /// Reads an opened table.
  public init(_ table: ReportTable) throws(Diagnostic) {
    var table = table
    var builder = ReportHistory.Builder()
    if table.columns.isEmpty {
      while try table.next() {}
    } else {
      let columns = try ReplayColumns(table)
      while try table.next() { columns.read(&table, into: &builder) }
    }
    accepted = table.accepted
    rejected = table.rejected
    diagnostics = table.diagnostics
    history = builder.history()
  }

  /// The share of the rows that were rejected.
  public var rejectShare: Double {
    rejected == 0 ? 0 : Double(rejected) / Double(accepted + rejected)
  }
}
