internal import VerbatimCore

/// What is decided once all columns have a role.
extension RoleInference {
  /// In a labelled table one column states the verdict, and the text is where the map says.
  func settleLabels(_ columns: inout [SurveySchema.Column]) {
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

  /// Where a role must be single, the surest column that holds something keeps it.
  func settle(_ columns: inout [SurveySchema.Column], _ ranks: [Int], _ fills: [Bool]) {
    let single: Set<ColumnRole> = [
      .id, .date, .sku, .title, .language, .product, .customer, .order, .kind, .gtin, .asin,
      .author,
    ]
    var holders: [ColumnRole: [Int]] = [:]
    for index in columns.indices where single.contains(columns[index].role) {
      holders[columns[index].role, default: []].append(index)
    }
    for role in ColumnRole.allCases {
      guard let indices = holders[role], indices.count > 1 else { continue }
      let keep = indices.min { left, right in
        let isMore = (fills[left] ? 0 : 1, ranks[left], left)
        return isMapped(columns[left]) != isMapped(columns[right])
          ? isMapped(columns[left]) : isMore < (fills[right] ? 0 : 1, ranks[right], right)
      }
      guard let keep else { continue }
      for index in indices where index != keep && !isMapped(columns[index]) {
        columns[index].role = role == .title ? .text : .metadata
        columns[index].evidence = "`\(columns[keep].name)` has this role already"
      }
    }
  }

  /// A review's `description` beside a `summary` is its text; beside a `body` it is not.
  func settleTexts(_ columns: inout [SurveySchema.Column]) {
    let texts = columns.indices.filter { columns[$0].role == .text }
    guard texts.count > 1,
      let body = texts.first(where: {
        ["body", "review body", "review text", "review"].contains(
          HeaderName.normalized(columns[$0].name)
        )
      })
    else { return }
    for index in texts
    where index != body && !isMapped(columns[index])
      && HeaderName.normalized(columns[index].name) == "description"
    {
      columns[index].role = .metadata
      columns[index].evidence = "`\(columns[body].name)` holds the words"
    }
  }

  /// The zone of a column of dates: the file's, the header's, the map's.
  func setZones(_ columns: inout [SurveySchema.Column]) {
    for index in columns.indices where columns[index].role == .date {
      if columns[index].timeZone == nil,
        let zone = HeaderName.zone(in: columns[index].name)?.zone
          ?? HeaderName.zone(in: columns[index].question)?.zone
      {
        columns[index].timeZone = zone
        columns[index].zoneSource = .columnHeader
      }
      if columns[index].timeZone == nil, let zone = map.timeZone {
        columns[index].timeZone = zone
        columns[index].zoneSource = .configured
      }
    }
  }
}
