internal import VerbatimCore

/// A question of the form that a file of answers carries with it.
struct JSONFormQuestion {
  /// The words of the question.
  var title: String
  /// What it asks for, as far as the tool says.
  var role: ColumnRole?

  /// The questions of the form in an object, by id and by reference.
  static func listed(in object: JSONValue) -> [String: JSONFormQuestion] {
    let fields = object["definition"]?["fields"]?.elements ?? []
    var questions: [String: JSONFormQuestion] = [:]
    for field in fields {
      guard let title = field["title"]?.string else { continue }
      var role = field["type"]?.string.flatMap(Self.role)
      if case .number(let steps)? = field["properties"]?["steps"], role == .scale, steps == 5 {
        role = .stars
      }
      let question = JSONFormQuestion(title: title, role: role)
      for name in ["id", "ref"] {
        if let key = field[name]?.scalarText { questions[key] = question }
      }
    }
    return questions
  }

  /// What a type of question asks for, by Typeform's, Delighted's and SurveyMonkey's words.
  ///
  /// How many steps a rating has is said in the form and not in the answer: without the form it is
  /// a number on some scale.
  static func role(ofType type: String) -> ColumnRole? {
    switch type {
    case "nps": .nps
    case "long_text", "short_text", "free_response", "open_ended": .text
    case "rating", "opinion_scale", "scale": .scale
    case "multiple_choice", "single_choice", "dropdown", "yes_no", "picture_choice", "select_one",
      "select_many",
      "boolean":
      .choice
    case "email": .customer
    default: nil
    }
  }
}
