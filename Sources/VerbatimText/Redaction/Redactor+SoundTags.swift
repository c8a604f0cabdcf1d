/// What a tagger may not call a name or an address, whatever its weights say.
extension Redactor {
  /// Whether a tag covers words, and none that goods, codes and dates have.
  func isSound(_ bytes: Span<UInt8>, _ tag: PersonTagger.Tag) -> Bool {
    let text = shape(bytes, tag.range)
    switch tag.kind {
    // "240927A", "2-14-3", "Lote L5416, GTIN 0187012421389"
    case .address:
      return text.longestWord > 2 && text.longestNumber < 7 && !text.hasCode && text.partCount > 2
        && !holdsDate(bytes, tag.range) && !holds(bytes, tag.range, [.product, .order, .measure])
    default:
      return text.longestNumber == 0 && text.letterCount > 1 && !isGlued(bytes, tag.range)
        && !isOther(bytes, tag.range) && !isWeak(bytes, tag.range) && !isShort(bytes, tag.range)
        && !isAlone(bytes, tag.range)
        && !isOfGoods(bytes, tag.range)
    }
  }

  private struct Shape {
    var letterCount = 0
    /// The letters of the longest word; three for a character of a script without blanks.
    var longestWord = 0
    /// How many words and numbers there are; of scripts without blanks, characters ÷ 2.
    var partCount = 0
    /// The digits of the longest number.
    var longestNumber = 0
    /// Whether three letters and digits or more change within a word: "1ZE15XK".
    var hasCode = false
  }

  private func shape(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Shape {
    var shape = Shape()
    var letters = 0
    var digits = 0
    var changes = 0
    var unspaced = 0
    var at = range.lowerBound
    while at < range.upperBound {
      let (value, length) = Scalars.decode(bytes, at)
      let isDigit = Scalars.digit(bytes, at) != nil
      let isLetter = !isDigit && Scalars.isLetter(value)
      if isDigit, letters > 0 || isLetter, digits > 0, !Scalars.isUnspaced(value) { changes += 1 }
      if Scalars.isUnspaced(value) {
        unspaced += 1
        shape.partCount += unspaced.isMultiple(of: 2) ? 1 : 0
      } else if isDigit || isLetter, letters == 0, digits == 0 {
        shape.partCount += 1
      }
      letters = isLetter ? letters + 1 : 0
      digits = isDigit ? digits + 1 : 0
      if letters == 0, digits == 0 { changes = 0 }
      shape.letterCount += isLetter ? 1 : 0
      shape.longestWord = max(shape.longestWord, Scalars.isUnspaced(value) ? 3 : letters)
      shape.longestNumber = max(shape.longestNumber, digits)
      shape.hasCode = shape.hasCode || changes > 2 || (changes > 0 && digits > 3)
      at += length
    }
    return shape
  }

  /// Whether a date stands in a range: a year that a mark or 年 joins to a number, or that a word stands
  /// before and a day before that ("9 Mayıs 2024").
  private func holdsDate(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var numbers: [Range<Int>] = []
    var at = range.lowerBound
    while at < range.upperBound {
      guard Scalars.digit(bytes, at) != nil else {
        at += Scalars.decode(bytes, at).length
        continue
      }
      let start = at
      while at < range.upperBound, let digit = Scalars.digit(bytes, at) { at += digit.length }
      numbers.append(start..<at)
    }
    for (number, year) in numbers.enumerated() where isYear(bytes, year) {
      if has(bytes, year.upperBound, "-/."), number + 1 < numbers.count,
        numbers[number + 1].lowerBound == year.upperBound + 1
      {
        return true
      }
      let next = year.upperBound < bytes.count ? Scalars.decode(bytes, year.upperBound).value : 0
      if next == 0x5E74 || next == 0xB144 { return true }
      guard number > 0, numbers[number - 1].count < 3 else { continue }
      let between = numbers[number - 1].upperBound..<year.lowerBound
      if between.count == 1, has(bytes, between.lowerBound, "-/.") { return true }
      let word = Scalars.skipBlanks(bytes, between.lowerBound)
      if let month = Self.word(bytes, at: word), word > between.lowerBound,
        Scalars.skipBlanks(bytes, month.range.upperBound) == year.lowerBound
      {
        return true
      }
    }
    return false
  }

  /// Whether a number is one of the years in which feedback is written.
  private func isYear(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count == 4, bytes[range.lowerBound] == UInt8(ascii: "2"),
      bytes[range.lowerBound + 1] == UInt8(ascii: "0")
    else { return false }
    return (UInt8(ascii: "1")...UInt8(ascii: "3")).contains(bytes[range.lowerBound + 2])
  }

  /// The words of a range.
  private func allWords(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [TextWord] {
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

  /// Whether a range holds a word of some uses; letters that are measures too (*m*, *kg*) do not count.
  private func holds(_ bytes: Span<UInt8>, _ range: Range<Int>, _ uses: RedactionUses) -> Bool {
    allWords(bytes, range).contains { $0.range.count > 2 && isWord(bytes, $0, uses) }
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
  private func isShort(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    func letters(_ word: TextWord) -> Int { word.range.prefix { Self.isLetter(bytes[$0]) }.count }
    let found = allWords(bytes, range)
    if found.contains(where: {
      letters($0) == 1 && has(bytes, $0.range.lowerBound + 1, "-")
    }) {
      return true
    }
    return !Self.isShoutedText(bytes)
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
