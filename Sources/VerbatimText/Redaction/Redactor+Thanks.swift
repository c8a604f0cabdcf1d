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
    guard at > cue.end,
      let name = listedPerson(bytes, at, mayBeWeak: true, mayBeLower: true)
    else { return nil }
    // "Signed Beatrix Holm", "XOXO Candice": the last words of all.
    if !isThanks, !hasMark {
      let isLast = endsText(bytes, name.range.upperBound) && beginsSentence(bytes, cue.start)
      return isLast && !isWeak(bytes, name) ? name.range : nil
    }
    var end = name.range.upperBound
    if let kisses = words.index.match(bytes, Scalars.skipBlanks(bytes, end), .shortClosing) {
      end = kisses.end
    }
    let isLower = !Scalars.isCapital(Scalars.decode(bytes, at).value)
    if endsLineAfterMarks(bytes, end) { return isLower && isWeak(bytes, name) ? nil : name.range }
    // "Groeten, Anneke uit Zwolle"
    if hasMark, !isLower, !isWeak(bytes, name), let next = following(bytes, end),
      isWord(bytes, next, .selfEnd)
    {
      return name.range
    }
    guard isThanks, !isWeak(bytes, name), !isLower, !name.isShouted else { return nil }
    // "Thanks Anna for your help", "Thank you, Sarah! It works"
    if has(bytes, end, ",!.") { return name.range }
    guard !hasMark, let next = following(bytes, end) else { return nil }
    return next.isCapitalized ? nil : name.range
  }

  private func endsText(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
    var at = end
    while at < bytes.count, at - end < 8, bytes[at] < 0x30 { at += 1 }
    return at == bytes.count
  }

  /// "Signed, a very unhappy Karen": a name at the end of a line after what its bearer is.
  func signedAsWhat(_ bytes: Span<UInt8>, _ cue: Cue) -> Range<Int>? {
    guard !cue.uses.isDisjoint(with: [.closing, .shortClosing]), beginsSentence(bytes, cue.start)
    else { return nil }
    var at = Scalars.skipBlanks(bytes, cue.end)
    guard has(bytes, at, ",-:\n") || words.index.match(bytes, at, Self.anySelfEnd) != nil else {
      return nil
    }
    while has(bytes, at, ",-:\n"), at - cue.end < 8 { at = Scalars.skipBlanks(bytes, at + 1) }
    for _ in 0..<7 {
      guard let word = Self.word(bytes, at: at) else { return nil }
      if Scalars.isCapital(word.first), let name = listedPerson(bytes, at, mayBeWeak: true) {
        let isEnd = endsLineAfterMarks(bytes, name.range.upperBound) && bytes.count - at < 120
        return isEnd ? name.range : nil
      }
      let next = Scalars.skipBlanks(bytes, word.range.upperBound)
      at = has(bytes, next, ",") ? Scalars.skipBlanks(bytes, next + 1) : next
    }
    return nil
  }
}
