extension Redactor {
  /// The name after a greeting: "Hi Anna,", "Bonjour Madame Petit".
  func greeted(_ bytes: Span<UInt8>, _ cue: Cue) -> Range<Int>? {
    guard beginsSentence(bytes, cue.start) else { return nil }
    let last = Scalars.before(bytes, cue.end)?.value ?? 0
    if Scalars.isCaseless(last) { return caselessGreeted(bytes, cue) }
    var start = Scalars.skipBlanks(bytes, cue.end)
    // "Hi, Anna here", "Hello - Anna": a mark may stand before the name.
    let hasMark = has(bytes, start, ",-!.")
    if hasMark { start = Scalars.skipBlanks(bytes, start + 1) }
    guard start > cue.end, start < bytes.count else { return nil }
    guard let name = personName(bytes, start) else {
      return hasMark || !cue.uses.contains(.greeting) ? nil : lowerGreeted(bytes, start, cue)
    }
    let end = name.range.upperBound
    // "Hey HP,", "Ola K."
    if name.isShouted || has(bytes, end - 1, "."), name.range.count < 3, !name.hasTitle {
      return nil
    }
    let next = Scalars.skipBlanks(bytes, end)
    let following = next > end ? Self.word(bytes, at: next) : nil
    if hasMark {
      // "Hello, Great product" has no name: only what "here" or a comma follows is one.
      if let following { return isWord(bytes, following, .selfEnd) ? name.range : nil }
      return has(bytes, end, ",!") && name.count < 3 ? name.range : nil
    }
    // "Dear Acme Team,"
    if let following, following.isCapitalized, isWord(bytes, following, .notAName),
      has(bytes, following.range.upperBound, ",!:\n\r.")
        || !name.hasTitle
          && following.range.upperBound == bytes.count
    {
      return nil
    }
    if name.hasTitle { return name.range }
    if cue.uses.contains(.greeting) {
      // "HELLO BATTERY DIED" is shouted, not addressed; "Dear Kettle lovers" goes on with no word
      // that sentences begin with.
      guard let following else { return name.range }
      return !name.isShouted && isWord(bytes, following, [.notAName, .connector, .and])
        ? name.range : nil
    }
    if cue.uses.contains(.weakGreeting) {
      // "Estimados Marta y equipo:"
      if let following, isWord(bytes, following, .and) { return name.range }
      return has(bytes, end, ",:!\n\r") || end == bytes.count ? name.range : nil
    }
    guard Self.beginsLine(bytes, cue.start), has(bytes, end, ",:\n\r") else { return nil }
    return Self.endsLine(bytes, has(bytes, end, ",:") ? end + 1 : end) ? name.range : nil
  }

  /// A name without capitals after a greeting: "hi anna,".
  private func lowerGreeted(_ bytes: Span<UInt8>, _ greeted: Int, _ cue: Cue) -> Range<Int>? {
    var start = greeted
    // "dear mrs jones,"
    if let title = words.index.match(bytes, start, .honorific) {
      let end = has(bytes, title.end, ".") ? title.end + 1 : title.end
      let next = Scalars.skipBlanks(bytes, end)
      if next > end { start = next }
    }
    guard let name = lowerName(bytes, start, most: 1) else { return nil }
    let isAll = name.upperBound == bytes.count && cue.end - cue.start < 6
    return isAll || has(bytes, name.upperBound, ",\n\r!") ? name : nil
  }

  /// A greeting in a script without capitals: a title and a name, or a name and a mark.
  private func caselessGreeted(_ bytes: Span<UInt8>, _ cue: Cue) -> Range<Int>? {
    var start = Scalars.skipBlanks(bytes, cue.end)
    // "السيدة نورة" is a greeting and a title in one.
    let isTitle = words.index.match(bytes, cue.start, .honorific)?.end == cue.end
    if start < bytes.count,
      [0x2C, 0x60C, 0xFF0C, 0x3001].contains(Scalars.decode(bytes, start).value)
    {
      start = Scalars.skipBlanks(bytes, start + Scalars.decode(bytes, start).length)
    }
    let title = words.index.match(bytes, start, .honorific)
    let first = start
    if let title { start = Scalars.skipBlanks(bytes, title.end) }
    guard let name = caselessName(bytes, start) else { return nil }
    var end = name.upperBound
    if let suffix = words.index.match(bytes, end, .suffixTitle) { end = suffix.end }
    if title != nil || isTitle || end > name.upperBound { return first..<end }
    guard end == bytes.count || !Scalars.isLetter(Scalars.decode(bytes, end).value),
      Scalars.blank(bytes, end) == 0
    else { return nil }
    return name
  }

