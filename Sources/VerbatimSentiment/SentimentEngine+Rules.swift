internal import VerbatimCore
internal import VerbatimText

/// The rules that change an entry by the words around it.
extension SentimentEngine {
  /// Gives each entry its final value.
  func applyRules(in text: TokenizedText, scratch: inout Scratch) {
    var sentence = -1
    var plan = SentencePlan()
    for index in scratch.entries.indices {
      if scratch.entries[index].sentence != sentence {
        sentence = scratch.entries[index].sentence
        plan = self.plan(of: sentence, in: text, scratch)
      }
      // No rule is named here: strings are made only for explanations.
      var value = scratch.entries[index].valence
      forEachRule(of: index, plan, in: text, scratch) { _, factor in value *= factor }
      scratch.entries[index].value = value
    }
  }

  /// The rules of each entry as an explanation prints them: `negation "not" ×-0.74`.
  func ruleTexts(
    in text: TokenizedText,
    named name: TextPart,
    _ scratch: Scratch
  ) -> [[String]] {
    var sentence = -1
    var plan = SentencePlan()
    var weights: [String] = []
    func shown(_ name: RuleName, _ factor: Double) -> String {
      let factor = (factor * 1000).rounded() / 1000
      let number = factor == factor.rounded() ? String(Int(factor)) : factor.description
      return "\(name.text(in: text)) ×\(number)"
    }
    var all: [[String]] = []
    for (index, entry) in scratch.entries.enumerated() {
      if entry.sentence != sentence {
        sentence = entry.sentence
        plan = self.plan(of: sentence, in: text, scratch)
        weights.removeAll()
        forEachWeight(of: sentence, in: text, named: name, scratch) { name, factor in
          weights.append(shown(name, factor))
        }
      }
      var rules: [String] = []
      if case .statement = entry.source {
        rules.append("stated “\(text.cut(text.range(of: entry.words)))”")
      }
      for word in entry.words where text.words[word].style.contains(.corrected) {
        let term = lexicon.term(of: text.words[word].id)
        rules.append(term.isEmpty ? "spelling corrected" : "read as “\(term)”")
      }
      forEachRule(of: index, plan, in: text, scratch) { name, factor in
        rules.append(shown(name, factor))
      }
      all.append(rules + weights)
    }
    return all
  }

  /// Calls `body` with each rule that touches an entry, in the order in which rules apply.
  private func forEachRule(
    of index: Int,
    _ plan: SentencePlan,
    in text: TokenizedText,
    _ scratch: Scratch,
    _ body: (RuleName, Double) -> Void
  ) {
    let entry = scratch.entries[index]
    let clause = text.clauses[entry.clause]
    var isStatement = false
    if case .statement = entry.source { isStatement = true }
    if !isStatement {
      emphasis(entry, text, body)
      if isPartOfName(entry, text, scratch) { body(.properName, 0) }
      if entry.valence > 0, isQuoted(entry, text) { body(.scareQuotes, ScoringRules.scareQuotes) }
      intensity(entry, clause, text, scratch, body)
      if let negator = negator(of: index, clause, text, scratch) {
        let weight = lexicon.effects[Int(text.words[negator].id)].negation
        let factor = entry.valence < 0 ? max(weight, ScoringRules.negatedNegative) : weight
        body(.negation(negator), factor)
      }
      condition(entry, clause, text, scratch, body)
      if let answer = plan.answer {
        if answer != 1 { body(.answer, answer) }
      } else if plan.asksFact {
        body(.question, 0)
      }
    }
    if !scratch.frames.isEmpty { scopes(entry, text, scratch, body) }
    contrast(entry, plan, clause, text, scratch, body)
    if entry.valence > 0, entry.words.upperBound <= plan.defectAt, plan.defectAt != .max,
      plan.contrastAt < 0
    {
      body(.beforeDefect, ScoringRules.beforeDefect)
    }
    if plan.endsInSourFace, entry.valence > 0 { body(.sourFace, ScoringRules.beforeSourFace) }
    if clause.exclamations > 0 {
      body(.exclamation, 1 + ScoringRules.exclamation * Double(clause.exclamations))
    }
  }

  // MARK: The rules

