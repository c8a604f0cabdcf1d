/// The names of devices and mail programs that `%` in a pattern accepts.
struct DeviceWords: Sendable {
  /// The words, folded, by their first byte.
  private let words: [[[UInt8]]]

  /// A set of names, as written in the lexicon.
  init(_ names: [String]) {
    var words = [[[UInt8]]](repeating: [], count: 256)
    for name in names {
      let folded = FoldedText.fold(name)
      if let first = folded.first { words[Int(first)].append(folded) }
    }
    self.words = words
  }

  /// Whether a name stands in a stretch of folded text.
  ///
  /// It stands at the beginning of a word; one of four bytes or more may carry an ending, as
  /// languages with cases add it ("iPhonesta").
  func isNamed(in text: Span<UInt8>, _ range: Range<Int>) -> Bool {
    for at in range {
      let isInside = at > range.lowerBound && Self.isLetter(text[at - 1]) && Self.isLetter(text[at])
      if isInside { continue }
      for word in words[Int(text[at])] where at + word.count <= range.upperBound {
        var offset = 0
        while offset < word.count, text[at + offset] == word[offset] { offset += 1 }
        let end = at + word.count
        let mayGoOn = word.count >= 4 || end >= range.upperBound || !Self.isLetter(text[end])
        if offset == word.count, mayGoOn { return true }
      }
    }
    return false
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26
  }
}
