extension Redactor {
  /// Masks names of two words or more right before a masked address, phone or mail: on the line
  /// above, or on the same line before a comma.
  func maskNamesBesideContacts(
    _ bytes: inout [UInt8],
    _ counts: inout [String: Int],
    _ names: inout PersonNames
  ) {
    // Without words every pair of words with capitals would be a name.
    guard !words.isEmpty else { return }
    var at = 0
    while at + 6 < bytes.count {
      if bytes[at] == UInt8(ascii: "["), let range = nameBefore(bytes.span, contact: at) {
        maskName(&bytes, range, &counts, &names)
      }
      at += 1
    }
  }

  /// The name that ends right before the contact at `contact`; nil for none.
  private func nameBefore(_ bytes: Span<UInt8>, contact: Int) -> Range<Int>? {
    guard isContact(bytes, contact + 1) else { return nil }
    let isLine = contact > 0 && bytes[contact - 1] == 0x0A
    var end = isLine ? contact - 1 : Self.skipBlanks(bytes, before: contact)
    if isLine {
      while end > 0, bytes[end - 1] <= 0x20, bytes[end - 1] != 0x0A { end -= 1 }
    } else {
      guard end > 0, end < contact, bytes[end - 1] == UInt8(ascii: ",") else {
        return nameRightBefore(bytes, contact)
      }
    }
    if end > 0, bytes[end - 1] == UInt8(ascii: ",") { end -= 1 }
    var start = end
    while start > 0, end - start < 60, !",\n.!?:;".utf8.contains(bytes[start - 1]) { start -= 1 }
    guard end - start < 60 else { return nil }
    start = Scalars.skipBlanks(bytes, start)
    guard start < end else { return nil }
    return fullName(bytes, start..<end) ?? ideographicLine(bytes, start..<end)
      ?? (isLine ? caselessLine(bytes, start..<end) : nil)
  }

  /// The name right before a contact, a bracket or quote between: "Nerys Bevan <[email]>",
  /// "Maximiliane Roth ([phone])".
  private func nameRightBefore(_ bytes: Span<UInt8>, _ contact: Int) -> Range<Int>? {
    var end = contact
    while end > 0, contact - end < 5, "<([\" ".utf8.contains(bytes[end - 1]) { end -= 1 }
    guard end > 0, end < contact else { return nil }
    let isBracketed = "<([".utf8.contains(bytes[contact - 1])
    var start = end
    var found: Range<Int>?
    for _ in 0..<4 {
      guard let word = Self.word(bytes, endingAt: start), Scalars.isCapital(word.first) else {
        break
      }
      let first = word.range.lowerBound
      if let name = personName(bytes, first), name.range.upperBound == end, !name.isShouted,
        name.count > 1 || isBracketed || isListedAlone(bytes, first, contact),
        isNameOfPersons(bytes, name.range),
        words.index.match(bytes, first, .goodsName) == nil
      {
        found = name.range
      }
      start = Self.skipBlanks(bytes, before: first)
      if start > 0, has(bytes, start - 1, ".") { start -= 1 }
    }
    return found
  }

  /// Whether a listed name right before a phone or mail stands behind a mark.
  ///
  /// "Call me: Agatha [phone]"; towns stand so before addresses.
  private func isListedAlone(_ bytes: Span<UInt8>, _ first: Int, _ contact: Int) -> Bool {
    guard !has(bytes, contact + 1, "a"), let word = Self.word(bytes, at: first),
      given(bytes, word) == .sure
    else { return false }
    let before = Self.skipBlanks(bytes, before: first)
    return Self.beginsLine(bytes, first) || before > 0 && has(bytes, before - 1, ":,;")
  }

  private func isContact(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    has(bytes, at, "a") && has(bytes, at + 1, "d") && has(bytes, at + 2, "d")
      || has(bytes, at, "p") && has(bytes, at + 1, "h") && has(bytes, at + 2, "o")
      || has(bytes, at, "e") && has(bytes, at + 1, "m") && has(bytes, at + 2, "a")
  }

  /// The name that is the last line of a text, below a sentence.
  func lastLine(_ bytes: Span<UInt8>) -> Range<Int>? {
    var end = bytes.count
    while end > 0, bytes.count - end < 16, bytes[end - 1] <= 0x20 { end -= 1 }
    var start = end
    while start > 0, end - start < 60, bytes[start - 1] != 0x0A { start -= 1 }
    guard start > 0, bytes[start - 1] == 0x0A, start < end else { return nil }
    var above = start
    while above > 0, start - above < 8, bytes[above - 1] <= 0x20 { above -= 1 }
    var line = above
    var blanks = 0
    while line > 0, above - line < 40, bytes[line - 1] != 0x0A {
      if bytes[line - 1] == 0x20 { blanks += 1 }
      line -= 1
    }
    // A sentence stands above, or the words are persons' names, and no list or heading does.
    guard line < above, !"-*~:".utf8.contains(bytes[line]), bytes[above - 1] != 0x3A,
      let name = fullName(bytes, start..<end), blanks > 2 || isNameOfPersons(bytes, name)
    else { return nil }
    return name
  }

