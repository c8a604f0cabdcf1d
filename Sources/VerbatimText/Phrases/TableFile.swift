public import VerbatimCore

/// A tab-separated data file of ours: comment lines that begin with `#` and a blank, a header, and
/// rows that know their line.
///
/// Rows are places in the bytes of the file; a field becomes a string when it is asked for.
public struct TableFile: Sendable {
  /// One row.
  public struct Row: Sendable {
    fileprivate let table: Table
    fileprivate let number: Int

    /// Its fields, as many as the header has.
    public var fields: [String] { (0..<table.fieldCount(of: number)).map { self[$0] } }
    /// Where it stands.
    public var location: SourceLocation {
      SourceLocation(file: table.path, line: Int(table.rows[number].line))
    }

    /// The field of a column; empty beyond the last.
    public subscript(column: Int) -> String {
      String(decoding: table.bytes[range(of: column)], as: UTF8.self)
    }

    /// The bytes of a field, which are not copied; empty beyond the last column.
    public func bytes(of column: Int) -> ArraySlice<UInt8> { table.bytes[range(of: column)] }

    private func range(of column: Int) -> Range<Int> {
      let field = table.rows[number].firstField + column
      guard field < table.endField(of: number) else { return 0..<0 }
      return Int(table.fields[field].start)..<Int(table.fields[field].end)
    }
  }

  /// What all rows share.
  fileprivate final class Table: Sendable {
    let path: String
    let bytes: [UInt8]
    let columnCount: Int
    let fields: [(start: Int32, end: Int32)]
    let rows: [(line: Int32, firstField: Int)]

    init(
      path: String,
      bytes: [UInt8],
      columnCount: Int,
      fields: [(start: Int32, end: Int32)],
      rows: [(line: Int32, firstField: Int)]
    ) {
      self.path = path
      self.bytes = bytes
      self.columnCount = columnCount
      self.fields = fields
      self.rows = rows
    }

    func endField(of row: Int) -> Int {
      row + 1 < rows.count ? rows[row + 1].firstField : fields.count
    }

    func fieldCount(of row: Int) -> Int {
      max(columnCount, endField(of: row) - rows[row].firstField)
    }
  }

  /// The column names.
  public let header: [String]
  /// The rows, in order.
  public let rows: [Row]

  /// Reads the bytes of a file.
  ///
  /// - Throws: `V3001` when the header is not `columns`.
  /// - Complexity: O(*n*) in the bytes, which are not copied.
  public init(path: String, bytes: [UInt8], columns: [String]) throws(Diagnostic) {
    try self.init(path: path, bytes: bytes, columns: columns, isExact: true)
  }

  /// Reads the bytes of a file that has some columns, in any order and with others beside them.
  ///
  /// - Throws: `V3001` when the header lacks one of `columns`.
  /// - Complexity: O(*n*) in the bytes, which are not copied.
  public init(path: String, bytes: [UInt8], having columns: [String]) throws(Diagnostic) {
    try self.init(path: path, bytes: bytes, columns: columns, isExact: false)
  }

  /// The place of a column; nil where the file has none of the name.
  public func place(of column: String) -> Int? { header.firstIndex(of: column) }

  private init(
    path: String,
    bytes: [UInt8],
    columns: [String],
    isExact: Bool
  ) throws(Diagnostic) {
    var fields: [(start: Int32, end: Int32)] = []
    var rows: [(line: Int32, firstField: Int)] = []
    var header: [String]?
    let span = bytes.span
    var number: Int32 = 0
    var at = 0
    while at < span.count {
      number += 1
      let start = at
      let firstField = fields.count
      var fieldStart = at
      while at < span.count, span[at] != 0x0A {
        if span[at] == 0x09 {
          fields.append((Int32(fieldStart), Int32(at)))
          fieldStart = at + 1
        }
        at += 1
      }
      let end = at > start && span[at - 1] == 0x0D ? at - 1 : at
      at += 1
      let isComment =
        header == nil && end > start + 1 && span[start] == UInt8(ascii: "#")
        && span[start + 1] == 0x20
      if end == start || isComment {
        fields.removeSubrange(firstField...)
        continue
      }
      fields.append((Int32(fieldStart), Int32(end)))
      guard header == nil else {
        rows.append((number, firstField))
        continue
      }
      let names = fields.map {
        String(decoding: bytes[Int($0.start)..<Int($0.end)], as: UTF8.self)
      }
      fields.removeAll()
      guard isExact ? names == columns : columns.allSatisfy(names.contains) else {
        throw Diagnostic(
          .lexiconLine,
          at: SourceLocation(file: path, line: Int(number)),
          "the header reads \(names), expected \(columns)\(isExact ? "" : " among them")"
        )
      }
      header = names
    }
    self.header = header ?? columns
    let table = Table(
      path: path,
      bytes: bytes,
      columnCount: self.header.count,
      fields: fields,
      rows: rows
    )
    self.rows = rows.indices.map { Row(table: table, number: $0) }
  }
}
