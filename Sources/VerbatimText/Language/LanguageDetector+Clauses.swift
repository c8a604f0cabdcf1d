internal import VerbatimCore

/// Texts in several languages.
extension LanguageDetector {
  /// The lead from which a clause suggests a language of its own.
  private static let dissent = 150
  /// What a change of language costs between sentences, and between the clauses of one: more than
  /// a borrowed word or a brand brings.
  private static let changeOfSentence = 450
  private static let changeOfClause = 600
  /// The most languages of one text.
  private static let mostLanguages = 6
  /// How many clauses CLD2 is asked about.
  private static let mostAsked = 400

  /// The languages of a mixed text, clause by clause; nil for a text in one language.
  ///
  /// A clause counts with its neighbours, so that a borrowed word or a brand makes no language of
  /// its own.
  ///
  /// - Parameters:
  ///   - text: The text, tokenised with the detector's vocabulary.
  ///   - scratch: Memory to reuse.
  /// - Returns: Runs of clauses in order, which cover all clauses; neighbours differ.
  /// - Complexity: O(*n*) in the words. A text in one language costs one look at its words.
  public func languages(
    ofClausesIn text: TokenizedText,
    scratch: inout Scratch
  ) -> [ClauseLanguage]? {
    guard text.clauses.count > 1 else { return nil }
    let candidates = candidates(text, &scratch)
    guard candidates.count > 1 else { return nil }
    var path = LanguagePath(width: candidates.count)
    // What each clause says for each language, clause by clause, for the confidence of its run.
    var evidence: [Int] = []
    for (index, clause) in text.clauses.enumerated() {
      collect(text, clause.words, &scratch)
      addLetters(text, &scratch)
      if index < Self.mostAsked, scratch.scores.leader().lead < LanguageEvidence.clear {
        addStatistics(text, clause.words, &scratch)
      }
      let said = candidates.map { scratch.scores.values[$0] }
      let opensSentence = index == 0 || text.clauses[index - 1].sentence != clause.sentence
      path.append(said, changeCost: opensSentence ? Self.changeOfSentence : Self.changeOfClause)
      evidence.append(contentsOf: said)
    }
    let languages = path.languages()
    var runs: [ClauseLanguage] = []
    var start = 0
    for end in 1...languages.count
    where end == languages.count || languages[end] != languages[start] {
      var said = [Int](repeating: 0, count: candidates.count)
      for index in start * said.count..<end * said.count {
        said[index % said.count] += evidence[index]
      }
      runs.append(run(start..<end, candidates, languages[start], said, text, &scratch))
      start = end
    }
    return runs.count > 1 ? runs : nil
  }

  /// The languages that clauses suggest by their words alone, at most six.
  private func candidates(_ text: TokenizedText, _ scratch: inout Scratch) -> [Int] {
    var leads = [Int](repeating: 0, count: roster.tags.count)
    for clause in text.clauses {
      collect(text, clause.words, &scratch)
      let leader = scratch.scores.leader()
      if let slot = leader.slot, slot != roster.other, leader.lead >= Self.dissent {
        leads[slot] += leader.lead
      }
    }
    let found = leads.indices.filter { leads[$0] > 0 }
    return Array(found.sorted { (leads[$1], $0) < (leads[$0], $1) }.prefix(Self.mostLanguages))
  }

  private func run(
    _ clauses: Range<Int>,
    _ candidates: [Int],
    _ language: Int,
    _ said: [Int],
    _ text: TokenizedText,
    _ scratch: inout Scratch
  ) -> ClauseLanguage {
    scratch.scores.clear(roster.tags.count)
    for (slot, value) in zip(candidates, said) { scratch.scores.values[slot] = value }
    let slot = candidates[language]
    let leader = scratch.scores.leader()
    // Neighbours may have outvoted what a run says by itself.
    let confidence =
      leader.slot == slot ? scratch.scores.confidence(of: leader) : Self.leastConfidence
    let words =
      text.clauses[clauses.lowerBound].words
      .lowerBound..<text.clauses[clauses.upperBound - 1].words.upperBound
    return ClauseLanguage(
      clauses: clauses,
      language: DetectedLanguage(
        tag: tag(of: slot, text, words, other: ""),
        confidence: max(confidence, Self.leastConfidence)
      )
    )
  }
}
