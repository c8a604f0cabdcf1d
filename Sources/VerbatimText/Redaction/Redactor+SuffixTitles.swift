extension Redactor {
  /// A name before a title of a script without capitals: 田中様, 김민수님.
  func titledAfter(_ bytes: Span<UInt8>, _ cue: Cue) -> Range<Int>? {
    // "と申します" is no title, and stays.
    let isHumble =
      cue.start < bytes.count && Scalars.decode(bytes, cue.start).value == 0x3068
    if isHumble, let name = japaneseSelf(bytes, before: cue.start, isHumble: true) { return name }
    let surname = isHumble ? nil : titledSurname(bytes, cue)
    return surname ?? titledAnyone(bytes, cue) ?? titledLine(bytes, cue)
      ?? titledSurname(bytes, cue) ?? titledKorean(bytes, cue)
  }

  /// A listed surname of ideographs, up to two more after it, before a title anywhere: "窓口の
  /// 佐々木さん", "是周女士接待的".
  private func titledSurname(_ bytes: Span<UInt8>, _ cue: Cue) -> Range<Int>? {
    var start = cue.start
    var found: Range<Int>?
    let isChinese = isChineseTitle(bytes, cue.start)
    for _ in 0..<5 {
      guard let (value, before) = Scalars.before(bytes, start),
        (0x3400...0x9FFF).contains(value) || value == 0x3005
      else { break }
      start = before
      // 奥さん, but 奥田さん: of a surname and another word the longer one counts. 王様 is a king,
      // 王主管 somebody's.
      guard let surname = words.index.match(bytes, start, .surname), surname.end <= cue.start,
        words.index.match(bytes, start, .notAName).map({
          $0.end < surname.end || isChinese && $0.end == surname.end
        }) ?? true
      else { continue }
      // 谢谢师傅, 感谢师傅: who is thanked is not called 谢.
      if [0x8C22, 0x8B1D].contains(value), let thanks = Scalars.before(bytes, start)?.value,
        [0x611F, 0x591A, 0x8C22, 0x8B1D].contains(thanks)
      {
        continue
      }
      // A surname of one ideograph may end another word.
      let isShort = surname.end - start == 3
      guard !isShort || surname.end == cue.start, cue.start - surname.end < 7 else { continue }
      found = start..<cue.end
    }
    return found
  }

  /// Whether a title is of ideographs and none of the Japanese ones: 師傅, but not 様.
  func isChineseTitle(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    let first = Scalars.decode(bytes, at).value
    return (0x3400...0x9FFF).contains(first) && ![0x69D8, 0x6C0F, 0x6BBF, 0x541B].contains(first)
  }

  /// The same at the start of a line.
  private func titledLine(_ bytes: Span<UInt8>, _ cue: Cue) -> Range<Int>? {
    let isHumble = Scalars.decode(bytes, cue.start).value == 0x3068
    // "김민지 고객님"
    let blank = Self.skipBlanks(bytes, before: cue.start)
    if blank < cue.start {
      if let surname = titledKoreanSurname(bytes, blank) { return surname.lowerBound..<cue.end }
      guard blank > 8 else { return nil }
      // "방문한 기사님": a word before drivers and agents is seldom a name.
      let isLine =
        Self.beginsLine(bytes, blank - 9)
        && (![0xAE30, 0xC0C1, 0xC9C1, 0xB9E4].contains(Scalars.decode(bytes, cue.start).value)
          || !endsAsVerb(bytes, blank))
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
    // 谢谢师傅 thanks one whom it does not name.
    let thanks: RedactionUses = [.mention, .openMention, .closing]
    if isChineseTitle(bytes, cue.start), words.index.match(bytes, start, thanks) != nil {
      return nil
    }
    // "[name]さんという方": the title alone is no name.
    guard count > 0, count < (isHumble ? 9 : 7),
      words.index.match(bytes, start, .suffixTitle).map({ $0.end < cue.start }) ?? true
    else { return nil }
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
    // Nothing, a mark, へ, 收, or a greeting follows.
    guard
      !Scalars.isLetter(next) || next == 0x3078 || next == 0x6536
        || words.index.match(bytes, cue.end, .greeting) != nil
    else { return nil }
    return begins(bytes, start) ? start..<cue.end : nil
  }

  /// Whether a Korean word ends as verbs before a noun do: 방문한, 친절하신.
  private func endsAsVerb(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
    guard let last = Scalars.before(bytes, end)?.value else { return false }
    // 한, 은, 는, 던, 된, 운, 인, 할, 신, 온, 간
    return [
      0xD55C, 0xC740, 0xB294, 0xB358, 0xB41C, 0xC6B4, 0xC778, 0xD560, 0xC2E0, 0xC628, 0xAC04,
    ].contains(last)
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
