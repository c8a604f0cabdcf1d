extension Redactor {
  /// All that stands on a line after a word for addresses and a colon: "Address: The Old Mill,
  /// Church Lane, LE65 1AB".
  ///
  /// A number is among it. In Arabic no colon is needed where a word of streets or houses follows.
  func labelledAddress(
    _ bytes: Span<UInt8>,
    _ number: Range<Int>,
    after: Int
  ) -> Range<Int>? {
    guard let start = labelEnd(bytes, before: number.lowerBound), start >= after,
      let first = Self.word(bytes, at: start), first.isCapitalized || first.isNumber
    else { return nil }
    let end = lineEnd(bytes, start)
    guard end > number.lowerBound, end - start > 8 else { return nil }
    var commas = 0
    var names = 0
    var streets = 0
    var at = start
    while at < end {
      let (value, length) = Scalars.decode(bytes, at)
      guard Scalars.isLetter(value) else {
        if [0x2C, 0x60C, 0x3001, 0xFF0C].contains(value) { commas += 1 }
        at += length
        continue
      }
      guard let word = Self.word(bytes, at: at) else { break }
      if word.isCapitalized { names += 1 }
      if words.index.match(bytes, at, Self.streetWords) != nil { streets += 1 }
      at = word.range.upperBound
    }
    let isCaseless = Scalars.isCaseless(first.first)
    guard isCaseless ? streets > 0 : commas > 0 && names > 1 else { return nil }
    return start..<end
  }

  private static let streetWords: RedactionUses = [
    .typeNameNumber, .nameTypeNumber, .numberTypeName, .unit, .box, .region,
  ]

  /// Where a label for addresses ends that stands on the line before a number; nil for none.
  private func labelEnd(_ bytes: Span<UInt8>, before number: Int) -> Int? {
    var at = number
    while number - at < 96, let (value, start) = Scalars.before(bytes, at), value != 0x0A {
      at = start
      let isArabic = (0x600...0x6FF).contains(value)
      if value != 0x3A, value != 0xFF1A, !isArabic { continue }
      if isArabic {
        guard beginsWord(bytes, at, value), let cue = words.index.match(bytes, at, .address),
          cue.end < number
        else { continue }
        var end = Scalars.skipBlanks(bytes, cue.end)
        if has(bytes, end, ":") { end = Scalars.skipBlanks(bytes, end + 1) }
        return end > cue.end ? end : nil
      }
      let colon = Self.skipBlanks(bytes, before: at)
      var word = colon
      for _ in 0..<3 {
        guard let last = Self.word(bytes, endingAt: Self.skipBlanks(bytes, before: word)) else {
          break
        }
        word = last.range.lowerBound
        if words.index.match(bytes, word, .address)?.end == colon {
          return Scalars.skipBlanks(bytes, at + Scalars.decode(bytes, at).length)
        }
      }
      return nil
    }
    return nil
  }

  /// Where the line, or the sentence, ends that goes on from `start`.
  private func lineEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var end = start
    while end < bytes.count, end - start < 180 {
      let (value, length) = Scalars.decode(bytes, end)
      if [0x0A, 0x0D, 0x21, 0x3F, 0x3B, 0x5B, 0x3002, 0x61F].contains(value) { break }
      // "Leeds. Thanks", but not "ul. Długa"
      if value == 0x2E, Scalars.blank(bytes, end + 1) > 0 || end + 1 == bytes.count,
        let word = Self.word(bytes, endingAt: end), word.range.count > 4 || word.isNumber
      {
        break
      }
      end += length
    }
    while end > start, " .,:".utf8.contains(bytes[end - 1]) { end -= 1 }
    return end
  }
}
