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

  /// The tables of signals `s` and their conversations `c` as they are walked, and the cursor that
  /// they come in the order of.
  ///
  /// Conversations are few and their rows short, so that they lead, unless a filter finds a few
  /// signals by an index of their own: led by signals, SQLite would read all of the store.
  var conversations: (tables: String, seq: String) {
    sku == nil && supplier == nil && issue == nil
      ? ("conversations c CROSS JOIN signals s ON s.seq = c.seq", "c.seq")
      : ("signals s JOIN conversations c ON c.seq = s.seq", "s.seq")
  }

  /// The places of the first signals that the filter lets through, as a query on `seq` alone.
  ///
  /// It is answered by indexes that hold neither texts nor bodies: a page of a store of 1 M signals
  /// must not read all of them to find that none is of some time.
  ///
  /// - Parameters:
  ///   - isNewestFirst: Whether the latest are wanted.
  ///   - limit: At most so many.
  /// - Returns: The query with its arguments.
  func places(
    isNewestFirst: Bool = false,
    limit: Int
  ) -> (sql: String, arguments: StatementArguments) {
    let index =
      sku != nil
      ? "signals_by_sku" : supplier != nil ? "signals_by_supplier" : "signals_by_place"
    let (condition, arguments) = condition
    let sql = """
      SELECT s.seq FROM signals s INDEXED BY \(index) WHERE \(condition)
      ORDER BY s.seq \(isNewestFirst ? "DESC" : "ASC") LIMIT ?
      """
    return (sql, arguments + [limit])
  }
}
