internal import VerbatimText

/// What the entries of a sentence share.
extension SentimentEngine {
  /// What holds for all entries of a sentence.
  struct SentencePlan {
    /// The clause with the last contrast, −1 without one.
    var contrastAt = -1
    var asksFact = false
    /// What the answer leaves of a question, as in "Worth it? No"; nil without an answer.
    var answer: Double?
    /// The first word of the first stated defect; past the end without one.
    var defectAt = Int.max
    /// Whether nothing but praise comes before an angry or sick face that ends the sentence.
    var endsInSourFace = false
  }

  /// Looks once at a sentence for what its entries share.
  func plan(of number: Int, in text: TokenizedText, _ scratch: Scratch) -> SentencePlan {
    var plan = SentencePlan()
    let sentence = text.sentences[number]
    for clause in sentence.clauses {
      let first = text.clauses[clause].words.lowerBound
      let roles = lexicon.roles[Int(text.words[first].id)]
      if sentence.isQuestion, roles.contains(.asks) { plan.asksFact = true }
      if roles.contains(.contrast), clause > sentence.clauses.lowerBound,
        !isInsidePhrase(first, scratch)
      {
        plan.contrastAt = clause
      }
    }
    plan.answer = answer(to: number, in: text)
    if plan.asksFact {
      plan.asksFact = !hasFrame(.rhetorical, number, text, scratch)
    }
    var isCriticised = false
    var at = firstEntry(from: text.clauses[sentence.clauses.lowerBound].words.lowerBound, scratch)
    while at < scratch.entries.count, scratch.entries[at].sentence == number {
      let entry = scratch.entries[at]
      at += 1
      if case .statement = entry.source {
        plan.defectAt = min(plan.defectAt, entry.words.lowerBound)
      }
      let kind = text.words[entry.words.lowerBound].kind
      let isFace = kind == .emoji || kind == .emoticon
      plan.endsInSourFace = isFace && entry.valence <= ScoringRules.sourFace
      if entry.valence < 0, !isFace { isCriticised = true }
    }
    if isCriticised || plan.contrastAt >= 0 { plan.endsInSourFace = false }
    return plan
  }

  /// The factor that the opening of the next sentence gives a question: "No.", "Not really", "Yes".
  ///
  /// What is no question is answered by a lone "Not." alone.
  private func answer(to number: Int, in text: TokenizedText) -> Double? {
    guard number + 1 < text.sentences.count else { return nil }
    let next = text.sentences[number + 1]
    let clause = text.clauses[next.clauses.lowerBound]
    let id = Int(text.words[clause.words.lowerBound].id)
    guard text.sentences[number].isQuestion else {
      let isLoneNot =
        next.clauses.count == 1 && clause.words.count == 1 && !next.isQuestion
        && lexicon.roles[id].contains(.negator) && !lexicon.roles[id].contains(.determiner)
      return isLoneNot ? ScoringRules.answeredNo : nil
    }
    if lexicon.roles[id].contains(.affirms) { return 1 }
    // "No instructions either" answers nothing.
    guard lexicon.roles[id].contains(.negator),
      clause.words.count == 1 || !lexicon.roles[id].contains(.determiner)
    else { return nil }
    return ScoringRules.answeredNo
  }

  /// Inside a phrase ("nothing but trouble") a word contrasts nothing; at its end it does.
  func isInsidePhrase(_ word: Int, _ scratch: Scratch) -> Bool {
    guard scratch.claimed[word] || !scratch.framed.isEmpty else { return false }
    if !scratch.framed.isEmpty, scratch.framed[word].contains(Frame.Kind.negation.bit) {
      return true
    }
    // The entry over the word is one of the two that begin last before it: a statement may lie over
    // another.
    let next = firstEntry(from: word + 1, scratch)
    return scratch.entries[max(0, next - 2)..<next].contains { $0.words.dropLast().contains(word) }
  }

  /// The place of the first entry that begins at a word or behind it.
  func firstEntry(from word: Int, _ scratch: Scratch) -> Int {
    var low = 0
    var high = scratch.entries.count
    while low < high {
      let middle = (low + high) / 2
      if scratch.entries[middle].words.lowerBound < word { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
