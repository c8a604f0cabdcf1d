extension Redactor {
  /// What a phrase may be for and its words yet be a name's.
  private static let besideNamesOnly: RedactionUses = [
    .honorific, .surname, .particle, .lead, .region, .direction, .typeNameNumber, .town,
  ]

  /// Whether a word that no list has may be a person's name by its shape: a capital and small
  /// letters, no part of it an ordinary word, and none of the phrases that stand around names.
  func mayBeUnlisted(_ bytes: Span<UInt8>, _ word: TextWord) -> Bool {
    guard Scalars.isCapital(word.first), hasNameShape(bytes, word.range) else { return false }
    return isUnheardOf(bytes, word)
  }

  /// The same without the capital: "served by wendrick".
  func mayBeUnlistedLower(_ bytes: Span<UInt8>, _ word: TextWord) -> Bool {
    guard word.range.count > 3, word.range.count < 16 else { return false }
    for at in word.range where bytes[at] &- 0x61 >= 26 { return false }
    return isUnheardOf(bytes, word)
  }

  /// Whether neither a word nor a part of it is listed, and no phrase has it.
  func isUnheardOf(_ bytes: Span<UInt8>, _ word: TextWord) -> Bool {
    let end = pastPossessive(bytes, word.range)
    guard
      words.index.match(bytes, word.range.lowerBound, Self.anyOther).map({ $0.end < end }) ?? true
    else { return false }
    var part = word.range.lowerBound
    var at = part
    while at <= end {
      let (value, length) = at < end ? Scalars.decode(bytes, at) : (0x2D, 1)
      let mark = Scalars.fold(value)
      if at == end || mark == 0x2D || mark == 0x27 {
        // "Bahadır'a", but not "L'Occitane" with its article before.
        let isSuffix = at == end && at - part < 3 && part > word.range.lowerBound
        // "O'Hara", "D'Souza"
        let isPrefix =
          mark == 0x27 && at == word.range.lowerBound + 1 && has(bytes, at - 1, "OD")
        if !isSuffix, !isPrefix, isOrdinary(bytes, part..<at) { return false }
        part = at + length
      }
      at += length
    }
    return !isCompound(bytes, word.range.lowerBound..<end)
  }

  /// Whether a word is an ordinary one, or a plural or an English form of one: "Towels", "Counted".
  private func isOrdinary(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if words.nameWords.kind(bytes, range) == .ordinary { return true }
    let end = range.upperBound
    func isStem(_ dropped: Int) -> Bool {
      range.count > dropped + 3
        && words.nameWords.kind(bytes, range.lowerBound..<(end - dropped)) == .ordinary
    }
    guard range.count > 4 else { return false }
    switch bytes[end - 1] {
    case UInt8(ascii: "s"): return isStem(1) || bytes[end - 2] == UInt8(ascii: "e") && isStem(2)
    case UInt8(ascii: "d") where bytes[end - 2] == UInt8(ascii: "e"):
      return isStem(1) || isStem(2)
    case UInt8(ascii: "g") where bytes[end - 2] == UInt8(ascii: "n"): return isStem(3)
    default: return false
    }
  }

  private static let anyOther = RedactionUses.all.subtracting(besideNamesOnly)

  /// Whether a long word ends with an ordinary one, as those of Dutch, German and Swedish do:
  /// "Paketfahrer".
  private func isCompound(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count > 8 else { return false }
    var at = range.lowerBound + 3
    while range.upperBound - at > 4 {
      if bytes[at] & 0xC0 != 0x80, words.nameWords.kind(bytes, at..<range.upperBound) == .ordinary {
        return true
      }
      at += 1
    }
    return false
  }

  /// Whether letters alone stand in a range, and no capital but the first, those after a dash or
  /// apostrophe, and that of "McKenna": "PlayStation" is none.
  private func hasNameShape(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count > 2, range.count < 30 else { return false }
    var at = range.lowerBound
    var isFirst = true
    var letters = 0
    while at < range.upperBound {
      let (value, length) = Scalars.decode(bytes, at)
      if Scalars.isCapital(value), !isFirst {
        let isScottish = letters == 2 && has(bytes, at - 2, "M") && has(bytes, at - 1, "c")
        guard isScottish else { return false }
      }
      let isLetter = Scalars.isLetter(value)
      if !isLetter, value >= 0x30, value <= 0x39 { return false }
      isFirst = !isLetter
      letters += 1
      at += length
    }
    return letters > 2
  }

  /// Where a word ends without the mark of the possessive.
  func pastPossessive(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    let end = range.upperBound
    guard isPossessive(bytes, end), let mark = Scalars.before(bytes, end - 1) else { return end }
    return mark.start
  }

  // MARK: Names

  /// The person's name of one to three words at `start` of which no list need have one; nil where
  /// the words go on as those of goods do.
  func unlistedPerson(_ bytes: Span<UInt8>, _ start: Int) -> PersonName? {
    guard start < bytes.count, words.index.match(bytes, start, .goodsName) == nil,
      let name = personName(bytes, start), name.count < 4, !name.isShouted
    else { return nil }
    var at = pastTitles(bytes, start)
    var unlisted = 0
    var isPair = false
    var hasListed = false
    while at < name.range.upperBound, let word = Self.word(bytes, at: at) {
      if name.count > 1, isWord(bytes, word, .and) { isPair = true }
      if given(bytes, word) == .sure { hasListed = true }
      let isPart =
        word.range.count == 1 || isWord(bytes, word, [.particle, .and])
        || given(bytes, word) != nil
      if !isPart {
        guard mayBeUnlisted(bytes, word) else { return nil }
        unlisted += 1
      }
      at = word.range.upperBound
      if has(bytes, at, ".") { at += 1 }
      at = Scalars.skipBlanks(bytes, at)
      if has(bytes, at, "&") { return nil }
    }
    // "Kyocera and Alltel" are no pair of persons that anyone knows, "Robban och Sara" may be.
    guard unlisted > 0, !isPair || hasListed else { return nil }
    // "Zyliss Peeler", "Roborock 7", "Wendrick-3000"
    if let next = following(bytes, name.range.upperBound), next.isCapitalized || next.isNumber,
      next.range.count > 1
    {
      return nil
    }
    return name
  }

  /// Whether what stands around an unlisted name within a sentence says that a person is meant.
  ///
  /// Before it and behind it weigh together: three say enough. Where a sentence begins any word has
  /// a capital, so that what follows must say it alone.
  func isUnlistedPerson(_ bytes: Span<UInt8>, _ name: PersonName) -> Bool {
    let start = name.range.lowerBound
    // "Olá, aqui é a Jussara": Ola is a name too.
    if words.index.match(bytes, start, [.greeting, .weakGreeting, .lineGreeting]) != nil {
      return false
    }
    let after = weightAfter(bytes, name.range.upperBound)
    if after > 2 {
      // "Der Torsten an der Kasse", "Got Hamish on the line": a listed name may have such a word
      // before it.
      return !followsGoodsLead(bytes, start)
        || Self.word(bytes, at: start).map { given(bytes, $0) == .sure } ?? false
          && isShortBefore(bytes, start)
    }
    let isBetweenCommas = has(bytes, name.range.upperBound, ",")
    let before = weightBefore(bytes, start, isBetweenCommas)
    guard before > 0 else { return false }
    // "Kurye Bünyamin paketi kapıya atmış": whatever a driver does
    if before > 2, after == 0 { return goesOn(bytes, name.range.upperBound) }
    // Two words that nobody knows, within a sentence: a given and a family's name, where no article
    // of another language ("a") and no "and" stands before.
    let last = Self.word(bytes, endingAt: Self.skipBlanks(bytes, before: start))
    let isFull = name.count > 1 && !(last.map { isWord(bytes, $0, [.goodsLead, .and]) } ?? true)
    return after > 0 && before + after + (isFull ? 1 : 0) > 2
  }

  /// Whether the word before `start` is as short as articles are: no "called" or "named", behind
  /// which pets and robots have names too.
  private func isShortBefore(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    let end = Self.skipBlanks(bytes, before: start)
    return Self.word(bytes, endingAt: end).map { $0.range.count < 5 && !$0.isNumber } ?? false
  }

  /// Whether a word in small letters follows.
  private func goesOn(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
    following(bytes, end).map { !$0.isCapitalized && !$0.isNumber } ?? false
  }

  /// Whether a word before goods stands before a name: "the Wendrick helped".
  func followsGoodsLead(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    let end = Self.skipBlanks(bytes, before: start)
    guard end < start, let last = Self.word(bytes, endingAt: end) else { return false }
    if last.isNumber { return true }
    return isWord(bytes, last, .goodsLead)
      && !isWord(bytes, last, [.mention, .personLead])
  }
}
