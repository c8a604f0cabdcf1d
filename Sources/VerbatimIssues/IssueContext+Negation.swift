internal import VerbatimCore
internal import VerbatimText

/// What is said not to be so.
extension IssueContext {
  /// How far a negator reaches, in words, inside its clause; the same as for sentiment.
  static let negationReach = 7
  /// How far it reaches over a pattern that has a negator of its own.
  static let reachOverNegator = 4
  /// How near two negators stand that make a statement ("can't say it doesn't leak").
  static let doubled = 4
  /// How many words an item of a list has before its match.
  static let listItem = 3
  /// How many items of a list are looked at.
  static let listItems = 6

  /// What says that a match is not so: a word that negates, or a phrase; nil when nothing does.
  func denial(
    of match: Range<Int>,
    in text: TokenizedText,
    _ around: Surroundings
  ) -> Range<Int>? {
    if let phrase = denyingPhrase(match, in: text, around) { return phrase }
    let own = clause(match.lowerBound, text)
    let start = text.clauses[own].words.lowerBound
    if let negator = negator(before: match, from: start, in: text, around) {
      return negator..<(negator + 1)
    }
    return listDenial(of: match, clause: own, in: text, around)
  }

  /// The negator before a part of a conjunction in the part's own clause; nil when there is none.
  func denial(
    ofPart part: Range<Int>,
    in text: TokenizedText,
    _ around: Surroundings
  ) -> Range<Int>? {
    let start = text.clauses[clause(part.lowerBound, text)].words.lowerBound
    return negator(before: part, from: start, in: text, around).map { $0..<($0 + 1) }
  }

  /// A phrase that keeps the match away or denies it: "free of", "never a problem".
  private func denyingPhrase(
    _ match: Range<Int>,
    in text: TokenizedText,
    _ around: Surroundings
  ) -> Range<Int>? {
    let clause = text.clauses[clause(match.lowerBound, text)].words
    let start = max(clause.lowerBound, match.lowerBound - Self.negationReach)
    let before = around.first(.absence, from: start, to: match.lowerBound) {
      $0.upperBound <= match.lowerBound
        && reaches(
          from: $0.upperBound - 1,
          to: match.lowerBound,
          in: text,
          isNoun: !role($0.lowerBound, text).contains(.negatesVerb)
        )
        && negator(before: $0, from: clause.lowerBound, in: text, around) == nil
    }
    if let before { return before }
    return around.first(
      .denied,
      from: start,
      to: min(clause.upperBound, match.upperBound + Self.negationReach)
    ) { !$0.overlaps(match) }
  }

  /// The negator that reaches a match from a word of its clause on; nil for none, and for two that
  /// cancel each other.
  func negator(
    before match: Range<Int>,
    from start: Int,
    in text: TokenizedText,
    _ around: Surroundings
  ) -> Int? {
    var reach = Self.negationReach
    var isOwn = false
    for word in match where role(word, text).contains(.negates) {
      reach = Self.reachOverNegator
      isOwn = true
    }
    let lowest = max(start, match.lowerBound - reach)
    var at = match.lowerBound - 1
    while at >= lowest {
      if isNegator(at, before: match.lowerBound, text, around) {
        let isVerb = role(at, text).contains(.negatesVerb)
        guard isVerb || !isOwn,
          reaches(from: at, to: match.lowerBound, in: text, isNoun: !isVerb)
        else { return nil }
        return isVerb && isDoubled(at, from: start, match, in: text, around) ? nil : at
      }
      at -= 1
    }
    return nil
  }

  private func isNegator(
    _ word: Int,
    before match: Int,
    _ text: borrowing TokenizedText,
    _ around: Surroundings
  ) -> Bool {
    guard role(word, text).contains(.negates), !around.own.contains(where: { $0.contains(word) })
    else { return false }
    if let end = around.endOfTaking(word), end <= match, containsAnd(end..<match, in: text) {
      return false
    }
    return !around.contains(
      .harmless,
      from: word + 1 - around.longest,
      to: word + 1,
      where: { $0.contains(word) }
    )
  }

  /// Whether a negator of a verb stands right before another: "can't say it doesn't leak".
  private func isDoubled(
    _ negator: Int,
    from start: Int,
    _ match: Range<Int>,
    in text: TokenizedText,
    _ around: Surroundings
  ) -> Bool {
    let lowest = max(start, negator - Self.doubled)
    var at = negator - 1
    while at >= lowest {
      if role(at, text).contains(.negatesVerb),
        isNegator(at, before: match.lowerBound, text, around)
      {
        return true
      }
      at -= 1
    }
    return false
  }

  /// Whether what a negator says still holds at a word: no new statement begins between.
  ///
  /// A negator of a verb does not reach over an "and"; "no" and "without" do, along a list. A
  /// pronoun opens a new statement unless what stands before it takes a statement ("don't think it
  /// leaks") or an object.
  private func reaches(
    from negator: Int,
    to match: Int,
    in text: borrowing TokenizedText,
    isNoun: Bool
  ) -> Bool {
    var isCarried = role(negator, text).contains(.carries)
    var at = negator + 1
    while at < match {
      let role = role(at, text)
      if role.contains(.and), !isNoun { return false }
      if role.contains(.subject), at > negator + 1, !isCarried { return false }
      isCarried = isCarried || role.contains(.carries)
      at += 1
    }
    return true
  }

  /// The negator at the head of a list of which the match is an item: "no rattles, leaks or smells".
  private func listDenial(
    of match: Range<Int>,
    clause own: Int,
    in text: TokenizedText,
    _ around: Surroundings
  ) -> Range<Int>? {
    var clause = own
    var hasOr = containsOr(text.clauses[own].words, in: text)
    // The "or" may stand before a later item.
    var ahead = own + 1
    while !hasOr, ahead < text.clauses.count, ahead <= own + Self.listItems,
      text.clauses[ahead].sentence == text.clauses[own].sentence, isItem(ahead, in: text)
    {
      hasOr = containsOr(text.clauses[ahead].words, in: text)
      ahead += 1
    }
    guard hasOr, match.lowerBound - text.clauses[own].words.lowerBound <= Self.listItem,
      isItem(own, in: text)
    else { return nil }
    while clause > 0, clause > own - Self.listItems {
      clause -= 1
      let range = text.clauses[clause].words
      guard text.clauses[clause].sentence == text.clauses[own].sentence else { return nil }
      var at = range.upperBound - 1
      while at >= max(range.lowerBound, range.upperBound - Self.negationReach) {
        if isNegator(at, before: match.lowerBound, text, around) { return at..<(at + 1) }
        at -= 1
      }
      if let phrase = around.first(.absence, from: range.lowerBound, to: range.upperBound) {
        return phrase
      }
      guard isItem(clause, in: text) else { return nil }
    }
    return nil
  }

  /// Whether a clause is short, follows a comma and has no subject of its own.
  private func isItem(_ clause: Int, in text: borrowing TokenizedText) -> Bool {
    let range = text.clauses[clause].words
    guard range.count <= Self.listItem + 4, followsComma(range.lowerBound, text) else {
      return false
    }
    var at = range.lowerBound
    while at < range.upperBound {
      if role(at, text).contains(.subject) { return false }
      at += 1
    }
    return true
  }

  private func containsAnd(_ range: Range<Int>, in text: borrowing TokenizedText) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      if role(at, text).contains(.and) { return true }
      at += 1
    }
    return false
  }

  private func containsOr(_ range: Range<Int>, in text: borrowing TokenizedText) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      if role(at, text).contains(.or) { return true }
      at += 1
    }
    return false
  }
}
