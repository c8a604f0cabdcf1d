public import VerbatimCore

/// Reads an SPSS data file as a table.
///
/// Variable labels are the questions, value labels the words of the choices; values that the author
/// declared missing ("refused", "not applicable") are kept as answers and never read as ratings.
public struct SPSSReader: TableReader {
  /// How many rows are read in one pass; a later pass goes over the rows before it once more.
  static let block = 65_536

  /// SPSS.
  public let format = InputFormat.spss
  /// The path of the file.
  public let path: String
  /// The columns as the file's dictionary describes them.
  public let statedColumns: [StatedColumn]?
  private let file: SPSSFile
  private var rows: [[String]] = []
  private var next = 0
  private var start = 0
  private var isAtEnd = false

  /// Reads the dictionary of a file.
  ///
  /// - Throws: `V1114` when the file is damaged or cut off.
  public init(path: String) throws(Diagnostic) {
    self.path = path
    let file = try SPSSFile(path: path)
    self.file = file
    statedColumns = file.columns.map { column in
      StatedColumn(
        name: column.name,
        question: column.label,
        labels: column.labels,
        missing: .init(ranges: column.missingRanges, texts: column.missingTexts)
      )
    }
  }

  /// Fills `record` with the next row; false at the end.
  public mutating func next(into record: inout TableRecord) throws(Diagnostic) -> Bool {
    if next == rows.count {
      guard !isAtEnd else { return false }
      start += rows.count
      rows = try file.rows(from: start, count: Self.block)
      next = 0
      isAtEnd = rows.count < Self.block
      guard !rows.isEmpty else { return false }
    }
    record.clear()
    for cell in rows[next] { record.append(cell) }
    next += 1
    record.line = start + next
    return true
  }
}
