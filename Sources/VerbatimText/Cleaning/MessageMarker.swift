internal import VerbatimCore

/// One message at work: its lines, and what each was found to be.
///
/// Quotes come first, because they cut the message into stretches that are the writer's own; then
/// each stretch is searched for device lines and notices, and its end for a signature.
struct MessageMarker {
  let phrases: CleaningPhrases
  let lines: [MessageLine]
  var kinds: [MessagePart.Kind]
  /// The first line that no quote claimed.
  var firstOwn = 0
  /// What is known of the last lines as ends of headers, each under its number modulo 4: three
  /// lines ask about the same one.
  var endings = [HeaderEnding](repeating: HeaderEnding(), count: 4)
  /// Reused from line to line.
  var folded = FoldedText()

  init(_ phrases: CleaningPhrases, _ bytes: Span<UInt8>) {
    self.phrases = phrases
    lines = MessageLine.lines(of: bytes)
    kinds = [MessagePart.Kind](repeating: .own, count: lines.count)
  }

  /// Marks every line; false when all are the writer's own.
  mutating func mark(_ bytes: Span<UInt8>) -> Bool {
    // A message of nothing but marked lines is its writer's way to set text apart, unless the marks
    // nest: then it is a thread.
    guard lines.contains(where: { $0.depth != 1 }) else { return false }
    markQuotes(bytes)
    var start = 0
    while start < lines.count {
      var end = start + 1
      while end < lines.count, kinds[end] == kinds[start] { end += 1 }
      if kinds[start] == .own { markStretch(bytes, start..<end) }
      start = end
    }
    return kinds.contains { $0 != .own }
  }

  /// Marks what is not own in a stretch between quotes.
  private mutating func markStretch(_ bytes: Span<UInt8>, _ stretch: Range<Int>) {
    markNotices(bytes, stretch)
    markDeviceLines(bytes, stretch)
    markSignature(bytes, stretch)
    var start = stretch.lowerBound
    while start < stretch.upperBound {
      var end = start + 1
      while end < stretch.upperBound, kinds[end] == kinds[start] { end += 1 }
      if kinds[start] == .own { markSignOff(bytes, start..<end) }
      start = end
    }
  }

  /// The parts: neighbouring lines of one kind, blank lines with the line before them.
  func parts(count: Int) -> [MessagePart] {
    var parts: [MessagePart] = []
    for (index, kind) in kinds.enumerated() where parts.last?.kind != kind {
      let start = index == 0 ? 0 : lines[index].start
      if let last = parts.indices.last { parts[last].range.end = start }
      parts.append(MessagePart(range: ByteRange(start, count), kind: kind))
    }
    return parts
  }

  /// The line's text in folded form, if it is no longer than a phrase can be.
  mutating func fold(_ bytes: Span<UInt8>, _ line: Int) -> Bool {
    folded.clear()
    guard lines[line].text.count <= FoldedText.longest else { return false }
    folded.append(bytes, lines[line].text)
    return true
  }

  /// The first two bytes of a line that are no adornment.
  func head(_ bytes: Span<UInt8>, _ line: Int) -> (UInt8, UInt8) {
    let text = lines[line].text
    var at = text.lowerBound
    while at < text.upperBound, at - text.lowerBound < 80,
      FoldedText.isDecoration(bytes[at]) || bytes[at] == UInt8(ascii: "<")
    { at += 1 }
    guard at < text.upperBound else { return (0, 0) }
    return (bytes[at], at + 1 < text.upperBound ? bytes[at + 1] : 0x20)
  }

  /// Whether a line is a rule: three or more dashes, underscores, stars or the like, and nothing
  /// else.
  func isRule(_ bytes: Span<UInt8>, _ line: Int) -> Bool {
    let text = lines[line].text
    guard text.count >= 3, text.count <= 200 else { return false }
    for at in text {
      switch bytes[at] {
      case UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "="), UInt8(ascii: "*"),
        UInt8(ascii: "~"), UInt8(ascii: "#"), 0x20:
        continue
      default: return false
      }
    }
    return true
  }
}
