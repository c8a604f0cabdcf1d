public import VerbatimCore

/// Reads a sheet of an Excel workbook (`.xlsx`, `.xlsm`) as a table.
///
/// Every cell stays in its column, whatever is missing before it. Dates are ISO 8601 without a zone;
/// numbers are as short as they read back. A cell with an error such as `#N/A` is empty, and said to
/// be. Of merged cells the first holds the value. Strict and transitional files are read alike.
///
/// - SeeAlso: ECMA-376 part 1, section 18.
public struct SpreadsheetReader: TableReader {
  /// How many rows are looked at to find the header.
  static let headRows = 30
  /// How many bytes of them.
  static let headBytes = 8 << 20
  /// How many sheets are looked into.
  static let mostSheets = 64

  /// A workbook.
  public let format = InputFormat.xlsx
  /// The path of the file.
  public let path: String
  /// The name of the sheet that is read.
  public let sheet: String
  /// Which sheet was chosen, and what stands above its header.
  public private(set) var notes: [Diagnostic] = []
  private let reader: SheetReader
  private var head: [TableRecord]
  private var at = 0
  private let width: Int

  /// Opens a workbook and finds the sheet with the data.
  ///
  /// Of the sheets that are not hidden, nor named like a summary or instructions, the first with
  /// feedback counts; else the first with rows; else what the others hold.
  ///
  /// - Throws: `V1120` when a part is damaged, `V1121` when the file has a password, `V1122` when
  ///   a part is a bomb, `V1003` when no sheet holds anything.
  public init(
    path: String,
    map: ColumnMap = ColumnMap(),
    names: ColumnNames = .builtIn
  ) throws(Diagnostic) {
    try self.init(Workbook(WorkbookPackage(path: path)), map: map, names: names)
  }

  init(
    _ workbook: Workbook,
    map: ColumnMap,
    names: ColumnNames = .builtIn
  ) throws(Diagnostic) {
    path = workbook.package.path
    let candidates = try Self.candidates(workbook)
    guard
      let purpose = candidates.map(\.purpose).min(),
      let first = candidates.first(where: { $0.purpose == purpose })
    else {
      throw Diagnostic(
        .fileEmpty,
        at: SourceLocation(file: path),
        "no sheet of the workbook holds anything",
        hint: "export it again; the download may have failed"
      )
    }
    let equals = candidates.filter { $0.purpose == purpose }
    var chosen = first
    if equals.count > 1 {
      chosen =
        equals.first { $0.holdsFeedback(map, names) } ?? equals.first { $0.rows.count > 1 } ?? first
    }
    reader = chosen.reader
    sheet = chosen.reader.sheet.name
    head = Array(chosen.rows.dropFirst(chosen.titleRows))
    width = head.prefix(3).map(\.count).max() ?? 0
    let others = equals.filter { $0.reader !== chosen.reader && $0.rows.count > 1 }
    if !others.isEmpty || purpose == .hidden {
      notes.append(Self.choice(chosen, others, path))
    }
    if chosen.titleRows > 0, let header = head.first {
      notes.append(
        Diagnostic(
          .titleRows,
          .warning,
          at: SourceLocation(file: path, line: header.line),
          "the header of sheet `\(sheet)` was found in row \(header.line); what stands above it was passed over",
          hint: "delete the rows above the header if this is wrong"
        )
      )
    }
  }

  /// Fills `record` with the next row that is not empty; false at the end.
  public mutating func next(into record: inout TableRecord) throws(Diagnostic) -> Bool {
    if at < head.count {
      record = head[at]
      at += 1
      if at == head.count { head = [] }
      if head.isEmpty { at = 0 }
    } else if try !reader.next(into: &record) {
      return false
    }
    // A sheet ends each row with its last answer.
    while record.ends.count < width { record.ends.append(record.bytes.count) }
    return true
  }

