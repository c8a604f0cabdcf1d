extension Redactor {
  /// Initials and a family's name within a text.
  ///
  /// "J. P. Castellane", "M. Okafor". One initial may end a sentence ("plan B. Then"), so that the
  /// word behind it must be one that may be a name, and before it no word of goods, number or
  /// capital may stand.
  func initialsAndName(_ bytes: Span<UInt8>, _ start: Int) -> Range<Int>? {
    guard let place = pastInitials(bytes, start), place.end < bytes.count,
      place.count == 1 || !isQuarter(bytes, start),
      let word = Self.word(bytes, at: place.end), Scalars.isCapital(word.first),
      word.range.count > 2, !Self.isShouted(bytes, word.range),
      words.index.match(bytes, start, .goodsName) == nil,
      given(bytes, word) == .sure || mayBeUnlisted(bytes, word)
    else { return nil }
    let end = Self.skipBlanks(bytes, before: start)
    if let last = Self.word(bytes, endingAt: end), end > 0 {
      let isOpening = beginsSentence(bytes, last.range.lowerBound)
      guard !last.isNumber,
        // "un appel de M. Sauvageot"
        place.count > 1 || !isWord(bytes, last, [.goodsLead, .product])
          || leads(bytes, end, [.mention, .weakMention]),
        !Scalars.isCapital(last.first) || isOpening || isWord(bytes, last, .honorific)
      else { return nil }
    }
    if let next = following(bytes, word.range.upperBound), next.isNumber { return nil }
    guard let name = personName(bytes, start), name.range.upperBound >= word.range.upperBound,
      name.count < 5
    else { return start..<word.range.upperBound }
    return name.range
  }

  /// Whether two initials are a quarter of the sky or a country, of Michigan or of America.
  private func isQuarter(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    has(bytes, start, "NSU") && has(bytes, start + 2, "EWSK")
  }

  /// Where one to three initials with their full stops and blanks end; nil for none.
  private func pastInitials(_ bytes: Span<UInt8>, _ start: Int) -> (end: Int, count: Int)? {
    var at = start
    var count = 0
    while count < 3, at < bytes.count {
      let (value, length) = Scalars.decode(bytes, at)
      guard Scalars.isCapital(value), has(bytes, at + length, ".") else { break }
      count += 1
      at = Scalars.skipBlanks(bytes, at + length + 1)
    }
    return count > 0 && Scalars.before(bytes, at)?.value != 0x2E ? (at, count) : nil
  }

  /// Two initials or more that are all of a name, as in "spoke to T.J.".
  func initialsAlone(_ bytes: Span<UInt8>, _ start: Int) -> Range<Int>? {
    var at = start
    var end = start
    var count = 0
    while count < 4, at < bytes.count {
      let (value, length) = Scalars.decode(bytes, at)
      guard Scalars.isCapital(value), has(bytes, at + length, ".") else { break }
      count += 1
      end = at + length + 1
      at = Scalars.skipBlanks(bytes, end)
    }
    guard count > 1 else { return nil }
    // "spoke to J.P. Zeller" is a longer name.
    return following(bytes, end)?.isCapitalized == true ? nil : start..<end
  }
}
