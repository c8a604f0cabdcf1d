/// Names and addresses that a tagger finds, where the rules left them.
extension Redactor {
  /// Masks mail addresses and numbers: all of a text that checks itself, and nothing else.
  ///
  /// The weights of a ``PersonTagger`` are learnt from texts that went through this.
  public func redactContacts(_ bytes: inout [UInt8]) {
    let scan = scan(bytes.span)
    var counts: [String: Int] = [:]
    maskContacts(&bytes, scan, &counts)
  }

  func maskContacts(_ bytes: inout [UInt8], _ scan: Scan, _ counts: inout [String: Int]) {
    if scan.mayHoldMail { maskMails(&bytes, scan, &counts) }
    if scan.hasDigits { maskNumbers(&bytes, &counts) }
  }

  /// Masks what is left of some tags.
  ///
  /// - Parameters:
  ///   - bytes: The text with what rules found masked.
  ///   - before: The text as it was tagged.
  ///   - tags: The tags.
  ///   - counts: What was masked is added here.
  ///   - names: The words of names are added here.
  func maskTagged(
    _ bytes: inout [UInt8],
    before: [UInt8],
    _ tags: [PersonTagger.Tag],
    _ counts: inout [String: Int],
    _ names: inout PersonNames
  ) {
    let masks = Self.masks(bytes, before: before)
    let isShouted = Self.isShoutedText(before.span)
    // Both ascend.
    var first = 0
    for tag in tags where isSound(before.span, tag, isShouted: isShouted) {
      while first < masks.count, masks[first].upperBound <= tag.range.lowerBound { first += 1 }
      let overlapping = masks[first...].prefix { $0.lowerBound < tag.range.upperBound }
      var start = tag.range.lowerBound
      for mask in overlapping + [tag.range.upperBound..<tag.range.upperBound] {
        var left = Self.trimmed(before.span, start..<max(start, mask.lowerBound))
        if tag.kind == .name { left = withoutOthers(before.span, left) }
        start = mask.upperBound
        guard !left.isEmpty, overlapping.isEmpty || isPart(before.span, left, of: tag.range) else {
          continue
        }
        if !overlapping.isEmpty {
          // A further part of what was counted.
          var uncounted: [String: Int] = [:]
          self.mask(&bytes, left, tag.kind, &uncounted)
        } else if tag.kind == .name {
          maskName(&bytes, left, &counts, &names)
        } else {
          self.mask(&bytes, left, tag.kind, &counts)
        }
      }
    }
  }

  /// Whether what rules left of a tag belongs to it: it is set off by a comma or a line, has a number, or
  /// is no small or ordinary word ("beim Nachbarn").
  private func isPart(_ bytes: Span<UInt8>, _ range: Range<Int>, of tag: Range<Int>) -> Bool {
    let before = Self.skipBlanks(bytes, before: range.lowerBound)
    let behind = Scalars.skipBlanks(bytes, range.upperBound)
    if range.lowerBound > tag.lowerBound, before > 0, has(bytes, before - 1, ",\n\r;-(/") {
      return true
    }
    if range.upperBound < tag.upperBound, has(bytes, behind, ",\n\r;-/") { return true }
    guard let word = Self.word(bytes, at: range.lowerBound) else { return true }
    return range.contains { Scalars.digit(bytes, $0) != nil }
      || (word.isCapitalized && words.nameWords.kind(bytes, word.range) != .ordinary
        && !isWord(bytes, word, .notAName))
  }

  /// A name without the small ordinary words at its ends: "Quillan yet".
  private func withoutOthers(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    func isOther(_ word: TextWord) -> Bool {
      !word.isCapitalized && words.nameWords.kind(bytes, word.range) == .ordinary
    }
    var range = range
    while let word = Self.word(bytes, at: range.lowerBound),
      word.range.upperBound < range.upperBound,
      isOther(word)
    {
      range = Self.trimmed(bytes, word.range.upperBound..<range.upperBound)
    }
    while let word = Self.word(bytes, endingAt: range.upperBound),
      word.range.lowerBound > range.lowerBound, isOther(word)
    {
      range = Self.trimmed(bytes, range.lowerBound..<word.range.lowerBound)
    }
    return range
  }

  /// The masks that were laid over a text, in ascending order.
  private static func masks(_ bytes: [UInt8], before: [UInt8]) -> [Range<Int>] {
    var masks: [Range<Int>] = []
    var at = 0
    while at < bytes.count {
      guard bytes[at] != before[at] else {
        at += 1
        continue
      }
      var end = at + 1
      while end < bytes.count,
        bytes[end] == UInt8(ascii: "*") || bytes[end] == UInt8(ascii: "_")
          || bytes[end] &- 0x61 < 26
      {
        end += 1
      }
      if end < bytes.count, bytes[end] == UInt8(ascii: "]") { end += 1 } else { end = at + 1 }
      masks.append(at..<end)
      at = end
    }
    return masks
  }

  /// A range without the blanks and marks at its ends; empty where nothing else is in it.
  private static func trimmed(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    var end = range.upperBound
    while start < end {
      let (value, length) = Scalars.decode(bytes, start)
      if Scalars.isLetter(value) || Scalars.digit(bytes, start) != nil { break }
      start += length
    }
    while end > start, let (value, before) = Scalars.before(bytes, end) {
      if Scalars.isLetter(value) || Scalars.digit(bytes, before) != nil { break }
      end = before
    }
    return start..<end
  }
}
