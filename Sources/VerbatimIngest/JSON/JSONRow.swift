internal import VerbatimCore

/// One answer of a survey tool, or one review, as the cells of a table.
///
/// Members of members are named by their path, `person.name`. What a tool keeps as a list of
/// questions with their answers becomes a column a question, so that the same rules give it a role as
/// any other table's.
struct JSONRow {
  /// One cell.
  struct Cell {
    /// The column: a path, or the id or the words of a question.
    var name: String
    /// The question as the respondent read it, where the file says it.
    var question: String?
    /// What the tool says the question asks for.
    var role: ColumnRole?
    var text: String
  }

  /// Objects around one answer that only carry it.
  private static let wrappers: Set<String> = ["event_data", "form_response", "survey_response"]

  /// Members by which the JSON of survey and review tools is known.
  static let signs = [
    "form_response", "landing_id", "survey_type", "textAnswers", "satisfaction_ratings",
    "parent_asin", "question_type", "additional_answers", "collector_id",
  ]

  /// Objects that hold the shop's own fields beside the answers: the article, the order.
  private static let carriers: Set<String> = [
    "custom_variables", "hidden", "person_properties", "variables",
  ]

  /// The cells, in the order of the file.
  private(set) var cells: [Cell] = []
  /// Members that stand twice in one object; the first of them counts.
  private(set) var repeated: [String] = []
  /// The names that are taken, each with how far its numbers are used up.
  private var names: [String: Int] = [:]
  private var questions: [String: JSONFormQuestion] = [:]

  /// The cells of an object.
  init(_ object: JSONValue) {
    let inner = Self.inner(of: object)
    questions = JSONFormQuestion.listed(in: inner)
    if case .object(let members) = object {
      add(members.filter { !Self.wrappers.contains($0.key) }, under: "")
    }
    if inner != object, case .object(let members) = inner { add(members, under: "") }
  }

  /// The answer inside what carries it.
  private static func inner(of object: JSONValue) -> JSONValue {
    for name in wrappers.sorted() {
      if let inner = object[name], case .object = inner { return inner }
    }
    return object
  }

  private mutating func add(_ members: [(key: String, value: JSONValue)], under path: String) {
    var keys = Set<String>()
    for (key, value) in members {
      guard keys.insert(key).inserted else {
        repeated.append(path + key)
        continue
      }
      // The questions themselves are no answers.
      if path.isEmpty, key == "definition" { continue }
      add(value, named: path + key)
    }
  }

  private mutating func add(_ value: JSONValue, named name: String) {
    switch value {
    case .null: break
    case .string, .number, .boolean: add(text: value.scalarText ?? "", named: name)
    case .object(let members):
      if value["textAnswers"] != nil || value["fileUploadAnswers"] != nil {
        add(text: JSONAnswer.text(of: value) ?? "", named: name)
      } else {
        add(members, under: Self.carriers.contains(name) ? "" : name + ".")
      }
    case .array(let elements): add(elements, named: name)
    }
  }

  /// The questions on the pages of a form, each with its answers; nil for any other list.
  static func questions(onPages elements: [JSONValue]) -> [JSONValue]? {
    let pages = elements.compactMap { $0["questions"]?.elements }
    guard !pages.isEmpty, pages.count == elements.count else { return nil }
    return pages.flatMap(\.self)
  }

  private mutating func add(_ elements: [JSONValue], named name: String) {
    if let questions = Self.questions(onPages: elements) {
      for question in questions {
        guard let answer = JSONAnswer(onPage: question) else { continue }
        add(text: answer.text, named: answer.question, question: answer.title, role: answer.role)
      }
      return
    }
    for (place, element) in elements.enumerated() {
      guard let answer = JSONAnswer(element) else {
        guard let text = JSONAnswer.text(of: .array(elements)) else {
          add(element, named: "\(name)[\(place)]")
          continue
        }
        add(text: text, named: name)
        return
      }
      let known = questions[answer.question]
      add(
        text: answer.text,
        named: answer.question,
        question: known?.title ?? answer.title,
        role: known?.role ?? answer.role
      )
    }
  }

  private mutating func add(
    text: String,
    named name: String,
    question: String? = nil,
    role: ColumnRole? = nil
  ) {
    var unique = name
    var count = names[name] ?? 1
    while names[unique] != nil {
      count += 1
      unique = "\(name) (\(count))"
    }
    names[name] = count
    names[unique] = names[unique] ?? 1
    cells.append(Cell(name: unique, question: question, role: role, text: text))
  }
}
