extension Redactor {
  /// A name before a title of a script without capitals: 田中様, 김민수님.
  func titledAfter(_ bytes: Span<UInt8>, _ cue: Cue) -> Range<Int>? {
    // "と申します" is no title, and stays.
    let isHumble =
      cue.start < bytes.count && Scalars.decode(bytes, cue.start).value == 0x3068
    let surname = isHumble ? nil : titledSurname(bytes, cue)
    return surname ?? titledAnyone(bytes, cue) ?? titledLine(bytes, cue)
      ?? titledSurname(bytes, cue) ?? titledKorean(bytes, cue)
  }

  /// A surname and two syllables right before a title, as a word: "배수진씨가", "남궁혁님이".
  private func titledKorean(_ bytes: Span<UInt8>, _ cue: Cue) -> Range<Int>? {
    // 님, 씨
    guard cue.start > 8, [0xB2D8, 0xC528].contains(Scalars.decode(bytes, cue.start).value)
    else { return nil }
    let start = cue.start - 9
    guard (0xAC00...0xD7A3).contains(Scalars.decode(bytes, start).value),
      !Scalars.isLetter(Scalars.before(bytes, start)?.value ?? 0),
      words.index.match(bytes, start, .surname) != nil,
      words.index.match(bytes, start, [.notAName, .mention, .openMention]) == nil,
      (1...2).allSatisfy({ (0xAC00...0xD7A3).contains(Scalars.decode(bytes, start + 3 * $0).value) }
      )
    else { return nil }
    return start..<cue.start
  }

  /// Two to four ideographs or katakana that a title follows and の, た or a mark stands before:
  /// "担当の早乙女さん", "電話に出た二階堂という方".
  private func titledAnyone(_ bytes: Span<UInt8>, _ cue: Cue) -> Range<Int>? {
    // さん, 様, 氏 and phrases that begin with と
    guard cue.start < bytes.count,
      [0x3055, 0x69D8, 0x6C0F, 0x3068].contains(Scalars.decode(bytes, cue.start).value)
    else { return nil }
    var start = cue.start
    var count = 0
    while count < 6, let (value, before) = Scalars.before(bytes, start),
      (0x3400...0x9FFF).contains(value) || value == 0x3005 || (0x30A1...0x30FC).contains(value)
    {
      start = before
      count += 1
    }
    guard (2...5).contains(count), let before = Scalars.before(bytes, start),
      [0x306E, 0x305F, 0x3001, 0x3002, 0x300C].contains(before.value)
    else { return nil }
    // 店員さん, 配送業者さん
    var at = start
    while at < cue.start {
      if let other = words.index.match(bytes, at, [.notAName, .mention, .openMention]),
        other.end >= cue.start || other.end - at > 3
      {
        return nil
      }
      at += Scalars.decode(bytes, at).length
    }
    return start..<cue.start
  }

  /// A listed surname of ideographs, up to two more after it, before a title anywhere: "窓口の
  /// 佐々木さん", "是周女士接待的".
  private func titledSurname(_ bytes: Span<UInt8>, _ cue: Cue) -> Range<Int>? {
    var start = cue.start
    var found: Range<Int>?
    for _ in 0..<5 {
      guard let (value, before) = Scalars.before(bytes, start),
        (0x3400...0x9FFF).contains(value) || value == 0x3005
      else { break }
      start = before
      guard let surname = words.index.match(bytes, start, .surname), surname.end <= cue.start,
        words.index.match(bytes, start, .notAName) == nil
      else { continue }
      // A surname of one ideograph may end another word.
      let isShort = surname.end - start == 3
      guard !isShort || surname.end == cue.start, cue.start - surname.end < 7 else { continue }
      found = start..<cue.end
    }
    return found
  }

