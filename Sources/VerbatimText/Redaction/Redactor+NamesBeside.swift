extension Redactor {
  /// What may follow a listed name where someone says who they are.
  static let anySelfEnd: RedactionUses = [.selfEnd, .weakSelfEnd]

  /// A listed name beside a phrase that says little by itself: "Thanks Anna", "spoke to Tom",
  /// "Nina here".
  func nameBeside(_ bytes: Span<UInt8>, _ cue: Cue) -> Range<Int>? {
    let uses = cue.uses
    // "I love it": most short sign-offs are none.
    let next = Scalars.skipBlanks(bytes, cue.end)
    if uses == .shortClosing, next < bytes.count, bytes[next] &- UInt8(ascii: "a") < 26,
      !has(bytes, max(0, cue.start - 2), ",")
    {
      return beginsSentence(bytes, cue.start) ? signedAfterComma(bytes, next) : nil
    }
    if !uses.isDisjoint(with: [.mention, .weakMention, .openMention]),
      let name = mentioned(bytes, cue)
    {
      return name
    }
    if uses.contains(.title), let name = titled(bytes, cue) { return name }
    if !uses.isDisjoint(with: [.greeting, .weakGreeting, .lineGreeting]),
      let name = greetedByName(bytes, cue) ?? called(bytes, cue)
    {
      return name
    }
    if !uses.isDisjoint(with: [.selfNaming, .weakSelfNaming]),
      let name = selfNamedByName(bytes, cue)
    {
      return name
    }
    if !uses.isDisjoint(with: [.closing, .shortClosing, .thanks]),
      let name = thanked(bytes, cue) ?? signedAsWhat(bytes, cue) ?? called(bytes, cue)
    {
      return name
    }
    return uses.isDisjoint(with: [.trailer, .role]) ? nil : trailed(bytes, cue)
  }

  /// The word after blanks at `at`; nil where a mark or the end stands.
  func following(_ bytes: Span<UInt8>, _ at: Int) -> TextWord? {
    let next = Scalars.skipBlanks(bytes, at)
    return next > at ? Self.word(bytes, at: next) : nil
  }

  /// Whether the first name of a person is also another word.
  func isWeak(_ bytes: Span<UInt8>, _ name: PersonName) -> Bool {
    let start = pastTitles(bytes, name.range.lowerBound)
    guard let word = Self.word(bytes, at: start) else { return false }
    return name.count == 1 && !name.hasTitle && given(bytes, word) == .weak
  }

  /// Passes over an article before a name: "mit der Anna", "Sou a Beatriz".
  func pastArticle(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    guard let article = words.index.match(bytes, start, .particle) else { return start }
    let next = Scalars.skipBlanks(bytes, article.end)
    return next > article.end && next < bytes.count ? next : start
  }

  /// Passes over an article of any language, which says little of what follows: "Falei com a Rute".
  private func pastShortWord(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    guard let word = Self.word(bytes, at: start), word.range.count < 4,
      isWord(bytes, word, .goodsLead)
    else { return start }
    let next = Scalars.skipBlanks(bytes, word.range.upperBound)
    return next < bytes.count ? next : start
  }

  // MARK: After a phrase

  /// "spoke to Tom", "my wife Anna", "your agent Ms Lee".
  private func mentioned(_ bytes: Span<UInt8>, _ cue: Cue) -> Range<Int>? {
    var start = Scalars.skipBlanks(bytes, cue.end)
    // "i.A. K. Brandt", "z. Hd. Annegret Mohr"
    let length = cue.end - cue.start
    let isShort = length < 5 || length < 7 && has(bytes, cue.start + 1, ".")
    if has(bytes, start, ":,(\"") || isShort && has(bytes, start, ".") {
      start = Scalars.skipBlanks(bytes, start + 1)
    }
    // 主人（正弘）が
    if start < bytes.count, [0xFF08, 0xFF1A, 0x300C].contains(Scalars.decode(bytes, start).value) {
      start += 3
    }
    // "Uncle Ben's"
    if let goods = words.index.match(bytes, cue.start, .goodsName), goods.end > cue.end {
      return nil
    }
    guard start < bytes.count else { return nil }
    let isOpen = cue.uses.contains(.openMention)
    let mayBeWeak = isOpen || cue.uses.contains(.mention)
    let listed =
      listedPerson(bytes, start, mayBeWeak: mayBeWeak)
      ?? listedPerson(bytes, pastArticle(bytes, start), mayBeWeak: mayBeWeak)
      ?? listedPerson(bytes, pastShortWord(bytes, start), mayBeWeak: false)
    let open = isOpen ? anyone(bytes, cue, pastArticle(bytes, start)) : nil
    guard let name = listed ?? lowerListed(bytes, start) else {
      if let open = open ?? (isOpen ? initialsAlone(bytes, start) : nil) { return open }
      // "talking to me. Love her" has no Maître in it.
      guard Scalars.isCapital(Scalars.decode(bytes, start).value),
        let name = personName(bytes, start), name.hasTitle,
        let word = Self.word(bytes, at: pastTitles(bytes, start)), !isWord(bytes, word, .notAName)
      else { return nil }
      return name.range
    }
    if isWeak(bytes, name), let next = following(bytes, name.range.upperBound),
      Scalars.isCaseless(next.first) ? !followsArabic(bytes, next) : next.isCapitalized
    {
      return nil
    }
    // 欧阳晓棠: the surname alone is listed too.
    if let open, open.upperBound > name.range.upperBound, name.range.contains(open.lowerBound) {
      return open
    }
    return name.range
  }

  /// A listed name without its capital that goes on as persons do: "shoutout to shaniqua at the
  /// till".
  func lowerListed(_ bytes: Span<UInt8>, _ start: Int) -> PersonName? {
    guard start < bytes.count, let word = Self.word(bytes, at: start), word.range.count > 3,
      word.first < 0x250, !Scalars.isCapital(word.first), given(bytes, word) == .sure
    else { return nil }
    if let next = following(bytes, word.range.upperBound) {
      guard
        followsPerson(bytes, next) || isWord(bytes, next, .connector)
          || words.smallWords.kind(bytes, next.range) != nil
      else { return nil }
    }
    return PersonName(range: word.range, count: 1, hasTitle: false, isShouted: false)
  }

  /// "Mrs Okafor was very kind": a title anywhere in a text.
  private func titled(_ bytes: Span<UInt8>, _ cue: Cue) -> Range<Int>? {
    if Scalars.isCaseless(Scalars.decode(bytes, cue.start).value) {
      // "السيد/ محمود"
      let mark = has(bytes, cue.end, "/.:") ? cue.end + 1 : cue.end
      let start = Scalars.skipBlanks(bytes, mark)
      guard start < bytes.count, let name = caselessPerson(bytes, start) else { return nil }
      return cue.start..<name.upperBound
    }
    // "MS Office" is no lady, "Mr Coffee" no gentleman.
    if cue.start + 1 < bytes.count, (0x41...0x5A).contains(bytes[cue.start + 1]) { return nil }
    if let other = words.index.match(bytes, cue.start, .notAName), other.end > cue.end {
      return nil
    }
    if let name = lowerTitled(bytes, cue) { return name }
    guard let name = personName(bytes, cue.start), name.hasTitle, !name.isShouted,
      let word = firstCapitalized(bytes, pastTitles(bytes, cue.start)),
      word.range.count > 2 || name.count > 1,
      word.range.count == 1 || !isWord(bytes, word, [.notAName, .honorific])
    else { return nil }
    // "Meine Frau Probleme hat": a wife is no title.
    return leads(bytes, cue.end, .mention) && given(bytes, word) == nil ? nil : name.range
  }

  /// The word at `at` or behind the small words of families there: "Ms de la Cruz".
  private func firstCapitalized(_ bytes: Span<UInt8>, _ at: Int) -> TextWord? {
    var word = Self.word(bytes, at: at)
    while let small = word, isWord(bytes, small, .particle),
      let next = following(bytes, small.range.upperBound)
    {
      // "Mr Van Houten", but "Mr Van said"
      guard next.isCapitalized || !small.isCapitalized else { break }
      word = next
    }
    return word
  }

  /// A title and a name without capitals: "alright mister petrakis"; "ms", "don" and "miss" are other
  /// words too.
  private func lowerTitled(_ bytes: Span<UInt8>, _ cue: Cue) -> Range<Int>? {
    let hasStop = has(bytes, cue.end, ".")
    let start = Scalars.skipBlanks(bytes, hasStop ? cue.end + 1 : cue.end)
    let isMister = has(bytes, cue.start, "m") && has(bytes, cue.start + 1, "r")
    guard start > cue.end, bytes[cue.start] &- 0x61 < 26,
      hasStop || isMister || cue.end - cue.start > 4,
      let word = Self.word(bytes, at: start), !Scalars.isCapital(word.first),
      given(bytes, word) == .sure && word.range.count > 3 || mayBeUnlistedLower(bytes, word)
    else { return nil }
    return cue.start..<word.range.upperBound
  }

  /// "Hi there Laura, still no box", "hi laura the lamp", "王小明您好".
  private func greetedByName(_ bytes: Span<UInt8>, _ cue: Cue) -> Range<Int>? {
    if Scalars.isCaseless(Scalars.before(bytes, cue.end)?.value ?? 0) {
      return caselessBefore(bytes, cue.start) ?? caselessAfter(bytes, cue.end)
    }
    // "your mail said Dear Michelle": within a sentence a capital tells a greeting.
    let isOpening = beginsSentence(bytes, cue.start)
    guard isOpening || Scalars.isCapital(Scalars.decode(bytes, cue.start).value) else { return nil }
    if let goods = words.index.match(bytes, cue.start, .goodsName), goods.end > cue.end {
      return nil
    }
    var at = Scalars.skipBlanks(bytes, cue.end)
    guard at > cue.end else { return nil }
    // "there", "again", "dear": words that are no names may stand between.
    for _ in 0..<2 {
      guard let other = words.index.match(bytes, at, [.notAName, .weakGreeting, .greeting]) else {
        break
      }
      let next = Scalars.skipBlanks(bytes, other.end)
      guard next > other.end else { break }
      at = next
    }
    guard let name = listedPerson(bytes, at, mayBeWeak: isOpening, mayBeLower: isOpening),
      !name.isShouted,
      // "slm ben emre"
      Scalars.isCapital(Scalars.decode(bytes, at).value)
        || words.index.match(bytes, at, .selfNaming) == nil
    else { return nil }
    let end = name.range.upperBound
    if has(bytes, end, ",!.:\n\r\"") || end == bytes.count { return name.range }
    guard !isWeak(bytes, name), let next = following(bytes, end) else { return nil }
    return !next.isCapitalized || isWord(bytes, next, [.notAName, .connector, .and])
      ? name.range : nil
  }
}
