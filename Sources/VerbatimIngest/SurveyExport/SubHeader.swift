/// SurveyMonkey's second header record: `Response`, `Open-Ended Response`, and the labels of choices
/// under questions that stand over the first of their columns only.
enum SubHeader {
  /// The names of the columns, question and label in one; nil when `second` is no such record.
  static func joined(_ first: [String], _ second: [String], _ known: ColumnNames) -> [String]? {
    guard first.count >= 3, let blank = second.first, blank.isEmpty, !first[0].isEmpty,
      second.contains(where: { !$0.isEmpty })
    else { return nil }
    let hasWord = second.contains { known.isSubHeader(HeaderName.normalized($0)) }
    let leading = second.prefix { $0.isEmpty }.count
    let labelled = zip(first, second).count { $0.isEmpty && !$1.isEmpty }
    let isRespondents = HeaderName.normalized(first[0]) == "respondent id"
    // Labels alone may be a row whose first cells are empty.
    guard (hasWord && leading >= 2) || (isRespondents && leading >= 2 && labelled >= 1) else {
      return nil
    }
    var question = ""
    return first.indices.map { index in
      if !first[index].isEmpty { question = first[index] }
      let label = index < second.count ? second[index] : ""
      if label.isEmpty { return first[index] }
      if known.isSubHeader(HeaderName.normalized(label)) { return question }
      return question.isEmpty ? label : "\(question) / \(label)"
    }
  }
}
