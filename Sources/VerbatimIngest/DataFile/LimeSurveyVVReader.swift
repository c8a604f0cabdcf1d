public import VerbatimCore
public import VerbatimText

/// Reads LimeSurvey's VV export: tabs between the fields, a record of questions, a record of codes.
///
/// What a tabbed file cannot hold stands in braces there: `{newline}`, `{cr}`, `{tab}`, a leading
/// `{quote}`, and `{lbrace}` for the brace itself.
public struct LimeSurveyVVReader: TableReader {
  /// LimeSurvey's own files.
  public let format = InputFormat.limeSurvey
  /// The path of the file.
  public var path: String { table.path }
  /// The columns by their codes, with their questions.
  public let statedColumns: [StatedColumn]?
  private var table: DelimitedReader

  /// The responses of a file.
  ///
  /// - Throws: `V1110` when the two header records are not there.
  public init(_ source: TextSource) throws(Diagnostic) {
    table = try DelimitedReader(source, dialect: Dialect(delimiter: 0x09))
    var questions = TableRecord()
    var codes = TableRecord()
    guard try table.next(into: &questions), try table.next(into: &codes) else {
      throw Diagnostic(
        .noRecords,
        at: SourceLocation(file: source.path),
        "the file has no records of questions and codes",
        hint: "export it again as VV"
      )
    }
    statedColumns = codes.fields.enumerated().map { index, code in
      StatedColumn(name: code, question: Self.unescaped(questions[index]))
    }
  }

  /// Whether the first two records of a file are a VV export's.
  static func recognises(_ head: [String]) -> Bool {
    guard head.count >= 2 else { return false }
    let codes = head[1].split(separator: "\t").map { $0.filter { $0 != "\"" } }
    return codes.count >= 3
      && ["submitdate", "startlanguage", "lastpage"].filter(codes.contains).count >= 2
  }

  /// Fills `record` with the next response; false at the end.
  public mutating func next(into record: inout TableRecord) throws(Diagnostic) -> Bool {
    guard try table.next(into: &record) else { return false }
    guard record.bytes.contains(UInt8(ascii: "{")) else { return true }
    let fields = record.fields
    record.replaceFields(with: fields.map(Self.unescaped))
    return true
  }

  /// Braces are undone last, so that a customer's own `{tab}` stays.
  private static func unescaped(_ text: String) -> String {
    guard text.contains("{") else { return text }
    if text == "{question_not_shown}" { return "" }
    let words = text.hasPrefix("{quote}") ? "\"" + text.dropFirst(7) : text
    return
      words
      .replacing("{newline}", with: "\n").replacing("{cr}", with: "\r")
      .replacing("{tab}", with: "\t").replacing("{lbrace}", with: "{")
  }
}