  /// The same at the start of a line.
  private func titledLine(_ bytes: Span<UInt8>, _ cue: Cue) -> Range<Int>? {
    let isHumble = Scalars.decode(bytes, cue.start).value == 0x3068
    // "김민지 고객님"
    let blank = Self.skipBlanks(bytes, before: cue.start)
    if blank < cue.start {
      guard blank > 8 else { return nil }
      let isLine = Self.beginsLine(bytes, blank - 9)
      guard
        caselessPerson(bytes, blank - 9)?.upperBound == blank
          || isLine && words.index.match(bytes, blank - 9, .surname) != nil
            && Self.word(bytes, at: blank - 9)?.range.upperBound == blank
            && words.index.match(bytes, blank - 9, .notAName) == nil,
        (0xAC00...0xD7A3).contains(Scalars.decode(bytes, blank - 9).value),
        !Scalars.isLetter(Scalars.before(bytes, blank - 9)?.value ?? 0)
      else { return nil }
      return (blank - 9)..<cue.end
    }
    var start = cue.start
    var count = 0
    while count < 9, let (value, before) = Scalars.before(bytes, start),
      Scalars.isLetter(value), Scalars.isUnspaced(value), ![0x306F, 0x306E].contains(value)
    {
      start = before
      count += 1
    }
    // 尊敬的王女士
    var place = start
    while place < cue.start {
      if let greeting = words.index.match(bytes, place, [.greeting, .weakGreeting]),
        greeting.end < cue.start
      {
        start = greeting.end
      }
      place += Scalars.decode(bytes, place).length
    }
    guard count > 0, count < (isHumble ? 9 : 7) else { return nil }
    if let other = words.index.match(bytes, start, [.notAName]), other.end >= cue.start {
      return nil
    }
    let next = cue.end < bytes.count ? Scalars.decode(bytes, cue.end).value : 0x0A
    if isHumble { return familyName(bytes, before: start)..<cue.start }
    if (0xAC00...0xD7A3).contains(Scalars.decode(bytes, start).value),
      words.index.match(bytes, start, .surname) == nil
    {
      return nil
    }
    // Nothing, a mark, へ, or a greeting follows.
    guard
      !Scalars.isLetter(next) || next == 0x3078
        || words.index.match(bytes, cue.end, .greeting) != nil
    else { return nil }
    return begins(bytes, start) ? start..<cue.end : nil
  }

  /// Where a name begins of which a family's name stands before a blank: 宮本 千尋と申します.
  private func familyName(_ bytes: Span<UInt8>, before given: Int) -> Int {
    let end = Self.skipBlanks(bytes, before: given)
    guard end < given else { return given }
    var start = end
    while end - start < 12, let (value, before) = Scalars.before(bytes, start),
      (0x3400...0x9FFF).contains(value) || value == 0x3005
    {
      start = before
    }
    guard start < end else { return given }
    return Self.beginsLine(bytes, start)
      || !Scalars.isLetter(Scalars.before(bytes, start)?.value ?? 0)
      ? start : given
  }

  /// Whether a line begins at `at`, or a greeting or a company's name stands before it on its line.
  private func begins(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    if Self.beginsLine(bytes, at) || endsGreeting(bytes, at) { return true }
    var before = Self.skipBlanks(bytes, before: at)
    if before < at {
      return Self.beginsLine(bytes, max(0, before - 60)) || lineStart(bytes, before)
    }
    guard let mark = Scalars.before(bytes, before), [0xFF0C, 0x3001, 0x2C].contains(mark.value)
    else {
      return false
    }
    before = mark.start
    return lineStart(bytes, before)
  }

  /// Whether a greeting ends right before `at`.
  private func endsGreeting(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    var start = at
    for _ in 0..<8 {
      guard let before = Scalars.before(bytes, start) else { return false }
      start = before.start
      if words.index.match(bytes, start, [.greeting, .weakGreeting])?.end == at { return true }
    }
    return false
  }

  /// Whether a line begins at most 60 bytes before `at`.
  private func lineStart(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    var start = at
    while start > 0, at - start < 60 {
      if bytes[start - 1] == 0x0A { return true }
      start -= 1
    }
    return start == 0
  }
}
