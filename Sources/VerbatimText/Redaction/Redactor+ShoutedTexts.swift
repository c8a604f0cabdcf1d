extension Redactor {
  /// Masks the names of a text without small letters, where capitals tell nothing: the text is
  /// looked at as it would be written otherwise, small letters everywhere but where a listed name, a
  /// title or what may be the family's name behind them begins: "je suis Mme Jacqueline Perraud et".
  func maskShoutedNames(
    _ bytes: inout [UInt8],
    _ counts: inout [String: Int],
    _ names: inout PersonNames
  ) {
    var written = Self.lowercased(bytes)
    capitalize(&written, as: bytes)
    let before = written
    var found: [String: Int] = [:]
    var foundNames = PersonNames()
    maskNames(&written, scan(written.span), &found, &foundNames)
    var at = 0
    while at < written.count {
      guard written[at] == UInt8(ascii: "["), before[at] != written[at] else {
        at += 1
        continue
      }
      var end = at + 1
      while end < written.count, written[end - 1] != UInt8(ascii: "]") { end += 1 }
      maskName(&bytes, at..<end, &counts, &names)
      at = end
    }
  }

  /// A text in small letters, of as many bytes.
  private static func lowercased(_ bytes: [UInt8]) -> [UInt8] {
    var lower = bytes
    var at = 0
    while at < lower.count {
      if lower[at] < 0x80 {
        if lower[at] &- 0x41 < 26 { lower[at] |= 0x20 }
        at += 1
        continue
      }
      let (value, length) = Scalars.decode(lower.span, at)
      let mapped = Unicode.Scalar(value).map { Array($0.properties.lowercaseMapping.utf8) } ?? []
      if mapped.count == length { for place in 0..<length { lower[at + place] = mapped[place] } }
      at += length
    }
    return lower
  }

  /// Gives listed names and titles their capitals back, and the words behind them that no list has.
  private func capitalize(_ written: inout [UInt8], as shouted: [UInt8]) {
    var at = 0
    var isBehindName = false
    while at < written.count {
      guard let word = Self.word(written.span, at: at) else {
        if !has(written.span, at, " .") { isBehindName = false }
        at += Scalars.decode(written.span, at).length
        continue
      }
      at = word.range.upperBound
      let isName =
        word.range.count > 3 && given(written.span, word) == .sure
        || isBehindName && word.range.count > 3 && isUnheardOf(written.span, word)
      let isTitle =
        word.range.count > 1
        && words.index.match(written.span, word.range.lowerBound, .title)?.end == at
      if isName || isTitle {
        let first = word.range.lowerBound
        for place in first..<(first + Scalars.decode(shouted.span, first).length) {
          written[place] = shouted[place]
        }
      }
      // "MARIA DE LA CRUZ"
      isBehindName = isName || isTitle || isBehindName && isWord(written.span, word, .particle)
    }
  }

  /// Whether a text has some words in capitals and no small letter; the letters of masks are none.
  static func isShoutedText(_ bytes: Span<UInt8>) -> Bool {
    var capitals = 0
    var isMask = false
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: "[") { isMask = true }
      if byte == UInt8(ascii: "]") { isMask = false }
      at += 1
      guard !isMask else { continue }
      if byte &- 0x61 < 26 { return false }
      if byte &- 0x41 < 26 { capitals += 1 }
      // Latin letters with accents, Greek and Cyrillic
      guard byte > 0xC2, byte < 0xD5 else { continue }
      let value = Scalars.decode(bytes, at - 1).value
      if Scalars.isCapital(value) {
        capitals += 1
      } else if Scalars.isLetter(value) {
        return false
      }
    }
    return capitals > 9
  }
}
