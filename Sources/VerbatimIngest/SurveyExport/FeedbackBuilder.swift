internal import VerbatimCore

/// Makes feedback of a table's records, by a plan that is made once from the schema.
struct FeedbackBuilder {
  /// What is done with a column that says something of the feedback.
  struct Step {
    /// Its place.
    let index: Int
    let role: ColumnRole
    let scale: RatingScale?
    let hasMissing: Bool
    let zone: StatedZone?
    /// Whether the column is said to be in UTC.
    let isInUTC: Bool
  }

  let schema: SurveySchema
  let steps: [Step]
  /// The places of the columns whose cells are kept as answers.
  let kept: [Int]
  /// The columns as answers have them, by their places, and one for the cells beyond the header.
  let columns: AnswerColumns
  /// The cells of the record at hand, one buffer for all records.
  var cells: [AnswerList.Cell] = []
  private let statusColumns: [(index: Int, whenYes: RowStatus?)]
  private let kindColumn: Int?
  /// Where the records are from, their places not yet set.
  let source: FeedbackRecord.Source
  private var dates: DateOrder
  private var statuses: [String: RowStatus] = [:]
  var findings = CellFindings()
  /// Warnings of the record that was made last.
  var warnings: [Diagnostic] = []

  init(
    _ schema: SurveySchema,
    keepsColumns: Bool,
    _ dates: DateOrder,
    _ source: FeedbackRecord.Source
  ) {
    self.schema = schema
    self.dates = dates
    self.source = source
    statusColumns = schema.columns(.status).map { column in
      // A column that is called `deleted` says yes or no.
      let named = RowStatus.of(column.name, schema)
      return (column.index, named == .counts ? nil : named)
    }
    kindColumn = schema.columns(.kind).first?.index
    steps = schema.columns.filter { Self.isUsed($0.role) }.map { column in
      Step(
        index: column.index,
        role: column.role,
        scale: column.scale,
        hasMissing: column.missing != StatedColumn.Missing(),
        zone: column.timeZone.flatMap { $0 == "UTC" || $0 == "Z" ? nil : StatedZone($0) },
        isInUTC: column.timeZone != nil
      )
    }
    kept = schema.columns.filter { column in
      keepsColumns || [.reply, .disposition, .quantity].contains(column.role)
        || (schema.kind == .returnComment && column.role == .status)
    }.map(\.index)
    columns = AnswerColumns(
      schema.columns.map { column in
        AnswerColumns.Column(
          question: column.question,
          questionID: column.importID,
          role: column.role.rawValue,
          labels: column.labels
        )
      } + [AnswerColumns.Column(question: "", role: "overflow")]
    )
  }

  /// Whether a column's cells are more than answers to be kept.
  private static func isUsed(_ role: ColumnRole) -> Bool {
    switch role {
    case .scale, .choice, .status, .label, .derived, .metadata, .unmapped, .kind, .reply,
      .disposition, .quantity:
      false
    default: true
    }
  }

  /// What a record's own status says; the first that is more than "it counts".
  mutating func status(of record: TableRecord) -> RowStatus {
    for (index, whenYes) in statusColumns where !record.isEmpty(index) {
      let cell = record[index]
      let found: RowStatus
      if let whenYes, Self.isYes(cell) {
        found = whenYes
      } else if let known = statuses[cell] {
        found = known
      } else {
        found = RowStatus.of(cell, schema)
        if statuses.count < 1000 { statuses[cell] = found }
      }
      if found != .counts { return found }
    }
    return .counts
  }

  /// What is told when the table is read.
  mutating func takeSummary(file: String) -> [Diagnostic] { findings.takeSummary(file: file) }

  /// Fills in the feedback of a record.
  mutating func fill(
    _ feedback: inout FeedbackRecord,
    from record: TableRecord,
    row: Int,
    status: RowStatus
  ) {
    feedback.source.line = record.line
    feedback.source.row = row
    feedback.source.byte = record.byte
    feedback.source.path = record.place
    switch status {
    case .hidden(let visibility): feedback.dims["visibility"] = visibility
    case .partial: feedback.dims["completion"] = "partial"
    case .counts, .excluded: break
    }
    var isFirstText = true
    for at in steps.indices {
      let range = record.range(of: steps[at].index)
      guard !range.isEmpty else { continue }
      let trimmed = record.trimmed(range)
      guard !trimmed.isEmpty, !record.meansNothing(trimmed) else { continue }
      switch steps[at].role {
      case .text:
        let raw = record.text(range)
        let text = record.contains(UInt8(ascii: "<"), in: range) ? MarkupFreeText.plain(raw) : raw
        guard !isMissing(text, at), !isLost(text, at, record) else { continue }
        feedback.text = isFirstText ? text : (feedback.text ?? "") + "\n\n" + text
        isFirstText = false
      case .date where !steps[at].hasMissing && steps[at].zone == nil:
        if let reading = DateOrder.plain(record.bytes, trimmed) {
          set(reading, at, into: &feedback)
        } else {
          fallthrough
        }
      default:
        let value = record.text(trimmed).trimmingBlanks
        guard !value.isEmpty, !isMissing(value, at) else { continue }
        take(value, at, record, into: &feedback)
      }
    }
    keepCells(of: record, in: &feedback)
  }