  // MARK: Scripts without capitals

  /// The name at `start` in a script without capitals: two to five ideographs or syllables, or up
  /// to two words; nil for more, and for words that are no names.
  func caselessName(_ bytes: Span<UInt8>, _ start: Int) -> Range<Int>? {
    guard start < bytes.count else { return nil }
    let first = Scalars.decode(bytes, start).value
    guard Scalars.isCaseless(first), Scalars.isLetter(first), !isOtherWord(bytes, start),
      words.index.match(bytes, start, [.introduction, .selfNaming]) == nil
    else { return nil }
    let isIdeograph = (0x3400...0x9FFF).contains(first) || (0xAC00...0xD7A3).contains(first)
    let ends: RedactionUses = [.notAName, .selfEnd, .closing, .suffixTitle]
    var at = start
    var count = 0
    var hasTitle = false
    while at < bytes.count {
      let (value, length) = Scalars.decode(bytes, at)
      guard Scalars.isLetter(value), Scalars.isCaseless(value) else { break }
      if isIdeograph, count > 0, words.index.match(bytes, at, .suffixTitle) != nil {
        hasTitle = true
        break
      }
      count += 1
      at += length
      guard count <= 28 else { return nil }
    }
    guard count > 1 || hasTitle, !isIdeograph || count < 6 else { return nil }
    // "أحمد علي", "田中 太郎": a second word counts when the name ends with it.
    at = pastFamilyName(bytes, start, at)
    let next = Scalars.skipBlanks(bytes, at)
    guard next > at, next < bytes.count, !isIdeograph || count < 4,
      // The sign of the baht lies among the Thai letters.
      Scalars.isCaseless(Scalars.decode(bytes, next).value),
      Scalars.decode(bytes, next).value != 0xE3F,
      words.index.match(bytes, next, ends) == nil, let word = Self.word(bytes, at: next),
      !isIdeograph || word.range.count <= 9,
      Scalars.blank(bytes, word.range.upperBound) == 0
    else { return start..<at }
    return start..<word.range.upperBound
  }

  /// Where a name ends that goes on from `end` with a family's name in Arabic or Thai.
  ///
  /// In Arabic such a name has the article and ends as those of places and tribes do, or follows
  /// a word that never stands alone ("عبد"). In Thai it is a word of a few letters in which none
  /// of the words that are no names stands.
  private func pastFamilyName(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var end = end
    var last = start
    for _ in 0..<3 {
      let next = Scalars.skipBlanks(bytes, end)
      guard next > end, let word = Self.word(bytes, at: next) else { break }
      switch word.first {
      case 0x600...0x6FF:
        let isJoined = words.index.match(bytes, last, .particle)?.end == end
        let hasArticle =
          word.first == 0x627 && word.range.count > 6
          && Scalars.decode(bytes, next + 2).value == 0x644
        let isFamily = hasArticle && Scalars.before(bytes, word.range.upperBound)?.value == 0x64A
        guard
          isJoined || (isFamily && words.index.match(bytes, next, .notAName) == nil)
            || words.index.match(bytes, next, .particle)?.end == word.range.upperBound
        else { return end }
      case 0xE01...0xE4F:
        guard last == start, word.range.count > 8, word.range.count < 46 else { return end }
        var at = next
        while at < word.range.upperBound {
          if words.index.match(bytes, at, [.notAName, .closing, .honorific, .order]) != nil {
            return end
          }
          at += Scalars.decode(bytes, at).length
        }
      default: return end
      }
      last = next
      end = word.range.upperBound
    }
    return end
  }

  /// Whether a word that is no name begins at `start`; one ideograph says nothing.
  func isOtherWord(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    guard let other = words.index.match(bytes, start, [.notAName, .closing]) else { return false }
    let isOne = other.end - start == Scalars.decode(bytes, start).length
    return !isOne || other.end == bytes.count
      || !Scalars.isLetter(Scalars.decode(bytes, other.end).value)
  }

  /// A name before a title of a script without capitals, at the start of a line: 田中様, 김민수님.
  func titledAfter(_ bytes: Span<UInt8>, _ cue: Cue) -> Range<Int>? {
    let isHumble = Scalars.decode(bytes, cue.start).value == 0x3068
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
