public import VerbatimCore
public import VerbatimText

/// Reads the answers of a survey in Triple-S, versions 1.1 to 2.0: a definition in XML and a data
/// file of the same name beside it.
///
/// Columns of fixed data are counted in characters, as the standard says, or in bytes where that is
/// what makes all lines equally long. Answers of several choices become a column a choice.
public struct TripleSReader: TableReader {
  /// The endings of definitions and of data, in the order in which they are looked for.
  private static let definitionEndings = [".sss", ".xml", ".SSS", ".XML"]
  private static let dataEndings = [".asc", ".csv", ".dat", ".txt", ".ASC", ".CSV", ".DAT", ".TXT"]
  /// How many lines are looked at to tell what is counted.
  private static let sample = 200

  /// Triple-S.
  public let format = InputFormat.tripleS
  /// The path of the data.
  public let path: String
  /// The columns as the definition describes them.
  public let statedColumns: [StatedColumn]?
  private let survey: TripleSSurvey
  private var rows: Rows

  private enum Rows {
    case delimited(DelimitedReader)
    case fixed(LineReader, countsBytes: Bool)
  }

  /// The answers of a definition, or of data beside which their definition lies.
  ///
  /// - Throws: `V1001` when there are no data beside the definition, `V1114` where it is damaged,
  ///   `V1206` where its document type declares entities, `V1005` for a hierarchy of records.
  public init(_ source: TextSource) throws(Diagnostic) {
    guard let path = Self.definition(besideData: source.path) else {
      let survey = try TripleSSurvey(source)
      try self.init(survey, data: Self.data(of: survey, source))
      return
    }
    let definition = try SiblingFile.source(path)
    try self.init(
      TripleSSurvey(definition),
      data: SiblingFile.source(source.path, declared: definition.encoding.name)
    )
  }

  /// The answers in `data`.
  init(_ survey: TripleSSurvey, data: TextSource) throws(Diagnostic) {
    self.survey = survey
    path = data.path
    statedColumns = survey.variables.flatMap(\.columns)
    if survey.isCSV {
      rows = try .delimited(DelimitedReader(data, dialect: Dialect(delimiter: UInt8(ascii: ","))))
    } else {
      rows = try .fixed(LineReader(data), countsBytes: Self.countsBytes(data))
    }
    for _ in 0..<max(0, survey.skip) {
      var line = TableRecord()
      guard try nextFields(&line) != nil else { break }
    }
  }

  /// Whether a file holds the data of a survey whose definition lies beside it.
  static func isData(_ path: String) -> Bool { definition(besideData: path) != nil }

  /// Fills `record` with the next respondent's answers; false at the end.
  public mutating func next(into record: inout TableRecord) throws(Diagnostic) -> Bool {
    guard let fields = try nextFields(&record) else { return false }
    let (line, byte) = (record.line, record.byte)
    let faults = record.faults
    record.clear()
    (record.line, record.byte, record.faults) = (line, byte, faults)
    for variable in survey.variables {
      for cell in variable.cells(fields.at(variable.position)) { record.append(cell) }
    }
    return true
  }

  /// A record of the data, not yet cut where its variables stand.
  private enum Fields {
    case fields([String])
    case characters([Unicode.Scalar])
    case bytes([UInt8])

    /// What stands at a position: the fields, or one field of fixed data.
    func at(_ position: ClosedRange<Int>) -> [String] {
      let range = position.lowerBound - 1..<position.upperBound
      switch self {
      case .fields(let fields): return Array(fields[range.clamped(to: fields.indices)])
      case .characters(let scalars):
        var text = String.UnicodeScalarView()
        text.append(contentsOf: scalars[range.clamped(to: scalars.indices)])
        return [String(text)]
      case .bytes(let bytes):
        return [String(decoding: bytes[range.clamped(to: bytes.indices)], as: UTF8.self)]
      }
    }
  }

  private mutating func nextFields(_ record: inout TableRecord) throws(Diagnostic) -> Fields? {
    switch rows {
    case .delimited(var reader):
      repeat {
        guard try reader.next(into: &record) else { return nil }
      } while record.isBlank
      rows = .delimited(reader)
      return .fields(record.fields)
    case .fixed(var reader, let countsBytes):
      repeat {
        guard let line = try reader.next() else { return nil }
        rows = .fixed(reader, countsBytes: countsBytes)
        guard !line.bytes.allSatisfy({ $0 <= 0x20 }) else { continue }
        record.clear()
        record.line = line.number
        record.byte = line.byte
        return countsBytes ? .bytes(line.bytes) : .characters(Array(line.text.unicodeScalars))
      } while true
    }
  }

  /// Whether the lines are equally long in bytes and not in characters.
  private static func countsBytes(_ source: TextSource) throws(Diagnostic) -> Bool {
    guard source.encoding.isUTF8 else { return false }
    let lines = try source.peek().split(separator: 0x0A).prefix(sample).dropLast()
    guard lines.contains(where: { $0.contains { $0 >= 0x80 } }) else { return false }
    let characters = Set(lines.map { String(decoding: $0, as: UTF8.self).unicodeScalars.count })
    return Set(lines.map(\.count)).count == 1 && characters.count > 1
  }

  private static func data(
    of survey: TripleSSurvey,
    _ definition: TextSource
  ) throws(Diagnostic) -> TextSource {
    // Only a name beside the definition is looked for, whatever the definition says.
    let (folder, name, stem) = SiblingFile.parts(definition.path)
    let named = survey.dataName.map { SiblingFile.parts($0).name }
    let path =
      named.map { folder + $0 }.flatMap { $0 != folder + name && SiblingFile.exists($0) ? $0 : nil }
      ?? SiblingFile.path(beside: definition.path, dataEndings)
    guard let path else {
      throw Diagnostic(
        .fileMissing,
        at: SourceLocation(file: definition.path),
        "the answers of the survey are not beside its definition",
        hint: "put \(named ?? "\(stem).asc or \(stem).csv") into the same folder"
      )
    }
    return try SiblingFile.source(path, declared: definition.encoding.name)
  }

  private static func definition(besideData path: String) -> String? {
    guard dataEndings.contains(where: path.hasSuffix),
      let candidate = SiblingFile.path(beside: path, definitionEndings),
      let head = try? SiblingFile.source(candidate).peek(),
      FeedRoot(String(decoding: head.prefix(TextSource.headSize), as: UTF8.self))?.name == "sss"
    else { return nil }
    return candidate
  }
}
