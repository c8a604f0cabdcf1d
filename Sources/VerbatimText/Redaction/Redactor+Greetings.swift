extension Redactor {
  /// The name after a greeting: "Hi Anna,", "Bonjour Madame Petit".
  func greeted(_ bytes: Span<UInt8>, _ cue: Cue) -> Range<Int>? {
    guard beginsSentence(bytes, cue.start) else { return nil }
    let last = Scalars.before(bytes, cue.end)?.value ?? 0
    if Scalars.isCaseless(last) { return caselessGreeted(bytes, cue) }
    var start = Scalars.skipBlanks(bytes, cue.end)
    // "Hi, Anna here", "Hello - Anna": a mark may stand before the name.
    let hasMark = has(bytes, start, ",-!.?")
    if hasMark { start = Scalars.skipBlanks(bytes, start + 1) }
    guard start > cue.end, start < bytes.count else { return nil }
    guard let name = personName(bytes, start) else {
      guard cue.uses.contains(.greeting) else { return nil }
      return hasMark ? lowerSelf(bytes, start) : lowerGreeted(bytes, start, cue)
    }
    let end = name.range.upperBound
    // "Bonjour Madame, Monsieur"
    if name.count == 1, let word = Self.word(bytes, at: start), word.range.upperBound == end,
      isWord(bytes, word, .honorific), given(bytes, word) == nil
    {
      return nil
    }
    // "Hey HP,", "Ola K."
    if name.isShouted || has(bytes, end - 1, "."), name.range.count < 3, !name.hasTitle {
      return nil
    }
    let next = Scalars.skipBlanks(bytes, end)
    let following = next > end ? Self.word(bytes, at: next) : nil
    if hasMark {
      // "Hello, Great product" has no name: only what "here" or a comma follows is one.
      if let following { return isWord(bytes, following, .selfEnd) ? name.range : nil }
      return has(bytes, end, ",!?") && name.count < 3 ? name.range : nil
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
    // "Beste Brannoc, de waterkoker lekt"
    if name.count < 3, has(bytes, end, ",!"), unlistedPerson(bytes, start) != nil {
      return name.range
    }
    if cue.uses.contains(.weakGreeting) {
      // "Estimados Marta y equipo:"
      if let following, isWord(bytes, following, .and) { return name.range }
      return has(bytes, end, ",:!\n\r") || end == bytes.count ? name.range : nil
    }
    guard Self.beginsLine(bytes, cue.start), has(bytes, end, ",:\n\r") else { return nil }
    return Self.endsLine(bytes, has(bytes, end, ",:") ? end + 1 : end) ? name.range : nil
  }

  /// A listed name without its capital after a greeting and a comma, and a word more, before a mark
  /// or "here": "dzien dobry, mateusz lewandowicz, pisałem".
  private func lowerSelf(_ bytes: Span<UInt8>, _ start: Int) -> Range<Int>? {
    guard let first = Self.word(bytes, at: start), first.range.count > 3,
      given(bytes, first) == .sure, let name = lowerName(bytes, start, most: 2)
    else { return nil }
    let next = following(bytes, name.upperBound)
    let isNamed = next.map { isWord(bytes, $0, [.trailer, .selfEnd, .weakSelfEnd]) } ?? false
    return isNamed || has(bytes, name.upperBound, ",!.\n") ? name : nil
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
    // "slm ben emre": "ben" is a name elsewhere.
    guard words.index.match(bytes, start, .selfNaming) == nil,
      let name = lowerName(bytes, start, most: 1)
    else { return nil }
    // "hey bartlomeu ur site is down": a word that no list has before one that
    // goes on
    if let word = Self.word(bytes, at: start), word.range == name,
      mayBeUnlistedLower(bytes, word), let next = following(bytes, name.upperBound),
      isWord(bytes, next, .nameFollower)
    {
      return name
    }
    let isAll = name.upperBound == bytes.count && cue.end - cue.start < 6
    // "hey marlon - still waiting"
    let dash = Scalars.skipBlanks(bytes, name.upperBound)
    if has(bytes, dash, "-"), let word = Self.word(bytes, at: start), given(bytes, word) == .sure {
      return name
    }
    return isAll || has(bytes, name.upperBound, ",\n\r!") ? name : nil
  }

  /// A greeting in a script without capitals: a title and a name, or a name and a mark.
  private func caselessGreeted(_ bytes: Span<UInt8>, _ cue: Cue) -> Range<Int>? {
    if let name = greetedAnyone(bytes, cue.end) { return name }
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
    // "สวัสดีค่า จูนรับเรื่อง"
    if (0xE01...0xE4F).contains(Scalars.decode(bytes, start).value), end < bytes.count,
      words.index.match(bytes, end, .selfEnd) != nil
    {
      return name
    }
    guard end == bytes.count || !Scalars.isLetter(Scalars.decode(bytes, end).value),
      Scalars.blank(bytes, end) == 0
    else { return nil }
    return name
  }
}
