extension Redactor {
  /// A name that no list has, after a phrase that hardly anything but a person's name follows with
  /// a capital: "spoke to Ermengarde", "op naam van FJM Brugge".
  func anyone(_ bytes: Span<UInt8>, _ cue: Cue, _ start: Int) -> Range<Int>? {
    // In a title every word has a capital.
    guard start < bytes.count else { return nil }
    if Scalars.isCaseless(Scalars.decode(bytes, start).value) {
      return caselessAnyone(bytes, start)
    }
    guard start > cue.end, isLower(bytes, cue) else { return nil }
    if !Scalars.isCapital(Scalars.decode(bytes, start).value) {
      return lowerNamed(bytes, start, after: cue.end)
    }
    guard let name = personName(bytes, start), !name.isShouted, name.count < 4,
      words.index.match(bytes, start, .goodsName) == nil,
      let last = Self.word(bytes, endingAt: name.range.upperBound), last.range.count > 2
    else { return nil }
    // "my wife Probleme hat": one word goes on as persons do.
    guard name.count == 1, let next = following(bytes, name.range.upperBound) else {
      return name.range
    }
    // "His name was Zoltan I think"
    return next.isCapitalized && next.range.count > 1 ? nil : name.range
  }

  /// A name without its capital: a listed one, or one that no list has after "by" or "with".
  private func lowerNamed(_ bytes: Span<UInt8>, _ start: Int, after end: Int) -> Range<Int>? {
    guard let word = Self.word(bytes, at: start), word.range.count > 2 else { return nil }
    guard given(bytes, word) == .sure else {
      // "served by wendrick who was lovely"
      guard mayBeUnlistedLower(bytes, word), let last = Self.word(bytes, endingAt: end),
        isBy(bytes, last.range)
      else { return nil }
      let after = weightAfter(bytes, word.range.upperBound)
      return after > 0 ? word.range : nil
    }
    if word.range.count > 3 { return word.range }
    guard let next = following(bytes, word.range.upperBound) else { return word.range }
    return followsPerson(bytes, next) ? word.range : nil
  }

  /// Whether a word is "by", "with", "called" or "named", which no verb follows.
  private func isBy(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let word = String(decoding: range.map { bytes[$0] | 0x20 }, as: UTF8.self)
    return ["by", "with", "called", "named"].contains(word)
  }

  /// Whether the last word of a phrase begins with a small letter, or the phrase is one word.
  private func isLower(_ bytes: Span<UInt8>, _ cue: Cue) -> Bool {
    var end = cue.end
    while end > cue.start, " .:".utf8.contains(bytes[end - 1]) { end -= 1 }
    guard let word = Self.word(bytes, endingAt: end) else { return false }
    return cue.end - cue.start < 6 || word.range.lowerBound <= cue.start
      || !Scalars.isCapital(word.first)
  }

  // MARK: Scripts without capitals

  private func caselessAnyone(_ bytes: Span<UInt8>, _ start: Int) -> Range<Int>? {
    // One ideograph says nothing: 老 is an old friend too.
    if let other = words.index.match(bytes, start, [.notAName, .goodsName]),
      other.end - start > 3 || !(0x3400...0x9FFF).contains(Scalars.decode(bytes, start).value)
    {
      return nil
    }
    switch Scalars.decode(bytes, start).value {
    case 0x3040...0x30FF, 0x3400...0x9FFF:
      return titledIdeographs(bytes, start) ?? statedAnyone(bytes, start)
        ?? quotedAnyone(bytes, start) ?? chineseAnyone(bytes, start)
    case 0xAC00...0xD7A3: return koreanAnyone(bytes, start)
    default: return spacedAnyone(bytes, start)
    }
  }

