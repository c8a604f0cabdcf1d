internal import VerbatimCore
internal import VerbatimText

/// The rules that change an entry by the words around it.
extension SentimentEngine {
  /// What a rule is called, by the words that cause it.
  enum RuleName {
    case capitals
    case elongation
    case scareQuotes
    case intensity(Int)
    case negation(Int)
    case condition(Int)
    case properName
    case frame(Frame.Kind, Range<Int>)
    case question
    case answer
    case beforeContrast
    case afterContrast
    case concession
    case beforeDefect
    case sourFace
    case exclamation
    case weight(String)

    func text(in text: TokenizedText) -> String {
      func quoted(_ words: Range<Int>) -> String { "\"\(text.cut(text.range(of: words)))\"" }
      func quoted(_ word: Int) -> String { quoted(word..<(word + 1)) }
      return switch self {
      case .capitals: "capitals"
      case .elongation: "drawn-out letters"
      case .scareQuotes: "quotation marks"
      case .intensity(let word): "intensity \(quoted(word))"
      case .negation(let word): "negation \(quoted(word))"
      case .condition(let word): "condition \(quoted(word))"
      case .properName: "part of a name"
      case .frame(let kind, let words): "\(kind.rawValue) \(quoted(words))"
      case .question: "question"
      case .answer: "answered no"
      case .beforeContrast: "before contrast"
      case .afterContrast: "after contrast"
      case .concession: "concession"
      case .beforeDefect: "before a stated defect"
      case .sourFace: "before a sour face"
      case .exclamation: "exclamation"
      case .weight(let name): "\(name) sentence"
      }
    }
  }

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
    _ statements: [Statement],
    _ scratch: Scratch
  ) -> [[String]] {
    scratch.entries.indices.map { index in
      let entry = scratch.entries[index]
      var rules: [String] = []
      if case .statement = entry.source {
        rules.append("stated “\(text.cut(text.range(of: entry.words)))”")
      }
      for word in entry.words where text.words[word].style.contains(.corrected) {
        let term = lexicon.term(of: text.words[word].id)
        rules.append(term.isEmpty ? "spelling corrected" : "read as “\(term)”")
      }
      func add(_ name: RuleName, _ factor: Double) {
        let shown = (factor * 1000).rounded() / 1000
        let number = shown == shown.rounded() ? String(Int(shown)) : shown.description
        rules.append("\(name.text(in: text)) ×\(number)")
      }
      let plan = plan(of: entry.sentence, in: text, scratch)
      forEachRule(of: index, plan, in: text, scratch, add)
      forEachWeight(of: entry.sentence, in: text, named: name, scratch, add)
      return rules
    }
  }

  private func plan(of number: Int, in text: TokenizedText, _ scratch: Scratch) -> SentencePlan {
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
      plan.asksFact = !scratch.frames.contains { $0.kind == .rhetorical && $0.sentence == number }
    }
    var isCriticised = false
    for entry in scratch.entries where entry.sentence == number {
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
  private func isInsidePhrase(_ word: Int, _ scratch: Scratch) -> Bool {
    (scratch.claimed[word] && scratch.entries.contains { $0.words.dropLast().contains(word) })
      || scratch.frames.contains { $0.kind == .negation && $0.words.contains(word) }
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
    scratch.frames.contains { $0.kind == .negation && $0.words.contains(word) }
  }

  /// Wishes and conditions before the entry: what is wished for is not there.
  private func condition(
    _ entry: Entry,
    _ clause: Clause,
    _ text: TokenizedText,
    _ scratch: Scratch,
    _ body: (RuleName, Double) -> Void
  ) {
    for at in clause.words.lowerBound..<entry.words.lowerBound {
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
