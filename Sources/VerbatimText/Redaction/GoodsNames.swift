/// What the names of a catalog's articles, brands and suppliers say of words: which are no person's
/// though they look like it.
struct GoodsNames {
  /// Words that no list has: no names.
  private(set) var words: [String] = []
  /// A given name alone, and with the word behind it: names of goods within a sentence.
  private(set) var phrases: [String] = []

  /// Reads names; each word and pair is kept once, in the order in which it first stands.
  ///
  /// - Complexity: O(*n*) in the bytes of the names.
  init(_ names: some Sequence<String>, among listed: NameWords) {
    var seen: Set<String> = []
    for name in names {
      let bytes = Array(name.utf8)
      let parts = Self.parts(bytes.span)
      for (place, part) in parts.enumerated() {
        let text = String(decoding: bytes[part], as: UTF8.self)
        switch listed.kind(bytes.span, part) {
        case .ordinary: continue
        case nil: if seen.insert(text).inserted { words.append(text) }
        case .sure, .weak, .character:
          // Initials of one letter and such say nothing.
          guard part.count > 2 else { continue }
          if seen.insert(text).inserted { phrases.append(text) }
          guard place + 1 < parts.count else { continue }
          let pair = text + " " + String(decoding: bytes[parts[place + 1]], as: UTF8.self)
          if seen.insert(pair).inserted { phrases.append(pair) }
        }
      }
    }
  }

  /// The words of a name that are no numbers and of scripts with blanks between words.
  private static func parts(_ bytes: Span<UInt8>) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var at = 0
    while at < bytes.count {
      guard let word = Redactor.word(bytes, at: at) else {
        at += Scalars.decode(bytes, at).length
        continue
      }
      at = word.range.upperBound
      if word.range.count > 1, !word.isNumber, !Scalars.isUnspaced(word.first) {
        parts.append(word.range)
      }
    }
    return parts
  }
}
