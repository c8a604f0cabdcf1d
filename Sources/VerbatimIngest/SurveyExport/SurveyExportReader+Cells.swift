/// What single cells say.
extension SurveyExportReader {
  /// Values that survey tools and people write where there is no answer.
  static func meansNothing(_ value: String) -> Bool {
    switch value.lowercased() {
    case "", "n/a", "na", "none", "-", "--", ".", "{question_not_shown}", "-99", "[pii]", "null",
      "nan":
      true
    default: false
    }
  }

  /// `EN`, `en_US`, `DE` as BCP 47.
  static func languageTag(_ value: String) -> String? {
    let parts = value.replacing("_", with: "-").split(separator: "-")
    guard let language = parts.first, (2...3).contains(language.count),
      language.allSatisfy({ $0.isLetter })
    else { return nil }
    let region = parts.dropFirst().first.map { "-" + $0.uppercased() } ?? ""
    return language.lowercased() + region
  }
}
