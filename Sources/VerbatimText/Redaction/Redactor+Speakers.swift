extension Redactor {
  /// A line that says who speaks: "Priyanka: let me see", "[10:32] Tomasz K.: one moment".
  private struct SpokenLine {
    /// All before the colon but for a time.
    var label: Range<Int>
    /// The name in it, where it may be one.
    var name: Range<Int>?
    /// Whether a time stands before or behind it.
    var hasTime: Bool
  }

  private static let mostLines = 200

  /// Masks the names of those who speak in a chat.
  ///
  /// A line must have a time, or another line a label that speaks too: the same one again, a
  /// person's part ("Agent", "Kundin") or a word of up to three letters ("Me", "Ich", "Yo").
  func maskSpeakers(
    _ bytes: inout [UInt8],
    _ counts: inout [String: Int],
    _ names: inout PersonNames
  ) {
    let lines = spokenLines(bytes.span)
    guard lines.contains(where: { $0.name != nil }),
      !lines.contains(where: { isHeader(bytes.span, $0) })
    else { return }
    for (place, line) in lines.enumerated() {
      guard let name = line.name else { continue }
      let isSpoken =
        line.hasTime
        || lines.enumerated().contains { other, another in
          other != place && (isPart(bytes.span, another) || isSame(bytes.span, line, another))
        }
      if isSpoken { maskName(&bytes, name, &counts, &names) }
    }
  }

  private func isSame(_ bytes: Span<UInt8>, _ line: SpokenLine, _ other: SpokenLine) -> Bool {
    guard line.label.count == other.label.count else { return false }
    for (left, right) in zip(line.label, other.label) where bytes[left] != bytes[right] {
      return false
    }
    return true
  }

  /// Whether a label is one of the head of a mail: "From:", "An:".
  private func isHeader(_ bytes: Span<UInt8>, _ line: SpokenLine) -> Bool {
    let label = words.index.match(bytes, line.label.lowerBound, .label)
    return line.name == nil && label.map { $0.end > line.label.upperBound } ?? false
  }

  /// Whether a label is a person's part, or a short word of those who speak.
  private func isPart(_ bytes: Span<UInt8>, _ line: SpokenLine) -> Bool {
    guard line.name == nil, let word = Self.word(bytes, at: line.label.lowerBound) else {
      return false
    }
    if words.index.match(bytes, line.label.lowerBound, [.mention, .label, .openMention])?.end
      == line.label.upperBound
    {
      return true
    }
    return word.range == line.label
      && (word.range.count < 4 && words.nameWords.kind(bytes, word.range) == .ordinary
        || isWord(bytes, word, .selfNaming))
  }

  /// The lines of a text that begin with a label; none for a text of one line without a time.
  private func spokenLines(_ bytes: Span<UInt8>) -> [SpokenLine] {
    var lines: [SpokenLine] = []
    var start = 0
    while start < bytes.count, lines.count < Self.mostLines {
      if let line = spokenLine(bytes, start) { lines.append(line) }
      while start < bytes.count, bytes[start] != 0x0A { start += 1 }
      start += 1
    }
    return lines
  }

  private func spokenLine(_ bytes: Span<UInt8>, _ start: Int) -> SpokenLine? {
    var hasTime = false
    var first = Scalars.skipBlanks(bytes, start)
    if let next = pastTime(bytes, first) {
      hasTime = true
      first = next
    }
    guard first < bytes.count, Scalars.isLetter(Scalars.decode(bytes, first).value) else {
      return nil
    }
    var colon = first
    while colon < bytes.count, colon - first < 40, bytes[colon] != 0x3A, bytes[colon] != 0x0A {
      // "Rhys (14:02): let me see"
      if bytes[colon] == UInt8(ascii: "("), let next = pastTime(bytes, colon) {
        hasTime = true
        colon = next
        continue
      }
      colon += 1
    }
    guard has(bytes, colon, ":"), Scalars.blank(bytes, colon + 1) > 0 || has(bytes, colon + 1, "\n")
    else { return nil }
    var end = Self.skipBlanks(bytes, before: colon)
    // "Ottoline (Support): …"
    if end > first, has(bytes, end - 1, ")") {
      while end > first, bytes[end] != UInt8(ascii: "(") { end -= 1 }
      end = Self.skipBlanks(bytes, before: end)
    }
    guard end > first else { return nil }
    return SpokenLine(label: first..<end, name: spoken(bytes, first..<end), hasTime: hasTime)
  }

  /// The name that a label is, or has after a person's part: "Agente Itziar".
  private func spoken(_ bytes: Span<UInt8>, _ label: Range<Int>) -> Range<Int>? {
    var start = label.lowerBound
    if let part = words.index.match(bytes, start, [.mention, .label, .openMention]) {
      let next = Scalars.skipBlanks(bytes, part.end)
      guard next > part.end, next < label.upperBound else { return nil }
      start = next
    }
    guard let name = personName(bytes, start), name.range.upperBound == label.upperBound,
      name.count < 4, words.index.match(bytes, start, .goodsName) == nil
    else { return nil }
    var at = pastTitles(bytes, start)
    while at < label.upperBound {
      guard let word = Self.word(bytes, at: at) else {
        at += 1
        continue
      }
      if word.range.count > 1, !isWord(bytes, word, [.particle, .and]), given(bytes, word) == nil,
        !mayBeUnlisted(bytes, word)
      {
        return nil
      }
      at = word.range.upperBound
    }
    return name.range
  }

  /// Where a time, perhaps in brackets, and the blanks after it end; nil for none.
  private func pastTime(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    var at = start
    let isOpen = has(bytes, at, "[(")
    if isOpen { at += 1 }
    guard at < bytes.count, Self.isDigit(bytes[at]) else { return nil }
    var hasColon = false
    while at < bytes.count, at - start < 24,
      Self.isDigit(bytes[at]) || ":./- ,".utf8.contains(bytes[at])
        || isOpen && Self.isLetter(bytes[at])
    {
      if bytes[at] == 0x3A { hasColon = true }
      at += 1
    }
    if has(bytes, at, "])") { at += 1 }
    at = Scalars.skipBlanks(bytes, at)
    return hasColon && at > start && (isOpen || has(bytes, at - 1, " -")) ? at : nil
  }
}
