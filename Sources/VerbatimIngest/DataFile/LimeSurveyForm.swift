internal import VerbatimCore
internal import VerbatimText

/// The questions of a LimeSurvey survey by the codes of its response table.
///
/// A column is called `SURVEYXGROUPXQUESTION`, followed by the code of a sub-question: `1X2X3SQ001`.
struct LimeSurveyForm {
  private struct Question {
    var parent: String?
    var code = ""
    var type = ""
    var text: String?
  }

  private var questions: [String: Question] = [:]
  private var choices: [String: [(code: String, answer: String)]] = [:]
  private var choiceCodes: [String: (question: String, code: String)] = [:]

  /// A survey whose definition is not at hand.
  init() {}

  /// The definition in an `.lss` file.
  ///
  /// - Throws: As ``LimeSurveyRows``.
  init(_ source: TextSource) throws(Diagnostic) {
    var rows = LimeSurveyRows(source)
    while let row = try rows.next() { add(row) }
  }

  /// Rows are told apart by their members; tables of texts come with and without the rest.
  private mutating func add(_ row: FeedItem) {
    if let question = row.value("qid") {
      if let parent = row.value("parent_qid") {
        questions[question, default: Question()].parent = parent == "0" ? nil : parent
        questions[question, default: Question()].code = row.value("title") ?? ""
        questions[question, default: Question()].type = row.value("type") ?? ""
      }
      if questions[question]?.text == nil, let text = row.words(row.node("question")) {
        questions[question, default: Question()].text = text
      }
      guard let code = row.value("code") else { return }
      if let choice = row.value("aid") { choiceCodes[choice] = (question, code) }
      if let answer = row.words(row.node("answer")) {
        choices[question, default: []].append((code, answer))
      }
    } else if let choice = row.value("aid"), let answer = row.words(row.node("answer")),
      let (question, code) = choiceCodes[choice]
    {
      choices[question, default: []].append((code, answer))
    }
  }

  /// What the form says of a column.
  func column(_ name: String) -> StatedColumn {
    guard let (id, rest) = Self.parts(of: name), let question = questions[id] else {
      return StatedColumn(name: name)
    }
    var texts = [question.text]
    var type = question.type
    if let sub = questions.values.first(where: { $0.parent == id && $0.code == rest }) {
      texts.append(sub.text)
      if !sub.type.isEmpty, type.isEmpty { type = sub.type }
    }
    let words = texts.compactMap(\.self).joined(separator: " – ")
    return StatedColumn(
      name: name,
      question: words.isEmpty ? nil : words,
      role: rest == "other" || rest.hasSuffix("comment") ? .text : Self.role(ofType: type),
      labels: Dictionary(choices[id] ?? []) { first, _ in first }
    )
  }

  /// The question's id and the sub-question's code in the name of a column.
  private static func parts(of name: String) -> (id: String, rest: String)? {
    let parts = name.split(separator: "X", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].allSatisfy(\.isNumber), parts[1].allSatisfy(\.isNumber)
    else { return nil }
    let id = parts[2].prefix(while: \.isNumber)
    return id.isEmpty ? nil : (String(id), String(parts[2].dropFirst(id.count)))
  }

  /// What a type of question asks for, by LimeSurvey's letters; nil where the values tell.
  private static func role(ofType type: String) -> ColumnRole? {
    switch type {
    case "S", "T", "U", "Q": .text
    case "L", "!", "O", "M", "P", "Y", "G", "R", "I": .choice
    case "5", "A": .scale
    default: nil
    }
  }
}
