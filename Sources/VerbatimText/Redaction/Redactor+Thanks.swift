extension Redactor {
  /// "Thanks Anna", "Thank you so much, Sarah!", "Best, Hannah x".
  func thanked(_ bytes: Span<UInt8>, _ cue: Cue) -> Range<Int>? {
    let isThanks = cue.uses.contains(.thanks)
    var at = cue.end
    var hasMark = false
    for _ in 0..<3 {
      at = Scalars.skipBlanks(bytes, at)
      while has(bytes, at, ",!-.:~\n\r"), at - cue.end < 24 {
        hasMark = true
        at = Scalars.skipBlanks(bytes, at + 1)
      }
      guard isThanks, !hasMark, let other = words.index.match(bytes, at, .notAName),
        let word = Self.word(bytes, at: at), !Scalars.isCapital(word.first)
      else { break }
      at = other.end
    }
    guard at > cue.end else { return nil }
    guard let name = listedPerson(bytes, at, mayBeWeak: true, mayBeLower: true) else {
      return isThanks ? unlistedThanked(bytes, at, hasMark) : nil
    }
    // "Signed Beatrix Holm", "XOXO Candice": the last words of all.
    if !isThanks, !hasMark {
      let isLast =
        (endsText(bytes, name.range.upperBound)
          || following(bytes, name.range.upperBound).map { endsWithKisses(bytes, $0) } ?? false)
        && beginsSentence(bytes, cue.start)
      return isLast && !isWeak(bytes, name) ? name.range : nil
    }
    var end = name.range.upperBound
    if let kisses = words.index.match(bytes, Scalars.skipBlanks(bytes, end), .shortClosing) {
      end = kisses.end
    }
    let first = Scalars.decode(bytes, at).value
    let isLower = !Scalars.isCapital(first) && !Scalars.isCaseless(first)
    if endsLineAfterMarks(bytes, end) { return isLower && isWeak(bytes, name) ? nil : name.range }
    // "Groeten, Anneke uit Zwolle"
    if hasMark, !isLower, !isWeak(bytes, name), let next = following(bytes, end),
      isWord(bytes, next, .selfEnd)
    {
      return name.range
    }
    // "Thanks, Siobhan (on behalf of Pavel)"
    if hasMark, !isLower, !isWeak(bytes, name), has(bytes, Scalars.skipBlanks(bytes, end), "(") {
      return name.range
    }
    // "Thanks Rose, it came today"
    if isThanks, !hasMark, !isLower, !name.isShouted, has(bytes, end, ",") { return name.range }
    guard isThanks, !isWeak(bytes, name), !name.isShouted,
      !isLower || !hasMark && beginsSentence(bytes, cue.start) && lowerListed(bytes, at) != nil
    else { return nil }
    // "Thanks Anna for your help", "Thank you, Sarah! It works"
    if has(bytes, end, ",!.") { return name.range }
    guard !hasMark, let next = following(bytes, end) else { return nil }
    if Scalars.isCaseless(next.first) { return followsArabic(bytes, next) ? name.range : nil }
    return next.isCapitalized ? nil : name.range
  }

  /// "Thanks Zennor, it works", "thx marloes you were great": a name that no list has.
  private func unlistedThanked(_ bytes: Span<UInt8>, _ at: Int, _ hasMark: Bool) -> Range<Int>? {
    if let word = Self.word(bytes, at: at), (0x600...0x6FF).contains(word.first) {
      let isName =
        word.range.count > 7 && !hasMark && endsText(bytes, word.range.upperBound)
        && !isWord(bytes, word, [.notAName, .closing, .honorific, .mention])
        // The article and the letters of "to" and "for" begin other words.
        && ![0x627, 0x644, 0x628].contains(word.first)
      return isName ? word.range : nil
    }
    if let name = unlistedPerson(bytes, at) {
      let end = name.range.upperBound
      if endsLineAfterMarks(bytes, end) || !hasMark && has(bytes, end, ",!.") { return name.range }
      guard !hasMark, let next = following(bytes, end) else { return nil }
      return isWord(bytes, next, [.connector, .nameFollower]) ? name.range : nil
    }
    guard !hasMark, let word = Self.word(bytes, at: at), mayBeUnlistedLower(bytes, word),
      let next = following(bytes, word.range.upperBound),
      words.index.match(bytes, next.range.lowerBound, .personAct) != nil
    else { return nil }
    return word.range
  }

  private func endsText(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
    var at = end
    while at < bytes.count, at - end < 8, bytes[at] < 0x30 { at += 1 }
    return at == bytes.count
  }

  /// "Yours in disgust, Oswin": the last word of a text, after up to four small ones and a comma.
  func signedAfterComma(_ bytes: Span<UInt8>, _ start: Int) -> Range<Int>? {
    var at = start
    for _ in 0..<4 {
      guard let word = Self.word(bytes, at: at), !word.isCapitalized else { return nil }
      at = Scalars.skipBlanks(bytes, word.range.upperBound)
      guard has(bytes, at, ",") else { continue }
      at = Scalars.skipBlanks(bytes, at + 1)
      if has(bytes, at, "\n") { at = Scalars.skipBlanks(bytes, at + 1) }
      guard
        let name = listedPerson(bytes, at, mayBeWeak: false) ?? unlistedPerson(bytes, at),
        endsText(bytes, name.range.upperBound)
      else { return nil }
      return name.range
    }
    return nil
  }

  /// "Signed, a very unhappy Karen": a name at the end of a line after what its bearer is.
  func signedAsWhat(_ bytes: Span<UInt8>, _ cue: Cue) -> Range<Int>? {
    guard !cue.uses.isDisjoint(with: [.closing, .shortClosing]), beginsSentence(bytes, cue.start)
    else { return nil }
    var at = Scalars.skipBlanks(bytes, cue.end)
    guard has(bytes, at, ",-:\n") || words.index.match(bytes, at, Self.anySelfEnd) != nil else {
      return signedAfterComma(bytes, at)
    }
    while has(bytes, at, ",-:\n"), at - cue.end < 8 { at = Scalars.skipBlanks(bytes, at + 1) }
    for _ in 0..<7 {
      guard let word = Self.word(bytes, at: at) else { return nil }
      if Scalars.isCapital(word.first) {
        if let name = listedPerson(bytes, at, mayBeWeak: true) {
          let isEnd = endsLineAfterMarks(bytes, name.range.upperBound) && bytes.count - at < 120
          return isEnd ? name.range : nil
        }
      }
      let next = Scalars.skipBlanks(bytes, word.range.upperBound)
      at = has(bytes, next, ",") ? Scalars.skipBlanks(bytes, next + 1) : next
    }
    return nil
  }
}
