public import VerbatimCore
internal import VerbatimIngest
public import VerbatimText

/// A plain table of reports, read row by row, its columns known by their names.
///
/// Delimiter, quotes and encoding are found as for any delimited file. The first record is the
/// header; an empty file, or a header alone, is a table without rows. A row with more or fewer
/// fields than the header, or one whose quote is never closed, is rejected: it is counted in
/// ``rejected`` and told in ``diagnostics``, and the next row is read. Memory does not grow with
/// the table.
public struct ReportTable {
  /// How many diagnostics are kept; those behind are counted only.
  public static let diagnosticLimit = 1000

  /// The path as the user gave it.
  public let path: String
  /// The names in the header, trimmed, as they are written; none when the file is empty.
  public private(set) var columns: [String] = []
  /// How many rows were read and not rejected.
  public private(set) var accepted = 0
  /// How many rows were rejected.
  public private(set) var rejected = 0
  /// What was wrong, in the order of the file; the first ``diagnosticLimit``.
  public private(set) var diagnostics: [Diagnostic] = []
  private let source: TextSource
  private var reader: DelimitedReader
  private var record = TableRecord()
  /// Whether the current row is counted as accepted.
  private var isAccepted = false

  /// Opens a table and reads its header.
  ///
  /// - Throws: ``Diagnostic`` `V1001` or `V1002` when the file cannot be read.
  public init(path: String) throws(Diagnostic) {
    try self.init(TextSource(path: path))
  }

  /// Reads the header of a table.
  public init(_ source: TextSource) throws(Diagnostic) {
    self.source = source
    path = source.path
    reader = try DelimitedReader(source)
    guard try reader.next(into: &record) else { return }
    let names = (0..<record.count).map { Self.trimmed(record[$0]) }
    if !names.allSatisfy(\.isEmpty) { columns = names }
  }

  /// The place of a column in a row, found by its name: case and blanks around it do not matter.
  ///
  /// An empty file has no row and no header: any name is found in it, so that it is a table of
  /// nothing and no error.
  ///
  /// - Throws: ``Diagnostic`` `V1105` when no column, or more than one, has the name; it tells the
  ///   names that are there.
  public func column(_ name: String) throws(Diagnostic) -> Int {
    if columns.isEmpty { return 0 }
    let places = columns.indices.filter { Self.folded(columns[$0]) == Self.folded(name) }
    guard let place = places.first else {
      throw Diagnostic(
        .columnMap,
        at: SourceLocation(file: path, line: 1),
        "the table has no column `\(Self.trimmed(name))`",
        hint: "its columns are \(columns.joined(separator: ", "))"
      )
    }
    guard places.count == 1 else {
      throw Diagnostic(
        .columnMap,
        at: SourceLocation(file: path, line: 1),
        "the table has \(places.count) columns `\(Self.trimmed(name))`",
        hint: "give each column a name of its own"
      )
    }
    return place
  }

  /// The place of a column that need not be there; nil when it is not.
  public func optionalColumn(_ name: String) throws(Diagnostic) -> Int? {
    guard columns.contains(where: { Self.folded($0) == Self.folded(name) }) else { return nil }
    return try column(name)
  }

  /// Goes to the next row that has as many fields as the header; false at the end.
  ///
  /// Empty lines are passed over.
  public mutating func next() throws(Diagnostic) -> Bool {
    isAccepted = false
    while try reader.next(into: &record) {
      if !record.faults.isEmpty {
        let faults = record.faults.map { DelimitedReader.diagnostic($0, file: path) }
        if let fault = faults.first(where: { $0.severity == .error }) {
          reject(fault)
          continue
        }
        for fault in faults { note(fault) }
      }
      guard hasWidth else {
        reject(widthFault())
        continue
      }
      accepted += 1
      isAccepted = true
      return true
    }
    noteEncoding()
    return false
  }

  /// A field of the current row, blanks around it taken off.
  public subscript(column: Int) -> String { Self.trimmed(record[column]) }

  /// Gives the bytes of a field of the current row, blanks around it taken off, without a copy.
  @inline(__always)
  public func withBytes<Result>(of column: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    record.withBytes(of: column) { bytes in
      var start = 0
      var end = bytes.count
      while start < end, bytes[start] <= 0x20 { start += 1 }
      while end > start, bytes[end - 1] <= 0x20 { end -= 1 }
      return body(bytes.extracting(start..<end))
    }
  }

  /// The place of the current row, or of a field in it.
  ///
  /// The column is left out when quotes in the row hide it.
  public func location(_ column: Int? = nil) -> SourceLocation {
    SourceLocation(
      file: path,
      line: record.line,
      column: column.flatMap { record.column(of: $0) }
    )
  }

  /// Rejects the current row: it is counted as rejected, no longer as accepted.
  public mutating func reject(_ diagnostic: Diagnostic) {
    if isAccepted {
      accepted -= 1
      isAccepted = false
    }
    rejected += 1
    note(diagnostic)
  }

  /// Tells what is odd about the current row and keeps it.
  public mutating func note(_ diagnostic: Diagnostic) {
    if diagnostics.count < Self.diagnosticLimit { diagnostics.append(diagnostic) }
  }

  /// Whether the row is as wide as the header.
  ///
  /// Some programs end each record with a delimiter: empty fields behind the last are none.
  private var hasWidth: Bool {
    record.count == columns.count
      || (record.count > columns.count
        && (columns.count..<record.count).allSatisfy(record.isEmpty))
  }

  private func widthFault() -> Diagnostic {
    let isShort = record.count < columns.count
    return Diagnostic(
      .rowWidth,
      at: location(isShort ? record.count : columns.count),
      "the row has \(record.count) fields, the header \(columns.count)",
      hint: isShort
        ? "write a delimiter for each empty field, too"
        : "put a field that holds the delimiter in quotes"
    )
  }

  /// Says once, at the end, that bytes had no meaning in the file's encoding.
  private mutating func noteEncoding() {
    guard source.replacements > 0, !diagnostics.contains(where: { $0.code == .encodingDamaged })
    else { return }
    note(
      Diagnostic(
        .encodingDamaged,
        .warning,
        at: SourceLocation(file: path),
        "\(source.replacements) sequences of bytes have no meaning in \(source.encoding.name); "
          + "each was read as U+FFFD",
        hint: "export the file again as UTF-8"
      )
    )
  }

  private static func folded(_ name: String) -> String { trimmed(name).lowercased() }

  private static func trimmed(_ field: String) -> String {
    let bytes = field.utf8
    guard let first = bytes.firstIndex(where: { $0 > 0x20 }),
      let last = bytes.lastIndex(where: { $0 > 0x20 })
    else { return "" }
    return String(field[first...last])
  }
}
