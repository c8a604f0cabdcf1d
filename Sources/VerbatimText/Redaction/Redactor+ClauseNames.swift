extension Redactor {
  /// Whether a listed name and a family's fill a clause, a line or brackets: "Order 88213, Ravindra
  /// Pillai", "(Ingeborg Lund)", "Elisabetta R." alone.
  ///
  /// No word of them may be an ordinary one: goods are called by one ("Clara Lamp").
  func fillsClause(_ bytes: Span<UInt8>, _ name: PersonName) -> Bool {
    guard name.count > 1, isNameOfPersons(bytes, name.range) else { return false }
    return beginsClause(bytes, name.range.lowerBound) && fills(bytes, name.range.upperBound)
  }

  /// Whether a line, a bracket, a quotation or a clause begins at `start`.
  private func beginsClause(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    if Self.beginsLine(bytes, start) { return true }
    let end = Self.skipBlanks(bytes, before: start)
    guard end > 0 else { return true }
    if has(bytes, end - 1, ",;:([|/\"") { return true }
    // "order 33821 Klaudia Berg"
    if let last = Self.word(bytes, endingAt: end), last.isNumber, last.range.count > 3 {
      return true
    }
    return end < start && isDash(bytes, endingAt: end)
  }

  /// Whether a line or clause ends at `end`: another word there makes goods of many a name.
  private func fills(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
    if Self.endsLine(bytes, end) || has(bytes, end, ",;)]|\"") { return true }
    if has(bytes, end, "."), Self.endsLine(bytes, end + 1) || has(bytes, end + 1, " ") {
      return true
    }
    let next = Scalars.skipBlanks(bytes, end)
    return next > end && (has(bytes, next, "-([|)") || has(bytes, next, "\u{2013}"))
  }

  /// A listed name with the mark of the genitive alone, before what persons do and own: "Kathrins
  /// Beratung", "Annikas hjälp".
  func owner(_ bytes: Span<UInt8>, _ word: TextWord) -> Range<Int>? {
    let stem = word.range.dropLast()
    guard stem.count > 3, bytes[stem.endIndex] == UInt8(ascii: "s"),
      words.nameWords.kind(bytes, stem) == .sure, !isPossessive(bytes, word.range.upperBound),
      !followsGoodsLead(bytes, word.range.lowerBound),
      let next = following(bytes, word.range.upperBound), isWord(bytes, next, .belonging)
    else { return nil }
    return word.range
  }

  /// Whether a word is a family's name behind a small article: "al-Rashidi", "d'Angelo".
  func isArticled(_ bytes: Span<UInt8>, _ word: TextWord) -> Bool {
    guard bytes[word.range.lowerBound] &- UInt8(ascii: "a") < 26 else { return false }
    var at = word.range.lowerBound + 1
    while at - word.range.lowerBound < 4, at < word.range.upperBound {
      let (value, length) = Scalars.decode(bytes, at)
      at += length
      let mark = Scalars.fold(value)
      if mark == 0x2D || mark == 0x27, at < word.range.upperBound {
        return Scalars.isCapital(Scalars.decode(bytes, at).value)
      }
    }
    return false
  }

  /// Whether a word after a name is the first of what its bearer is: "Isidore votre monteur a été
  /// parfait", "Gerlinde eure Beraterin".
  func isApposed(_ bytes: Span<UInt8>, _ word: TextWord) -> Bool {
    guard !word.isCapitalized, isWord(bytes, word, .goodsLead),
      let noun = following(bytes, word.range.upperBound)
    else { return false }
    let persons: RedactionUses = [.mention, .openMention]
    if isWord(bytes, noun, persons) { return true }
    let phrase = words.index.match(bytes, word.range.lowerBound, persons)
    return (phrase?.end ?? 0) > word.range.upperBound
  }

  /// Whether a dash ends at `end`, of the keyboard or of a printer.
  func isDash(_ bytes: Span<UInt8>, endingAt end: Int) -> Bool {
    guard let last = Scalars.before(bytes, end)?.value else { return false }
    return [0x2D, 0x2013, 0x2014].contains(last)
  }

  /// A family's name, a comma and a listed given name, which are all of a line or its beginning
  /// before a dash or bracket: "O'Hara, Kathleen - account query".
  func flippedName(_ bytes: Span<UInt8>, _ start: Int) -> Range<Int>? {
    guard Self.beginsLine(bytes, start) || followsColon(bytes, start),
      let family = flippedFamily(bytes, start), has(bytes, family, ",")
    else { return nil }
    let next = Scalars.skipBlanks(bytes, family + 1)
    guard next > family + 1,
      let given = listedPerson(bytes, next, mayBeWeak: false), given.count < 3, !given.isShouted,
      isNameOfPersons(bytes, given.range), fills(bytes, given.range.upperBound),
      // "Leicester, Anna, Derby" is a list of whatever it may be.
      !has(bytes, given.range.upperBound, ",")
    else { return nil }
    return start..<given.range.upperBound
  }

  private func followsColon(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    let end = Self.skipBlanks(bytes, before: start)
    return end > 0 && end < start && has(bytes, end - 1, ":")
  }

  /// Where one or two words that may be a family's name end.
  private func flippedFamily(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    var at = start
    for _ in 0..<2 {
      guard let word = Self.word(bytes, at: at),
        given(bytes, word) == .sure
          || mayBeUnlisted(bytes, word), !Self.isShouted(bytes, word.range),
        town(bytes, at, isSure: true) == nil
      else { return nil }
      let end = word.range.upperBound
      if has(bytes, end, ",") { return end }
      at = Scalars.skipBlanks(bytes, end)
      guard at > end else { return nil }
    }
    return nil
  }

  /// A person whose given name is also another word: with a family's name as any other ("Godfrey
  /// Tunn wrote"), alone before what only persons do ("Mark from accounts emailed me").
  func weakName(_ bytes: Span<UInt8>, _ word: TextWord) -> Range<Int>? {
    let start = word.range.lowerBound
    guard given(bytes, word) == .weak, !Self.isShouted(bytes, word.range),
      words.index.match(bytes, start, .goodsName) == nil, !followsGoodsLead(bytes, start)
    else { return nil }
    if let next = following(bytes, word.range.upperBound), next.isCapitalized {
      return unlistedName(bytes, start)
    }
    let end = word.range.upperBound
    let next = Scalars.skipBlanks(bytes, end)
    guard next > end, let act = words.index.match(bytes, next, .personAct),
      let verb = Self.word(bytes, at: next), act.end > verb.range.upperBound,
      // "Will the driver ring?"
      !isWord(bytes, verb, .goodsLead), !isSaidOfGoods(bytes, verb.range)
    else { return nil }
    return word.range
  }

  /// Whether a word is one by which "Rose" is as often a colour's and "Will" a verb: "Rose was
  /// lovely", "Will you be".
  private func isSaidOfGoods(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let word = String(decoding: range.map { bytes[$0] | 0x20 }, as: UTF8.self)
    return ["was", "is", "are", "were", "you", "you're", "she", "he", "and", "u"].contains(word)
  }

  /// Whether a comma and an age follow a name: "Tyrese, 5, loves it", "our youngest (Gabin, 2)",
  /// but not "Sofia, 2 seats".
  func isAged(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
    guard has(bytes, end, ",") else { return false }
    let first = Scalars.skipBlanks(bytes, end + 1)
    var next = first
    while next < bytes.count, Self.isDigit(bytes[next]) { next += 1 }
    return (1...2).contains(next - first) && has(bytes, next, ",)")
  }

  /// Whether a word is one character: "I".
  func isAlone(_ word: TextWord, _ value: UInt32) -> Bool {
    word.first == value && word.range.count == 1
  }

  /// Whether a line ends with a word for kisses: "Brenda xx".
  func endsWithKisses(_ bytes: Span<UInt8>, _ word: TextWord) -> Bool {
    has(bytes, word.range.lowerBound, "x") && isWord(bytes, word, .shortClosing)
      && endsLineAfterMarks(bytes, word.range.upperBound)
  }

  /// Whether a word for orders and a number follow a full name: "Klaudia Berg order 33821".
  func isBeforeOrder(_ bytes: Span<UInt8>, _ word: TextWord) -> Bool {
    guard let cue = words.index.match(bytes, word.range.lowerBound, .order) else { return false }
    var at = cue.end
    while at < bytes.count, at - cue.end < 12, has(bytes, at, " #:.no") { at += 1 }
    return at > cue.end && at < bytes.count && Self.isDigit(bytes[at])
  }

  /// A name that no list has, alone with a comma on the first of several lines.
  func salutation(_ bytes: Span<UInt8>, _ start: Int) -> Range<Int>? {
    guard let name = unlistedPerson(bytes, start), name.count < 3,
      has(bytes, name.range.upperBound, ","), name.range.upperBound + 1 < bytes.count,
      Self.endsLine(bytes, name.range.upperBound + 1)
    else { return nil }
    return name.range
  }
}
