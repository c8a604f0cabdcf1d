extension Redactor {
  /// A word: letters and digits, and the apostrophes and dashes between them.
  struct TextWord {
    /// The bytes.
    var range: Range<Int>
    /// Its first character.
    var first: UInt32

    /// Whether it begins with a capital, or with a letter that has none.
    var isCapitalized: Bool { Scalars.isCapital(first) || Scalars.isCaseless(first) }
    /// Whether it begins with a digit.
    var isNumber: Bool { first < 0x80 && Redactor.isDigit(UInt8(first)) }
  }

  private static let longestWord = 80

  /// The word that begins at `start`; nil when none does.
  static func word(_ bytes: Span<UInt8>, at start: Int) -> TextWord? {
    var end = start
    var first: UInt32?
    while end < bytes.count, end - start < longestWord {
      let (value, length) = Scalars.decode(bytes, end)
      if belongs(value) {
        // 客服Lily很好, but A동 and 2동 are parts of a house.
        if end - start > 1, isLatin(first), Scalars.isUnspaced(value) { break }
        if first == nil { first = value }
      } else {
        guard first != nil, joins(value), end + length < bytes.count,
          belongs(Scalars.decode(bytes, end + length).value)
        else { break }
      }
      end += length
    }
    return first.map { TextWord(range: start..<end, first: $0) }
  }

  /// The word that ends at `end`; nil when none does.
  static func word(_ bytes: Span<UInt8>, endingAt end: Int) -> TextWord? {
    var start = end
    var first: UInt32?
    while end - start < longestWord, let (value, before) = Scalars.before(bytes, start) {
      if belongs(value) {
        if end - start > 1, isLatin(first), Scalars.isUnspaced(value) { break }
        first = value
      } else {
        guard first != nil, joins(value), let next = Scalars.before(bytes, before),
          belongs(next.value)
        else { break }
      }
      start = before
    }
    return first.map { TextWord(range: start..<end, first: $0) }
  }

  private static func isLatin(_ value: UInt32?) -> Bool {
    value.map { $0 >= 0x41 && $0 < 0x250 } ?? false
  }

  private static func belongs(_ value: UInt32) -> Bool {
    Scalars.isLetter(value) || (value >= 0x30 && value <= 0x39)
  }

  private static func joins(_ value: UInt32) -> Bool {
    value == 0x27 || value == 0x2D || value == 0x2019 || value == 0x2010 || value == 0x2011
  }

  /// Where the blanks before `end` begin, of which at most a few are looked at.
  static func skipBlanks(_ bytes: Span<UInt8>, before end: Int) -> Int {
    var at = end
    while end - at < 16, let (value, start) = Scalars.before(bytes, at),
      Scalars.fold(value) == 0x20
    {
      at = start
    }
    return at
  }

  /// Whether a line begins at `at`, marks of quoting and lists before it.
  static func beginsLine(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    var start = at
    while start > 0, at - start < 16, " \t>*\"".utf8.contains(bytes[start - 1]) { start -= 1 }
    return start == 0 || bytes[start - 1] == 0x0A || bytes[start - 1] == 0x0D
  }

  /// Whether nothing but blanks stands between `at` and the end of its line.
  static func endsLine(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    let end = Scalars.skipBlanks(bytes, at)
    return end == bytes.count || bytes[end] == 0x0A || bytes[end] == 0x0D
  }

  /// Whether the word at `at` is one of some uses, as a whole.
  func isWord(_ bytes: Span<UInt8>, _ word: TextWord, _ uses: RedactionUses) -> Bool {
    guard let match = words.index.match(bytes, word.range.lowerBound, uses) else { return false }
    return match.end >= word.range.upperBound
  }
}
