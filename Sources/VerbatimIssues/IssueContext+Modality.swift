internal import VerbatimCore
internal import VerbatimText

/// Whether what is said happened, may happen, is only supposed, or was put right.
extension IssueContext {
  /// Why a match has the modality it has.
  struct Reason {
    /// What decided.
    enum Rule: String {
      case question = "asked"
      case condition = "supposed"
      case consequence = "what would follow"
      case negation = "denied"
      case contrary = "the contrary is said"
      case belief = "expected, and belied"
      case fear = "feared"
      case repair = "put right"
      case weights = "denied, by its terms"
      case statement = "stated"
    }

    var modality: Issue.Modality
    var rule: Rule
    /// The words that decided; nil where none did.
    var words: Range<Int>?
  }

  /// The modality of a match.
  ///
  /// - Parameters:
  ///   - match: The words of the match.
  ///   - affirms: Whether the words say the contrary of the issue ("arrived on time").
  ///   - isDeniable: Whether a word that negates denies it; where the negator may make the issue
  ///     ("can't reach anyone") weights have to agree.
  ///   - isWhole: Whether the match is all that says the issue, so that a repair inside it is part of
  ///     what went wrong ("swapped it for a broken one").
  ///   - text: The text.
  ///   - around: Its context phrases.
  /// - Returns: The modality, and what decided.
  func modality(
    of match: Range<Int>,
    affirms: Bool,
    isDeniable: Bool = true,
    isWhole: Bool = false,
    in text: TokenizedText,
    _ around: Surroundings
  ) -> Reason {
    if isAsked(match, in: text, around) { return Reason(modality: .hypothetical, rule: .question) }
    if let words = belief(in: match, in: text, around) {
      return Reason(modality: affirms ? .actual : .negated, rule: .belief, words: words)
    }
    if let words = condition(over: match, in: text, around) {
      return Reason(modality: .hypothetical, rule: .condition, words: words)
    }
    if isDeniable, let words = denial(of: match, in: text, around) {
      return Reason(modality: affirms ? .actual : .negated, rule: .negation, words: words)
    }
    if let words = fear(of: match, in: text, around) {
      // Who fears the contrary hopes.
      return Reason(modality: affirms ? .hypothetical : .potential, rule: .fear, words: words)
    }
    if affirms { return Reason(modality: .negated, rule: .contrary) }
    if let words = consequence(over: match, in: text, around) {
      return Reason(modality: .potential, rule: .consequence, words: words)
    }
    if let words = repair(of: match, isWhole: isWhole, in: text, around) {
      return Reason(modality: .resolved, rule: .repair, words: words)
    }
    return Reason(modality: .actual, rule: .statement)
  }

  // MARK: Questions

  /// Whether the sentence of a match asks for a fact and reports none.
  func isAsked(_ match: Range<Int>, in text: TokenizedText, _ around: Surroundings) -> Bool {
    let own = clause(match.lowerBound, text)
    let sentence = text.sentences[text.clauses[own].sentence]
    guard sentence.isQuestion || isUnmarkedQuestion(sentence, in: text) else { return false }
    let first = text.clauses[sentence.clauses.lowerBound].words.lowerBound
    let start = text.clauses[own].words.lowerBound
    let last = text.clauses[sentence.clauses.upperBound - 1].words.upperBound
    let opens = role(start, text).contains(.asks)
    guard opens || role(first, text).contains(.asks) else { return false }
    if !opens, start != first {
      // "Can I return it, the zip is broken?", "can you help because it leaks?"
      let role = role(start, text)
      if role.contains(.because) { return false }
      if !role.isDisjoint(with: [.subject, .determiner]),
        text.words[start].style.contains(.afterBreak)
      {
        return false
      }
    }
    return !around.contains(
      .fact,
      from: max(first, match.lowerBound - Self.window),
      to: min(last, match.upperBound + Self.window)
    )
  }

  /// Whether a sentence that nothing ends asks by its order: "does it run small".
  private func isUnmarkedQuestion(_ sentence: Sentence, in text: borrowing TokenizedText) -> Bool {
    guard sentence.clauses.upperBound == text.clauses.count else { return false }
    let first = text.clauses[sentence.clauses.lowerBound].words.lowerBound
    guard first + 1 < text.words.count, role(first, text).contains(.inverts),
      let last = text.words.last
    else { return false }
    for byte in text.bytes[Int(last.end)...].prefix(8) where byte == 0x2E || byte == 0x21 {
      return false
    }
    // "Has a funny smell" leaves its subject out; "has the lid a seal" turns the order round.
    let next = text.words[first + 1]
    let isArticle = next.end - next.start <= 2 && text.bytes[Int(next.start)] | 0x20 == 0x61
    return !isArticle && !role(first + 1, text).isDisjoint(with: [.subject, .determiner])
  }

  // MARK: Conditions and fears

  /// The phrase that says that a match was expected, where what follows says that it was not so:
  /// "I was told they come up big, mine don't".
  private func belief(
    in match: Range<Int>,
    in text: TokenizedText,
    _ around: Surroundings
  ) -> Range<Int>? {
    let own = clause(match.lowerBound, text)
    let range = text.clauses[own].words
    let phrase = around.first(
      .belief,
      from: max(range.lowerBound, match.lowerBound - Self.window),
      to: match.lowerBound,
      where: { $0.upperBound <= match.lowerBound }
    )
    guard let phrase else { return nil }
    // A match may reach into the next clause, and then nothing of its own is left behind it.
    for word in range.clamped(to: match.upperBound..<match.upperBound + Self.belying)
    where role(word, text).contains(.negates) { return phrase }
    guard own + 1 < text.clauses.count else { return nil }
    for next in (own + 1)..<min(text.clauses.count, own + 3) {
      let words = text.clauses[next].words
      if role(words.lowerBound, text).contains(.contrasts) { return phrase }
      guard text.clauses[next].sentence - text.clauses[own].sentence <= 1 else { return nil }
      for word in words.prefix(Self.belying)
      where role(word, text).contains(.negates) { return phrase }
    }
    return nil
  }

