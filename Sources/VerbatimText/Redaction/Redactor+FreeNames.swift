/// Listed names in places that tell of nobody.
extension Redactor {
  /// Whether a listed name is a person's though nothing around it says so: "As Fergus so helpfully
  /// put it".
  ///
  /// Hardly anything but persons bears it; goods that do have a word of goods before them ("the
  /// Clara"), a further word with a capital beside ("Lampe Clara"), a number, or what they are called
  /// behind them ("a box of Clara lamps").
  func standsFree(_ bytes: Span<UInt8>, _ name: PersonName) -> Bool {
    guard isNameOfPersons(bytes, name.range) else { return false }
    return isFreeBefore(bytes, name.range.lowerBound) && isFreeBehind(bytes, name.range.upperBound)
  }

  private func isFreeBefore(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    let blank = Self.skipBlanks(bytes, before: start)
    if blank > 0, has(bytes, blank - 1, "&/_@#+") { return false }
    guard let last = Self.word(bytes, endingAt: blank), blank < start else { return true }
    // "Uncle Ben's"
    let goods = words.index.match(bytes, last.range.lowerBound, .goodsName)
    if let goods, goods.end > last.range.upperBound { return false }
    if last.isNumber || isWord(bytes, last, .goodsLead) || isNoun(bytes, last) { return false }
    if Scalars.isCapital(last.first), !isSentenceOpener(bytes, last) { return false }
    return isWord(bytes, last, .personLead)
      || !isWord(bytes, last, [.product, .order, .measure, .address])
  }

  /// Whether a word with a capital has it because a sentence begins with it.
  private func isSentenceOpener(_ bytes: Span<UInt8>, _ word: TextWord) -> Bool {
    guard beginsSentence(bytes, word.range.lowerBound) else { return false }
    return words.nameWords.kind(bytes, word.range) == .ordinary || word.range.count < 3
  }

  private func isFreeBehind(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
    guard let next = following(bytes, end) else { return !has(bytes, end, "&/_@#+-") }
    // "for Marisol I'd have gone"
    if next.isCapitalized { return next.first == 0x49 && next.range.count < 5 }
    return isWord(bytes, next, [.personVerb, .nameFollower, .connector, .personLead])
      || words.smallWords.kind(bytes, next.range) != nil
  }
}
