internal import VerbatimCore

/// One question's answer in a survey tool's list of them.
struct JSONAnswer {
  /// The question's id, reference or words, by which its column is named.
  var question: String
  /// The question's words.
  var title: String?
  /// What the tool says the question asks for.
  var role: ColumnRole?
  /// The words of the answer.
  var text: String

  /// The answer in an element of a list; nil when it names no question.
  init?(_ element: JSONValue) {
    guard case .object = element else { return nil }
    let asked = element["field"] ?? element["question"]
    let title = asked?["title"]?.string ?? asked?["text"]?.string
    let id =
      asked?["ref"]?.scalarText ?? asked?["id"]?.scalarText ?? element["question_id"]?.scalarText
      ?? element["questionId"]?.scalarText ?? title ?? asked?.scalarText
    guard let id, !id.isEmpty else { return nil }
    question = id
    self.title = title
    role = asked?["type"]?.string.flatMap(JSONFormQuestion.role)
    // Typeform names the member that holds the answer.
    let stated = element["type"]?.string.flatMap { element[$0] }
    text = (stated ?? Self.value(of: element)).flatMap(Self.text) ?? ""
  }

  /// A question on a page of SurveyMonkey's, with the list of its answers; nil when it has no id.
  ///
  /// The words of question and choices are there when the simple form was asked for.
  init?(onPage element: JSONValue) {
    guard let id = element["id"]?.scalarText, !id.isEmpty else { return nil }
    question = id
    title = element["heading"]?.string
    role = element["family"]?.string.flatMap(JSONFormQuestion.role)
    text = element["answers"].flatMap(Self.text) ?? ""
  }

  /// The members that hold an answer, the surest first.
  private static let valueNames = [
    "answer", "value", "free_response", "text", "simple_text", "textAnswers", "fileUploadAnswers",
    "answers",
    "label", "labels", "other", "select_one", "select_many", "scale", "score", "choice", "choices",
    "response",
  ]

  private static func value(of object: JSONValue) -> JSONValue? {
    valueNames.lazy.compactMap { object[$0] }.first { text(of: $0) != nil }
  }

  /// A value in words: the labels of choices, lists with semicolons; nil when it holds none.
  static func text(of value: JSONValue) -> String? {
    switch value {
    case .null: return nil
    case .string, .number, .boolean: return value.scalarText
    case .object(let members):
      // Choices, with what was typed under "other".
      if let labels = value["labels"]?.elements {
        return joined((labels + [value["other"] ?? .null]).map(text))
      }
      if let found = Self.value(of: value).flatMap(text) { return found }
      return members.count == 1 ? text(of: members[0].value) : nil
    case .array(let elements): return joined(elements.map(text))
    }
  }

  /// Nil when one element says nothing that can be written in words.
  private static func joined(_ parts: [String?]) -> String? {
    let words = parts.compactMap(\.self)
    return words.isEmpty ? nil : words.joined(separator: "; ")
  }
}
