/// Listed names in places that tell of nobody.
extension Redactor {
  /// Whether a listed name is a person's though nothing around it says so: "As Fergus so helpfully
  /// put it".
  ///
  /// Hardly anything but persons bears it; goods that do have a word of goods before them ("the
  /// Clara"), a further word with a capital beside ("Lampe Clara"), a number, or what they are called
  /// behind them ("a box of Clara lamps").
  func standsFree(_ bytes: Span<UInt8>, _ name: PersonName) -> Bool {
    guard isNameOfPersons(bytes, name.range),
      // "Demandez": endings of families' names are those of other words where a sentence begins.
      let first = Self.word(bytes, at: pastTitles(bytes, name.range.lowerBound)),
      words.nameWords.kind(bytes, first.range) != nil || isPossessive(bytes, first.range.upperBound)
        || !beginsSentence(bytes, name.range.lowerBound)
    else { return false }
    return isFreeBefore(bytes, name.range.lowerBound) && isFreeBehind(bytes, name.range)
  }

  private func isFreeBefore(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    let blank = Self.skipBlanks(bytes, before: start)
    // "red, blue, Clara", "Model: Clara"
    if blank > 0, has(bytes, blank - 1, "&/_@#+,;:") { return false }
    guard let last = Self.word(bytes, endingAt: blank), blank < start else { return true }
    // "Uncle Ben's"
    let goods = words.index.match(bytes, last.range.lowerBound, .goodsName)
    if let goods, goods.end > last.range.upperBound { return false }
    if last.isNumber || isNoun(bytes, last) || isWord(bytes, last, .and) { return false }
    if isWord(bytes, last, .goodsLead), !isTowards(bytes, last) { return false }
    if Scalars.isCapital(last.first), !isSentenceOpener(bytes, last) { return false }
    return isWord(bytes, last, .personLead)
      || !isWord(bytes, last, [.product, .order, .measure, .address])
  }

  /// Small words that stand before persons oftener than before goods: "dla", "chez", "voor".
  private static let towards: Set<String> = [
    "dla", "do", "od", "u", "für", "von", "bei", "voor", "bij", "naar", "för", "från", "till",
    "med",
    "para", "pela", "pelo", "da", "di", "per", "chez", "avec", "pour", "com", "con", "z", "ze",
    "с", "у", "для", "от", "к",
  ]

  private func isTowards(_ bytes: Span<UInt8>, _ word: TextWord) -> Bool {
    word.range.count < 12
      && Self.towards.contains(
        String(decoding: word.range.map { bytes[$0] }, as: UTF8.self).lowercased()
      )
  }

  /// Whether a word with a capital has it because a sentence begins with it.
  private func isSentenceOpener(_ bytes: Span<UInt8>, _ word: TextWord) -> Bool {
    guard beginsSentence(bytes, word.range.lowerBound) else { return false }
    return words.nameWords.kind(bytes, word.range) == .ordinary || word.range.count < 3
  }

  private func isFreeBehind(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Bool {
    let end = name.upperBound
    let isFirst = beginsSentence(bytes, name.lowerBound)
    // "Sofia, 2 Sitzer"
    guard let next = following(bytes, end) else {
      return (!isFirst || isAgedReviewer(bytes, end)) && !has(bytes, end, "&/_@#+-")
    }
    // "Clara here is the best colour"
    if isFirst, isWord(bytes, next, [.selfEnd, .weakSelfEnd]) { return false }
    // "for Marisol I'd have gone"
    if next.isCapitalized { return next.first == 0x49 && next.range.count < 5 }
    if isWord(bytes, next, [.personVerb, .nameFollower, .connector, .personLead])
      || words.smallWords.kind(bytes, next.range) != nil
    {
      return true
    }
    // "wat Evelien beweert": within a sentence, a word that no list of what goods are called has
    let blank = Self.skipBlanks(bytes, before: name.lowerBound)
    guard let last = Self.word(bytes, endingAt: blank), blank < name.lowerBound,
      !last.isCapitalized
    else { return false }
    return !next.isNumber && !isWord(bytes, next, [.product, .measure, .order, .goodsLead])
      && isUnheardOf(bytes, next)
  }
}
