internal import VerbatimCore

/// Gives each column its role: the map first, then what the file itself says, then Qualtrics' ids,
/// then names, then values.
struct RoleInference {
  /// A role with its reason and, where one column can have it, how much it is to be preferred.
  struct Finding {
    var role: ColumnRole
    var evidence: String
    var scale: RatingScale?
    /// The smaller, the surer.
    var rank = Int.max / 2
  }

  let header: SurveyHeader
  let rows: [[String]]
  let map: ColumnMap
  let hasMark: Bool
  let known: ColumnNames

  func schema() -> SurveySchema {
    let export = known.export(of: headerNames())
    var columns: [SurveySchema.Column] = []
    var ranks: [Int] = []
    var fills: [Bool] = []
    for index in header.names.indices {
      var column = column(index)
      let values = values(index)
      var finding = finding(column, values, export)
      if let scale = scaleInMap(column) { finding.scale = scale }
      column.role = finding.role
      column.evidence = finding.evidence
      column.scale = finding.scale
      columns.append(column)
      ranks.append(finding.rank)
      fills.append(!values.isEmpty)
    }
    if map.isLabelled { settleLabels(&columns) }
    settle(&columns, ranks, fills)
    settleTexts(&columns)
    setZones(&columns)
    var schema = SurveySchema(
      dialect: header.dialect,
      headerRecords: header.records,
      columns: columns
    )
    schema.export = export?.name ?? (header.dialect == .generic ? nil : header.exportName)
    schema.exportTitle = export?.title
    schema.exportKind = export?.kind
    schema.isDefinition = export.map { $0.kind == nil } ?? false
    schema.hasOwnIDs = export?.hasOwnIDs ?? false
    return schema
  }

  /// The header's names as exports are recognised by.
  private func headerNames() -> Set<String> {
    Set(header.names.flatMap(HeaderName.forms))
  }

  private func column(_ index: Int) -> SurveySchema.Column {
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
    if column.timeZone != nil {
      column.zoneSource = header.dialect == .generic ? .fileMetadata : .columnHeader
    }
    return column
  }

  /// The answers in a column, without those that say there is none.
  private func values(_ index: Int) -> ColumnValues {
    ColumnValues(
      all: rows.compactMap { row in
        guard index < row.count, !SurveyExportReader.meansNothing(row[index].trimmingBlanks) else {
          return nil
        }
        if index < header.stated.count, header.stated[index].missing.contains(row[index]) {
          return nil
        }
        return row[index]
      }
    )
  }

  /// What a map may call a column.
  private func keys(_ column: SurveySchema.Column) -> [String] {
    [column.name, column.question, String(column.index + 1)]
  }

  func isMapped(_ column: SurveySchema.Column) -> Bool {
    keys(column).contains { map.roles[$0] != nil }
  }

  private func scaleInMap(_ column: SurveySchema.Column) -> RatingScale? {
    keys(column).lazy.compactMap { map.scales[$0] }.first
  }

