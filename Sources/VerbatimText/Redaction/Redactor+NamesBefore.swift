extension Redactor {
  /// "Nina here", "Tom from support", 山田です, 김민수입니다.
  func trailed(_ bytes: Span<UInt8>, _ cue: Cue) -> Range<Int>? {
    if Scalars.isUnspaced(Scalars.decode(bytes, cue.start).value) {
      return caselessBefore(bytes, cue.start) ?? presented(bytes, cue)
    }
    let end = Self.skipBlanks(bytes, before: cue.start)
    guard end < cue.start, let last = Self.word(bytes, endingAt: end) else { return nil }
    // "فاطمة من خدمة العملاء"
    if (0x600...0x6FF).contains(last.first) {
      let isName = cue.uses.contains(.role) && given(bytes, last) == .sure
      return isName ? last.range : nil
    }
    guard Scalars.isCapital(last.first) else { return lowerBefore(bytes, cue, last) }
    var start = last.range.lowerBound
    var kind = given(bytes, last)
    let before = Self.skipBlanks(bytes, before: start)
    if before < start, let first = Self.word(bytes, endingAt: before),
      Scalars.isCapital(first.first), let other = given(bytes, first)
    {
      start = first.range.lowerBound
      kind = .sure
      if other == .weak, given(bytes, last) != .sure { kind = .weak }
    }
    if kind == nil, cue.uses.contains(.role), isAnyone(bytes, last, before: cue) {
      return start..<end
    }
    if kind == nil, cue.uses.contains(.trailer), !cue.uses.contains(.role) {
      return unlistedHere(bytes, cue, start, end)
    }
    guard kind == .sure else { return nil }
    start = beforeParticles(bytes, start)
    if cue.uses.contains(.role) {
      // "Size Volkan Bey": a title says it whatever stands before.
      return isGoods(bytes, start) && !cue.uses.contains(.suffixTitle) ? nil : start..<end
    }
    guard beginsSentence(bytes, start) || isNamedBefore(bytes, start) else { return nil }
    // "Clara here is the best colour" goes on.
    guard let next = following(bytes, cue.end) else { return start..<end }
    return isWord(bytes, next, Self.anySelfEnd) || next.first == 0x49 && next.range.count == 1
      ? start..<end : nil
  }

  /// Where a name begins of which small words of families stand before its last part: "Maria de la
  /// Cruz".
  private func beforeParticles(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var at = start
    var hasParticle = false
    for _ in 0..<5 {
      let end = Self.skipBlanks(bytes, before: at)
      guard end < at, let word = Self.word(bytes, endingAt: end), !word.isNumber else { break }
      guard !Scalars.isCapital(word.first), isWord(bytes, word, .particle) else {
        guard hasParticle, given(bytes, word) == .sure else { break }
        return word.range.lowerBound
      }
      hasParticle = true
      at = word.range.lowerBound
    }
    return start
  }

  /// "so cedric told me": a listed name without its capital before what only persons do.
  private func lowerBefore(_ bytes: Span<UInt8>, _ cue: Cue, _ word: TextWord) -> Range<Int>? {
    // "omari here, any news"
    let isHere = cue.uses.contains(.trailer) && Self.beginsLine(bytes, word.range.lowerBound)
    if isHere, word.range.count > 3, word.first &- 0x61 < 26, given(bytes, word) == .sure,
      endsClause(bytes, cue.end)
    {
      return word.range
    }
    guard cue.uses.contains(.role), word.range.count > 3, word.first < 0x250,
      words.index.match(bytes, cue.start, [.personVerb, .personAct])?.end ?? 0 >= cue.end,
      given(bytes, word) == .sure, !followsGoodsLead(bytes, word.range.lowerBound)
    else { return nil }
    return word.range
  }

  /// "Yusra here, still waiting": a name that no list has before "here" and a mark.
  private func unlistedHere(
    _ bytes: Span<UInt8>,
    _ cue: Cue,
    _ start: Int,
    _ end: Int
  ) -> Range<Int>? {
    guard beginsSentence(bytes, start) || isNamedBefore(bytes, start) || endsGreeted(bytes, start),
      has(bytes, cue.end, ",-:"), let name = unlistedPerson(bytes, start),
      name.range.upperBound == end
    else { return nil }
    return name.range
  }

  /// Whether a greeting and a comma stand right before `start`: "Hoi, Wietse hier".
  private func endsGreeted(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    var end = Self.skipBlanks(bytes, before: start)
    if end > 0, has(bytes, end - 1, ",!") { end -= 1 }
    return leads(bytes, end, [.greeting, .weakGreeting])
  }

  /// Whether a listed name is one of goods by the word before it: "The Sofia was great".
  private func isGoods(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    if words.index.match(bytes, start, .goodsName) != nil { return true }
    let blank = Self.skipBlanks(bytes, before: start)
    guard blank < start, let last = Self.word(bytes, endingAt: blank) else { return false }
    return isWord(bytes, last, .goodsLead) && !isWord(bytes, last, .mention)
  }

  /// Whether a word that no list has is a person's name before what only persons do: "when Wendrick
  /// told me", "Orçun bey".
  private func isAnyone(_ bytes: Span<UInt8>, _ word: TextWord, before cue: Cue) -> Bool {
    guard words.index.match(bytes, cue.start, .personVerb)?.end == cue.end, word.range.count > 3,
      !word.isNumber, !Self.isShouted(bytes, word.range),
      !isWord(bytes, word, [.notAName, .goodsName, .goodsLead, .personLead, .nameFollower])
    else { return false }
    // A title says it wherever it stands.
    if words.index.match(bytes, cue.start, .suffixTitle) != nil { return true }
    let blank = Self.skipBlanks(bytes, before: word.range.lowerBound)
    guard blank < word.range.lowerBound, let last = Self.word(bytes, endingAt: blank) else {
      return false
    }
    let isLower = last.first &- 0x61 < 26 || beginsSentence(bytes, last.range.lowerBound)
    return isLower && !isWord(bytes, last, .goodsLead)
  }

  /// "Sarah, thanks for the quick reply": a name and a comma or dash where a line begins.
  func called(_ bytes: Span<UInt8>, _ cue: Cue) -> Range<Int>? {
    let comma = Self.skipBlanks(bytes, before: cue.start)
    guard comma > 2 else { return nil }
    // "Hamish - thanks for sorting this"
    let isDash = has(bytes, comma - 1, "-") && has(bytes, comma - 2, " ")
    guard isDash || has(bytes, comma - 1, ","),
      let word = Self.word(bytes, endingAt: isDash ? comma - 2 : comma - 1),
      Scalars.isCapital(word.first),
      given(bytes, word) == .sure, Self.beginsLine(bytes, word.range.lowerBound)
    else { return nil }
    return word.range
  }

  /// Whether "it's" or "this is" ends before `start`.
  private func isNamedBefore(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    leads(bytes, Self.skipBlanks(bytes, before: start), [.selfNaming, .weakSelfNaming, .selfLead])
  }

  // MARK: Scripts without capitals

  /// A name that no list need have before what people say of themselves.
  private func presented(_ bytes: Span<UInt8>, _ cue: Cue) -> Range<Int>? {
    guard cue.uses.contains(.trailer) else { return nil }
    let first = Scalars.decode(bytes, cue.start).value
    return (0xAC00...0xD7A3).contains(first)
      ? koreanSelf(bytes, before: cue.start)
      : japaneseSelf(bytes, before: cue.start, isHumble: first == 0x3068)
  }

  /// A listed name that a text begins with, before what goes on after persons: "สมศักดิ์รับสาย",
  /// "지훈이랑 수아랑".
  func caselessFirst(_ bytes: Span<UInt8>, _ first: UInt32) -> Range<Int>? {
    switch first {
    case 0xE01...0xE4F:
      // A short one is another word too: น้ำ is water.
      guard let name = thaiPerson(bytes, 0), name.count > 14,
        words.nameWords.kind(bytes, name) == .sure
      else { return nil }
      return name
    case 0xAC00...0xD7A3:
      guard bytes.count > 8, words.nameWords.kind(bytes, 0..<6) == .sure,
        let word = Self.word(bytes, at: 0)
      else { return nil }
      // "서준 엄마입니다"
      let isKin =
        word.range.count == 6
        && following(bytes, 6).map {
          words.index.match(bytes, $0.range.lowerBound, .openMention) != nil
        } ?? false
      return isKin || hasParticle(bytes, word, from: 6) ? 0..<6 : nil
    case 0x3400...0x9FFF:
      // 金哲洙,朝鲜族; 吕承凡 above the rest
      guard let name = caselessPerson(bytes, 0), name.count == 9, name.upperBound < bytes.count,
        words.index.match(bytes, 0, .surname)?.end == 3
      else { return nil }
      let next = Scalars.skipBlanks(bytes, name.upperBound)
      let isDone =
        [0x2C, 0xFF0C, 0x0A].contains(Scalars.decode(bytes, name.upperBound).value)
        || next < bytes.count && words.index.match(bytes, next, .closing) != nil
      return isDone ? name : nil
    default: return nil
    }
  }

  /// A person's name right before a phrase, where a line, a clause or a self begins.
  func caselessBefore(_ bytes: Span<UInt8>, _ end: Int) -> Range<Int>? {
    var start = end
    for _ in 0..<6 {
      guard let (value, before) = Scalars.before(bytes, start), Scalars.isLetter(value) else {
        return nil
      }
      start = before
      let previous = Scalars.before(bytes, start)?.value ?? 0x0A
      // の, 我, 저
      let isFree = !Scalars.isLetter(previous) || [0x306E, 0x6211].contains(previous)
      guard isFree, caselessPerson(bytes, start)?.upperBound == end else { continue }
      return start..<end
    }
    return nil
  }

  /// A person's name after a greeting and a small word: "مرحبا يا ليلى".
  func caselessAfter(_ bytes: Span<UInt8>, _ greeting: Int) -> Range<Int>? {
    let start = Scalars.skipBlanks(bytes, greeting)
    guard start < bytes.count, let other = words.index.match(bytes, start, .notAName) else {
      return nil
    }
    let next = Scalars.skipBlanks(bytes, other.end)
    guard next > other.end, next < bytes.count else { return nil }
    return caselessPerson(bytes, next)
  }

  /// Whether a clause may end at `end` in a script without capitals, or goes on as one about
  /// oneself does.
  func endsCaseless(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
    guard end < bytes.count, Scalars.isUnspaced(Scalars.before(bytes, end)?.value ?? 0) else {
      return true
    }
    let next = Scalars.decode(bytes, end).value
    if (0xE01...0xE4F).contains(next) { return true }
    // 입, 이, 예, 인, 라; で, と
    return !Scalars.isLetter(next)
      || [0xC785, 0xC774, 0xC608, 0xC778, 0xB77C, 0x3067, 0x3068].contains(next)
  }
}
