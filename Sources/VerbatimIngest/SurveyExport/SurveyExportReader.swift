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
  /// Answers of a survey are kept, and every column of a labelled table.
  private let keepsColumns: Bool
  private var table: any TableReader
  private var pending: [TableRecord]
  private var pendingAt = 0
  private var row = 0
  private var queue: [ReadItem] = []
  private var record = TableRecord()
  private var dateOrder = DateOrder()

  /// Reads the head of a delimited file.
  ///
  /// - Throws: As the reader of any table.
  public init(_ source: TextSource, map: ColumnMap = ColumnMap()) throws(Diagnostic) {
    try self.init(DelimitedReader(source, dialect: map.dialect), map: map)
  }

  /// Reads the head of a table.
  ///
  /// - Throws: `V1104` when no column holds the customer's words or a rating, `V1110` when there is
  ///   no row, `V1105` when the map names a column that is not there.
  public init(_ table: any TableReader, map: ColumnMap = ColumnMap()) throws(Diagnostic) {
    self.table = table
    var head: [TableRecord] = []
    while head.count < Self.sample, try self.table.next(into: &record) { head.append(record) }
    guard let first = head.first else {
      throw Diagnostic(
        .fileEmpty,
        at: SourceLocation(file: table.path),
        "the file holds no record"
      )
    }
    let header =
      table.statedColumns.map { SurveyHeader($0) }
      ?? SurveyHeader(head.prefix(3).map(\.fields), forced: map.headerRecords)
    let rows = head.dropFirst(header.records)
    let inference = RoleInference(
      header: header,
      rows: rows.map(\.fields),
      map: map,
      hasMark: table.hasMark
    )
    schema = inference.schema()
    keepsColumns = schema.kind == .survey || map.isLabelled
    pending = Array(rows)
    for name in map.roles.keys.sorted()
    where !schema.columns.contains(where: {
      $0.name == name || $0.question == name || String($0.index + 1) == name
    }) {
      throw Diagnostic(
        .columnMap,
        at: SourceLocation(file: table.path),
        "the column map names `\(name)`, which is no column of the file",
        hint: "the columns are \(schema.columns.map(\.name).joined(separator: ", "))"
      )
    }
    guard schema.hasFeedback || rows.isEmpty else {
      throw Diagnostic(
        .noFeedbackColumn,
        at: SourceLocation(file: table.path, line: first.line),
        "no column holds the customer's words or a rating; the columns are "
          + schema.columns.map(\.name).joined(separator: ", "),
        hint: "name them in a column map: --map FILE.yaml with `columns: {NAME: text}`"
      )
    }
    guard !rows.isEmpty else {
      throw Diagnostic(
        .noRecords,
        at: SourceLocation(file: table.path, line: first.line),
        "the file has a header and no records"
      )
    }
    dateOrder.isDayFirst = map.isDayFirst
    if let date = schema.columns(.date).first, map.isDayFirst == nil {
      for row in rows { dateOrder.learn(row[date.index]) }
    }
    if dateOrder.isMixed {
      queue.append(
        .warning(
          Diagnostic(
            .columnMap,
            .warning,
            at: SourceLocation(file: table.path),
            "the dates mix day-first and month-first; they are left out",
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
      } else if try !table.next(into: &record) {
        return nil
      }
      row += 1
      queueItems()
    }
  }

  /// Queues the warnings of the current record and its outcome.
  private mutating func queueItems() {
    let location = SourceLocation(file: table.path, line: record.line)
    for fault in record.faults {
      let diagnostic = DelimitedReader.diagnostic(fault, file: table.path)
      if diagnostic.severity == .error {
        queue.append(.reject(diagnostic))
        return
      }
      queue.append(.warning(diagnostic))
    }
    let width = schema.columns.count
    // Old Qualtrics files end each record with a delimiter.
    let isRagged =
      record.count < width
      || (record.count > width && !(width..<record.count).allSatisfy(record.isEmpty))
    if isRagged {
      queue.append(
        .warning(
          Diagnostic(
            .rowWidth,
            .warning,
            at: location,
            "the row has \(record.count) fields, the header \(width)",
            hint: record.count < width
              ? "the missing fields were read as empty" : "the extra fields were kept apart"
          )
        )
      )
    }
    if let reason = notCustomerReason() {
      queue.append(
        .reject(
          Diagnostic(
            .rowNotCustomer,
            at: location,
            "the row is \(reason) by its own status",
            hint: "only customers' rows count"
          )
        )
      )
      return
    }
    let feedback = feedback()
    guard !feedback.isEmpty else {
      queue.append(
        .reject(
          Diagnostic(
            .rowEmpty,
            at: location,
            "the row has no words and no rating",
            hint: "answers left empty, or marked as not shown, are no feedback"
          )
        )
      )
      return
    }
    queue.append(.record(feedback))
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
    return SurveyHeader(records, forced: nil).dialect != .generic
  }

  private func notCustomerReason() -> String? {
    guard let column = schema.columns(.status).first else { return nil }
    let status = HeaderName.normalized(record[column.index])
    switch (status, schema.dialect) {
    case ("survey preview", _), ("1", .qualtrics), ("1", .qualtricsLegacy): return "a preview"
    case ("survey test", _), ("2", .qualtrics), ("2", .qualtricsLegacy): return "a test"
    case ("spam", _), ("8", .qualtrics), ("8", .qualtricsLegacy): return "spam"
    default: return nil
    }
  }

  private mutating func feedback() -> FeedbackRecord {
    var origin = FeedbackRecord.Source(
      kind: schema.kind,
      format: (schema.dialect == .generic ? table.format : .qualtrics).rawValue,
      file: table.path
    )
    origin.system = schema.dialect == .generic ? nil : "qualtrics"
    origin.line = record.line
    origin.row = row
    origin.byte = record.byte
    origin.path = record.place
    origin.solicited = schema.kind == .survey ? true : nil
    var feedback = FeedbackRecord(source: origin)
    var texts: [String] = []
    for column in schema.columns {
      let cell = record[column.index]
      if keepsColumns, !cell.isEmpty {
        feedback.answers.append(
          FeedbackRecord.Answer(
            question: column.question,
            questionID: column.importID,
            role: column.role.rawValue,
            value: cell,
            text: column.labels[cell]
          )
        )
      }
      let value = cell.trimmingBlanks
      guard !Self.meansNothing(value), !column.missing.contains(value) else { continue }
      take(value, cell, column, into: &feedback, texts: &texts)
    }
    for index in schema.columns.count..<max(schema.columns.count, record.count)
    where !record.isEmpty(index) {
      feedback.answers.append(
        FeedbackRecord.Answer(question: "", role: "overflow", value: record[index])
      )
    }
    if !texts.isEmpty { feedback.text = texts.joined(separator: "\n\n") }
    return feedback
  }

  private mutating func take(
    _ value: String,
    _ cell: String,
    _ column: SurveySchema.Column,
    into feedback: inout FeedbackRecord,
    texts: inout [String]
  ) {
    switch column.role {
    case .text: texts.append(MarkupFreeText.plain(cell))
    case .title: feedback.title = value
    case .nps, .stars, .csat, .ces:
      let (rating, isOutside) = RatingParser.rating(value, column.role)
      if let rating { feedback.ratings.append(rating) }
      if isOutside {
        queue.append(
          .warning(
            Diagnostic(
              .ratingOutOfRange,
              .warning,
              at: SourceLocation(file: table.path, line: record.line),
              "`\(value)` in `\(column.name)` lies outside the scale of \(column.role.rawValue)",
              hint: "the row was kept without this rating"
            )
          )
        )
      }
    case .id: feedback.source.nativeID = value
    case .date:
      feedback.occurredAt = dateOrder.instant(value)
      if let name = column.timeZone, let zone = StatedZone(name) {
        feedback.occurredAt = feedback.occurredAt.map(zone.instant)
        feedback.sourceTimeZone = zone.name
      }
    case .language: feedback.language = Self.languageTag(value)
    case .customer: feedback.customer = value
    case .author: feedback.author = value
    case .order: feedback.orderID = value
    case .sku: feedback.product.sku = value
    case .gtin: feedback.product.gtin = value
    case .asin: feedback.product.asin = value
    case .mpn: feedback.product.mpn = value
    case .product: feedback.product.name = value
    case .brand: feedback.product.brand = value
    case .url: feedback.product.url = value
    case .supplier: feedback.supplier = value
    case .lot: feedback.lot = value
    case .category, .channel, .market: feedback.dims[column.role.rawValue] = value
    case .verified:
      let yes = ["true", "yes", "y", "1", "oui", "ja", "verified_buyer", "buyer", "verified"]
      feedback.flags.verifiedPurchase = yes.contains(value.lowercased())
    case .reason: feedback.returnReason = .init(scheme: "amazon", code: value)
    case .scale, .choice, .status, .label, .derived, .metadata, .unmapped: break
    }
  }

  /// Values that survey tools and people write where there is no answer.
  static func meansNothing(_ value: String) -> Bool {
    switch value.lowercased() {
    case "", "n/a", "na", "none", "-", "--", ".", "{question_not_shown}", "-99", "[pii]", "null",
      "nan":
      true
    default: false
    }
  }

  /// `EN`, `en_US`, `DE` as BCP 47.
  static func languageTag(_ value: String) -> String? {
    let parts = value.replacing("_", with: "-").split(separator: "-")
    guard let language = parts.first, (2...3).contains(language.count),
      language.allSatisfy({ $0.isLetter })
    else { return nil }
    let region = parts.dropFirst().first.map { "-" + $0.uppercased() } ?? ""
    return language.lowercased() + region
  }
}
