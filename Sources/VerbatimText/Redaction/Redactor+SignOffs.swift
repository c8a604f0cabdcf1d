extension Redactor {
  /// The name after a sign-off: "Kind regards, Anna Schmidt", "Thanks,\nAnna".
  func signedOff(_ bytes: Span<UInt8>, _ cue: Cue) -> Range<Int>? {
    let isOpen = beginsSentence(bytes, cue.start) || cue.uses.contains(.closing)
    // The full stop may belong to the phrase: "감사합니다.", お願いします。
    let mark = Scalars.before(bytes, cue.end)
    let end = mark.map { [0x2E, 0x3002].contains($0.value) ? $0.start : cue.end } ?? cue.end
    var gap = Self.gap(bytes, end)
    if gap.lines == 0, let line = pastPlace(bytes, gap.end) { gap = Self.gap(bytes, line) }
    guard gap.end < bytes.count, gap.end > end else { return nil }
    if !isOpen, !Scalars.isCapital(Scalars.decode(bytes, gap.end).value) { return nil }
    let isShort = !cue.uses.contains(.closing)
    let isAbbreviated = cue.end - cue.start < 5
    // "LG Sabine", but not "LG OLED TV".
    if isAbbreviated, !beginsSentence(bytes, cue.start) { return nil }
    if isShort, !gap.hasMark, gap.lines == 0 { return nil }
    if Scalars.isCaseless(Scalars.decode(bytes, gap.end).value) {
      return caselessSignedOff(bytes, gap.end, gap.lines, gap.hasMark)
    }
    guard let name = personName(bytes, gap.end, isSure: !isShort) else {
      if !isShort, let name = capitalizedLine(bytes, gap.end) { return name }
      // "in all the best possible ways" says good-bye to nobody.
      let mayBeLower =
        isShort
        ? gap.lines > 0 && gap.hasMark
        : gap.lines > 0 || gap.hasMark || beginsSentence(bytes, cue.start)
      guard mayBeLower, let name = lowerName(bytes, gap.end, most: 2),
        endsLineAfterMarks(bytes, name.upperBound), isNearEnd(bytes, name.upperBound)
      else { return nil }
      return name
    }
    return signedOff(bytes, cue, name, gap)
  }

  /// The name a sign-off and a gap are followed by, where what comes next says that it is one.
  private func signedOff(
    _ bytes: Span<UInt8>,
    _ cue: Cue,
    _ name: PersonName,
    _ gap: (end: Int, lines: Int, hasMark: Bool)
  ) -> Range<Int>? {
    let isShort = !cue.uses.contains(.closing)
    let isAbbreviated = cue.end - cue.start < 5
    let end = name.range.upperBound
    // "an answer please, Anna Schmidt"
    guard
      !isShort || beginsSentence(bytes, cue.start)
        || gap.hasMark && name.count > 1 && endsLineAfterMarks(bytes, end)
    else { return nil }
    if isAbbreviated, gap.lines == 0, !gap.hasMark {
      // "Get It Now, LG Reputation" is a phone's; on a line of its own nothing else is signed.
      let isListed = Self.word(bytes, at: gap.end).map { given(bytes, $0) != nil } ?? false
      guard !name.isShouted,
        isListed || name.count > 1 || name.hasTitle || Self.beginsLine(bytes, cue.start)
      else { return nil }
    }
    if endsLineAfterMarks(bytes, end) { return name.range }
    // "Margaret Hill (Mrs)"
    let next = Scalars.skipBlanks(bytes, end)
    // "Anna xx"
    if gap.lines > 0, let sign = words.index.match(bytes, next, .shortClosing),
      endsLineAfterMarks(bytes, sign.end)
    {
      return name.range
    }
    if gap.lines > 0, name.count > 1, has(bytes, next, "(") { return name.range }
    if gap.lines > 0 {
      let longer = throughLine(bytes, name)
      if longer.upperBound > end { return longer }
    }
    guard !isShort, !isAbbreviated || gap.hasMark || gap.lines > 0 else { return nil }
    guard let following = Self.word(bytes, at: next) else { return name.range }
    // "Regards Anna from Leeds", "Regards, Anna Schmidt Tel. …"; but "Regards the colour Blue".
    if following.isNumber || following.isCapitalized || has(bytes, end, ",.") { return name.range }
    return gap.lines > 0 && name.count == 1 ? nil : name.range
  }

  /// A line of two or three words with capitals, of which only the first is another word too:
  /// "Can Aydın".
  private func capitalizedLine(_ bytes: Span<UInt8>, _ start: Int) -> Range<Int>? {
    var at = start
    var last: TextWord?
    for _ in 0..<3 {
      guard let word = Self.word(bytes, at: at), Scalars.isCapital(word.first) else { break }
      if let last, last.range.lowerBound > start, isWord(bytes, last, .notAName) { return nil }
      last = word
      at = Scalars.skipBlanks(bytes, word.range.upperBound)
    }
    guard let last, last.range.lowerBound > start, !isWord(bytes, last, .notAName),
      Self.endsLine(bytes, last.range.upperBound)
    else { return nil }
    return start..<last.range.upperBound
  }

  /// The end of the line when it names a place: "Grüße aus Köln".
  private func pastPlace(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    guard start < bytes.count, words.index.match(bytes, start, .selfEnd) != nil else { return nil }
    var at = start
    while at < bytes.count, at - start < 40, bytes[at] != 0x0A { at += 1 }
    return at < bytes.count && bytes[at] == 0x0A ? at : nil
  }

  /// Marks, blanks and line ends between a sign-off and a name.
  private static func gap(
    _ bytes: Span<UInt8>,
    _ start: Int
  ) -> (end: Int, lines: Int, hasMark: Bool) {
    var at = start
    var lines = 0
    var hasMark = false
    while at < bytes.count, at - start < 24 {
      let blank = Scalars.blank(bytes, at)
      if blank > 0 {
        at += blank
        continue
      }
      switch bytes[at] {
      case 0x0A:
        lines += 1
        guard lines < 4 else { return (start, 0, false) }
        at += 1
      case 0x0D, UInt8(ascii: ">"), UInt8(ascii: "*"), UInt8(ascii: "_"): at += 1
      case UInt8(ascii: ","), UInt8(ascii: "-"), UInt8(ascii: ":"), UInt8(ascii: "!"),
        UInt8(ascii: "."), UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: ";"):
        hasMark = true
        at += 1
      case 0x80...0xFF:
        let (value, length) = Scalars.decode(bytes, at)
        guard !Scalars.isLetter(value) else { return (at, lines, hasMark) }
        hasMark = true
        at += length
      default: return (at, lines, hasMark)
      }
    }
    return (at, lines, hasMark)
  }

  /// Whether at most a few short lines follow.
  private func isNearEnd(_ bytes: Span<UInt8>, _ at: Int) -> Bool { bytes.count - at < 160 }

  /// A line that is a name and nothing else: 田中太郎, 김민수 드림.
  private func caselessSignedOff(
    _ bytes: Span<UInt8>,
    _ start: Int,
    _ lines: Int,
    _ hasMark: Bool
  ) -> Range<Int>? {
    guard lines > 0 || hasMark, let name = caselessName(bytes, start) else { return nil }
    var end = name.upperBound
    let next = Scalars.skipBlanks(bytes, end)
    // 敬上, 드림, 올림, より
    let sign = words.index.match(bytes, next, [.closing, .suffixTitle])
    if let sign { end = sign.end }
    guard endsLineAfterMarks(bytes, end), isNearEnd(bytes, end), lines > 0 || end + 3 >= bytes.count
    else { return nil }
    // 此致 and a line of two or three ideographs
    let isShort =
      lines > 0 && name.count < 10 && !hasKana(bytes, name)
      && (0x3400...0x9FFF).contains(Scalars.decode(bytes, start).value)
    return sign != nil || isShort || mayBeName(bytes, name) ? name : nil
  }

  private func hasKana(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      let (value, length) = Scalars.decode(bytes, at)
      if (0x3041...0x30FF).contains(value) { return true }
      at += length
    }
    return false
  }

  /// Whether a line of a script without capitals may be a name, and not a sentence.
  private func mayBeName(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Bool {
    switch Scalars.decode(bytes, name.lowerBound).value {
    case 0xAC00...0xD7A3:
      // Three syllables, the first a surname.
      return name.count == 9 && words.index.match(bytes, name.lowerBound, .surname) != nil
    case 0x3400...0x9FFF:
      guard words.index.match(bytes, name.lowerBound, .surname) != nil else { return false }
      var at = name.lowerBound
      while at < name.upperBound {
        let (value, length) = Scalars.decode(bytes, at)
        // Sentences end in hiragana.
        if (0x3041...0x309F).contains(value) { return false }
        at += length
      }
      return true
    case 0x3040...0x309F: return false
    case 0xE00...0xE7F:
      var at = name.lowerBound
      while at < name.upperBound {
        if words.index.match(bytes, at, .notAName) != nil { return false }
        at += Scalars.decode(bytes, at).length
      }
      return true
    default:
      // Arabic: the article begins other words.
      return
        !(bytes[name.lowerBound] == 0xD8 && bytes[name.lowerBound + 1] == 0xA7
        && name.count > 4 && bytes[name.lowerBound + 2] == 0xD9
        && bytes[name.lowerBound + 3] == 0x84)
    }
  }
}
