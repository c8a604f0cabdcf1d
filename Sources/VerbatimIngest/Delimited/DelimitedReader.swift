public import VerbatimCore
public import VerbatimText

/// Reads the records of a delimited file as a stream.
public struct DelimitedReader: TableReader {
  /// How the file divides fields.
  public let dialect: Dialect
  /// Delimited text.
  public let format = InputFormat.delimited
  /// The path of the file.
  public var path: String { source.path }
  /// Whether a byte order mark stands before the first letter.
  public var hasMark: Bool { source.encoding.evidence == .mark }
  private let source: TextSource
  private var scanner: DelimitedScanner
  /// What is added to a place in the stream to have it in the file; nil where the two differ.
  private var markLength: Int?

  /// A reader with a dialect, or the one that the head of the file shows.
  public init(_ source: TextSource, dialect: Dialect? = nil) throws(Diagnostic) {
    self.source = source
    let head = try source.peek()
    self.dialect = dialect ?? Dialect.detect(head)
    scanner = DelimitedScanner(dialect: self.dialect)
    markLength = source.keepsOffsets ? source.encoding.markLength : nil
  }

  /// Fills `record` with the next record; false at the end.
  ///
  /// Empty lines are passed over.
  public mutating func next(into record: inout TableRecord) throws(Diagnostic) -> Bool {
    while true {
      if scanner.next(into: &record) {
        if record.isBlank { continue }
        place(&record)
        return true
      }
      let block = try source.read()
      markLength = source.keepsOffsets ? source.encoding.markLength : nil
      if block.isEmpty {
        scanner.finish()
        while scanner.next(into: &record) {
          if record.isBlank { continue }
          place(&record)
          return true
        }
        return false
      }
      scanner.feed(block[...])
    }
  }

  /// Counts the byte order mark; a place in converted text is no place in the file.
  private func place(_ record: inout TableRecord) {
    record.byte = markLength.flatMap { length in record.byte.map { $0 + length } }
  }

  /// The diagnostic of a fault of a record.
  public static func diagnostic(_ fault: TableRecord.Fault, file: String) -> Diagnostic {
    let location = SourceLocation(file: file, line: fault.line, column: fault.column)
    return switch fault.kind {
    case .textAfterQuote:
      Diagnostic(
        .textAfterQuote,
        .warning,
        at: location,
        "text stands between a closing quote and the next delimiter"
          + (fault.openLine.map { "; the quote opened on line \($0)" } ?? ""),
        hint: "double a quote inside a field (\"\"); the text was kept"
      )
    case .neverClosed:
      Diagnostic(
        .quoteNeverClosed,
        at: location,
        "quoted field is never closed",
        hint: "double a quote inside a field (\"\"); the lines after it were read"
      )
    case .manyLines:
      Diagnostic(
        .longQuotedField,
        .warning,
        at: location,
        "the quoted field that opens here runs to line \(fault.openLine ?? fault.line)",
        hint: "if these are rows, close the quote here; the field was kept whole"
      )
    case .tooLarge:
      Diagnostic(
        .fieldTooLarge,
        at: location,
        "the record is larger than \(DelimitedScanner.largestRecord) bytes",
        hint: "a quote may be open; the lines after it were read"
      )
    case .cell(let cell): SpreadsheetReader.diagnostic(cell, at: location)
    case .notJSON(let reason):
      Diagnostic(
        .jsonBroken,
        at: SourceLocation(file: file, line: fault.line),
        reason,
        hint: "export it again; the other values are read"
      )
    case .memberTwice(let name):
      Diagnostic(
        .jsonKeyTwice,
        .warning,
        at: SourceLocation(file: file, line: fault.line),
        "the member `\(name)` stands twice in one object; the first counts",
        hint: "told once a file; JSON leaves open which of the two is meant"
      )
    }
  }
}
