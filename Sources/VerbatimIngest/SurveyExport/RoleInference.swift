internal import VerbatimCore

/// Gives each column its role: the map first, then Qualtrics' ids, then names, then values.
struct RoleInference {
  let header: SurveyHeader
  let rows: [[String]]
  let map: ColumnMap
  let hasMark: Bool

  func schema() -> SurveySchema {
    var columns: [SurveySchema.Column] = []
    for index in header.names.indices {
      let question = index < header.questions.count ? header.questions[index] : ""
      var column = SurveySchema.Column(
        index: index,
        name: header.names[index],
        question: question.isEmpty ? header.names[index] : question,
        importID: header.importIDs[index],
        timeZone: index < header.timeZones.count ? header.timeZones[index] : nil,
        role: .unmapped,
        evidence: "no rule applies"
      )
      if index < header.stated.count {
        column.labels = header.stated[index].labels
        column.missing = header.stated[index].missing
      }
      (column.role, column.evidence) = role(of: column)
      columns.append(column)
    }
    if map.isLabelled { settleLabels(&columns) }
    settle(&columns)
    return SurveySchema(
      dialect: header.dialect,
      headerRecords: header.records,
      columns: columns
    )
  }

  /// The answers in a column, without those that say there is none.
  private func values(_ index: Int) -> [String] {
    rows.compactMap { row in
      guard index < row.count, !SurveyExportReader.meansNothing(row[index].trimmingBlanks) else {
        return nil
      }
      if index < header.stated.count, header.stated[index].missing.contains(row[index]) {
        return nil
      }
      return row[index]
    }
  }

  /// In a labelled table one column states the verdict, and the text is where the map says.
  private func settleLabels(_ columns: inout [SurveySchema.Column]) {
    let isTextMapped = columns.contains { isMapped($0) && $0.role == .text }
    for index in columns.indices where isTextMapped && !isMapped(columns[index]) {
      guard columns[index].role == .text || columns[index].role == .title else { continue }
      columns[index].role = .unmapped
      columns[index].evidence = "the column map names another column for the words"
    }
    guard !columns.contains(where: { $0.role == .label }) else { return }
    for name in ColumnAliases.labelNames {
      guard
        let index = columns.firstIndex(where: { column in
          // Free text goes by the name of feedback too.
          HeaderName.normalized(column.name) == name && column.role != .text && !isMapped(column)
        })
      else { continue }
      columns[index].role = .label
      columns[index].evidence = "its name, in a labelled table"
      return
    }
  }

  /// What a map may call a column.
  private func keys(_ column: SurveySchema.Column) -> [String] {
    [column.name, column.question, String(column.index + 1)]
  }

  private func isMapped(_ column: SurveySchema.Column) -> Bool {
    keys(column).contains { map.roles[$0] != nil }
  }

  private func role(of column: SurveySchema.Column) -> (ColumnRole, String) {
    for key in keys(column) {
      if let role = map.roles[key] { return (role, "the column map says so") }
    }
    if column.index < header.stated.count, let role = header.stated[column.index].role {
      return (role, "the file says so")
    }
    let name = HeaderName.normalized(column.name)
    let question = HeaderName.normalized(column.question)
    if let id = column.importID { if let found = qualtrics(id, column) { return found } }
    if name.hasSuffix(" topics") || question.hasSuffix(" topics") || name.hasSuffix("nps group") {
      return (.derived, "made by the survey tool")
    }
    if name == "feedback", !values(column.index).allSatisfy({ Double($0) != nil }) {
      return (.text, "its name")
    }
    if let role = ColumnAliases.role(of: name) { return checked(role, column, "its name") }
    if let role = ColumnAliases.role(of: question) { return checked(role, column, "its question") }
    if hasMark, column.index == 0, let role = ColumnAliases.role(ofDamaged: name) {
      return checked(role, column, "its name, whose first letter the byte order mark overwrote")
    }
    let values = values(column.index)
    if question.contains("recommend"), isScale(values, 0...10) {
      return (.nps, "its question and values from 0 to 10")
    }
    if looksLikeWords(values) { return (.text, "its values read like sentences") }
    if asksForWords(question), !values.isEmpty, values.allSatisfy({ Double($0) == nil }) {
      return (.text, "its question asks for words")
    }
    return (.unmapped, values.isEmpty ? "it is empty" : "no rule applies")
  }