  private func finding(
    _ column: SurveySchema.Column,
    _ values: ColumnValues,
    _ export: SurveyExport?
  ) -> Finding {
    for key in keys(column) {
      if let role = map.roles[key] {
        return Finding(role: role, evidence: "the column map says so", rank: .min)
      }
    }
    let scales = ScaleInference(column, values, known, isOfExport: export != nil)
    if column.index < header.stated.count, let role = header.stated[column.index].role {
      return scales.checked(role, "the file says so", rank: -200_000)
    }
    if let id = column.importID, let found = qualtrics(id, column, values) {
      if found.0 == .choice, !column.labels.isEmpty, let scale = scales.byQuestion() {
        return scale
      }
      return Finding(role: found.0, evidence: found.1, rank: -200_000)
    }
    let names = HeaderName.forms(column.name)
    let questions = HeaderName.forms(column.question)
    let (name, question) = (names[0], questions[0])
    if isDerived(name, export) || isDerived(question, export) {
      return Finding(role: .derived, evidence: "made by the survey tool")
    }
    if name == "feedback", export == nil, !values.areNumbers {
      return Finding(role: .text, evidence: "its name")
    }
    let forms = names.map { ($0, "its name") } + questions.map { ($0, "its question") }
    for (form, what) in forms {
      guard let named = known.role(of: form, in: export?.name) else { continue }
      let isOfExport = export.map { known.role(of: form, in: $0.name) != known.role(of: form) }
      guard isOfExport == true, let export else {
        return scales.checked(named.role, what, rank: named.rank)
      }
      return scales.checked(
        named.role,
        "\(what) in an export of \(export.title)",
        rank: named.rank - 100_000
      )
    }
    if hasMark, column.index == 0, let role = known.role(ofDamaged: name) {
      return scales.checked(
        role,
        "its name, whose first letter the byte order mark overwrote",
        rank: 0
      )
    }
    if let scale = scales.byQuestion() { return scale }
    return byValues(question, values, export)
  }

  private func byValues(
    _ question: String,
    _ values: ColumnValues,
    _ export: SurveyExport?
  ) -> Finding {
    if values.isEmpty { return Finding(role: .unmapped, evidence: "it is empty") }
    if let (role, why) = values.identifier(known.months) {
      return Finding(role: role, evidence: why)
    }
    // A shop's export names its words; others are the shop's own.
    guard export == nil || export?.kind == .survey else {
      return Finding(role: .unmapped, evidence: "no rule applies")
    }
    if values.looksLikeWords {
      return Finding(role: .text, evidence: "its values read like sentences")
    }
    if values.areArticles {
      return Finding(role: .choice, evidence: "its values are articles with their prices")
    }
    if values.areSeveralChoices {
      return Finding(role: .choice, evidence: "its values are several choices in one cell")
    }
    if known.has(.text, in: question), values.all.allSatisfy({ Double($0) == nil }) {
      return Finding(role: .text, evidence: "its question asks for words")
    }
    return Finding(role: .unmapped, evidence: "no rule applies")
  }

  /// Whether a name is of a column that a tool makes from others.
  private func isDerived(_ name: String, _ export: SurveyExport?) -> Bool {
    let endings = [
      " topics", " topic", " nps group", " sentiment", " sentiment score", " sentiment polarity",
      " sentiment label", " emotion intensity",
    ]
    if endings.contains(where: { name.hasSuffix($0) }) { return true }
    guard export?.name == "microsoft-forms" else { return false }
    // The points and the teacher's remark of a quiz stand beside each question.
    for prefix in ["points ", "feedback "] where name.hasPrefix(prefix) {
      let question = name.dropFirst(prefix.count)
      if header.names.contains(where: { HeaderName.normalized($0) == question }) { return true }
    }
    return false
  }

  /// Qualtrics' ids keep their meaning when names and labels are edited or translated.
  private func qualtrics(
    _ id: String,
    _ column: SurveySchema.Column,
    _ values: ColumnValues
  ) -> (ColumnRole, String)? {
    if id.hasSuffix("Topics") || id.contains("_NPS_GROUP") || id.hasSuffix("Sentiment")
      || id.hasSuffix("SentimentScore") || id.hasSuffix("SentimentPolarity")
    {
      return (.derived, "made by Qualtrics")
    }
    if id.hasPrefix("QID") || id.contains("_QID") {
      if id.hasSuffix("TEXT") { return (.text, "a text entry by its id \(id)") }
      let isNPS = header.importIDs.contains { $0 == id + "_NPS_GROUP" }
      let question = HeaderName.normalized(column.question)
      if isNPS || (known.has(.nps, in: question) && values.isScale(0...10)) {
        return (.nps, "0 to 10 by its id or question")
      }
      if values.looksLikeWords { return (.text, "its values read like sentences") }
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
}
