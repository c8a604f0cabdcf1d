import VerbatimCore
import VerbatimText

@testable import VerbatimIngest

/// What the reader makes of a table: its schema and every item.
struct SurveyReading {
  let schema: SurveySchema
  let items: [ReadItem]

  init(_ text: String, map: ColumnMap = ColumnMap()) throws {
    try self.init(TextSource(path: "june.csv", bytes: Array(text.utf8)), map: map)
  }

  init(_ source: TextSource, map: ColumnMap = ColumnMap()) throws {
    try self.init(DelimitedReader(source, dialect: map.dialect), map: map)
  }

  init(_ table: any TableReader, map: ColumnMap = ColumnMap()) throws {
    var reader = try SurveyExportReader(table, map: map, names: ShippedNames.all)
    schema = reader.schema
    var items: [ReadItem] = []
    while let item = try reader.next() { items.append(item) }
    self.items = items
  }

  var records: [FeedbackRecord] {
    items.compactMap { if case .record(let record) = $0 { record } else { nil } }
  }

  var rejects: [Diagnostic] {
    items.compactMap { if case .reject(let diagnostic) = $0 { diagnostic } else { nil } }
  }

  var warnings: [Diagnostic] {
    items.compactMap { if case .warning(let diagnostic) = $0 { diagnostic } else { nil } }
  }

  /// The role of each column, in order.
  var roles: [ColumnRole] { schema.columns.map(\.role) }
}
