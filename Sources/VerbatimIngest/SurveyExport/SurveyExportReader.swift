public import VerbatimCore
public import VerbatimText

/// Reads a survey export or any other table with one piece of feedback a row.
///
/// The first 200 records decide what the columns mean; the rest is read as a stream. No column is
/// dropped: each answer is kept with the role it was read as.
public struct SurveyExportReader: FeedbackReader {
  /// How many records are looked at to infer the roles.
  static let sample = 200

  /// What the columns mean.
  public let schema: SurveySchema
  /// How a delimited file divides its fields; nil for other tables.
  public var dialect: Dialect? { (table as? DelimitedReader)?.dialect }
  private var table: any TableReader
  private var builder: FeedbackBuilder
  private var pending: [TableRecord]
  private var pendingAt = 0
  private var row = 0
  private var queue: [ReadItem] = []
  private var isAtEnd = false
  private var looksForQuotes: Bool
  private var record = TableRecord()
  /// The first header record; nil where there is none.
  private let headerRow: TableRecord?

  /// Reads the head of a delimited file.
  ///
  /// - Throws: As the reader of any table.
  public init(
    _ source: TextSource,
    map: ColumnMap = ColumnMap(),
    names: ColumnNames = .builtIn
  ) throws(Diagnostic) {
    try self.init(DelimitedReader(source, dialect: map.dialect), map: map, names: names)
  }

  /// Reads the head of a table.
  ///
  /// - Throws: `V1104` when no column holds the customer's words or a rating, `V1110` when there is
  ///   no row, `V1105` when the map names a column that is not there, `V1117` when there are more
  ///   columns than any tool writes.
  public init(
    _ table: any TableReader,
    map: ColumnMap = ColumnMap(),
    names: ColumnNames = .builtIn
  ) throws(Diagnostic) {
    try self.init(table, map: map, names: names, form: nil)
  }

  /// Reads the head of a table whose values a survey's definition explains.
  init(
    _ table: any TableReader,
    map: ColumnMap,
    names: ColumnNames,
    form: QualtricsForm?
  ) throws(Diagnostic) {
    self.table = table
    looksForQuotes = (table as? DelimitedReader)?.dialect.usesQuotes ?? false
    var head: [TableRecord] = []
    var cells = 0
    while head.count < Self.sample, cells < Self.sampledCells || head.count < 5,
      try self.table.next(into: &record)
    {
      head.append(record)
      cells += record.count
      try Self.checkWidth(record, table.path)
    }
    guard let first = head.first else {
      throw Diagnostic(
        .fileEmpty,
        at: SourceLocation(file: table.path),
        "the file holds no record"
      )
    }
    var header =
      table.statedColumns.map { SurveyHeader($0) }
      ?? SurveyHeader(head.prefix(3).map(\.fields), forced: map.headerRecords, names: names)
    if let form { header.state(form) }
    let rows = head.dropFirst(header.records)
    let inference = RoleInference(
      header: header,
      rows: rows.map(\.fields),
      map: map,
      hasMark: table.hasMark,
      known: names
    )
    schema = inference.schema()
    pending = Array(rows)
    headerRow = header.records > 0 ? first : nil
    queue = (table.notes + [form?.fault].compactMap(\.self)).map { .warning($0) }
    try Self.check(schema, map, rows.isEmpty, SourceLocation(file: table.path, line: first.line))
    let isQualtrics = schema.dialect == .qualtrics || schema.dialect == .qualtricsLegacy
    var origin = FeedbackRecord.Source(
      kind: schema.kind,
      format: (isQualtrics ? InputFormat.qualtrics : table.format).rawValue,
      file: table.path
    )
    // An id means something beyond its file only where the tool gives each but once.
    origin.system = isQualtrics ? "qualtrics" : schema.hasOwnIDs ? schema.export : nil
    origin.solicited = schema.kind == .survey ? true : nil
    let dates = Self.dateOrder(schema, rows, map, names)
    builder = FeedbackBuilder(
      schema,
      keepsColumns: schema.kind == .survey || map.isLabelled,
      dates,
      origin
    )
    if dates.isMixed || (dates.isDayFirst == nil && dates.isOpen) {
      queue.append(
        .warning(
          Diagnostic(
            dates.isMixed ? .columnMap : .dateUnread,
            .warning,
            at: SourceLocation(file: table.path),
            dates.isMixed
              ? "the dates mix day-first and month-first; they are left out"
              : "the dates may be day-first or month-first; they are left out",
            hint: "say which it is with `day_first: true` in a column map"
          )
        )
      )
    }
  }

