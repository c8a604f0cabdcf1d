internal import GRDB
internal import VerbatimCore

extension SignalFilter {
  /// The filter as a condition on `signals s`, with its arguments.
  ///
  /// Made so that SQLite walks `s` in the order of `seq` whichever index it takes: the list of an
  /// issue's signals is sorted by SQLite itself, and nothing else needs sorting.
  var condition: (sql: String, arguments: StatementArguments) {
    var sql = "s.seq > ?"
    var arguments: StatementArguments = [afterSeq]
    func require(_ condition: String, _ value: (any DatabaseValueConvertible)?) {
      guard let value else { return }
      sql += " AND " + condition
      arguments += [value]
    }
    require("s.event_time >= ?", since?.seconds)
    require("s.event_time < ?", until?.seconds)
    require("s.sku = ?", sku.map(StoredText.init))
    require("s.supplier = ?", supplier.map(StoredText.init))
    require("s.seq IN (SELECT seq FROM issues WHERE code = ?)", issue)
    return (sql, arguments)
  }
}
