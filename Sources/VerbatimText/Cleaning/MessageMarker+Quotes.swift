extension MessageMarker {
  /// How far a quote without marks goes.
  enum QuoteReach {
    /// To the end of the message.
    case rest
    /// Over the next paragraph: the header says too little to lose more by it.
    case paragraph
    /// Nowhere: without marks it is no quote.
    case marks
  }

  /// Lines that announce a quote.
  struct Announcement {
    /// One past its last line.
    var end: Int
    var reach: QuoteReach
  }

  /// Marks quoted lines and what announces them.
  mutating func markQuotes(_ bytes: Span<UInt8>) {
    firstOwn = lines.count
    var at = 0
    while at < lines.count {
      if isMarked(bytes, at) {
        kinds[at] = .quoted
        at += 1
        continue
      }
      guard var found = announcement(bytes, at) else {
        firstOwn = min(firstOwn, at)
        at += 1
        continue
      }
      // "Original Message" has its header fields below it.
      while found.reach != .marks, found.end < lines.count,
        let more = announcement(bytes, found.end), more.reach != .marks
      {
        found.end = more.end
        if more.reach == .rest { found.reach = .rest }
      }
      let isMarked = found.end < lines.count && self.isMarked(bytes, found.end)
      if found.reach == .marks, !isMarked {
        firstOwn = min(firstOwn, at)
        at += 1
        continue
      }
      for line in at..<found.end { kinds[line] = .delimiter }
      at = found.end
      if isMarked || firstOwn == lines.count { continue }
      var end = lines.count
      if found.reach == .paragraph {
        end = at
        while end < lines.count, end == at || !lines[end].isAfterBlank { end += 1 }
      }
      for line in at..<end { kinds[line] = .quoted }
      at = end
    }
  }

  /// Whether a line belongs to a marked quote.
  func isMarked(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    let line = lines[at]
    let previous = at > 0 ? lines[at - 1] : nil
    let next = at + 1 < lines.count ? lines[at + 1] : nil
    let isAfterQuote = previous.map { $0.depth > 0 || kinds[at - 1] == .delimiter } ?? false
    if line.depth > 0 {
      // ">5 kg" on a line of its own compares.
      let isComparison =
        line.depth == 1 && line.textStart > line.start && line.textStart < line.textEnd
        && bytes[line.textStart - 1] == UInt8(ascii: ">") && bytes[line.textStart] &- 0x30 < 10
      return !isComparison || isAfterQuote || (next?.depth ?? 0) > 0
    }
    if let mark = Self.initialsMark(bytes, line.text) {
      // "AB> " or "| " marks a quote when two lines agree.
      return beginsAlike(bytes, at, at - 1, mark) || beginsAlike(bytes, at, at + 1, mark)
    }
    // A mail program that wrapped a quoted line leaves the rest of it without a mark: a small
    // letter between two marked lines, after a long one that ends in the middle of a sentence.
    guard let previous, let next, isAfterQuote, next.depth > 0, previous.depth > 0,
      !line.isAfterBlank, !next.isAfterBlank, previous.text.count >= 60
    else { return false }
    switch bytes[previous.textEnd - 1] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"),
      UInt8(ascii: ";"), UInt8(ascii: ")"):
      return false
    default: return bytes[line.textStart] &- 0x61 < 26
    }
  }

  /// Whether another line begins with the same mark.
  private func beginsAlike(_ bytes: Span<UInt8>, _ at: Int, _ other: Int, _ count: Int) -> Bool {
    guard lines.indices.contains(other), lines[other].text.count >= count else { return false }
    for offset in 0..<count
    where bytes[lines[other].textStart + offset] != bytes[lines[at].textStart + offset] {
      return false
    }
    return true
  }

  /// The length of a mark such as `AB>` that a line begins with, up to three capitals, or of a bar
  /// that is not a table's.
  static func initialsMark(_ bytes: Span<UInt8>, _ text: Range<Int>) -> Int? {
    var at = text.lowerBound
    if at < text.upperBound, bytes[at] == UInt8(ascii: "|") {
      let hasMore = text.dropFirst().prefix(400).contains { bytes[$0] == UInt8(ascii: "|") }
      return hasMore ? nil : 1
    }
    while at < text.upperBound, at - text.lowerBound < 3, bytes[at] &- 0x41 < 26 { at += 1 }
    guard at > text.lowerBound, at < text.upperBound, bytes[at] == UInt8(ascii: ">") else {
      return nil
    }
    return at + 1 - text.lowerBound
  }

  /// What announces a quote at a line, with the rules above it.
  private mutating func announcement(_ bytes: Span<UInt8>, _ at: Int) -> Announcement? {
    var first = at
    while first < lines.count, first - at < 2, lines[first].depth == 0, isRule(bytes, first) {
      first += 1
    }
    guard first < lines.count, lines[first].depth == 0 else { return nil }
    let hasRule = first > at
    return separator(bytes, first, afterRule: hasRule)
      ?? headerBlock(bytes, first, afterRule: hasRule)
      ?? quoteHeader(bytes, first)
  }

  /// "-----Original Message-----", "Begin forwarded message:", "Reply above this line".
  private mutating func separator(
    _ bytes: Span<UInt8>,
    _ at: Int,
    afterRule: Bool
  ) -> Announcement? {
    let (first, second) = head(bytes, at)
    guard phrases.separators.heads.contains(first, second), fold(bytes, at) else { return nil }
    let range = folded.undecorated()
    let hasColon = folded.bytes.last == UInt8(ascii: ":")
    var isAdorned = afterRule || range.lowerBound >= 2 || hasColon
    guard
      let kind = phrases.separators
        .matchHead(folded.bytes.span, range, .whole, devices: phrases.devices)?.value
    else { return nil }
    if kind == .above { isAdorned = true }
    // Without dashes the words may be the writer's, unless fields follow.
    if !isAdorned { isAdorned = at + 1 < lines.count && field(bytes, at + 1) != nil }
    return isAdorned ? Announcement(end: at + 1, reach: .rest) : nil
  }
}
