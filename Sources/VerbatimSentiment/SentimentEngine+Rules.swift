internal import VerbatimCore
internal import VerbatimText

extension SentimentEngine {
  /// Gives each unit its final value.
  func applyRules(in text: TokenizedText, scratch: inout Scratch) {
    for index in scratch.units.indices {
      // No rule is named here: strings are made only for explanations.
      var value = scratch.units[index].valence
      forEachRule(of: index, in: text, scratch: scratch) { _, factor in value *= factor }
      scratch.units[index].value = value
    }
  }

  /// Calls `body` with each rule that touches a unit, in the order in which rules apply.
  private func forEachRule(
    of index: Int,
    in text: TokenizedText,
    scratch: Scratch,
    _ body: (RuleName, Double) -> Void
  ) {
    let unit = scratch.units[index]
    let clause = text.clauses[unit.clause]
    emphasis(unit, text, body)
    intensity(unit, clause, text, scratch, body)
    if let negator = negator(of: index, clause, text, scratch) {
      let weight = lexicon.effects[Int(text.words[negator].id)].negation
      let factor = unit.valence < 0 ? max(weight, ScoringRules.negatedNegative) : weight
      body(.negation(negator), factor)
    }
    condition(unit, clause, text, scratch, body)
    let sentence = text.sentences[unit.sentence]
    if sentence.isQuestion, asks(sentence, text) { body(.question, ScoringRules.question) }
    contrast(unit, sentence, text, scratch, body)
    if clause.exclamations > 0 {
      body(.exclamation, 1 + ScoringRules.exclamation * Double(clause.exclamations))
    }
  }

  /// What a rule is called, by the word that causes it.
  enum RuleName {
    case capitals
    case elongation
    case intensity(Int)
    case negation(Int)
    case condition(Int)
    case question
    case beforeContrast
    case afterContrast
    case concession
    case exclamation

    func text(in text: TokenizedText) -> String {
      func quoted(_ word: Int) -> String { "\"\(text.cut(text.words[word].range))\"" }
      return switch self {
      case .capitals: "capitals"
      case .elongation: "drawn-out letters"
      case .intensity(let word): "intensity \(quoted(word))"
      case .negation(let word): "negation \(quoted(word))"
      case .condition(let word): "condition \(quoted(word))"
      case .question: "question"
      case .beforeContrast: "before contrast"
      case .afterContrast: "after contrast"
      case .concession: "concession"
      case .exclamation: "exclamation"
      }
    }
  }

  /// The rules of each unit as an explanation prints them: `negation "not" ×-0.74`.
  func ruleTexts(in text: TokenizedText, scratch: Scratch) -> [[String]] {
    scratch.units.indices.map { index in
      var rules: [String] = []
      for word in scratch.units[index].words where text.words[word].style.contains(.corrected) {
        let term = lexicon.term(of: text.words[word].id)
        rules.append(term.isEmpty ? "spelling corrected" : "read as “\(term)”")
      }
      forEachRule(of: index, in: text, scratch: scratch) { name, factor in
        let shown = (factor * 1000).rounded() / 1000
        let number = shown == shown.rounded() ? String(Int(shown)) : shown.description
        rules.append("\(name.text(in: text)) ×\(number)")
      }
      return rules
    }
  }

  // MARK: The rules

  private func emphasis(
    _ unit: Unit,
    _ text: TokenizedText,
    _ body: (RuleName, Double) -> Void
  ) {
    var style: Word.Style = []
    for word in unit.words { style.formUnion(text.words[word].style) }
    if style.contains(.capitals), !text.isShouted { body(.capitals, ScoringRules.capitals) }
    if style.contains(.elongated) { body(.elongation, ScoringRules.elongation) }
  }