  /// The line near the end of a text that is a listed name and nothing else, perhaps with what its
  /// bearer is below ("Lena\nMarketing Manager"), and with a sentence above.
  func nameLine(_ bytes: Span<UInt8>) -> Range<Int>? {
    var end = bytes.count
    for count in 0..<5 {
      while end > 0, bytes[end - 1] <= 0x20 { end -= 1 }
      var start = end
      while start > 0, end - start < 60, bytes[start - 1] != 0x0A { start -= 1 }
      guard start > 1, bytes[start - 1] == 0x0A, start < end else { return nil }
      if let name = listedLine(bytes, start..<end) ?? ideographicLine(bytes, start..<end),
        isBelowSentence(bytes, start) || count == 0 && isBelowText(bytes, start, name)
      {
        return name
      }
      if count == 0,
        let name = listedPerson(bytes, start, mayBeWeak: false)
          ?? unlistedPerson(bytes, start), !name.isShouted,
        name.range.upperBound >= end || isTown(bytes, name.range.upperBound, end),
        isBelowSentence(bytes, start)
      {
        return name.range
      }
      // A sentence or a list is no part of a signature.
      guard !".!?:".utf8.contains(bytes[end - 1]), !"-*~".utf8.contains(bytes[start]) else {
        return nil
      }
      end = start
    }
    return nil
  }

  /// The listed name that is the last sentence of a text, perhaps with a town.
  ///
  /// "Never again. Greg", "Love it! Susie, Hull".
  func lastSentence(_ bytes: Span<UInt8>) -> Range<Int>? {
    let end = Self.lastLetter(bytes)
    var start = end
    while start > 1, end - start < 48,
      bytes[start - 1] != 0x20 || !".!?".utf8.contains(bytes[start - 2])
    {
      start -= 1
    }
    guard start > 8, end - start < 48, start < end,
      Scalars.isCapital(Scalars.decode(bytes, start).value),
      let name = listedPerson(bytes, start, mayBeWeak: false) ?? unlistedPerson(bytes, start),
      !name.isShouted, name.count < 4
    else { return nil }
    let comma = name.range.upperBound
    if isAgedReviewer(bytes, comma) { return name.range }
    guard Self.word(bytes, at: pastTitles(bytes, start)).map({ given(bytes, $0) == .sure }) ?? false
    else { return nil }
    if comma >= end { return name.range }
    guard has(bytes, comma, ","),
      let town = town(bytes, Scalars.skipBlanks(bytes, comma + 1), isSure: false)
    else { return nil }
    return town >= end ? name.range : nil
  }

  private func listedLine(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    var end = line.upperBound
    while end > line.lowerBound, ".,!*".utf8.contains(bytes[end - 1]) { end -= 1 }
    let start = Scalars.skipBlanks(bytes, line.lowerBound)
    guard start < end,
      let name = listedPerson(bytes, start, mayBeWeak: true, mayBeLower: true),
      !name.isShouted
    else { return nil }
    var last = name.range.upperBound
    if last < end,
      let kisses = words.index.match(bytes, Scalars.skipBlanks(bytes, last), .shortClosing)
    {
      last = kisses.end
    }
    return last >= end ? name.range : nil
  }

  /// A family's and a given name of one to three ideographs with a blank between, and nothing else:
  /// 猪狩 太一.
  private func ideographicLine(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    var at = line.lowerBound
    for part in 0..<2 {
      let start = at
      while at < line.upperBound, at - start < 9,
        (0x3400...0x9FFF).contains(Scalars.decode(bytes, at).value)
      {
        at += 3
      }
      guard at > start,
        words.index.match(bytes, start, [.notAName, .address, .order])
          .map({ $0.end - start < 4 }) ?? true
      else { return nil }
      if part == 0 {
        let next = Scalars.skipBlanks(bytes, at)
        guard next > at else { return nil }
        at = next
      }
    }
    return at == line.upperBound ? line : nil
  }

  /// Whether a sentence of several words, or an empty line below one, stands above a line.
  private func isBelowSentence(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    var end = start
    while end > 0, start - end < 8, bytes[end - 1] <= 0x20 { end -= 1 }
    guard end > 0 else { return false }
    var line = end
    var blanks = 0
    while line > 0, end - line < 60, bytes[line - 1] != 0x0A {
      if bytes[line - 1] == 0x20 { blanks += 1 }
      line -= 1
    }
    guard !"-*~".utf8.contains(bytes[line]), bytes[end - 1] != 0x3A else { return false }
    let isWide = bytes[end - 1] >= 0x80
    return ".!?,)".utf8.contains(bytes[end - 1]) || blanks > 2 || isWide
  }

  /// Whether a line that is no list's or label's stands above a line with a surely listed name.
  private func isBelowText(_ bytes: Span<UInt8>, _ start: Int, _ name: Range<Int>) -> Bool {
    guard let word = Self.word(bytes, at: pastTitles(bytes, name.lowerBound)),
      Scalars.isCapital(word.first), given(bytes, word) == .sure
    else { return false }
    var end = start
    while end > 0, start - end < 8, bytes[end - 1] <= 0x20 { end -= 1 }
    var line = end
    while line > 0, end - line < 60, bytes[line - 1] != 0x0A { line -= 1 }
    guard line < end, !"-*~".utf8.contains(bytes[line]) else { return false }
    return !(line..<end).contains { bytes[$0] == 0x3A }
  }

  /// A range that is a name of two to four words and nothing else.
  private func fullName(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    guard let name = personName(bytes, range.lowerBound), name.range.upperBound == range.upperBound,
      name.count > 1 || name.hasTitle, !name.isShouted
    else { return nil }
    return name.range
  }
}