  /// Qualtrics' ids keep their meaning when names and labels are edited or translated.
  private func qualtrics(_ id: String, _ column: SurveySchema.Column) -> (ColumnRole, String)? {
    if id.hasSuffix("Topics") || id.contains("_NPS_GROUP") || id.hasSuffix("Sentiment") {
      return (.derived, "made by Qualtrics")
    }
    if id.hasPrefix("QID") {
      if id.hasSuffix("TEXT") { return (.text, "a text entry by its id \(id)") }
      let values = values(column.index)
      let isNPS = header.importIDs.contains { $0 == id + "_NPS_GROUP" }
      let question = HeaderName.normalized(column.question)
      if isNPS || (question.contains("recommend") && isScale(values, 0...10)) {
        return (.nps, "0 to 10 by its id or question")
      }
      if looksLikeWords(values) { return (.text, "its values read like sentences") }
      return (.choice, "a choice by its id \(id)")
    }
    switch id {
    case "_recordId": return (.id, "its id")
    case "recordedDate": return (.date, "its id")
    // Before 2017 nothing was recorded but start and end.
    case "endDate" where !header.importIDs.contains("recordedDate"): return (.date, "its id")
    case "startDate", "endDate": return (.metadata, "its id")
    case "userLanguage": return (.language, "its id")
    case "externalDataReference", "recipientEmail": return (.customer, "its id")
    case "status": return (.status, "its id")
    case "distributionChannel": return (.metadata, "its id")
    default: return nil
    }
  }

  /// A role by name holds only when the values fit it.
  private func checked(
    _ role: ColumnRole,
    _ column: SurveySchema.Column,
    _ why: String
  ) -> (ColumnRole, String) {
    let values = values(column.index)
    switch role {
    case .stars where looksLikeWords(values), .nps where looksLikeWords(values),
      .csat where looksLikeWords(values):
      return (.text, "\(why) and its values, which read like sentences")
    case .stars where !values.isEmpty && !isScale(values, 0...5):
      return (.scale, "\(why), but its values are not 1 to 5")
    case .nps where !values.isEmpty && !isScale(values, 0...10):
      return (.scale, "\(why), but its values are not 0 to 10")
    case .csat where !values.isEmpty && !isScale(values, 1...5):
      return (.scale, "\(why), but its values are not 1 to 5")
    case .reason where !values.isEmpty && looksLikeWords(values): return (.text, why)
    default: return (role, why)
    }
  }

  /// Whether nearly all values are numbers in a range.
  private func isScale(_ values: [String], _ range: ClosedRange<Double>) -> Bool {
    let fitting = values.filter { RatingParser.number($0).map(range.contains) ?? false }
    return !values.isEmpty && fitting.count * 10 >= values.count * 9
  }

  /// Whether a question asks for an answer in one's own words.
  private func asksForWords(_ question: String) -> Bool {
    let cues = [
      "free text", "in your own words", "tell us", "please describe", "please explain",
      "please specify", "comment", "anything else", "could we improve", "could we do better",
      "reason for your", "why did you", "feedback",
    ]
    return cues.contains { question.contains($0) }
  }

  /// Whether values are free text: several words, and seldom the same.
  private func looksLikeWords(_ values: [String]) -> Bool {
    guard !values.isEmpty else { return false }
    let worded = values.filter { value in
      value.contains(" ") && value.contains { $0.isLetter } && Double(value) == nil
    }
    let distinct = Set(values).count
    let blanks = worded.reduce(0) { $0 + $1.filter { $0 == " " }.count }
    return worded.count * 2 >= values.count && distinct * 2 > values.count
      && blanks >= worded.count * 2
  }

  /// Where a role must be single, the best column keeps it.
  private func settle(_ columns: inout [SurveySchema.Column]) {
    let single: [ColumnRole] = [.id, .date, .sku, .title, .language, .product, .customer, .order]
    let dateOrder = ["recorded date", "recordeddate", "review date", "end date", "enddate"]
    for role in single {
      let holders = columns.indices.filter { columns[$0].role == role }
      guard holders.count > 1 else { continue }
      var keep = holders[0]
      if let mapped = holders.first(where: { isMapped(columns[$0]) }) {
        keep = mapped
      } else if role == .date {
        for name in dateOrder.reversed() {
          if let index = holders.first(where: {
            HeaderName.normalized(columns[$0].name) == name
          }) {
            keep = index
          }
        }
      } else if let filled = holders.first(where: { !values($0).isEmpty }) {
        keep = filled
      }
      for index in holders where index != keep && !isMapped(columns[index]) {
        columns[index].role = role == .title ? .text : .metadata
        columns[index].evidence = "`\(columns[keep].name)` has this role already"
      }
    }
    // A review's `description` beside a `summary` is its text; beside a `body` it is not.
    let texts = columns.indices.filter { columns[$0].role == .text }
    if texts.count > 1,
      let body = texts.first(where: {
        ["body", "review body", "review text", "review"].contains(
          HeaderName.normalized(columns[$0].name)
        )
      })
    {
      for index in texts
      where index != body && !isMapped(columns[index])
        && HeaderName.normalized(columns[index].name) == "description"
      {
        columns[index].role = .metadata
        columns[index].evidence = "`\(columns[body].name)` holds the words"
      }
    }
  }
}
