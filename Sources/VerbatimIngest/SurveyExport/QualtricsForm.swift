internal import VerbatimCore
internal import VerbatimText

/// The questions of a Qualtrics survey as its definition (`.qsf`) has them: what the numbers of an
/// export stand for.
///
/// Numeric exports hold recode values, which need not follow the scale that people saw: a question
/// of five may be answered from 10 to 16.
struct QualtricsForm {
  /// The largest definition that is read.
  static let largest = 64 * 1024 * 1024
  private static let endings = [".qsf", ".QSF"]
  private static let exportEndings = [".csv", ".tsv", ".txt", ".CSV", ".TSV"]

  private struct Question {
    let tag: String
    /// Whether each choice has a column of its own, which holds 1 where it was taken.
    let takesSeveral: Bool
    /// What people could choose, by the value that stands in an export.
    let values: [(code: String, label: String)]
    /// The choices or statements by the number that ends the name of their column.
    let parts: [String: String]
  }

  private var questions: [String: Question] = [:]
  /// Why the definition could not be read; nil when it was.
  private(set) var fault: Diagnostic?

  /// The definition beside an export; nil when there is none.
  init?(beside path: String) {
    guard let definition = SiblingFile.path(beside: path, Self.endings) else { return nil }
    self.init()
    do throws(Diagnostic) {
      self = try QualtricsForm(SiblingFile.source(definition))
    } catch {
      fault = Diagnostic(
        error.code,
        .warning,
        at: error.location,
        error.message,
        hint: error.hint
      )
    }
  }

  private init() {}

  /// Reads a definition.
  ///
  /// - Throws: `V1114` where it is no JSON, or larger than the limit.
  init(_ source: TextSource) throws(Diagnostic) {
    var bytes: [UInt8] = []
    while bytes.count <= Self.largest {
      let block = try source.read()
      guard !block.isEmpty else { break }
      bytes += block
    }
    let document = bytes.count <= Self.largest ? try? JSONReader().parse(bytes) : nil
    guard let elements = document?["SurveyElements"]?.elements else {
      throw Diagnostic(
        .dataFileDamaged,
        at: SourceLocation(file: source.path),
        "the definition of the survey cannot be read; its numbers stand without words",
        hint: "export the survey once more as .qsf"
      )
    }
    for element in elements where element["Element"]?.string == "SQ" {
      guard let payload = element["Payload"], let id = payload["QuestionID"]?.string else {
        continue
      }
      questions[id] = Self.question(payload)
    }
  }

  /// Whether a file is a definition with an export of the same name beside it.
  static func isBesideExport(_ path: String) -> Bool {
    endings.contains(where: path.hasSuffix)
      && SiblingFile.path(beside: path, exportEndings) != nil
  }

  private static func question(_ payload: JSONValue) -> Question {
    let choices = entries(payload["Choices"])
    let answers = entries(payload["Answers"])
    let recodes = Dictionary(entries(payload["RecodeValues"])) { first, _ in first }
    let selector = payload["Selector"]?.string ?? ""
    return Question(
      tag: payload["DataExportTag"]?.string ?? "",
      // Selectors that begin so let people take several: MAVR, MAHR, MACOL.
      takesSeveral: answers.isEmpty && selector.hasPrefix("MA"),
      values: (answers.isEmpty ? choices : answers).map { id, value in
        (recodes[id]?.scalarText ?? id, label(value))
      },
      parts: Dictionary(choices.map { ($0.id, label($0.value)) }) { first, _ in first }
    )
  }

  /// The members of an object; an array where the ids are 0, 1, 2.
  private static func entries(_ value: JSONValue?) -> [(id: String, value: JSONValue)] {
    switch value {
    case .object(let members): members.map { ($0.key, $0.value) }
    case .array(let elements): elements.enumerated().map { (String($0), $1) }
    default: []
    }
  }

  private static func label(_ choice: JSONValue) -> String {
    MarkupText.cleaned(choice["Display"]?.scalarText ?? choice.scalarText ?? "").trimmingBlanks
  }

  /// What it says of a column of an export.
  ///
  /// - Parameters:
  ///   - name: The column's name, the question's tag before its number: `Q5`, `Q5_3`.
  ///   - importID: Qualtrics' own id of it, where the export has them: `QID6`, `QID6_3`.
  /// - Returns: The words of its values, and codes below zero as values that are no answers.
  func column(_ name: String, importID: String?) -> StatedColumn {
    var column = StatedColumn(name: name)
    guard let (question, part) = question(of: importID ?? name, byID: importID != nil) else {
      return column
    }
    if question.takesSeveral {
      if let label = question.parts[part] { column.labels = ["1": label] }
      return column
    }
    column.labels = Dictionary(question.values) { first, _ in first }
    // Qualtrics' own habit for "not applicable", as its exports have it.
    column.missing.texts = Set(question.values.map(\.code).filter { $0.hasPrefix("-") })
    return column
  }

  private func question(of key: String, byID: Bool) -> (Question, part: String)? {
    let parts = key.split(separator: "_", omittingEmptySubsequences: false)
    guard parts.last != "TEXT", parts.last != "GROUP" else { return nil }
    // A tag may hold the sign itself: the longest one counts.
    for count in stride(from: parts.count, to: 0, by: -1) {
      let head = parts[..<count].joined(separator: "_")
      let found =
        byID
        ? questions[head]
        : questions.sorted { $0.key < $1.key }.first { $0.value.tag == head }?.value
      if let found { return (found, parts[count...].joined(separator: "_")) }
    }
    return nil
  }
}
