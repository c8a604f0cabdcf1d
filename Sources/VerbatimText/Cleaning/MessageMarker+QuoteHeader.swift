/// What was found about a line as the last of a quote header.
struct HeaderEnding {
  /// The line.
  var line = -1
  /// The first line of the header; nil when there is none.
  var start: Int?
  var announcement: MessageMarker.Announcement?
}

extension MessageMarker {
  /// "On …, … wrote:" in any language, over up to five lines.
  mutating func quoteHeader(_ bytes: Span<UInt8>, _ at: Int) -> Announcement? {
    let (first, second) = head(bytes, at)
    if phrases.quotes.heads.contains(first, second), let found = anchored(bytes, at) {
      return found
    }
    return trailing(bytes, at) ?? unknown(bytes, at)
  }

  /// A header whose first words tell it: "On …", "Am …", "Le …".
  private mutating func anchored(_ bytes: Span<UInt8>, _ at: Int) -> Announcement? {
    folded.clear()
    var next = at
    while next < lines.count, next - at < 5 {
      guard next == at || joins(bytes, next, isOpen: isOpen) else { return nil }
      let text = joined(next)
      guard folded.bytes.count + text.count <= FoldedText.longest else { return nil }
      folded.append(bytes, text)
      if !isOpen,
        let found = phrases.quotes.matchHead(
          folded.bytes.span,
          withoutRules(),
          .whole,
          devices: phrases.devices
        )
      {
        let answer = announcement(bytes, at...next, found.words)
        return beginsLater(bytes, at...next) ? nil : answer
      }
      next += 1
    }
    return nil
  }

  /// Whether a header of several lines begins below its first: "The lamp …" in a language whose
  /// headers begin with that word, then a whole header with its date.
  private mutating func beginsLater(_ bytes: Span<UInt8>, _ header: ClosedRange<Int>) -> Bool {
    guard lines[header.lowerBound].text.count > 16 else { return false }
    for first in header.dropFirst() {
      folded.clear()
      for line in first...header.upperBound { folded.append(bytes, joined(line)) }
      let span = folded.bytes.span
      guard HeaderEvidence(in: span, 0..<span.count).contains(.date), !isTorn else { continue }
      let range = withoutRules()
      let devices = phrases.devices
      if phrases.quotes.matchHead(span, range, .whole, devices: devices) != nil
        || phrases.quotes.matchTail(span, range, devices: devices) != nil
      {
        return true
      }
    }
    return false
  }

  /// A header whose last words tell it, such as "… schrieb am …:" and "… пишет:".
  private mutating func trailing(_ bytes: Span<UInt8>, _ at: Int) -> Announcement? {
    var last = at
    while last < lines.count, last - at < 3 {
      if last > at, lines[last].isAfterBlank || lines[last].depth > 0 { return nil }
      let text = lines[last].text
      guard text.count <= FoldedText.longest else { return nil }
      let ending = bytes[text.upperBound - 1]
      if ending == UInt8(ascii: ":") || ending == 0x9A || bytes[text.lowerBound] &- 0x30 < 10 {
        if endings[last & 3].line != last { endings[last & 3] = headerEnding(bytes, last) }
        let found = endings[last & 3]
        if let start = found.start, start >= at {
          return start == at ? found.announcement : nil
        }
      }
      last += 1
    }
    return nil
  }

  /// The header that ends with a line.
  ///
  /// The fewest lines that make one are taken, so that no line of the writer's goes with them; one
  /// more when the date stands on it.
  private mutating func headerEnding(_ bytes: Span<UInt8>, _ last: Int) -> HeaderEnding {
    var first = last
    while first >= 0, last - first < 3, lines[first].depth == 0 {
      guard let found = trailingMatch(bytes, first...last) else {
        if lines[first].isAfterBlank || folded.bytes.count > FoldedText.longest { break }
        first -= 1
        continue
      }
      var answer = announcement(bytes, first...last, found.words)
      if answer.reach == .paragraph, !beginsAsDate(bytes, first) { answer.reach = .marks }
      if datesHeader(bytes, above: first), let more = trailingMatch(bytes, (first - 1)...last) {
        answer = announcement(bytes, (first - 1)...last, more.words)
        first -= 1
      }
      return HeaderEnding(line: last, start: first, announcement: answer)
    }
    return HeaderEnding(line: last, start: nil, announcement: nil)
  }

  /// The pattern that some lines fit together.
  private mutating func trailingMatch(
    _ bytes: Span<UInt8>,
    _ header: ClosedRange<Int>
  ) -> PatternMatch<CleaningPhrases.QuoteKind>? {
    folded.clear()
    for line in header { folded.append(bytes, lines[line].text) }
    guard folded.bytes.count <= FoldedText.longest, !isTorn, !isOpen else { return nil }
    return phrases.quotes.matchTail(folded.bytes.span, withoutRules(), devices: phrases.devices)
  }

