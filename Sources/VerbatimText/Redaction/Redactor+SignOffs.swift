extension Redactor {
  /// The name after a sign-off: "Kind regards, Anna Schmidt", "Thanks,\nAnna".
  func signedOff(_ bytes: Span<UInt8>, _ cue: Cue) -> Range<Int>? {
    let isOpen = beginsSentence(bytes, cue.start) || cue.uses.contains(.closing)
    var gap = Self.gap(bytes, cue.end)
    if gap.lines == 0, let line = pastPlace(bytes, gap.end) { gap = Self.gap(bytes, line) }
    guard gap.end < bytes.count, gap.end > cue.end else { return nil }
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
    let end = name.range.upperBound
    // "an answer please, Anna Schmidt"
    guard isOpen || gap.hasMark && name.count > 1 && endsLineAfterMarks(bytes, end) else {
      return nil
    }
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

  // MARK: Signatures

  /// The name after a dash at the end of a text: "- Anna", "-- \nAnna Schmidt".
  func signature(_ bytes: Span<UInt8>) -> Range<Int>? {
    var end = bytes.count
    while end > 0, bytes.count - end < 16, bytes[end - 1] <= 0x20 || bytes[end - 1] == 0x2E {
      end -= 1
    }
    // The last dash, at most 60 bytes back.
    var dash = end
    while dash > 0, end - dash < 60 {
      let byte = bytes[dash - 1]
      let isDash =
        byte == UInt8(ascii: "~") || byte == UInt8(ascii: "-")
        || (byte >= 0x93 && byte <= 0x95 && dash > 2 && bytes[dash - 2] == 0x80
          && bytes[dash - 3] == 0xE2)
      if isDash, !isHyphen(bytes, dash) { break }
      dash -= 1
    }
    guard dash > 0, end - dash < 60, dash < end else { return nil }
    var start = dash
    while start < end, bytes[start] <= 0x20 { start += 1 }
    guard startsSignature(bytes, dash) else { return nil }
    if Scalars.isCaseless(Scalars.decode(bytes, start).value) {
      guard let name = caselessName(bytes, start), name.upperBound == end else { return nil }
      return name
    }
    guard let name = personName(bytes, start), name.range.upperBound >= end, name.count < 4,
      !name.isShouted || name.count > 1
    else { return nil }
    return name.range
  }

  /// Whether a dash that ends at `dash` joins two letters.
  private func isHyphen(_ bytes: Span<UInt8>, _ dash: Int) -> Bool {
    dash > 1 && dash < bytes.count && bytes[dash - 1] == UInt8(ascii: "-")
      && (bytes[dash - 2] >= 0x80 || Self.isAlphanumeric(bytes[dash - 2]))
      && (bytes[dash] >= 0x80 || Self.isAlphanumeric(bytes[dash]))
  }

  /// Whether a dash begins a line that is no list's, or follows the end of a sentence.
  private func startsSignature(_ bytes: Span<UInt8>, _ dash: Int) -> Bool {
    var start = dash
    while start > 0, dash - start < 12,
      "-~ ".utf8.contains(bytes[start - 1]) || bytes[start - 1] >= 0x80
    {
      start -= 1
    }
    guard start > 0 else { return false }
    if bytes[start - 1] != 0x0A {
      // "398.-" is a price.
      let isPrice = start > 1 && Self.isDigit(bytes[start - 2])
      return !isPrice && ".!?)*\"".utf8.contains(bytes[start - 1])
    }
    // A line before that begins with a dash too makes a list of it.
    var line = start - 1
    while line > 0, start - line < 400, bytes[line - 1] != 0x0A { line -= 1 }
    return !"-~*".utf8.contains(bytes[line]) && bytes[line] != 0xE2
  }
}
