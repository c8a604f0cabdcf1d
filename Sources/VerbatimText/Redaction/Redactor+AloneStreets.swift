extension Redactor {
  /// Whether a street stands as addresses do and products do not ("12 Main Street Collection
  /// mugs"): after "at" or "to", or where a line or part of a sentence begins, and before its end.
  func standsAlone(
    _ bytes: Span<UInt8>,
    _ start: Int,
    _ end: Int,
    _ tail: AddressTail,
    _ isWeak: Bool
  ) -> Bool {
    let after = Scalars.skipBlanks(bytes, max(end, tail.end))
    let next = after < bytes.count ? Self.word(bytes, at: after) : nil
    // "9 Park Rd I'm at number 19"
    let isSelf = next.map {
      $0.first == 0x49 && ($0.range.count == 1 || has(bytes, after + 1, "'"))
    }
    if let next, next.isCapitalized || next.isNumber, isSelf != true { return false }
    let before = Self.skipBlanks(bytes, before: start)
    // "flat 9 Hawthorn Court"
    if let unit = Self.word(bytes, endingAt: before), unit.range.count > 3, before < start,
      isWord(bytes, unit, .unit), !isWord(bytes, unit, .product)
    {
      return true
    }
    if leads(bytes, before, .numberLead) || (!isWeak && leads(bytes, before, .weakNumberLead)) {
      return true
    }
    if isSigned(bytes, start, max(end, tail.end)) { return true }
    // "Block C, 30 Rathmore Avenue, Dublin 6 please"
    if tail.hasTown, partBefore(bytes, start) != nil { return true }
    // "340 George Street, Sydney is my office"
    if !isWeak, tail.hasTown, Self.beginsLine(bytes, start) { return true }
    guard next == nil, !isWeak || tail.hasTown else { return false }
    return Self.beginsLine(bytes, start) || tail.hasUnit
      || (before > 0 && [0x2C, 0x3A, 0x28].contains(bytes[before - 1]))
  }

  /// Whether a phrase of some uses, of up to three words, ends at `end`.
  func leads(_ bytes: Span<UInt8>, _ end: Int, _ uses: RedactionUses) -> Bool {
    var at = end
    for _ in 0..<3 {
      guard let word = Self.word(bytes, endingAt: at) else { return false }
      if words.index.match(bytes, word.range.lowerBound, uses)?.end == end { return true }
      at = Self.skipBlanks(bytes, before: word.range.lowerBound)
    }
    return false
  }
}
