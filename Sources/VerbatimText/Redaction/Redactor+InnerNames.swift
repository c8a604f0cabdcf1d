extension Redactor {
  /// The first listed name from `start` on that stands within a sentence as a person's does; nil
  /// for none.
  ///
  /// Looked at are capitals after a blank or line end alone. Goods bear names too ("the Billy", "a
  /// Clara lamp"), so that the word before may be none of those before goods, and the word after
  /// must be one that follows persons.
  func innerName(_ bytes: Span<UInt8>, from start: Int = 0) -> Range<Int>? {
    guard !words.isEmpty else { return nil }
    var at = start
    while let capital = Self.nextCapital(bytes, at) {
      if let range = innerName(bytes, at: capital) { return range }
      at = capital + 1
    }
    return nil
  }

  private func innerName(_ bytes: Span<UInt8>, at start: Int) -> Range<Int>? {
    guard start + 2 < bytes.count else { return nil }
    let length = bytes[start] < 0x80 ? 1 : Scalars.decode(bytes, start).length
    if bytes[start + length] == UInt8(ascii: ".") {
      return initialsAndName(bytes, start)
    }
    // "I" is the most frequent capital.
    guard bytes[start + 1] > 0x5A, let word = Self.word(bytes, at: start) else { return nil }
    if let owner = owner(bytes, word) ?? flippedName(bytes, start) ?? corrected(bytes, word)
      ?? patronymicName(bytes, word)
    {
      return owner
    }
    guard let kind = listed(bytes, word) else { return unlistedName(bytes, start) }
    if kind == .weak { return weakName(bytes, word) }
    guard kind == .sure, given(bytes, word) == .sure,
      words.index.match(bytes, start, .goodsName) == nil,
      let name = personName(bytes, start), !name.isShouted, name.count < 4
    else { return nil }
    return isAmongPersons(bytes, name) || isUnlistedPerson(bytes, name)
      || standsAlone(bytes, name) || isInList(bytes, name) || fillsClause(bytes, name)
      || standsFree(bytes, name) ? name.range : nil
  }

  /// Whether a listed name stands as a person's does, by the words around it.
  private func isAmongPersons(_ bytes: Span<UInt8>, _ name: PersonName) -> Bool {
    let start = name.range.lowerBound
    let end = name.range.upperBound
    let next = following(bytes, end)
    if Self.beginsLine(bytes, start) { return opensLine(bytes, name) }
    let before = Self.skipBlanks(bytes, before: start)
    if let last = Self.word(bytes, endingAt: before) {
      return isPerson(bytes, name, after: last)
    }
    guard before > 0 else { return false }
    if has(bytes, before - 1, ",") {
      // "the driver, Moussa, was kind", "I, Margaret Sewell, confirm"
      guard let last = Self.word(bytes, endingAt: before - 1), !last.isNumber,
        // "I ordered Monday, Ffion rang Wednesday"
        (next.map { isWord(bytes, $0, [.personVerb, .personAct]) } ?? false) || !last.isCapitalized
          || (last.range.count < 4 && beginsSentence(bytes, last.range.lowerBound))
      else { return false }
      if let next { return followsPerson(bytes, next) }
      return has(bytes, end, ",")
    }
    // "our youngest (Gabin, 2)", "the lad (Ethan I think)"
    if has(bytes, before - 1, "("), isAged(bytes, end) || next.map({ isAlone($0, 0x49) }) ?? false {
      return true
    }
    // "[14:02] Rhys: let me check"
    if has(bytes, before - 1, "]"), has(bytes, end, ":") { return true }
    guard let next, has(bytes, before - 1, ".!?):\n") else { return false }
    // "St. Martin"
    if let last = Self.word(bytes, endingAt: before - 1), last.range.count < 4,
      isWord(bytes, last, .goodsLead)
    {
      return false
    }
    return isWord(bytes, next, .personVerb)
  }

  /// Whether a listed name within a clause is a person's by the word before it and what follows.
  private func isPerson(_ bytes: Span<UInt8>, _ name: PersonName, after last: TextWord) -> Bool {
    let isLed = isWord(bytes, last, .personLead)
    let next = following(bytes, name.range.upperBound)
    // "say that Morag was an angel", but not "that Morag lamp"
    let isSaid = isLed && (next.map { isWord(bytes, $0, .personVerb) } ?? false)
    guard !last.isNumber, isSaid || !isWord(bytes, last, .goodsLead),
      !Scalars.isCapital(last.first) || beginsSentence(bytes, last.range.lowerBound)
    else { return false }
    // "Uncle Ben's"
    let goods = words.index.match(bytes, last.range.lowerBound, .goodsName)
    if let goods, goods.end > last.range.upperBound { return false }
    // "Marks and Spencer", but "Me and Derek"
    if isWord(bytes, last, .and),
      let other = Self.word(
        bytes,
        endingAt: Self.skipBlanks(bytes, before: last.range.lowerBound)
      ), other.isCapitalized, other.range.count > 2
    {
      return false
    }
    guard let next else {
      let isFull = name.count > 1 && !Scalars.isCapital(last.first)
      return (isLed || isFull) && endsClause(bytes, name.range.upperBound)
    }
    if followsPerson(bytes, next) { return true }
    // "with Karin personally", "at Moira's desk", but not "with Karin chairs".
    let mayGoOn = isLed || isPossessive(bytes, name.range.upperBound)
    return mayGoOn && !next.isCapitalized && !next.isNumber && !isWord(bytes, next, .goodsLead)
  }

  /// Whether the mark of the possessive ends at `end`: "Anil's".
  func isPossessive(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
    guard end > 3, bytes[end - 1] == UInt8(ascii: "s"), let mark = Scalars.before(bytes, end - 1)
    else { return false }
    return Scalars.fold(mark.value) == 0x27
  }

  /// Whether a word is one that goes on after a person's name.
  func followsPerson(_ bytes: Span<UInt8>, _ word: TextWord) -> Bool {
    // "It Lies To You": every word has a capital.
    if Scalars.isCapital(word.first), word.range.count > 1 { return false }
    if isWord(bytes, word, [.nameFollower, .personVerb]) { return true }
    // "Kofi carried it": most English verbs of the past.
    let end = word.range.upperBound
    return word.range.count > 4 && bytes[word.range.lowerBound] &- UInt8(ascii: "a") < 26
      && bytes[end - 2] == UInt8(ascii: "e") && bytes[end - 1] == UInt8(ascii: "d")
  }

  func endsClause(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
    // "To Helen Prior:" on a line of its own
    end >= bytes.count || has(bytes, end, ".,!?;)\n\r")
      || has(bytes, end, ":") && Self.endsLine(bytes, end + 1)
  }

  /// A name that no list has, within a text; nil where too little says so.
  func unlistedName(_ bytes: Span<UInt8>, _ start: Int) -> Range<Int>? {
    guard let name = unlistedPerson(bytes, start),
      isUnlistedPerson(bytes, name) || isUnlistedInList(bytes, name)
    else { return nil }
    return name.range
  }

  /// A name in the first words of a text, before what only persons do: "Tamsin promised a refund".
  func firstName(_ bytes: Span<UInt8>) -> Range<Int>? {
    guard let first = bytes.indices.first else { return nil }
    if let name = agedFirst(bytes) { return name }
    let value = Scalars.decode(bytes, first).value
    if Scalars.isCaseless(value) { return caselessFirst(bytes, value) }
    guard Scalars.isCapital(value),
      let word = Self.word(bytes, at: first)
    else { return nil }
    if has(bytes, word.range.upperBound, "."), let name = initialsAndName(bytes, first) {
      return name
    }
    if let owner = owner(bytes, word) ?? flippedName(bytes, first) ?? corrected(bytes, word)
      ?? patronymicName(bytes, word)
    {
      return owner
    }
    guard let kind = listed(bytes, word) else {
      return unlistedName(bytes, first) ?? salutation(bytes, first)
    }
    if kind == .weak { return weakName(bytes, word) }
    guard kind == .sure, given(bytes, word) == .sure,
      words.index.match(bytes, first, .goodsName) == nil,
      let name = personName(bytes, first), !name.isShouted, name.count < 4,
      opensLine(bytes, name) || isUnlistedPerson(bytes, name) || isInList(bytes, name)
        || fillsClause(bytes, name) || standsFree(bytes, name)
    else { return nil }
    return name.range
  }

  /// Whether a name where a line begins goes on as persons do: "Tamsin promised a refund", "Becky,"
  /// alone on its line, "Monique: how can I help?" where others speak too.
  private func opensLine(_ bytes: Span<UInt8>, _ name: PersonName) -> Bool {
    let end = name.range.upperBound
    if let next = following(bytes, end) {
      if isWord(bytes, next, .personVerb) || isApposed(bytes, next) { return true }
      // "Brenda xx", "Klaudia Berg order 33821"
      if endsWithKisses(bytes, next) || name.count > 1 && isBeforeOrder(bytes, next) { return true }
      // "Roz and Phil loved it", "Anil's advice"
      if name.count > 1 { return followsPerson(bytes, next) }
      return isPossessive(bytes, end) && !next.isCapitalized && !next.isNumber
    }
    // "Tyrese, 5, loves it"
    if isAged(bytes, end) { return true }
    if has(bytes, end, ",") { return end + 1 < bytes.count && Self.endsLine(bytes, end + 1) }
    // "Emeka!! Best driver ever", "Lindiwe = legend"
    let mark = Scalars.skipBlanks(bytes, end)
    if has(bytes, end, "!") || mark > end && has(bytes, mark, "=") { return true }
    // "Jonas (5) loves it", "Rhys (14:02): let me see"
    let bracket = Scalars.skipBlanks(bytes, end)
    if bracket > end, has(bytes, bracket, "("), bracket + 1 < bytes.count {
      // "Anna (my wife) ordered it"
      let isKin = words.index.match(bytes, bracket + 1, [.mention, .openMention]) != nil
      let isTown =
        town(bytes, bracket + 1, isSure: false).map { has(bytes, $0, ")") } ?? false
      if isKin || isTown || has(bytes, bracket + 1, "0123456789") { return true }
    }
    // "Kemal Aydın" above the rest
    if name.count > 1, Self.endsLine(bytes, end) { return end < bytes.count }
    return has(bytes, end, ":") && Scalars.blank(bytes, end + 1) > 0 && isSpoken(bytes, end)
  }

  /// Whether another line of a text begins with a word or two and a colon, as in a chat.
  private func isSpoken(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
    var at = end
    while at < bytes.count {
      guard bytes[at] == 0x0A else {
        at += 1
        continue
      }
      let line = at + 1
      at = line
      while at < bytes.count, at - line < 28, bytes[at] != 0x0A {
        if bytes[at] == 0x3A, at > line { return true }
        at += 1
      }
    }
    return false
  }
}
