internal import GRDB
internal import VerbatimCore

extension SignalStore {
  /// Gives the signals with their issues in the order in which they were stored, one at a time.
  ///
  /// One join in that order: memory does not grow with the store.
  public func forEachReport(
    _ filter: SignalFilter = SignalFilter(),
    _ body: (Report) -> Void
  ) throws(StoreFailure) {
    var room = filter.limit ?? .max
    guard room > 0 else { return }
    try reading { db in
      let (condition, arguments) = filter.condition
      let rows = try Row.fetchCursor(
        db,
        sql: "\(Report.selection) WHERE \(condition) ORDER BY s.seq, i.ordinal",
        arguments: arguments
      )
      var report: Report?
      while let row = try rows.next() {
        let seq = try row.decode(Int64.self, atIndex: 0)
        if seq != report?.seq {
          if let report {
            body(report)
            room -= 1
            guard room > 0 else { return }
          }
          report = try Report(row)
        }
        if let issue = try ReportedIssue(row) { report?.issues.append(issue) }
      }
      if let report { body(report) }
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
        sql: "\(Report.selection) WHERE s.signal_id = ? ORDER BY i.ordinal"
      )
      var reports: [String: Report] = [:]
      for id in ids where reports[id] == nil {
        for row in try Row.fetchAll(statement, arguments: [id]) {
          if reports[id] == nil { reports[id] = try Report(row) }
          if let issue = try ReportedIssue(row) { reports[id]?.issues.append(issue) }
        }
      }
      return reports
    }
  }
}

extension Report {
  fileprivate static let selection = """
    SELECT s.seq, s.signal_id, s.event_time, s.event_precision, s.kind, s.sku, s.supplier, s.lot,
      s.category, s.customer_key, s.text_key, s.incentivised, s.label, s.compound,
      i.code, i.tier, i.modality, i.attribution, i.confidence, i.part, i.start, i."end", i.quote
    FROM signals s LEFT JOIN issues i ON i.seq = s.seq
    """

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
  /// The issue of a row; nil when the signal has none.
  fileprivate init?(_ row: Row) throws {
    guard let code = try row.decode(String?.self, atIndex: 14) else { return nil }
    try self.init(
      code: code,
      tier: row.name(at: 15),
      modality: row.name(at: 16),
      attribution: row.name(at: 17),
      confidence: row.decode(Double.self, atIndex: 18)
    )
    part = try row.textPart(at: 19)
    start = try row.decode(Int?.self, atIndex: 20)
    end = try row.decode(Int?.self, atIndex: 21)
    quote = try row.optionalText(at: 22)
  }
}
