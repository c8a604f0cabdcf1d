internal import VerbatimCore
internal import VerbatimText

/// Which language a record is in, and what of it can be scored.
extension SignalEngine {
  /// The language to score in, by the longest part and by what is declared.
  func language(of record: FeedbackRecord, _ scratch: inout Scratch) -> DetectedLanguage? {
    if let forced = options.language { return DetectedLanguage(tag: forced, confidence: 1) }
    let longest = scratch.texts.indices.max {
      scratch.texts[$0].words.count < scratch.texts[$1].words.count
    }
    // A record without a text is in the language that is declared.
    return languages.detect(
      longest.map { scratch.texts[$0] } ?? TokenizedText(),
      declared: record.language,
      scratch: &scratch.languages
    )
  }

  /// How sure another language must be before a text goes unscored: an English text lost costs
  /// more than another one scored.
  private static let foreignConfidence = 0.6

  /// A text with fewer words that no lexicon has is not looked at for a second language.
  private static let fewestUnknown = 3

  func isEnglish(_ language: DetectedLanguage?) -> Bool {
    guard let language else { return true }
    return language.language == "en" || language.confidence < Self.foreignConfidence
  }

  /// Whether the text of a signal was read as English.
  func readsAsEnglish(_ signal: FeedbackSignal) -> Bool {
    guard let language = signal.language, let confidence = signal.languageConfidence else {
      return true
    }
    return language.hasPrefix("en") || confidence < Self.foreignConfidence
  }

  /// Takes the clauses of other languages out of texts that are English in part: their words
  /// count as unknown, whatever an English word is spelt the same.
  ///
  /// - Returns: The stretches taken out, with their places; empty for texts in one language.
  func setForeignAside(
    _ language: DetectedLanguage?,
    _ scratch: inout Scratch
  ) -> [UnscoredPart] {
    guard options.language == nil else { return [] }
    var foreign: [UnscoredPart] = []
    for index in scratch.texts.indices {
      let unknown = scratch.texts[index].words.count { $0.id == 0 && $0.kind == .word }
      guard unknown >= Self.fewestUnknown,
        let runs = languages.languages(
          ofClausesIn: scratch.texts[index],
          scratch: &scratch.languages
        ), runs.contains(where: { isEnglish($0.language) })
      else { continue }
      for run in runs where !isEnglish(run.language) {
        let clauses = scratch.texts[index].clauses[run.clauses]
        guard let first = clauses.first, let last = clauses.last else { continue }
        let words = first.words.lowerBound..<last.words.upperBound
        for word in words { scratch.texts[index].words[word].id = 0 }
        scratch.foreignWords += words.count
        foreign.append(
          UnscoredPart(
            part: scratch.names[index],
            range: scratch.texts[index].range(of: words),
            kind: .foreign
          )
        )
      }
    }
    return foreign
  }
}
