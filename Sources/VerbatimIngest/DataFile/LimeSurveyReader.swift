public import VerbatimCore
public import VerbatimText

/// Reads the responses of a LimeSurvey archive (`.lsa`) or of its table of responses (`.lsr`).
///
/// In an archive the definition beside the responses gives the questions, their kinds and the words
/// of the choices; without it the codes stand alone. An element that is not there was not shown,
/// one that is empty was not answered: neither is an answer.
public struct LimeSurveyReader: TableReader {
  /// LimeSurvey's own files.
  public let format = InputFormat.limeSurvey
  /// The path of the file.
  public let path: String
  /// The columns with their questions.
  public let statedColumns: [StatedColumn]?
  private var rows: LimeSurveyRows
  private var first: FeedItem?
  private let elements: [String]

  /// Responses with the definition of their survey, where it is at hand.
  ///
  /// - Throws: `V1206` at a document type, `V1114` when a file is damaged.
  public init(_ responses: TextSource, definition: TextSource? = nil) throws(Diagnostic) {
    path = responses.path
    rows = LimeSurveyRows(responses)
    first = try rows.next()
    var form = LimeSurveyForm()
    if let definition { form = try LimeSurveyForm(definition) }
    // A name that begins with a digit is no name of XML: an underscore stands before it.
    elements = rows.fields.map { $0.first?.isNumber == true ? "_\($0)" : $0 }
    statedColumns = rows.fields.map(form.column)
  }

  /// The responses and the definition inside an archive; nil when it is no LimeSurvey archive.
  init?(archive: ArchiveReader, path: String) throws(Diagnostic) {
    func entry(_ suffix: String) throws(Diagnostic) -> TextSource? {
      guard let name = archive.names.first(where: { $0.hasSuffix(suffix) }) else { return nil }
      return try TextSource(path: "\(path)/\(name)", bytes: archive.bytes(of: name))
    }
    guard let responses = try entry("_responses.lsr") else { return nil }
    try self.init(responses, definition: entry(".lss"))
  }

  /// Fills `record` with the next response; false at the end.
  public mutating func next(into record: inout TableRecord) throws(Diagnostic) -> Bool {
    var next = first
    first = nil
    if next == nil { next = try rows.next() }
    guard let row = next else { return false }
    record.clear()
    record.line = row.line
    for name in elements {
      record.append(row.node(name).map(row.raw)?.trimmingBlanks ?? "")
    }
    return true
  }
}
