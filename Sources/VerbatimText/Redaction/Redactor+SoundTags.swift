/// What a tagger may not call a name or an address, whatever its weights say.
extension Redactor {
  /// Whether a tag covers words, and none that goods, codes and dates have.
  func isSound(_ bytes: Span<UInt8>, _ tag: PersonTagger.Tag, isShouted: Bool) -> Bool {
    let shape = TagShape(bytes, tag.range)
    if tag.kind == .address { return isSoundAddress(bytes, tag.range, shape) }
    return shape.longestNumber == 0 && shape.letterCount > 1 && !isGlued(bytes, tag.range)
      && !isOther(bytes, tag.range) && !isWeak(bytes, tag.range)
      && !isShort(bytes, tag.range, isShouted: isShouted) && !isAlone(bytes, tag.range)
      && !isOfGoods(bytes, tag.range)
  }

  /// The words of a range.
  func allWords(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [TextWord] {
    var found: [TextWord] = []
    var at = range.lowerBound
    while at < range.upperBound {
      if let word = Self.word(bytes, at: at) {
        found.append(word)
        at = word.range.upperBound
      } else {
        at += Scalars.decode(bytes, at).length
      }
    }
    return found
  }

  /// Whether a number or an `@` is glued to a name: "TX-450", "anna@".
  private func isGlued(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if range.lowerBound > 0, has(bytes, range.lowerBound - 1, "@#_") { return true }
    guard range.upperBound < bytes.count else { return false }
    let next = bytes[range.upperBound]
    if Self.isDigit(next) || next == UInt8(ascii: "@") || next == UInt8(ascii: "_") { return true }
    return next == UInt8(ascii: "-") && range.upperBound + 1 < bytes.count
      && Self.isDigit(bytes[range.upperBound + 1])
  }

  /// Whether every word of a name is one that nobody bears.
  private func isOther(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    allWords(bytes, range).allSatisfy {
      words.nameWords.kind(bytes, $0.range) == .ordinary || isWord(bytes, $0, .notAName)
    }
  }

  /// Whether a name is made of short words in capitals that no list has, or has a single letter and a
  /// dash before it: "OLED TV", "X-Mailer".
  private func isShort(_ bytes: Span<UInt8>, _ range: Range<Int>, isShouted: Bool) -> Bool {
    func letters(_ word: TextWord) -> Int { word.range.prefix { Self.isLetter(bytes[$0]) }.count }
    let found = allWords(bytes, range)
    if found.contains(where: {
      letters($0) == 1 && has(bytes, $0.range.lowerBound + 1, "-")
    }) {
      return true
    }
    return !isShouted
      && found.allSatisfy { word in
        word.range.count < 5 && letters(word) == word.range.count
          && word.range.allSatisfy { bytes[$0] < UInt8(ascii: "a") }
          && [nil, .ordinary].contains(words.nameWords.kind(bytes, word.range))
      }
  }

  /// Whether a name is all of a text, or all but a word and in no list, as "Meh", "NPS Detractor" and other
  /// answers of a word are, or that of a firm: "Hearth & Row".
  private func isAlone(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    let isListed = allWords(bytes, range).contains {
      [.sure, .weak].contains(words.nameWords.kind(bytes, $0.range))
    }
    if !isListed, has(bytes, Scalars.skipBlanks(bytes, range.upperBound), "&") { return true }
    guard bytes.count < range.count + 24 else { return false }
    let others = [0..<range.lowerBound, range.upperBound..<bytes.count]
      .flatMap { allWords(bytes, $0) }.filter { !$0.isNumber }
      // Words of scripts without blanks are as long as the text.
      .reduce(0) { $0 + (Scalars.isUnspaced($1.first) ? $1.range.count / 3 : 1) }
    return others == 0 || (others == 1 && !isListed)
  }

  /// Whether a name is a single word that is also another ("Rose", "Max"): what stands around it is for
  /// the rules to say.
  private func isWeak(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard let word = Self.word(bytes, at: range.lowerBound), word.range == range else {
      return false
    }
    return words.nameWords.kind(bytes, range) == .weak
  }

  /// Whether a name is one that goods bear: of the catalog, or behind what goods are called ("the
  /// Clara", "la lampe Clara", "Model: Clara").
  private func isOfGoods(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    if let goods = words.index.match(bytes, range.lowerBound, .goodsName),
      goods.end >= range.upperBound
    {
      return true
    }
    if followsGoodsLead(bytes, range.lowerBound), let next = following(bytes, range.upperBound),
      !next.isCapitalized, !followsPerson(bytes, next)
    {
      return true
    }
    var blank = Self.skipBlanks(bytes, before: range.lowerBound)
    let isLabelled = blank > 0 && has(bytes, blank - 1, ":-")
    if isLabelled { blank = Self.skipBlanks(bytes, before: blank - 1) }
    guard blank < range.lowerBound, let last = Self.word(bytes, endingAt: blank),
      !isWord(bytes, last, [.personLead, .mention])
    else { return false }
    return isWord(bytes, last, .product) || (!isLabelled && isNoun(bytes, last))
  }
}