  /// Whether the line above a header that has no date has one, and is no sentence.
  private mutating func datesHeader(_ bytes: Span<UInt8>, above line: Int) -> Bool {
    let evidence = HeaderEvidence(in: folded.bytes.span, 0..<folded.bytes.count)
    guard line > 0, !lines[line].isAfterBlank, lines[line - 1].depth == 0,
      !evidence.contains(.date), lines[line - 1].text.count <= 120
    else { return false }
    let end = bytes[lines[line - 1].textEnd - 1]
    guard end != UInt8(ascii: "."), end != UInt8(ascii: "!"), end != UInt8(ascii: "?") else {
      return false
    }
    folded.clear()
    folded.append(bytes, lines[line - 1].text)
    return HeaderEvidence(in: folded.bytes.span, 0..<folded.bytes.count).contains(.date)
  }

  /// A header in a language that no pattern is written for: right above a marked line, with an
  /// address before its colon, or a date at its beginning.
  private mutating func unknown(_ bytes: Span<UInt8>, _ at: Int) -> Announcement? {
    let line = lines[at]
    guard line.text.count <= 200, at + 1 < lines.count, isMarked(bytes, at + 1) else { return nil }
    folded.clear()
    folded.append(bytes, line.text)
    let evidence = HeaderEvidence(in: folded.bytes.span, 0..<folded.bytes.count)
    let beginsWithDate = bytes[line.textStart] &- 0x30 < 10 && evidence.contains(.date)
    let hasAddress = evidence.contains(.address)
    let isHeader =
      folded.bytes.last == UInt8(ascii: ":")
      ? hasAddress || beginsWithDate : hasAddress && beginsWithDate
    return isHeader ? Announcement(end: at + 1, reach: .marks) : nil
  }

  /// Whether a line begins as a date does: with a number, or with a day that a mark ends.
  ///
  /// "In 2019 you wrote:" is a sentence.
  private func beginsAsDate(_ bytes: Span<UInt8>, _ line: Int) -> Bool {
    for at in lines[line].text {
      switch bytes[at] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: ","), 0x80...:
        return true
      case 0x20: return false
      default: continue
      }
    }
    return false
  }

  /// Whether a line may be one more of a header that began above it.
  private func joins(_ bytes: Span<UInt8>, _ at: Int, isOpen: Bool) -> Bool {
    let line = lines[at]
    guard line.textStart < line.textEnd || isOpen else { return false }
    if line.depth > 0 { return isOpen }
    return !line.isAfterBlank || isOpen || bytes[line.textStart] == UInt8(ascii: "<")
  }

  /// The text of a line in a header: with its `>`, which closes an address there.
  private func joined(_ at: Int) -> Range<Int> {
    let line = lines[at]
    return (line.depth > 0 ? line.start : line.textStart)..<line.textEnd
  }

  /// Whether an address is open at the end: more `<` than `>`.
  private var isOpen: Bool { angles > 0 }

  /// Whether an address began above: a `>` before any `<`.
  private var isTorn: Bool {
    for byte in folded.bytes {
      if byte == UInt8(ascii: "<") { return false }
      if byte == UInt8(ascii: ">") { return true }
    }
    return false
  }

  private var angles: Int {
    var count = 0
    for byte in folded.bytes {
      if byte == UInt8(ascii: "<") { count += 1 }
      if byte == UInt8(ascii: ">") { count -= 1 }
    }
    return count
  }

  /// The folded text without the dashes and stars that some programs put around a header.
  private func withoutRules() -> Range<Int> {
    var start = 0
    var end = folded.bytes.count
    while start < end, Self.isRuleByte(folded.bytes[start]) { start += 1 }
    while end > start, Self.isRuleByte(folded.bytes[end - 1]) { end -= 1 }
    return start..<end
  }

  private static func isRuleByte(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "-") || byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "=") || byte == UInt8(ascii: "~") || byte == 0x20
  }

  /// How far the quote goes that a header announces.
  ///
  /// An address tells a mail program's line from a writer's. Without one, words that are no name
  /// ("On 3 May at 14:30 your driver wrote:") leave the quote to its marks, and a date without a
  /// time of day is trusted for one paragraph.
  private func announcement(
    _ bytes: Span<UInt8>,
    _ header: ClosedRange<Int>,
    _ words: Int
  ) -> Announcement {
    let evidence = HeaderEvidence(in: folded.bytes.span, 0..<folded.bytes.count)
    let end = header.upperBound + 1
    if evidence.contains(.address) { return Announcement(end: end, reach: .rest) }
    if evidence.isDisjoint(with: [.date, .time]) || smallWords(bytes, header) - words > 1 {
      return Announcement(end: end, reach: .marks)
    }
    return Announcement(end: end, reach: evidence.contains(.time) ? .rest : .paragraph)
  }

  /// How many words of small letters follow the last number of a header.
  private func smallWords(_ bytes: Span<UInt8>, _ header: ClosedRange<Int>) -> Int {
    var count = 0
    for line in header {
      var isInside = false
      for at in joined(line) {
        let byte = bytes[at]
        if byte &- 0x30 < 10 { count = 0 }
        if !isInside, byte &- 0x61 < 26 { count += 1 }
        isInside =
          (byte | 0x20) &- 0x61 < 26 || byte >= 0x80 || byte &- 0x30 < 10
          || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "'")
      }
    }
    return count
  }
}
