internal import GRDB
internal import VerbatimCore

extension SignalStore {
  /// Gives the signals with their issues in the order in which they were stored, one at a time.
  ///
  /// Two walks in that order, side by side: memory does not grow with the store, and the long rows
  /// of signals are not read again for each of their issues.
  public func forEachReport(
    _ filter: SignalFilter = SignalFilter(),
    _ body: (Report) -> Void
  ) throws(StoreFailure) {
    let limit = filter.limit.map { max(0, $0) } ?? -1
    guard limit != 0 else { return }
    try reading { db in
      let (condition, arguments) = filter.condition
      let rows = try Row.fetchCursor(
        db,
        sql: "\(Report.columns) FROM signals s WHERE \(condition) ORDER BY s.seq LIMIT ?",
        arguments: arguments + [limit]
      )
      // Where a few signals are wanted, their issues are looked up.
      let isNarrow = filter.sku != nil || filter.supplier != nil || filter.issue != nil
      var issues = try Companion(
        db,
        "SELECT seq, \(ReportedIssue.columns) FROM issues",
        where: isNarrow ? "seq IN (SELECT s.seq FROM signals s WHERE \(condition))" : nil,
        arguments: isNarrow ? arguments : [],
        order: "seq, ordinal",
        after: filter.afterSeq
      )
      while let row = try rows.next() {
        var report = try Report(row)
        try issues.forEach(of: report.seq) { row in
          if let issue = try ReportedIssue(row, from: 1) { report.issues.append(issue) }
        }
        body(report)
      }
    }
  }
}

extension SignalStore {
  /// The signals of some ids with their issues, by id; ids that the store does not have are left out.
  ///
  /// - Complexity: O(*n* log *m*) for *n* ids in a store of *m* signals.
  public func reports(ofSignals ids: [String]) throws(StoreFailure) -> [String: Report] {
    try reading { db in
      let statement = try db.cachedStatement(
        sql: """
          \(Report.columns), \(ReportedIssue.columns)
          FROM signals s LEFT JOIN issues i ON i.seq = s.seq
          WHERE s.signal_id = ? ORDER BY i.ordinal
          """
      )
      var reports: [String: Report] = [:]
      for id in ids where reports[id] == nil {
        for row in try Row.fetchAll(statement, arguments: [id]) {
          if reports[id] == nil { reports[id] = try Report(row) }
          if let issue = try ReportedIssue(row, from: Report.columnCount) {
            reports[id]?.issues.append(issue)
          }
        }
      }
      return reports
    }
  }
}

extension Report {
  fileprivate static let columns = """
    SELECT s.seq, s.signal_id, s.event_time, s.event_precision, s.kind, s.sku, s.supplier, s.lot,
      s.category, s.customer_key, s.text_key, s.incentivised, s.label, s.compound
    """
  fileprivate static let columnCount = 14

  /// The signal of a row, without its issues.
  fileprivate init(_ row: Row) throws {
    try self.init(
      seq: row.decode(Int64.self, atIndex: 0),
      signalID: row.decode(String.self, atIndex: 1),
      kind: row.name(at: 4),
      textKey: row.decode(String.self, atIndex: 10)
    )
    eventTime = try row.instant(at: 2)
    sku = try row.optionalText(at: 5)
    supplier = try row.optionalText(at: 6)
    lot = try row.optionalText(at: 7)
    category = try row.optionalText(at: 8)
    customerKey = try row.decode(String?.self, atIndex: 9)
    isIncentivised = try row.decode(Bool?.self, atIndex: 11) ?? false
    label = try row.optionalName(at: 12)
    compound = try row.decode(Double?.self, atIndex: 13)
  }
}

extension ReportedIssue {
  fileprivate static let columns = """
    code, tier, modality, attribution, confidence, part, start, "end", quote
    """

  /// The issue in the columns of a row from one on; nil when the signal has none.
  fileprivate init?(_ row: Row, from first: Int) throws {
    guard let code = try row.decode(String?.self, atIndex: first) else { return nil }
    try self.init(
      code: code,
      tier: row.name(at: first + 1),
      modality: row.name(at: first + 2),
      attribution: row.name(at: first + 3),
      confidence: row.decode(Double.self, atIndex: first + 4)
    )
    part = try row.textPart(at: first + 5)
    start = try row.decode(Int?.self, atIndex: first + 6)
    end = try row.decode(Int?.self, atIndex: first + 7)
    quote = try row.optionalText(at: first + 8)
  }
}