  /// A name of up to six characters before a title: タカハタさん; or a listed one of kana before a
  /// particle: ひまりが.
  private func titledIdeographs(_ bytes: Span<UInt8>, _ start: Int) -> Range<Int>? {
    var at = start
    for count in 0..<7 {
      guard at < bytes.count else { return nil }
      if count > 0 {
        if words.index.match(bytes, at, .suffixTitle) != nil {
          // 的马师傅: before a Chinese title a name begins with a surname.
          let isName =
            !isChineseTitle(bytes, at) || words.index.match(bytes, start, .surname) != nil
          return isName ? start..<at : nil
        }
        // が, は, を, に, の, で, と, も, へ, か(ら), 宛
        let isParticle = [
          0x304C, 0x306F, 0x3092, 0x306B, 0x306E, 0x3067, 0x3068, 0x3082, 0x3078, 0x304B, 0x5B9B,
        ].contains(Scalars.decode(bytes, at).value)
        if isParticle, words.nameWords.kind(bytes, start..<at) == .sure { return start..<at }
      }
      let (value, length) = Scalars.decode(bytes, at)
      guard Scalars.isUnspaced(value) else { return nil }
      at += length
    }
    return nil
  }

  /// A surname and one or two characters, or 阿 or 小 and one, before what goes on after persons.
  private func chineseAnyone(_ bytes: Span<UInt8>, _ start: Int) -> Range<Int>? {
    let (first, length) = Scalars.decode(bytes, start)
    // 朵朵
    if start + 2 * length <= bytes.count, Scalars.decode(bytes, start + length).value == first,
      endsChinese(bytes, start + 2 * length)
    {
      return start..<(start + 2 * length)
    }
    // 思琪: two characters of given names
    let isGiven = (0..<2).allSatisfy { place in
      let at = start + 3 * place
      return at + 3 <= bytes.count && words.nameWords.kind(bytes, at..<(at + 3)) == .character
    }
    if isGiven, words.index.match(bytes, start, .surname) == nil,
      endsChinese(bytes, start + 6)
    {
      return start..<(start + 6)
    }
    // 小李, 老周
    let isOld = first == 0x8001 && words.index.match(bytes, start + length, .surname) != nil
    let isPet = first == 0x963F || first == 0x5C0F || isOld
    guard let surname = isPet ? start + 3 : words.index.match(bytes, start, .surname)?.end,
      (0x3400...0x9FFF).contains(first)
    else { return nil }
    for count in isPet ? [1] : [2, 1] {
      let end = surname + 3 * count
      guard end <= bytes.count else { continue }
      // 徐工, 张总, 李姐: ways to call somebody by the surname
      let last = Scalars.decode(bytes, surname).value
      var isListed = isPet || count == 1 && "工总總姐哥叔姨董".unicodeScalars.contains { $0.value == last }
      var at = surname
      while at < end {
        let (value, length) = Scalars.decode(bytes, at)
        guard (0x3400...0x9FFF).contains(value) else { return nil }
        if words.nameWords.kind(bytes, at..<(at + length)) != nil { isListed = true }
        at += length
      }
      guard at == end else { continue }
      let goesOn = words.index.match(bytes, end, .nameFollower) != nil
      if isListed ? endsChinese(bytes, end) : goesOn && count == 2 { return start..<end }
    }
    return nil
  }

  /// Whether a clause ends at `end`, or goes on as one about a person does.
  private func endsChinese(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
    end == bytes.count || !Scalars.isLetter(Scalars.decode(bytes, end).value)
      || words.index.match(bytes, end, .nameFollower) != nil
  }

  /// A word of Arabic or Thai that a mark, or what goes on after persons, follows.
  private func spacedAnyone(_ bytes: Span<UInt8>, _ start: Int) -> Range<Int>? {
    guard let word = Self.word(bytes, at: start), word.range.count > 5, word.range.count < 46
    else { return nil }
    let end = word.range.upperBound
    if (0xE01...0xE4F).contains(word.first) {
      return thaiAnyone(bytes, word.range)
    }
    // The article begins other words.
    guard (0x600...0x6FF).contains(word.first),
      !(word.first == 0x627 && Scalars.decode(bytes, start + 2).value == 0x644)
    else { return nil }
    guard let next = following(bytes, end) else { return word.range }
    // "وشغله": "and" is a letter of the next word
    return isWord(bytes, next, .nameFollower) || next.first == 0x648 && next.range.count > 5
      ? word.range : nil
  }
}
