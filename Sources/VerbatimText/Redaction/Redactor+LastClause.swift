extension Redactor {
  /// The name after the last comma of a text whose last sentence says good-bye: "All the best from
  /// sunny Devon, Jocasta", "Fait à Lyon, Apolline Garnier".
  func lastClause(_ bytes: Span<UInt8>) -> Range<Int>? {
    let end = Self.lastLetter(bytes)
    var comma = end
    while comma > 0, end - comma < 48, bytes[comma - 1] != UInt8(ascii: ",") {
      if Self.endsSentence(bytes[comma - 1]) { break }
      comma -= 1
    }
    // "Looking forward to your reply. Tafarel Kamara"
    guard comma > 0, bytes[comma - 1] != 0x0A else { return nil }
    guard comma > 0, end - comma < 48 else { return nil }
    let first = Scalars.skipBlanks(bytes, comma)
    guard first < end, Scalars.isCapital(Scalars.decode(bytes, first).value) else { return nil }
    var start = comma - 1
    while start > 0, comma - start < 96, !Self.endsSentence(bytes[start - 1]) { start -= 1 }
    start = Scalars.skipBlanks(bytes, start)
    guard start < comma, comma - start < 96 else { return nil }
    guard words.index.match(bytes, start, [.closing, .shortClosing]) != nil else {
      return addressed(bytes, first, from: start, to: end)
    }
    guard let name = listedPerson(bytes, first, mayBeWeak: true) ?? unlistedPerson(bytes, first),
      name.range.upperBound >= end, !name.isShouted || name.count > 1
    else { return nil }
    return name.range
  }

  /// A listed name behind the only comma of the last sentence: "Could not have done it without you,
  /// Rosalind", but not "Posted in Devon, Victoria" or "red, blue, Olive".
  private func addressed(
    _ bytes: Span<UInt8>,
    _ first: Int,
    from start: Int,
    to end: Int
  ) -> Range<Int>? {
    var comma = Self.skipBlanks(bytes, before: first) - 1
    guard let name = listedPerson(bytes, first, mayBeWeak: false), !name.isShouted,
      name.range.upperBound >= end, isNameOfPersons(bytes, name.range),
      let last = Self.word(bytes, endingAt: comma), !last.isCapitalized, !last.isNumber,
      last.range.lowerBound > start, !isWord(bytes, last, .goodsLead)
    else { return nil }
    while comma > start {
      comma -= 1
      if has(bytes, comma, ",:") { return nil }
    }
    return name.range
  }

  /// A listed name without its capital that is the last sentence of a text, or behind its last dash.
  ///
  /// "please call me! omari", "still waiting - omari kamara"
  func lowerLast(_ bytes: Span<UInt8>) -> Range<Int>? {
    let end = Self.lastLetter(bytes)
    guard let last = Self.word(bytes, endingAt: end), last.first &- 0x61 < 26,
      last.range.count > 3
    else { return nil }
    var first = last
    var before = Self.skipBlanks(bytes, before: last.range.lowerBound)
    if before < last.range.lowerBound, let other = Self.word(bytes, endingAt: before),
      other.first &- 0x61 < 26, given(bytes, other) == .sure
    {
      guard given(bytes, last) == .sure || mayBeUnlistedLower(bytes, last) else { return nil }
      first = other
      before = Self.skipBlanks(bytes, before: other.range.lowerBound)
    }
    guard first.range.count > 3, given(bytes, first) == .sure, before > 12,
      before < first.range.lowerBound || bytes[before - 1] == 0x0A
    else { return nil }
    let isDash = has(bytes, before - 1, "-~") && bytes[before - 2] == 0x20
    guard Self.endsSentence(bytes[before - 1]) || isDash else { return nil }
    return first.range.lowerBound..<last.range.upperBound
  }

  /// Whether a line or a sentence ends with a byte.
  private static func endsSentence(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x0A, UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): true
    default: false
    }
  }
}
