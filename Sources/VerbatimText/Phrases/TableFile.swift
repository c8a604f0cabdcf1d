public import VerbatimCore

/// A tab-separated data file of ours: comment lines that begin with `#` and a blank, a header, and
/// rows that know their line.
public struct TableFile: Sendable {
  /// One row.
  public struct Row: Sendable {
    /// Its fields, as many as the header has.
    public let fields: [String]
    /// Where it stands.
    public let location: SourceLocation

    /// The field of a column.
    public subscript(column: Int) -> String { fields[column] }
  }

  /// The column names.
  public let header: [String]
  /// The rows, in order.
  public let rows: [Row]

  /// Reads the bytes of a file.
  ///
  /// - Throws: `V3001` when the header is not `columns`.
  public init(path: String, bytes: [UInt8], columns: [String]) throws(Diagnostic) {
    var rows: [Row] = []
    var header: [String]?
    var number = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      number += 1
      var text = String(decoding: line, as: UTF8.self)
      if text.hasSuffix("\r") { text.removeLast() }
      if text.isEmpty || (header == nil && text.hasPrefix("# ")) { continue }
      var fields = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      let location = SourceLocation(file: path, line: number)
      guard let known = header else {
        guard fields == columns else {
          throw Diagnostic(
            .lexiconLine,
            at: location,
            "the header reads \(fields), expected \(columns)"
          )
        }
        header = fields
        continue
      }
      while fields.count < known.count { fields.append("") }
      rows.append(Row(fields: fields, location: location))
    }
    self.header = header ?? columns
    self.rows = rows
  }
}
