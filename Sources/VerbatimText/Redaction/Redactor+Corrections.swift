extension Redactor {
  /// Words that set a wrong spelling against the right one, in any language.
  private static let negations: Set<String> = [
    "not", "nicht", "pas", "no", "non", "não", "niet", "nie", "inte", "ikke", "değil", "не",
  ]

  /// A name beside another spelling of it: "It's Clarke, not Clark", "Soyadım Yıldız değil,
  /// Yıldırım"; nil for other words.
  ///
  /// Words that are not alike may be goods or colours, so that one behind a negation counts only
  /// where what stands before it was masked.
  func corrected(_ bytes: Span<UInt8>, _ word: TextWord) -> Range<Int>? {
    guard word.range.count > 3, word.range.count < 32, word.isCapitalized,
      !Self.isShouted(bytes, word.range)
    else { return nil }
    guard given(bytes, word) != nil || mayBeUnlisted(bytes, word) else { return nil }
    if hasNegatedMask(bytes, before: word.range.lowerBound) {
      return isWord(bytes, word, .notAName) ? nil : word.range
    }
    guard let other = afterNegation(bytes, word.range.upperBound), other.isCapitalized,
      given(bytes, other) != nil || mayBeUnlisted(bytes, other),
      isAlike(bytes, word.range, other.range)
    else { return nil }
    return word.range
  }

  /// The word behind a negation that follows `end`, with a comma before or behind it.
  private func afterNegation(_ bytes: Span<UInt8>, _ end: Int) -> TextWord? {
    var at = end
    var hasComma = false
    var hasNegation = false
    for _ in 0..<4 {
      if has(bytes, at, ",") {
        hasComma = true
        at += 1
      }
      let next = Scalars.skipBlanks(bytes, at)
      guard next > at, let word = Self.word(bytes, at: next) else { return nil }
      if hasNegation { return hasComma || word.isCapitalized ? word : nil }
      hasNegation = isNegation(bytes, word.range)
      // "et non", "a nie"
      guard hasNegation || word.range.count < 4 && !word.isCapitalized else { return nil }
      at = word.range.upperBound
    }
    return nil
  }

  /// Whether the mask of a name stands before `start`, a negation and perhaps a comma and a small
  /// word between: "[name], a nie Wojcik".
  private func hasNegatedMask(_ bytes: Span<UInt8>, before start: Int) -> Bool {
    var end = Self.skipBlanks(bytes, before: start)
    var hasNegation = false
    for _ in 0..<4 {
      if end > 0, has(bytes, end - 1, ",") { end = Self.skipBlanks(bytes, before: end - 1) }
      guard end > 0 else { return false }
      if has(bytes, end - 1, "]") { return hasNegation && isNameMask(bytes, endingAt: end) }
      guard let word = Self.word(bytes, endingAt: end) else { return false }
      let isNegation = isNegation(bytes, word.range)
      guard isNegation || hasNegation && word.range.count < 4 else { return false }
      if isNegation { hasNegation = true }
      end = Self.skipBlanks(bytes, before: word.range.lowerBound)
    }
    return false
  }

  private func isNegation(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count < 8 else { return false }
    return Self.negations.contains(String(decoding: range.map { bytes[$0] }, as: UTF8.self))
  }

  /// Whether two words differ by a few letters: at most a third of the longer one, and two.
  private func isAlike(_ bytes: Span<UInt8>, _ one: Range<Int>, _ other: Range<Int>) -> Bool {
    let first = scalars(bytes, one)
    let second = scalars(bytes, other)
    guard first != second, abs(first.count - second.count) < 3 else { return false }
    var row = Array(0...second.count)
    for (place, scalar) in first.enumerated() {
      var diagonal = row[0]
      row[0] = place + 1
      for (column, match) in second.enumerated() {
        let changed = diagonal + (scalar == match ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(changed, diagonal + 1, row[column] + 1)
      }
    }
    return row[second.count] < 3 && row[second.count] * 2 < max(first.count, second.count)
  }

  private func scalars(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [UInt32] {
    var scalars: [UInt32] = []
    var at = range.lowerBound
    while at < range.upperBound {
      let (value, length) = Scalars.decode(bytes, at)
      scalars.append(value)
      at += length
    }
    return scalars
  }
}
