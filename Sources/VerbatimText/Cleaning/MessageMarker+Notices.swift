extension MessageMarker {
  /// Marks paragraphs that begin as legal text, warnings and notices of lists do.
  mutating func markNotices(_ bytes: Span<UInt8>, _ stretch: Range<Int>) {
    var start = stretch.lowerBound
    while start < stretch.upperBound {
      var end = start + 1
      while end < stretch.upperBound, !lines[end].isAfterBlank { end += 1 }
      markNotice(bytes, start..<end, in: stretch)
      start = end
    }
  }

  /// Marks a paragraph from the line on that begins as a notice does.
  private mutating func markNotice(
    _ bytes: Span<UInt8>,
    _ paragraph: Range<Int>,
    in stretch: Range<Int>
  ) {
    // A paragraph holds one notice, below its first rules if not at its beginning.
    var tries = 0
    for line in paragraph where tries < 3 {
      let (first, second) = head(bytes, line)
      guard phrases.notices.heads.contains(first, second) else { continue }
      // A rule or the paragraph's beginning stands before it, or the notice is one line itself.
      let isFirst = line == paragraph.lowerBound || isRule(bytes, line - 1)
      guard isFirst || line == paragraph.upperBound - 1 || kinds[line - 1] != .own else { continue }
      tries += 1
      folded.clear()
      var next = line
      while next < paragraph.upperBound, folded.bytes.count < FoldedText.longest {
        let text = lines[next].text
        let room = FoldedText.longest - folded.bytes.count
        folded.append(bytes, text.lowerBound..<min(text.upperBound, text.lowerBound + room))
        next += 1
      }
      let range = folded.undecorated()
      guard
        let found = phrases.notices
          .matchHead(folded.bytes.span, range, .beginning, devices: phrases.devices)
      else { continue }
      let kind: MessagePart.Kind = found.value == .footer ? .footer : .disclaimer
      var begin = line
      while begin > stretch.lowerBound, kinds[begin - 1] == .own, isRule(bytes, begin - 1) {
        begin -= 1
      }
      for marked in begin..<paragraph.upperBound { kinds[marked] = kind }
      return
    }
  }

  /// Marks lines of devices and mail programs at the end of a paragraph.
  mutating func markDeviceLines(_ bytes: Span<UInt8>, _ stretch: Range<Int>) {
    for line in stretch.reversed() where kinds[line] == .own {
      let next = line + 1
      let isLast =
        next == stretch.upperBound || lines[next].isAfterBlank || kinds[next] != .own
        || signatureMark(bytes, next) != nil
      if isLast, isDeviceLine(bytes, line) { kinds[line] = .device }
    }
  }

  private mutating func isDeviceLine(_ bytes: Span<UInt8>, _ line: Int) -> Bool {
    let text = lines[line].text
    guard text.count <= 240 else { return false }
    let (first, second) = head(bytes, line)
    var end = text.upperBound
    while end - 2 > text.lowerBound,
      FoldedText.isDecoration(bytes[end - 1]) || bytes[end - 1] == UInt8(ascii: ".")
    { end -= 1 }
    let isKnownEnd =
      end - 2 >= text.lowerBound
      && phrases.deviceLines.tails.contains(bytes[end - 2], bytes[end - 1])
    guard isKnownEnd || phrases.deviceLines.heads.contains(first, second) else { return false }
    guard fold(bytes, line) else { return false }
    folded.dropLinks()
    let range = folded.undecorated()
    let span = folded.bytes.span
    return phrases.deviceLines.matchHead(span, range, .whole, devices: phrases.devices) != nil
      || phrases.deviceLines.matchTail(span, range, devices: phrases.devices) != nil
  }
}
