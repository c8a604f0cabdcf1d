internal import VerbatimCore

/// What is asked of the head of a table before its rows are read.
extension SurveyExportReader {
  /// How many columns a table may have: four times as many as a spreadsheet.
  static let mostColumns = 65_536
  /// How many cells of the head are looked at; a wide table is judged by fewer rows.
  static let sampledCells = 400_000

  static func checkWidth(_ record: TableRecord, _ path: String) throws(Diagnostic) {
    guard record.count > mostColumns else { return }
    throw Diagnostic(
      .tooManyColumns,
      at: SourceLocation(file: path, line: record.line),
      "the row has \(record.count) fields; a table has \(mostColumns) at most",
      hint: "name the delimiter in a column map if it is another"
    )
  }

  /// Refuses a map that names no column, and a table without feedback or rows.
  static func check(
    _ schema: SurveySchema,
    _ map: ColumnMap,
    _ isEmpty: Bool,
    _ location: SourceLocation
  ) throws(Diagnostic) {
    for name in Set(map.roles.keys).union(map.scales.keys).sorted()
    where !schema.columns.contains(where: {
      $0.name == name || $0.question == name || String($0.index + 1) == name
    }) {
      throw Diagnostic(
        .columnMap,
        at: SourceLocation(file: location.file),
        "the column map names `\(name)`, which is no column of the file",
        hint: "the columns are \(schema.columnList)"
      )
    }
    if schema.isDefinition {
      throw Diagnostic(
        .noFeedbackColumn,
        at: location,
        "the table holds no answers: \(schema.exportTitle ?? "a definition")",
        hint: "export the responses"
      )
    }
    guard schema.hasFeedback || isEmpty else {
      throw Diagnostic(
        .noFeedbackColumn,
        at: location,
        "no column holds the customer's words or a rating; the columns are "
          + schema.columnList,
        hint: "name them in a column map: --map FILE.yaml with `columns: {NAME: text}`"
      )
    }
    guard !isEmpty else {
      throw Diagnostic(.noRecords, at: location, "the file has a header and no records")
    }
  }

  static func dateOrder(
    _ schema: SurveySchema,
    _ rows: ArraySlice<TableRecord>,
    _ map: ColumnMap,
    _ names: ColumnNames
  ) -> DateOrder {
    var order = DateOrder(isDayFirst: map.isDayFirst)
    order.months = names.months
    if let date = schema.columns(.date).first {
      let usual = schema.export.flatMap { name in
        names.exports.first { $0.name == name }?.isDayFirst
      }
      order.learn(column: rows.lazy.map { $0[date.index] }, else: usual)
    }
    return order
  }

  /// Whether the first records of a file are Qualtrics' header.
  static func isQualtricsHead(_ head: [UInt8], _ dialect: Dialect) -> Bool {
    var scanner = DelimitedScanner(dialect: dialect)
    scanner.feed(head[...])
    scanner.finish()
    var records: [[String]] = []
    var record = TableRecord()
    while records.count < 3, scanner.next(into: &record) { records.append(record.fields) }
    guard !records.isEmpty else { return false }
    return [.qualtrics, .qualtricsLegacy].contains(
      SurveyHeader(records, forced: nil, names: .builtIn).dialect
    )
  }
}