  /// The diagnostic of a cell that was read as empty.
  static func diagnostic(_ cell: TableRecord.Fault.Cell, at location: SourceLocation) -> Diagnostic
  {
    let reason =
      switch cell {
      case .errorValue(let value): "the cell holds the error \(value)"
      case .noSuchString: "the cell points to a text that the workbook does not hold"
      case .beyondLastColumn: "the cell lies beyond the last column of a sheet"
      case .rowTooLarge: "the row is larger than \(DelimitedScanner.largestRecord) bytes"
      }
    return Diagnostic(
      .cellUnreadable,
      .warning,
      at: location,
      "\(reason); it was read as empty",
      hint: "put the formula right, or save the workbook again"
    )
  }

  private static func choice(_ chosen: Candidate, _ others: [Candidate], _ path: String)
    -> Diagnostic
  {
    let names = others.map { "`\($0.reader.sheet.name)`" }.joined(separator: ", ")
    let name = chosen.reader.sheet.name
    return Diagnostic(
      .sheetChosen,
      .warning,
      at: SourceLocation(file: path),
      others.isEmpty
        ? "only the hidden sheet `\(name)` holds data; it was read"
        : "sheet `\(name)` was read; \(names) held data too and \(others.count == 1 ? "was" : "were") not",
      hint: "save another sheet in a workbook of its own to read it"
    )
  }
}

extension SpreadsheetReader {
  /// A sheet with its first rows.
  private struct Candidate {
    var reader: SheetReader
    var purpose: SheetPurpose
    var rows: [TableRecord]
    /// How many rows stand above the header.
    var titleRows: Int

    init(_ reader: SheetReader) throws(Diagnostic) {
      self.reader = reader
      purpose = SheetPurpose(reader.sheet)
      rows = []
      var record = TableRecord()
      var size = 0
      while rows.count < headRows, size < headBytes, try reader.next(into: &record) {
        rows.append(record)
        size += record.bytes.count + 8 * record.count
      }
      titleRows = Self.titleRows(rows)
    }

    /// The rows above the header: a title stands alone, and lines such as *Period: July* have two
    /// cells where the table has many.
    private static func titleRows(_ rows: [TableRecord]) -> Int {
      let filled = rows.map { row in (0..<row.count).count { !row.isEmpty($0) } }
      let widest = filled.max() ?? 0
      let most = widest >= 5 ? 2 : widest >= 2 ? 1 : 0
      return filled.firstIndex { $0 > most } ?? 0
    }

    /// Whether its columns mean something to a reader of feedback.
    func holdsFeedback(_ map: ColumnMap, _ names: ColumnNames) -> Bool {
      let rows = rows.dropFirst(titleRows)
      guard rows.count > 1 else { return false }
      let header = SurveyHeader(
        rows.prefix(3).map(\.fields),
        forced: map.headerRecords,
        names: names
      )
      let records = rows.dropFirst(header.records).map(\.fields)
      guard !records.isEmpty else { return false }
      let inference = RoleInference(
        header: header,
        rows: records,
        map: map,
        hasMark: false,
        known: names
      )
      return inference.schema().hasFeedback
    }
  }

  /// The sheets that hold something; those of a lesser purpose only while no better one does.
  private static func candidates(_ workbook: Workbook) throws(Diagnostic) -> [Candidate] {
    var found: [Candidate] = []
    var failure: Diagnostic?
    for purpose in [SheetPurpose.data, .aside, .hidden] where found.isEmpty {
      for sheet in workbook.sheets.prefix(mostSheets) where SheetPurpose(sheet) == purpose {
        do {
          let candidate = try Candidate(SheetReader(sheet, of: workbook))
          if !candidate.rows.isEmpty { found.append(candidate) }
        } catch {
          // Another sheet may be whole; a damaged one is told when it is all there is.
          if failure == nil { failure = error }
        }
      }
    }
    if let failure, found.isEmpty { throw failure }
    return found
  }
}
