internal import VerbatimCore
internal import VerbatimText

/// What tells the export of a tool from other tables, and what it means.
struct SurveyExport: Hashable, Sendable {
  /// Its name, which records have as their system.
  let name: String
  /// Its name for a person.
  let title: String
  /// What its rows are; nil for a definition, which holds no feedback.
  let kind: FeedbackRecord.Kind?
  /// Whether its tool gives an id only once, over all its files.
  let hasOwnIDs: Bool
  /// How its dates are written where a column does not tell; nil when that is not known.
  let isDayFirst: Bool?
  private let needed: Int
  private let required: [String]
  private let names: [String]

  /// A row of `exports.tsv`.
  init(_ row: TableFile.Row) throws(Diagnostic) {
    let kind = FeedbackRecord.Kind(rawValue: row[1])
    guard kind != nil || row[1] == "definition", let needed = Int(row[4]), needed > 0 else {
      throw ColumnNames.malformed(
        "an export has a kind and the number of names that it needs",
        row.location
      )
    }
    name = row[0]
    title = row[6]
    self.kind = kind
    self.needed = needed
    hasOwnIDs = row[3] == "own"
    isDayFirst = row[2].isEmpty ? nil : row[2] == "yes"
    var names: [String] = []
    var required: [String] = []
    for field in row[5].split(separator: ";") {
      let isRequired = field.hasPrefix("!")
      let name = HeaderName.normalized(String(isRequired ? field.dropFirst() : field))
      names.append(name)
      if isRequired { required.append(name) }
    }
    self.names = names
    self.required = required
  }

  /// How many of its names a header has, of all; nil when that is not enough.
  func share(of header: Set<String>) -> Double? {
    guard required.allSatisfy(header.contains) else { return nil }
    let found = names.count(where: header.contains)
    return found >= needed ? Double(found) / Double(names.count) + Double(found) : nil
  }
}
