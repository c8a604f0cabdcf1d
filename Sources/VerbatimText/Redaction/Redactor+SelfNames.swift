extension Redactor {
  /// "I'm Joanna and …", "Soy Pilar, …", "Sou a Beatriz do pedido".
  func selfNamedByName(_ bytes: Span<UInt8>, _ cue: Cue) -> Range<Int>? {
    var start = Scalars.skipBlanks(bytes, cue.end)
    let isCaseless = Scalars.isCaseless(Scalars.before(bytes, cue.end)?.value ?? 0)
    guard start > cue.end || isCaseless, start < bytes.count else { return nil }
    if has(bytes, start, "-,") { start = Scalars.skipBlanks(bytes, start + 1) }
    let place = pastArticle(bytes, start)
    guard
      let name = listedPerson(bytes, start, mayBeWeak: !isCaseless, mayBeLower: true)
        ?? listedPerson(bytes, place, mayBeWeak: !isCaseless, mayBeLower: true)
    else { return isCaseless ? latinSelf(bytes, start) : unlistedSelf(bytes, cue, place) }
    guard !name.isShouted else { return nil }
    let end = name.range.upperBound
    if isCaseless { return endsCaseless(bytes, end) ? name.range : nil }
    let isStrong = cue.uses.contains(.selfNaming)
    let isLower = !Scalars.isCapital(Scalars.decode(bytes, start).value)
    if isLower, beginsSentence(bytes, cue.start), let family = lowerFamily(bytes, end) {
      return start..<family
    }
    let next = following(bytes, end)
    if isWeak(bytes, name) {
      guard isStrong, !isLower else { return nil }
      if let next { return isWord(bytes, next, [.selfEnd, .weakSelfEnd, .and]) ? name.range : nil }
      return has(bytes, end, ",.!") ? name.range : nil
    }
    guard let next else { return name.range }
    if isWord(bytes, next, Self.anySelfEnd) || isStrong && isWord(bytes, next, .and) {
      return name.range
    }
    // "slm ben emre dün yazdım"
    if isLower, name.range.count > 3, isGreeted(bytes, cue.start), !next.isCapitalized,
      !isWord(bytes, next, [.notAName, .product])
    {
      return name.range
    }
    return isStrong && !isLower && !next.isCapitalized ? name.range : nil
  }

  /// Up to three Latin words that are all of a clause after "I am" in a script without capitals:
  /// "本人ouyang feng，".
  private func latinSelf(_ bytes: Span<UInt8>, _ start: Int) -> Range<Int>? {
    guard start < bytes.count, Self.isLetter(bytes[start]),
      let end = personName(bytes, start)?.range.upperBound
        ?? lowerName(bytes, start, most: 3)?.upperBound,
      end - start > 3, end < bytes.count,
      [0x2C, 0xFF0C, 0x3002, 0x2E, 0x0A, 0x21, 0xFF01].contains(Scalars.decode(bytes, end).value)
    else { return nil }
    return start..<end
  }

  /// Where a family's name without its capital ends after a given one: "this is amir khan, i ordered".
  private func lowerFamily(_ bytes: Span<UInt8>, _ end: Int) -> Int? {
    guard let word = following(bytes, end), !word.isCapitalized, !word.isNumber,
      given(bytes, word) == .sure || mayBeUnlistedLower(bytes, word)
    else { return nil }
    let last = word.range.upperBound
    guard let next = following(bytes, last) else {
      return last == bytes.count || has(bytes, last, ",.!\n") ? last : nil
    }
    return isWord(bytes, next, Self.anySelfEnd) ? last : nil
  }

  /// The same for a name that no list has: "It's Tanvir here", "this is lorcan from no 22", "Soy
  /// Yolotzin, compré".
  private func unlistedSelf(_ bytes: Span<UInt8>, _ cue: Cue, _ start: Int) -> Range<Int>? {
    guard let word = Self.word(bytes, at: start) else { return nil }
    guard let name = unlistedPerson(bytes, start) else {
      guard mayBeUnlistedLower(bytes, word), let next = following(bytes, word.range.upperBound),
        next.range.count == 4, isFrom(bytes, next.range)
      else { return nil }
      return word.range
    }
    let end = name.range.upperBound
    let opens = beginsSentence(bytes, cue.start)
    guard let next = following(bytes, end) else {
      return opens && cue.uses.contains(.selfNaming) && has(bytes, end, ",") ? name.range : nil
    }
    if isWord(bytes, next, .selfEnd) { return name.range }
    return opens && cue.uses.contains(.selfNaming)
      && isWord(bytes, next, [.and, .weakSelfEnd]) ? name.range : nil
  }

  /// Whether a word is "from" or "here": after those of other languages a trade follows as often.
  private func isFrom(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    ["from", "here"].contains(String(decoding: range.map { bytes[$0] | 0x20 }, as: UTF8.self))
  }
}