  /// The next response.
  public mutating func next() throws(Diagnostic) -> ReadItem? {
    while true {
      if !queue.isEmpty { return queue.removeFirst() }
      if pendingAt < pending.count {
        record = pending[pendingAt]
        pendingAt += 1
        if pendingAt == pending.count {
          pending = []
          pendingAt = 0
        }
      } else if isAtEnd {
        return nil
      } else if try !table.next(into: &record) {
        isAtEnd = true
        queue = builder.takeSummary(file: table.path).map { .warning($0) }
        continue
      }
      row += 1
      let outcome = outcome()
      if queue.isEmpty { return outcome }
      queue.append(outcome)
    }
  }

  /// What becomes of the current record; its warnings are queued.
  private mutating func outcome() -> ReadItem {
    for fault in record.faults {
      let diagnostic = DelimitedReader.diagnostic(fault, file: table.path)
      if diagnostic.severity == .error { return .reject(diagnostic) }
      queue.append(.warning(diagnostic))
    }
    warnOfWidth()
    if looksForQuotes { warnOfQuote() }
    let status = builder.status(of: record)
    if case .excluded(let reason) = status { return notCustomer("\(reason) by its own status") }
    // Files that were put together hold their header again.
    if let headerRow, record.hasFields(of: headerRow) {
      return notCustomer("the header again")
    }
    var feedback = FeedbackRecord(source: builder.source)
    builder.fill(&feedback, from: record, row: row, status: status)
    if !builder.warnings.isEmpty {
      for warning in builder.warnings { queue.append(.warning(warning)) }
      builder.warnings.removeAll()
    }
    guard !feedback.isEmpty else {
      return .reject(
        Diagnostic(
          .rowEmpty,
          at: SourceLocation(file: table.path, line: record.line),
          "the row has no words and no rating",
          hint: "answers left empty, or marked as not shown, are no feedback"
        )
      )
    }
    return .record(consume feedback)
  }

  private func notCustomer(_ reason: String) -> ReadItem {
    .reject(
      Diagnostic(
        .rowNotCustomer,
        at: SourceLocation(file: table.path, line: record.line),
        "the row is \(reason)",
        hint: "only customers' rows count"
      )
    )
  }

  /// A quote in a field that is not quoted may be an inch or a mistake: told once a file.
  private mutating func warnOfQuote() {
    guard record.quotedFields == 0, record.faults.isEmpty,
      record.contains(UInt8(ascii: "\""), in: 0..<record.bytes.count)
    else { return }
    looksForQuotes = false
    queue.append(
      .warning(
        Diagnostic(
          .strayQuote,
          .warning,
          at: SourceLocation(file: table.path, line: record.line),
          "a quote stands inside a field that is not quoted; it was read as it stands",
          hint: "told once a file; put a field with quotes in quotes and double those inside"
        )
      )
    )
  }

  private mutating func warnOfWidth() {
    let width = schema.columns.count
    // Old Qualtrics files end each record with a delimiter.
    guard
      record.count < width
        || (record.count > width && !(width..<record.count).allSatisfy(record.isEmpty))
    else { return }
    queue.append(
      .warning(
        Diagnostic(
          .rowWidth,
          .warning,
          at: SourceLocation(file: table.path, line: record.line),
          "the row has \(record.count) fields, the header \(width)",
          hint: record.count < width
            ? "the missing fields were read as empty" : "the extra fields were kept apart"
        )
      )
    )
  }
}