  private func emphasis(
    _ entry: Entry,
    _ text: TokenizedText,
    _ body: (RuleName, Double) -> Void
  ) {
    var style: Word.Style = []
    for word in entry.words { style.formUnion(text.words[word].style) }
    if style.contains(.capitals), !text.isShouted { body(.capitals, ScoringRules.capitals) }
    if style.contains(.elongated) { body(.elongation, ScoringRules.elongation) }
  }

  /// Intensifiers and dampeners in the two words before.
  private func intensity(
    _ entry: Entry,
    _ clause: Clause,
    _ text: TokenizedText,
    _ scratch: Scratch,
    _ body: (RuleName, Double) -> Void
  ) {
    for distance in 1...2 {
      let at = entry.words.lowerBound - distance
      guard at >= clause.words.lowerBound, !scratch.claimed[at] else { return }
      let id = Int(text.words[at].id)
      guard lexicon.roles[id].contains(.intensity) else {
        // A polar word between is what the intensifier belongs to.
        if lexicon.roles[id].contains(.polar) { return }
        continue
      }
      let weight = lexicon.effects[id].intensity
      body(.intensity(at), 1 + weight * (distance == 2 ? ScoringRules.distanceTwo : 1))
    }
  }

  /// The nearest negator before the entry in its clause that is still free for it.
  private func negator(
    of index: Int,
    _ clause: Clause,
    _ text: TokenizedText,
    _ scratch: Scratch
  ) -> Int? {
    let entry = scratch.entries[index]
    func negates(_ word: Int) -> Bool {
      lexicon.roles[Int(text.words[word].id)].contains(.negator)
    }
    // A phrase that opens with its own negator has its sense already: "no marks, no stains".
    if entry.source != .word, negates(entry.words.lowerBound) { return nil }
    let lowest = max(clause.words.lowerBound, entry.words.lowerBound - ScoringRules.negationReach)
    var at = entry.words.lowerBound - 1
    while at >= lowest {
      if negates(at), !scratch.claimed[at], !isDenied(at, scratch) {
        // A negator that turned an earlier entry reaches only entries of the same sign:
        // "not sturdy and reliable", but not "doesn't leak and works great".
        var before = index - 1
        while before >= 0, scratch.entries[before].clause == entry.clause,
          scratch.entries[before].words.lowerBound > at
        {
          if (scratch.entries[before].valence > 0) != (entry.valence > 0) { return nil }
          before -= 1
        }
        return at
      }
      at -= 1
    }
    return nil
  }

  /// Whether a word is in a frame that denies already: the "not" of "not exactly".
  private func isDenied(_ word: Int, _ scratch: Scratch) -> Bool {
    !scratch.framed.isEmpty && scratch.framed[word].contains(Frame.Kind.negation.bit)
  }

  /// Wishes and conditions before the entry: what is wished for is not there.
  private func condition(
    _ entry: Entry,
    _ clause: Clause,
    _ text: TokenizedText,
    _ scratch: Scratch,
    _ body: (RuleName, Double) -> Void
  ) {
    let lowest = max(clause.words.lowerBound, entry.words.lowerBound - ScoringRules.conditionReach)
    for at in lowest..<entry.words.lowerBound {
      let id = Int(text.words[at].id)
      guard lexicon.roles[id].contains(.condition), !scratch.claimed[at] else { continue }
      let factor = lexicon.effects[id].condition
      // A wish turns praise only; a complaint stays one.
      if factor < 0, entry.valence < 0 { continue }
      body(.condition(at), factor)
      return
    }
  }

  /// "But" weighs the clauses after it up and those before it down; "although" its own down.
  private func contrast(
    _ entry: Entry,
    _ plan: SentencePlan,
    _ clause: Clause,
    _ text: TokenizedText,
    _ scratch: Scratch,
    _ body: (RuleName, Double) -> Void
  ) {
    let first = clause.words.lowerBound
    if lexicon.roles[Int(text.words[first].id)].contains(.concession),
      text.sentences[entry.sentence].clauses.count > 1, !isInsidePhrase(first, scratch)
    {
      body(.concession, ScoringRules.concession)
    } else if plan.contrastAt >= 0 {
      if entry.clause < plan.contrastAt {
        body(.beforeContrast, ScoringRules.beforeContrast)
      } else {
        body(.afterContrast, ScoringRules.afterContrast)
      }
    }
  }
}
