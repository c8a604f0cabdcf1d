extension Redactor {
  /// Whether a listed name within a clause is a person's though no phrase stands beside: "It took
  /// Gwendolyn five minutes".
  ///
  /// Goods that bear names have a word of goods before them ("the Clara"), or a word with a capital
  /// on either side that no list of names has ("Clara Lamp", German "Lampe Clara").
  func standsAlone(_ bytes: Span<UInt8>, _ name: PersonName) -> Bool {
    let start = name.range.lowerBound
    let blank = Self.skipBlanks(bytes, before: start)
    guard blank < start, let last = Self.word(bytes, endingAt: blank), !last.isNumber,
      !Scalars.isCapital(last.first) || isOpener(bytes, last),
      // "Marks and Spencer"
      !isWord(bytes, last, [.goodsLead, .and]),
      isWord(bytes, last, .personLead)
        || !isWord(bytes, last, [.product, .order, .measure, .address]),
      !isNoun(bytes, last), isNameOfPersons(bytes, name.range)
    else { return false }
    // "Uncle Ben's"
    let goods = words.index.match(bytes, last.range.lowerBound, .goodsName)
    if let goods, goods.end > last.range.upperBound { return false }
    let end = name.range.upperBound
    guard let next = following(bytes, end) else { return endsClause(bytes, end) }
    // "for Marisol I'd have gone"
    if next.isCapitalized || next.isNumber {
      return next.first == 0x49
        && (next.range.count == 1 || next.range.count < 6 && hasMark(bytes, next))
    }
    // "with Karin chairs"
    return followsPerson(bytes, next) || isWord(bytes, next, [.connector, .personLead])
  }

  /// Whether an apostrophe is the second character of a word: "I'd".
  private func hasMark(_ bytes: Span<UInt8>, _ word: TextWord) -> Bool {
    Scalars.fold(Scalars.decode(bytes, word.range.lowerBound + 1).value) == 0x27
  }

  /// Whether an article stands before a word, which then is a noun: "la candela Stella".
  func isNoun(_ bytes: Span<UInt8>, _ word: TextWord) -> Bool {
    guard !isWord(bytes, word, .personLead) else { return false }
    let end = Self.skipBlanks(bytes, before: word.range.lowerBound)
    guard end < word.range.lowerBound, let article = Self.word(bytes, endingAt: end) else {
      return false
    }
    return isWord(bytes, article, .goodsLead)
  }

  /// Whether a word with a capital begins a sentence and is an ordinary one: "Without Benedek".
  private func isOpener(_ bytes: Span<UInt8>, _ word: TextWord) -> Bool {
    beginsSentence(bytes, word.range.lowerBound)
      && words.nameWords.kind(bytes, word.range) == .ordinary
  }

  /// Whether no word of a name is an ordinary one: "Clara Lamp" has one.
  func isNameOfPersons(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    otherWords(bytes, range) == 0
  }

  /// How many words of a name no list of names has and are ordinary ones: two of "Hydra Pro Blender".
  func otherWords(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var at = pastTitles(bytes, range.lowerBound)
    var count = 0
    while at < range.upperBound {
      guard let word = Self.word(bytes, at: at) else {
        at += 1
        continue
      }
      let isInitial =
        Scalars.decode(bytes, word.range.lowerBound).length == word.range.count
      if !isInitial, !isWord(bytes, word, [.particle, .and]), given(bytes, word) == nil,
        !mayBeUnlisted(bytes, word)
      {
        count += 1
      }
      at = word.range.upperBound
    }
    return count
  }

  // MARK: Lists

  /// Whether another person's name stands beside a name in a list: "Tom, Ines and Yusuf", "Amahle,
  /// Declan, Suresh".
  func isInList(_ bytes: Span<UInt8>, _ name: PersonName) -> Bool {
    guard !followsGoodsLead(bytes, name.range.lowerBound), isNameOfPersons(bytes, name.range)
    else { return false }
    let end = name.range.upperBound
    if isBeforePerson(bytes, end) { return true }
    // "Elsa and Anna dolls"
    return isBehindPerson(bytes, name.range.lowerBound)
      && (weightAfter(bytes, end) > 0 || pastDivider(bytes, end) != nil)
  }

  /// Where the next part of a list begins after a comma, an "and" or both; nil for no list.
  private func pastDivider(_ bytes: Span<UInt8>, _ end: Int) -> Int? {
    var at = Scalars.skipBlanks(bytes, end)
    let hasComma = has(bytes, at, ",")
    if hasComma { at = Scalars.skipBlanks(bytes, at + 1) }
    if at < bytes.count, let and = words.index.match(bytes, at, .and) {
      let next = Scalars.skipBlanks(bytes, and.end)
      if next > and.end { return next }
    }
    return hasComma ? at : nil
  }

  /// Whether a list goes on after a name with a listed one, or with what was masked, perhaps behind
  /// one that no list has.
  private func isBeforePerson(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
    var end = end
    for _ in 0..<3 {
      guard let next = pastDivider(bytes, end), next < bytes.count else { return false }
      if has(bytes, next, "[") { return isNameMask(bytes, next) }
      guard let word = Self.word(bytes, at: next), Scalars.isCapital(word.first),
        words.index.match(bytes, next, .goodsName) == nil, !Self.isShouted(bytes, word.range)
      else { return false }
      end = word.range.upperBound
      guard given(bytes, word) == .sure else {
        guard mayBeUnlisted(bytes, word) else { return false }
        continue
      }
      guard let after = following(bytes, end), after.isCapitalized else {
        return weightAfter(bytes, end) > 0 || pastDivider(bytes, end) != nil
      }
      return given(bytes, after) != nil || mayBeUnlisted(bytes, after)
    }
    return false
  }

  /// Whether a list has a listed name, or one that was masked, right before a name.
  private func isBehindPerson(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    var end = Self.skipBlanks(bytes, before: start)
    guard end < start else { return false }
    var isList = false
    if let and = Self.word(bytes, endingAt: end), isWord(bytes, and, .and) {
      end = Self.skipBlanks(bytes, before: and.range.lowerBound)
      isList = true
    }
    if end > 0, has(bytes, end - 1, ",&") {
      end = Self.skipBlanks(bytes, before: end - 1)
      isList = true
    }
    guard isList, end > 0 else { return false }
    if has(bytes, end - 1, "]") { return isNameMask(bytes, endingAt: end) }
    guard let word = Self.word(bytes, endingAt: end), Scalars.isCapital(word.first),
      given(bytes, word) == .sure, !followsGoodsLead(bytes, word.range.lowerBound)
    else { return false }
    // "Marks and Spencer"
    let brand = words.index.match(bytes, word.range.lowerBound, [.goodsName, .notAName])
    if brand != nil { return false }
    let before = Self.skipBlanks(bytes, before: word.range.lowerBound)
    // "my Philips Clara and Sofia lamps"
    guard let other = Self.word(bytes, endingAt: before), other.isCapitalized else { return true }
    return beginsSentence(bytes, other.range.lowerBound)
  }

  /// Whether the mask of a name ends at `end`.
  func isNameMask(_ bytes: Span<UInt8>, endingAt end: Int) -> Bool {
    var start = end - 1
    while start > 0, end - start < 60, bytes[start] != UInt8(ascii: "[") { start -= 1 }
    return isNameMask(bytes, start)
  }

  /// Whether the mask of a name begins at `start`: "[n]", "[na]", "[name]", but not "[national".
  private func isNameMask(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    guard has(bytes, start, "["), has(bytes, start + 1, "n") else { return false }
    return has(bytes, start + 2, "]") || has(bytes, start + 2, "a") && has(bytes, start + 3, "m]")
  }

  /// Whether a name that no list has stands in a list before a listed one, or after one that was
  /// masked: "[name], Jonte and".
  func isUnlistedInList(_ bytes: Span<UInt8>, _ name: PersonName) -> Bool {
    let start = name.range.lowerBound
    var end = Self.skipBlanks(bytes, before: start)
    // "Kudos: Amahle, Declan, Suresh"
    if !followsGoodsLead(bytes, start), isBeforePerson(bytes, name.range.upperBound) {
      return !isApposed(bytes, name)
    }
    guard end < start else { return false }
    if let and = Self.word(bytes, endingAt: end), isWord(bytes, and, .and) {
      end = Self.skipBlanks(bytes, before: and.range.lowerBound)
      if end > 0, has(bytes, end - 1, ",") { end -= 1 }
    } else {
      guard end > 0, has(bytes, end - 1, ",") else { return false }
      end = Self.skipBlanks(bytes, before: end - 1)
      // "[name], Wendrick kettle": a further part of the list must follow.
      guard pastDivider(bytes, name.range.upperBound) != nil else { return false }
    }
    guard end > 0, has(bytes, end - 1, "]"), isNameMask(bytes, endingAt: end) else { return false }
    guard let next = following(bytes, name.range.upperBound) else { return true }
    return !next.isCapitalized && !next.isNumber
  }

  /// Whether a sentence begins with a word whose bearer stands between commas behind it: "Rörmokaren,
  /// Goran, lämnade"; in a list, another name or an "and" follows.
  private func isApposed(_ bytes: Span<UInt8>, _ name: PersonName) -> Bool {
    let end = name.range.upperBound
    guard beginsSentence(bytes, name.range.lowerBound), has(bytes, end, ","),
      let bearer = Self.word(bytes, at: Scalars.skipBlanks(bytes, end + 1)),
      has(bytes, bearer.range.upperBound, ",")
    else { return false }
    let next = Self.word(bytes, at: Scalars.skipBlanks(bytes, bearer.range.upperBound + 1))
    // "L'ottico, Ruggero, è stato": è is no "e".
    return next.map { !$0.isCapitalized && (!isWord(bytes, $0, .and) || $0.first == 0xE8) } ?? false
  }
}
