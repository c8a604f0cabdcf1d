extension Redactor {
  /// The name at `start` in a script without capitals: two to five ideographs or syllables, or up
  /// to two words; nil for more, and for words that are no names.
  func caselessName(_ bytes: Span<UInt8>, _ start: Int) -> Range<Int>? {
    guard start < bytes.count else { return nil }
    let first = Scalars.decode(bytes, start).value
    guard Scalars.isCaseless(first), Scalars.isLetter(first), !isOtherWord(bytes, start),
      words.index.match(bytes, start, [.introduction, .selfNaming]) == nil
    else { return nil }
    if (0xE01...0xE4F).contains(first) {
      if let name = thaiPerson(bytes, start) { return name }
      if holdsThaiOther(bytes, start) { return nil }
    }
    let isIdeograph = (0x3400...0x9FFF).contains(first) || (0xAC00...0xD7A3).contains(first)
    let ends: RedactionUses = [.notAName, .selfEnd, .closing, .suffixTitle]
    var at = start
    var count = 0
    var hasTitle = false
    while at < bytes.count {
      let (value, length) = Scalars.decode(bytes, at)
      guard Scalars.isLetter(value), Scalars.isCaseless(value) else { break }
      if isIdeograph, count > 0, words.index.match(bytes, at, .suffixTitle) != nil {
        hasTitle = true
        break
      }
      count += 1
      at += length
      guard count <= 28 else { return nil }
    }
    guard count > 1 || hasTitle, !isIdeograph || count < 6 else { return nil }
    // "أحمد علي", "田中 太郎": a second word counts when the name ends with it.
    at = pastFamilyName(bytes, start, at)
    let next = Scalars.skipBlanks(bytes, at)
    guard next > at, next < bytes.count, !isIdeograph || count < 4,
      // The sign of the baht lies among the Thai letters.
      Scalars.isCaseless(Scalars.decode(bytes, next).value),
      Scalars.decode(bytes, next).value != 0xE3F,
      words.index.match(bytes, next, ends) == nil, let word = Self.word(bytes, at: next),
      !isIdeograph || word.range.count <= 9,
      Scalars.blank(bytes, word.range.upperBound) == 0
        || words.index.match(
          bytes,
          Scalars.skipBlanks(bytes, word.range.upperBound),
          .suffixTitle
        ) != nil
    else { return start..<at }
    return start..<word.range.upperBound
  }

  /// Whether a word that follows names or is none stands among the letters from `start` on: a whole
  /// sentence has no blank in it.
  private func holdsThaiOther(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    var at = start
    while at < bytes.count {
      let (value, length) = Scalars.decode(bytes, at)
      guard (0xE01...0xE4F).contains(value) else { return false }
      if let other = words.index.match(bytes, at, [.notAName, .selfEnd, .closing]),
        other.end - at > 8
      {
        return true
      }
      at += length
    }
    return false
  }

  /// Where a name ends that goes on from `end` with a family's name in Arabic or Thai.
  ///
  /// In Arabic such a name has the article and ends as those of places and tribes do, or follows
  /// a word that never stands alone ("عبد"). In Thai it is a word of a few letters in which none
  /// of the words that are no names stands.
  func pastFamilyName(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
    var end = end
    var last = start
    for _ in 0..<3 {
      let next = Scalars.skipBlanks(bytes, end)
      guard next > end, let word = Self.word(bytes, at: next) else { break }
      switch word.first {
      case 0x600...0x6FF:
        let isJoined = words.index.match(bytes, last, .particle)?.end == end
        let hasArticle =
          word.first == 0x627 && word.range.count > 6
          && Scalars.decode(bytes, next + 2).value == 0x644
        let isFamily = hasArticle && Scalars.before(bytes, word.range.upperBound)?.value == 0x64A
        guard
          isJoined || (isFamily && words.index.match(bytes, next, .notAName) == nil)
            || words.index.match(bytes, next, .particle)?.end == word.range.upperBound
        else { return end }
      case 0xE01...0xE4F:
        guard last == start, word.range.count > 8, word.range.count < 46 else { return end }
        var at = next
        while at < word.range.upperBound {
          if words.index.match(bytes, at, [.notAName, .closing, .honorific, .order]) != nil {
            return end
          }
          at += Scalars.decode(bytes, at).length
        }
      default: return end
      }
      last = next
      end = word.range.upperBound
    }
    return end
  }

  /// Whether a word that is no name begins at `start`; one ideograph says nothing.
  func isOtherWord(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    guard let other = words.index.match(bytes, start, [.notAName, .closing]) else { return false }
    let isOne = other.end - start == Scalars.decode(bytes, start).length
    return !isOne || other.end == bytes.count
      || !Scalars.isLetter(Scalars.decode(bytes, other.end).value)
  }

  /// Whether a word may follow a name that is also an adjective: "my friend Amal advised me", but not
  /// "my husband is happy with it", of which the happy one is called Saeed too.
  func followsArabic(_ bytes: Span<UInt8>, _ word: TextWord) -> Bool {
    // The letter of "with" begins the word.
    isWord(bytes, word, .nameFollower)
      || word.first != 0x628 && !isWord(bytes, word, [.notAName, .connector])
  }
}