  /// Intensifiers and dampeners in the two words before.
  private func intensity(
    _ unit: Unit,
    _ clause: Clause,
    _ text: TokenizedText,
    _ scratch: Scratch,
    _ body: (RuleName, Double) -> Void
  ) {
    for distance in 1...2 {
      let at = unit.words.lowerBound - distance
      guard at >= clause.words.lowerBound, !scratch.claimed[at] else { return }
      let weight = lexicon.effects[Int(text.words[at].id)].intensity
      guard weight != 0 else {
        // A polar word between is what the intensifier belongs to.
        if lexicon.valences[Int(text.words[at].id)] != 0 { return }
        continue
      }
      body(.intensity(at), 1 + weight * (distance == 2 ? ScoringRules.distanceTwo : 1))
    }
  }

  /// The nearest negator before the unit in its clause that is still free for it.
  private func negator(
    of index: Int,
    _ clause: Clause,
    _ text: TokenizedText,
    _ scratch: Scratch
  ) -> Int? {
    let unit = scratch.units[index]
    // A phrase that opens with its own negator has its sense already: "no marks, no stains".
    if unit.phrase >= 0, lexicon.effects[Int(text.words[unit.words.lowerBound].id)].negation != 0 {
      return nil
    }
    let lowest = max(clause.words.lowerBound, unit.words.lowerBound - ScoringRules.negationReach)
    var at = unit.words.lowerBound - 1
    while at >= lowest {
      if !scratch.claimed[at], lexicon.effects[Int(text.words[at].id)].negation != 0 {
        // A negator that turned an earlier unit reaches only units of the same sign:
        // "not sturdy and reliable", but not "doesn't leak and works great".
        var before = index - 1
        while before >= 0, scratch.units[before].clause == unit.clause,
          scratch.units[before].words.lowerBound > at
        {
          if (scratch.units[before].valence > 0) != (unit.valence > 0) { return nil }
          before -= 1
        }
        return at
      }
      at -= 1
    }
    return nil
  }

  /// Wishes and conditions before the unit: what is wished for is not there.
  private func condition(
    _ unit: Unit,
    _ clause: Clause,
    _ text: TokenizedText,
    _ scratch: Scratch,
    _ body: (RuleName, Double) -> Void
  ) {
    for at in clause.words.lowerBound..<unit.words.lowerBound where !scratch.claimed[at] {
      let factor = lexicon.effects[Int(text.words[at].id)].condition
      guard factor != 0 else { continue }
      // A wish turns praise only; a complaint stays one.
      if factor < 0, unit.valence < 0 { continue }
      body(.condition(at), factor)
      return
    }
  }

  /// Whether a sentence asks for a fact: it opens with "does", "is", "can" or "anyone".
  private func asks(_ sentence: Sentence, _ text: TokenizedText) -> Bool {
    sentence.clauses.contains { clause in
      let first = text.clauses[clause].words.lowerBound
      return lexicon.effects[Int(text.words[first].id)].asks
    }
  }

  /// "But" weighs the clauses after it up and those before it down; "although" its own down.
  private func contrast(
    _ unit: Unit,
    _ sentence: Sentence,
    _ text: TokenizedText,
    _ scratch: Scratch,
    _ body: (RuleName, Double) -> Void
  ) {
    var contrastAt: Int?
    for clause in sentence.clauses {
      let first = text.clauses[clause].words.lowerBound
      // Inside a phrase ("nothing but trouble") it contrasts nothing; at its end it does.
      if scratch.units.contains(where: { $0.words.dropLast().contains(first) }) { continue }
      let effect = lexicon.effects[Int(text.words[first].id)]
      if effect.isContrast, clause > sentence.clauses.lowerBound { contrastAt = clause }
      if effect.isConcession, clause == unit.clause, sentence.clauses.count > 1 {
        body(.concession, ScoringRules.concession)
        return
      }
    }
    guard let contrastAt else { return }
    if unit.clause < contrastAt {
      body(.beforeContrast, ScoringRules.beforeContrast)
    } else {
      body(.afterContrast, ScoringRules.afterContrast)
    }
  }
}