  private func isMissing(_ value: String, _ at: Int) -> Bool {
    steps[at].hasMissing && schema.columns[steps[at].index].missing.contains(value)
  }

  private mutating func take(
    _ value: String,
    _ at: Int,
    _ record: TableRecord,
    into feedback: inout FeedbackRecord
  ) {
    switch steps[at].role {
    case .title: if !isLost(value, at, record) { feedback.title = value }
    case .nps, .stars, .csat, .ces, .thumbs, .score:
      rate(value, at, record, into: &feedback)
    case .date: date(value, at, record, into: &feedback)
    case .id: if !isDamaged(value, at, record) { feedback.source.nativeID = value }
    case .order: if !isDamaged(value, at, record) { feedback.orderID = value }
    case .customer: if !isDamaged(value, at, record) { feedback.customer = value }
    case .sku: if !isDamaged(value, at, record) { feedback.product.sku = Self.tail(value) }
    case .lot: if !isDamaged(value, at, record) { feedback.lot = value }
    case .mpn: if !isDamaged(value, at, record) { feedback.product.mpn = value }
    case .gtin:
      // What is left of it says which article it may be; the catalog tells.
      _ = isDamaged(value, at, record)
      feedback.product.gtin = value
    case .language: feedback.language = SurveyExportReader.languageTag(value)
    case .author: feedback.author = value
    case .asin: feedback.product.asin = value
    case .product: feedback.product.name = value
    case .brand: feedback.product.brand = value
    case .url: feedback.product.url = value
    case .supplier: feedback.supplier = value
    case .category, .channel, .market, .tenure, .carrier, .warehouse, .promotion, .orderWeek:
      feedback.dims[steps[at].role.rawValue] = value
    case .verified: feedback.flags.verifiedPurchase = Self.isYes(value)
    case .reason: feedback.returnReason = .init(scheme: "amazon", code: value)
    case .text, .scale, .choice, .status, .label, .derived, .metadata, .unmapped, .kind, .reply,
      .disposition, .quantity:
      break
    }
  }

  private mutating func rate(
    _ value: String,
    _ at: Int,
    _ record: TableRecord,
    into feedback: inout FeedbackRecord
  ) {
    var role = steps[at].role
    if let kindColumn, let named = RatingParser.role(ofKind: record[kindColumn]) { role = named }
    let scale = role == steps[at].role ? steps[at].scale : nil
    let (rating, isOutside) = RatingParser.rating(value, role, scale: scale)
    if let rating { feedback.ratings.append(rating) }
    guard isOutside else { return }
    warnings.append(
      Diagnostic(
        .ratingOutOfRange,
        .warning,
        at: SourceLocation(file: source.file, line: record.line),
        "`\(value)` in `\(schema.columns[steps[at].index].name)` lies outside the scale of \(role.rawValue)",
        hint: "the row was kept without this rating"
      )
    )
  }

  private mutating func date(
    _ value: String,
    _ at: Int,
    _ record: TableRecord,
    into feedback: inout FeedbackRecord
  ) {
    guard let reading = dates.reading(value) else {
      guard !dates.isMixed, value != "0", !value.hasPrefix("1980-01-01"), !value.hasPrefix("0001-"),
        dates.isDayFirst != nil || DateText(value, months: dates.months) == nil
      else { return }
      tell(.dateUnread, "is no date in the order of its column", value, at, record)
      return
    }
    set(reading, at, into: &feedback)
  }

  /// Sets the moment, in the column's zone unless the cell states one.
  private func set(
    _ reading: (instant: Instant, hasZone: Bool),
    _ at: Int,
    into feedback: inout FeedbackRecord
  ) {
    feedback.occurredAt = reading.instant
    guard !reading.hasZone else { return }
    if let zone = steps[at].zone {
      feedback.occurredAt = zone.instant(reading.instant)
      feedback.sourceTimeZone = zone.name
    } else if steps[at].isInUTC {
      feedback.sourceTimeZone = "UTC"
    }
  }

  /// `gid://shopify/Product/555` as its last part.
  static func tail(_ id: String) -> String {
    guard id.hasPrefix("gid://"), let slash = id.lastIndex(of: "/") else { return id }
    return String(id[id.index(after: slash)...])
  }

  /// The words for yes in a column of verified purchases; `email` is none.
  static func isYes(_ value: String) -> Bool {
    switch value.lowercased() {
    case "true", "yes", "y", "1", "oui", "ja", "sí", "si", "sim", "tak", "verified_buyer", "buyer",
      "verified", "verified buyer", "wahr", "vrai", "はい", "是":
      true
    default: false
    }
  }
}
