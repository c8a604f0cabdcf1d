public import VerbatimCatalog
public import VerbatimCore
internal import VerbatimIngest
internal import VerbatimText

/// Reads files of orders and of receipts.
public enum LedgerLoader {
  /// How many rows are read ahead to learn how a column writes its dates.
  private static let datedRows = 20_000

  /// The orders of a file, with the hash of its content.
  ///
  /// - Throws: A diagnostic when the file cannot be read, or names no order or no article. What is
  ///   wrong with single rows is in the book's diagnostics.
  public static func orders(_ path: String) throws(Diagnostic) -> (book: OrderBook, hash: String) {
    var book = OrderBook()
    let file = try LedgerFile(path, columns: LedgerColumn.orders)
    try file.require([.order], "the file has no column `order_id`")
    try file.require([.sku, .gtin, .asin, .name], "the file has no column `sku`")
    for diagnostic in file.diagnostics { book.note(diagnostic) }
    let hash = try file.read { row, faults, location in
      for fault in faults { book.note(fault) }
      if let row { book.add(row, at: location) }
    }
    return (book, hash)
  }

  /// The receipts of a file, with the hash of its content.
  ///
  /// - Throws: A diagnostic when the file cannot be read, or lacks articles, lots or days. What is
  ///   wrong with single rows is in the log's diagnostics.
  public static func receipts(
    _ path: String
  ) throws(Diagnostic) -> (log: ReceivingLog, hash: String) {
    var log = ReceivingLog()
    let file = try LedgerFile(path, columns: LedgerColumn.receipts)
    try file.require([.sku, .gtin], "the file has no column `sku`")
    try file.require([.lot], "the file has no column `lot`")
    try file.require([.date], "the file has no column `received`")
    for diagnostic in file.diagnostics { log.note(diagnostic) }
    let hash = try file.read { row, faults, location in
      for fault in faults { log.note(fault) }
      if let row { log.add(row, at: location) }
    }
    return (log, hash)
  }

  /// A file whose header is read.
  private struct LedgerFile {
    let path: String
    let header: [String]
    let roles: [LedgerColumn?]
    let line: Int
    var dates = DateOrder()

    init(_ path: String, columns: [LedgerColumn]) throws(Diagnostic) {
      self.path = path
      var reader = try DelimitedReader(TextSource(path: path))
      var record = TableRecord()
      guard try reader.next(into: &record) else {
        throw Diagnostic(.fileEmpty, at: SourceLocation(file: path), "the file is empty")
      }
      header = record.fields
      line = record.line
      roles = LedgerColumn.roles(of: header).map { role in
        role.flatMap { columns.contains($0) ? $0 : nil }
      }
      guard let date = roles.firstIndex(of: .date) else { return }
      var rows = 0
      while rows < LedgerLoader.datedRows, try reader.next(into: &record) {
        dates.learn(record[date])
        rows += 1
      }
    }

    /// What the header does not say, and days that cannot be told from months.
    var diagnostics: [Diagnostic] {
      var diagnostics: [Diagnostic] = []
      // A shop's own export has dozens of columns that say nothing here.
      let unread = header.count > 40 ? [] : roles.indices.filter { roles[$0] == nil }
      for index in unread where !header[index].isEmpty {
        diagnostics.append(
          Diagnostic(
            .columnUnknown,
            .warning,
            at: SourceLocation(
              file: path,
              line: line,
              column: header[..<index].reduce(1) { $0 + $1.utf8.count + 1 }
            ),
            "the column `\(header[index])` is not read"
          )
        )
      }
      if dates.isMixed {
        diagnostics.append(
          Diagnostic(
            .orderRow,
            .warning,
            at: SourceLocation(file: path, line: line),
            "some days stand before their months and some behind",
            hint: "write days as 2026-11-21"
          )
        )
      }
      return diagnostics
    }

    func require(_ columns: [LedgerColumn], _ message: String) throws(Diagnostic) {
      guard !columns.contains(where: { roles.contains($0) }) else { return }
      throw Diagnostic(
        .catalogColumn,
        at: SourceLocation(file: path, line: line),
        "\(message); its columns are \(header.joined(separator: ", "))",
        hint: "columns are \(LedgerColumn.allCases.map(\.name).joined(separator: ", "))"
      )
    }

    /// Calls `take` with every row and what is wrong with it, nil for one that is lost; returns the
    /// hash of all cells.
    func read(
      _ take: (_ row: LedgerRow?, _ faults: [Diagnostic], SourceLocation) -> Void
    ) throws(Diagnostic) -> String {
      var reader = try DelimitedReader(TextSource(path: path))
      var record = TableRecord()
      _ = try reader.next(into: &record)
      var row = LedgerRow()
      var hash = ContentHash()
      hash.add(record)
      while try reader.next(into: &record) {
        hash.add(record)
        let faults = record.faults.map { DelimitedReader.diagnostic($0, file: path) }
        row.clear()
        for (index, role) in roles.enumerated() {
          guard let role, !record.isEmpty(index) else { continue }
          row[role] = record[index]
          if role == .date { row.day = dates.instant(record[index]) }
        }
        let isLost = faults.contains { $0.severity == .error }
        take(isLost ? nil : row, faults, SourceLocation(file: path, line: record.line))
      }
      return hash.value
    }
  }
}
