internal import VerbatimCore
internal import VerbatimSentiment
internal import VerbatimText

/// How a record feels and nothing else, for whoever weighs lexicons.
extension SignalEngine {
  /// Masks a record and says what of it is not the customer's new words.
  func mask(_ record: inout FeedbackRecord) -> [UnscoredPart] {
    let unscored = unscoredParts(of: record, macros: nil)
    var redactions: [String: Int] = [:]
    redactor.redact(&record, counts: &redactions)
    return unscored
  }

  /// The sentiment of a masked record as its signal has it, without the issues of its clauses.
  ///
  /// - Parameters:
  ///   - record: The record, masked.
  ///   - unscored: What ``mask(_:)`` gave for it.
  ///   - explains: Whether to list every contribution.
  ///   - scratch: Memory to reuse; it holds the words afterwards.
  /// - Returns: The sentiment.
  func sentiment(
    ofMasked record: FeedbackRecord,
    without unscored: [UnscoredPart],
    explains: Bool,
    scratch: inout Scratch
  ) -> Sentiment {
    takeSpoken(of: record, without: unscored, &scratch.spoken)
    takeParts(of: record, without: unscored, &scratch)
    let language = language(of: record, &scratch)
    let foreign = setForeignAside(language, &scratch)
    _ = findIssues(language, foreign, &scratch)
    return sentiment(of: record, language: language, explains: explains, scratch: &scratch)
  }

  /// The issues of the parts, by place; what they state is set for the score.
  func findIssues(
    _ language: DetectedLanguage?,
    _ foreign: [UnscoredPart],
    _ scratch: inout Scratch
  ) -> [Issue] {
    var issues: [Issue] = []
    scratch.issues.forget()
    if isEnglish(language) || !foreign.isEmpty {
      for index in scratch.texts.indices {
        issues += issueMatcher.issues(
          in: scratch.texts[index],
          part: scratch.names[index],
          scratch: &scratch.issues
        )
      }
    }
    scratch.statements = issues.compactMap(Self.statement)
    return issues
  }

  /// An issue that is reported as a fact counts in the score even where no word is polar.
  private static func statement(_ issue: Issue) -> Statement? {
    guard issue.intent == .complaint || issue.intent == .cancel || issue.intent == .switch,
      issue.modality == .actual || (issue.modality == .potential && issue.tier.isHazard),
      let evidence = issue.evidence
    else { return nil }
    return Statement(
      part: evidence.part,
      range: evidence.range,
      name: issue.code,
      valence: ScoringRules.statement(issue.tier),
      countsAlone: issue.tier == .t1
    )
  }
}