  /// Among how many words of a clause a negator belies the one before.
  private static let belying = 5

  /// The phrase that makes a match a mere supposition.
  private func condition(
    over match: Range<Int>,
    in text: TokenizedText,
    _ around: Surroundings
  ) -> Range<Int>? {
    let start = text.clauses[clause(match.lowerBound, text)].words.lowerBound
    return around.first(
      .hypothetical,
      from: max(start, match.lowerBound - Self.window),
      to: match.lowerBound + 1
    ) { !isConsequent(match, of: $0, in: text) }
  }

  /// Whether a match says what follows from a condition before it in the same clause: "if you leave
  /// it on it overheats" reports.
  private func isConsequent(
    _ match: Range<Int>,
    of condition: Range<Int>,
    in text: borrowing TokenizedText
  ) -> Bool {
    let subject = condition.upperBound
    var at = match.lowerBound
    // The subject is the word before the match, or its first.
    if at > subject, !role(at, text).contains(.subject) { at -= 1 }
    guard at > subject + 1, role(at, text).contains(.subject),
      text.words[at].id != text.words[subject].id,
      role(subject, text).contains(.subject),
      !role(at - 1, text).contains(.carries)
    else { return false }
    return true
  }

  /// The condition in the clause before, where the match's own says what would follow.
  private func consequence(
    over match: Range<Int>,
    in text: TokenizedText,
    _ around: Surroundings
  ) -> Range<Int>? {
    let own = clause(match.lowerBound, text)
    let range = text.clauses[own].words
    guard own > 0, text.clauses[own - 1].sentence == text.clauses[own].sentence else { return nil }
    var at = max(range.lowerBound, match.lowerBound - Self.negationReach)
    var isOutcome = false
    while at < match.upperBound {
      isOutcome = isOutcome || role(at, text).contains(.outcome)
      at += 1
    }
    guard isOutcome else { return nil }
    let before = text.clauses[own - 1].words
    return around.first(
      .hypothetical,
      from: max(before.lowerBound, before.upperBound - Self.window),
      to: before.upperBound
    )
  }

  /// The phrase that says that a match is feared or expected.
  func fear(
    of match: Range<Int>,
    in text: TokenizedText,
    _ around: Surroundings
  ) -> Range<Int>? {
    let range = text.clauses[clause(match.lowerBound, text)].words
    let start = max(range.lowerBound, match.lowerBound - Self.window)
    if let words = around.first(.potential, from: start, to: match.upperBound) { return words }
    return around.first(
      .looming,
      from: start,
      to: min(range.upperBound, match.upperBound + Self.window)
    )
  }

  // MARK: Repairs

  /// The repair that put a match right: told behind it, or before it with "because" or "after".
  private func repair(
    of match: Range<Int>,
    isWhole: Bool,
    in text: TokenizedText,
    _ around: Surroundings
  ) -> Range<Int>? {
    let own = sentence(match.lowerBound, text)
    // A text may be full of repairs that did not hold.
    var tries = 0
    let behind = around.first(
      .resolved,
      from: match.lowerBound - around.longest,
      to: match.upperBound + Self.repairWindow
    ) {
      $0.upperBound > match.lowerBound
        && !(isWhole && match.lowerBound <= $0.lowerBound && $0.upperBound <= match.upperBound)
        && sentence($0.lowerBound, text) - own <= Self.repairSentences
        && isTried(&tries) && isKept($0, in: text, around)
    }
    if let behind { return behind }
    let first = text.clauses[text.sentences[own].clauses.lowerBound].words.lowerBound
    return around.first(
      .resolved,
      from: max(first, match.lowerBound - Self.window),
      to: match.lowerBound
    ) {
      $0.upperBound <= match.lowerBound && explains($0.upperBound..<match.lowerBound, in: text)
        && isTried(&tries) && isKept($0, in: text, around)
    }
  }

  /// Counts a try; false when there were enough.
  private func isTried(_ tries: inout Int) -> Bool {
    tries += 1
    return tries <= Self.mostRepairs
  }

  /// How many repairs are looked at for a match.
  private static let mostRepairs = 8

  /// Whether words between a repair and a match say that the match is why.
  private func explains(_ between: Range<Int>, in text: borrowing TokenizedText) -> Bool {
    var at = between.lowerBound
    while at < between.upperBound {
      if role(at, text).contains(.because) { return true }
      at += 1
    }
    return false
  }

  /// Whether a repair was made and held: not denied, not only promised, and nothing broke again.
  private func isKept(
    _ repair: Range<Int>,
    in text: TokenizedText,
    _ around: Surroundings
  ) -> Bool {
    let range = text.clauses[clause(repair.lowerBound, text)].words
    let start = max(range.lowerBound, repair.lowerBound - Self.window)
    if negator(before: repair, from: range.lowerBound, in: text, around) != nil { return false }
    if around.contains(.unkept, from: start, to: repair.upperBound) { return false }
    if around.contains(.hypothetical, from: start, to: repair.lowerBound + 1) { return false }
    if isAsked(repair, in: text, around) { return false }
    let own = sentence(repair.lowerBound, text)
    return !around.contains(
      .relapse,
      from: repair.upperBound,
      to: repair.upperBound + Self.window
    ) {
      sentence($0.lowerBound, text) - own <= 2
        && negator(
          before: $0,
          from: text.clauses[clause($0.lowerBound, text)].words.lowerBound,
          in: text,
          around
        ) == nil
    }
  }
}
