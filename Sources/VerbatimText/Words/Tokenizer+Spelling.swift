/// The last look at a word that is in no lexicon.
extension Tokenizer {
  /// Looks an unknown word, the first `count` bytes of the scratch's key, up in other forms, and
  /// then as a misspelling.
  ///
  /// - Returns: The form that is meant, 0 when there is none; `style` says what was changed.
  func lastLook(
    _ bytes: Span<UInt8>,
    _ range: Range<Int>,
    _ count: Int,
    _ text: TokenizedText,
    _ state: State,
    _ style: inout Word.Style,
    _ scratch: inout Scratch
  ) -> WordID {
    let id = secondLook(count, &style, &scratch)
    guard id == 0, let spelling else { return id }
    let meant = spelling.correction(of: scratch.key.span, count: count)
    guard meant != 0, isWrittenAsWord(bytes, range, text, state) else { return 0 }
    style.insert(.corrected)
    return meant
  }

  /// Whether a word that looks misspelt is written as a word, not as a name, a code or a part of
  /// an address.
  ///
  /// Asked only of the few words for which there is a correction.
  func isWrittenAsWord(
    _ bytes: Span<UInt8>,
    _ range: Range<Int>,
    _ text: TokenizedText,
    _ state: State
  ) -> Bool {
    isCasedAsWord(bytes, range, text, state) && !isShortPart(bytes, range)
      && !isInAddress(bytes, range)
  }

  /// Whether capitals stand only where they do in plain words: at the start of a sentence or a
  /// line, or everywhere in a text that has been in capitals so far.
  private func isCasedAsWord(
    _ bytes: Span<UInt8>,
    _ range: Range<Int>,
    _ text: TokenizedText,
    _ state: State
  ) -> Bool {
    var capitals = 0
    for at in range where isCapital(bytes[at]) { capitals += 1 }
    if capitals == 0 { return true }
    if capitals == 1, isCapital(bytes[range.lowerBound]) {
      let isFirst =
        text.words.count == state.clauseStart && text.clauses.count == state.sentenceStart
      return isFirst || classes[Int(bytes[range.lowerBound - 1])] == .newline
    }
    // A short one may be a code.
    return capitals == range.count && capitals > 5 && state.capitals > 1
      && state.capitals > state.lowers
  }

  /// Whether a hyphen ties a short word to another: "up-greade" is about no grade.
  private func isShortPart(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let hyphen = UInt8(ascii: "-")
    return range.count < 8
      && ((range.lowerBound > 0 && bytes[range.lowerBound - 1] == hyphen)
        || (range.upperBound < bytes.count && bytes[range.upperBound] == hyphen))
  }

  private func isCapital(_ byte: UInt8) -> Bool {
    classes[Int(byte)] == .letter && byte & 0x20 == 0
  }

  /// Whether a word is part of an e-mail address, a link or a host's name.
  private func isInAddress(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    // Links are long; what matters stands near.
    let reach = 64
    var start = range.lowerBound
    while start > 0, range.lowerBound - start < reach, isSolid(bytes[start - 1]) { start -= 1 }
    var end = range.upperBound
    while end < bytes.count, end - range.upperBound < reach, isSolid(bytes[end]) { end += 1 }
    var at = start
    while at < end {
      let next = at + 1 < end ? bytes[at + 1] : 0
      switch bytes[at] {
      case UInt8(ascii: "@"): return true
      case UInt8(ascii: "/") where next == UInt8(ascii: "/"): return true
      case UInt8(ascii: ".") where at > start && isDomain(bytes, at + 1, end): return true
      default: at += 1
      }
    }
    return false
  }

  private func isSolid(_ byte: UInt8) -> Bool {
    classes[Int(byte)] != .space && classes[Int(byte)] != .newline
  }

  /// Whether the letters from `start` to the next other byte are a common top-level domain.
  private func isDomain(_ bytes: Span<UInt8>, _ start: Int, _ limit: Int) -> Bool {
    var end = start
    while end < limit, end - start < 4, classes[Int(bytes[end])] == .letter { end += 1 }
    guard let letters = PackedWord(bytes.extracting(start..<end), count: end - start)
    else { return false }
    return Self.domains.contains(letters)
  }

  private static let domains = ["com", "net", "org", "co", "de", "fr", "eu"]
    .compactMap { PackedWord($0) }
}
