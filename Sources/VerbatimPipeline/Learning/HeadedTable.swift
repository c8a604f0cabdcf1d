internal import VerbatimCore
internal import VerbatimText

/// A tab-separated file whose columns go by their names, in any order.
struct HeadedTable {
  private let columns: [Substring: Int]
  /// The rows, each with its fields.
  let rows: [[Substring]]

  /// Reads a file.
  ///
  /// - Throws: `V3001` where a column is missing, and where the file cannot be read.
  init(_ path: String, needs names: [String]) throws(Diagnostic) {
    let bytes = try ByteReader(path: path).readToEnd()
    let lines = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline)
      .filter { !$0.hasPrefix("# ") }
    let header = (lines.first ?? "").split(separator: "\t", omittingEmptySubsequences: false)
    columns = Dictionary(header.enumerated().map { ($1, $0) }) { first, _ in first }
    for name in names where columns[name[...]] == nil {
      throw Diagnostic(
        .lexiconLine,
        at: SourceLocation(file: path, line: 1),
        "no column `\(name)`"
      )
    }
    rows = lines.dropFirst().map { $0.split(separator: "\t", omittingEmptySubsequences: false) }
  }

  /// Whether there is such a column.
  func has(_ column: String) -> Bool { columns[column[...]] != nil }

  /// The field of a column in a row; nil where there is none.
  subscript(column: String, row: [Substring]) -> String? {
    guard let place = columns[column[...]], place < row.count else { return nil }
    return String(row[place])
  }
}
