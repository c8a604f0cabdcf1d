extension Redactor {
  /// A street that its number stands before: "12 High Street", "12 rue de la Paix".
  func numberFirst(_ bytes: Span<UInt8>, _ house: Range<Int>) -> Street? {
    if let before = Scalars.before(bytes, house.lowerBound) {
      // "HR-12", "№12", "3.12"
      guard !Scalars.isLetter(before.value) || Scalars.isUnspaced(before.value) else { return nil }
      if [0x2D, 0x2E, 0x2F, 0x2B, 0x24, 0x27, 0x5F].contains(before.value) { return nil }
    }
    // "PO Box 88, Tipton"
    if leads(bytes, Self.skipBlanks(bytes, before: house.lowerBound), .box) { return nil }
    var at = house.upperBound
    if at < bytes.count, bytes[at] == UInt8(ascii: ",") { at += 1 }
    let first = Scalars.skipBlanks(bytes, at)
    guard first > at, first < bytes.count else { return nil }
    let place = pastRepeater(bytes, first)
    if let match = words.index.match(bytes, place, [.numberTypeName, .weakNumberTypeName]),
      let street = typeThenName(bytes, house, match)
    {
      return street
    }
    return nameThenType(bytes, house, first) ?? articleName(bytes, house, first)
      ?? announcedName(bytes, house, first)
  }

  /// A name without a type and with its article, after "at": "9 The Maltings".
  private func articleName(_ bytes: Span<UInt8>, _ house: Range<Int>, _ start: Int) -> Street? {
    guard start + 4 < bytes.count, let article = Self.word(bytes, at: start),
      article.range.count == 3, has(bytes, start, "T"), has(bytes, start + 1, "hH"),
      has(bytes, start + 2, "eE")
    else { return nil }
    var at = Scalars.skipBlanks(bytes, article.range.upperBound)
    var end: Int?
    for _ in 0..<2 {
      guard let word = Self.word(bytes, at: at), Scalars.isCapital(word.first),
        word.range.count > 3 || end != nil
      else { break }
      end = word.range.upperBound
      at = Scalars.skipBlanks(bytes, word.range.upperBound)
    }
    guard let end, Self.word(bytes, at: Scalars.skipBlanks(bytes, end)) == nil,
      leads(bytes, pastNumberWord(bytes, before: house.lowerBound), .numberLead)
        || addressTail(bytes, end).hasCode
    else { return nil }
    return Street(range: house.lowerBound..<end)
  }

  /// Where what stands before a house number, and before "No.", ends.
  private func pastNumberWord(_ bytes: Span<UInt8>, before house: Int) -> Int {
    let end = Self.skipBlanks(bytes, before: house)
    let last = Self.word(bytes, endingAt: end > 0 && has(bytes, end - 1, ".") ? end - 1 : end)
    guard let last, isWord(bytes, last, .numberWord) else { return end }
    return Self.skipBlanks(bytes, before: last.range.lowerBound)
  }

  /// Passes over "bis" and "ter".
  private func pastRepeater(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    guard let word = Self.word(bytes, at: start) else { return start }
    let text = String(decoding: word.range.map { bytes[$0] | 0x20 }, as: UTF8.self)
    guard ["bis", "ter", "quater", "b", "t"].contains(text) else { return start }
    var at = word.range.upperBound
    if at < bytes.count, bytes[at] == UInt8(ascii: ",") { at += 1 }
    return Scalars.skipBlanks(bytes, at)
  }

  // MARK: The name before the type

  private func nameThenType(_ bytes: Span<UInt8>, _ house: Range<Int>, _ start: Int) -> Street? {
    let types: RedactionUses = [.numberNameType, .weakNumberNameType]
    var at = start
    var found: (start: Int, end: Int, isWeak: Bool)?
    var isAllFit = true
    for place in 0..<7 {
      guard at < bytes.count, let word = Self.word(bytes, at: at) else { break }
      let match = place > 0 || isWhole(bytes, word) ? words.index.match(bytes, at, types) : nil
      let isType = match.map { $0.end >= word.range.upperBound } ?? false
      let isFit =
        word.isCapitalized || word.isNumber
        || (place > 0 && isWord(bytes, word, [.particle, .lead, .and]))
      if isType, let match {
        if !word.isCapitalized {
          isAllFit = false
          // "4001 for a minute and drove"
          if place > 3 { break }
        }
        found = (at, match.end, match.uses.isDisjoint(with: .numberNameType))
      } else if found != nil || (word.isNumber && !Self.isOrdinal(bytes, word)) {
        break
      } else if !isFit {
        isAllFit = false
      }
      at = word.range.upperBound
      if at < bytes.count, bytes[at] == UInt8(ascii: "."), word.range.count < 5 { at += 1 }
      let next = Scalars.skipBlanks(bytes, at)
      guard next > at else { break }
      at = next
    }
    guard let found else { return nil }
    // Without capitals only after a word for addresses or before a code.
    let isAnnounced = cue(before: house.lowerBound, bytes, .address) != nil
    var end = streetEnd(bytes, found.start..<found.end)
    var tail = addressTail(bytes, end)
    guard isAllFit || isAnnounced || tail.hasCode && Self.isLetter(bytes[tail.end - 1])
    else { return nil }
    // "Jurong West Street 42, Singapore 528516"
    if !tail.hasCode, let numbered = numberedEnd(bytes, end) {
      let longer = addressTail(bytes, numbered)
      if longer.hasCode { (end, tail) = (numbered, longer) }
    }
    // "12, High Street, Leeds LS1 4AP"
    let hasComma = bytes[house.upperBound] == UInt8(ascii: ",")
    // "Flat 806, Green Meadows Apartments, 60 MG Road"
    if hasComma, !tail.hasCode, let next = Self.word(bytes, at: Scalars.skipBlanks(bytes, end)),
      next.isCapitalized, isWord(bytes, next, .unit)
    {
      return nil
    }
    if !tail.hasCode, !isAnnounced {
      guard !hasComma, standsAlone(bytes, house.lowerBound, end, tail, found.isWeak) else {
        return nil
      }
    }
    return Street(range: house.lowerBound..<end)
  }

  /// Whether a word is a street's whole name: "350 Broadway".
  private func isWhole(_ bytes: Span<UInt8>, _ word: TextWord) -> Bool {
    word.isCapitalized && isWord(bytes, word, .lead)
  }

  /// Where a street's number ends that is part of its name, before a comma.
  private func numberedEnd(_ bytes: Span<UInt8>, _ end: Int) -> Int? {
    let start = Scalars.skipBlanks(bytes, end)
    guard start > end, let word = Self.word(bytes, at: start), word.isNumber,
      word.range.count < 4, has(bytes, word.range.upperBound, ",")
    else { return nil }
    return word.range.upperBound
  }

  /// Whether a number is "5th" or "42nd".
  private static func isOrdinal(_ bytes: Span<UInt8>, _ word: TextWord) -> Bool {
    word.range.count < 6 && isLetter(bytes[word.range.upperBound - 1])
  }

  /// Where a street ends that ends with a type: an abbreviation's full stop and a direction belong
  /// to it.
  private func streetEnd(_ bytes: Span<UInt8>, _ type: Range<Int>) -> Int {
    var end = type.upperBound
    if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "."), bytes[end + 1] != 0x0A,
      type.count < 5
    {
      end += 1
    }
    let next = Scalars.skipBlanks(bytes, end)
    if next > end, next < bytes.count, Scalars.isCapital(Scalars.decode(bytes, next).value),
      let match = words.index.match(bytes, next, .direction)
    {
      end = match.end
    }
    return end
  }

  // MARK: The type before the name

  private func typeThenName(
    _ bytes: Span<UInt8>,
    _ house: Range<Int>,
    _ type: CueIndex.Match
  ) -> Street? {
    var at = type.end
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") { at += 1 }
    let blank = Scalars.skipBlanks(bytes, at)
    // "ม.3"
    let isThai = (0xE01...0xE4F).contains(Scalars.before(bytes, type.end)?.value ?? 0)
    let isWide =
      at < bytes.count
      && (Scalars.isUnspaced(Scalars.decode(bytes, at).value)
        || has(bytes, at - 1, ".") && isThai && Self.isDigit(bytes[at]))
    guard blank > at || isWide else { return nil }
    // "5 ม.ค. 2568" is a month.
    if isWide, at > type.end || has(bytes, at - 1, ".") {
      let letter = Scalars.decode(bytes, at).length
      if has(bytes, at + letter, ".") { return nil }
    }
    at = blank
    var end: Int?
    var lowerEnd: Int?
    for place in 0..<7 {
      guard let word = Self.word(bytes, at: at) else { break }
      if word.isNumber, place > 0, !Self.isOrdinal(bytes, word),
        end == nil || word.range.count > 4
      {
        break
      }
      // A Thai district is part of what follows.
      if place > 0, words.index.match(bytes, at, .region) != nil { break }
      // "rue de l'Église": the article is glued.
      let isName = word.isCapitalized || word.isNumber || hasGluedCapital(bytes, word)
      if isName {
        end = word.range.upperBound
      } else if end != nil {
        guard isWord(bytes, word, [.particle, .and, .lead]) else { break }
      }
      lowerEnd = word.range.upperBound
      at = word.range.upperBound
      let next = Scalars.skipBlanks(bytes, at)
      guard next > at else { break }
      at = next
    }
    let isWeak = type.uses.isDisjoint(with: .numberTypeName)
    if let end { return Street(range: house.lowerBound..<end, isWeak: isWeak) }
    guard let lowerEnd else { return nil }
    return Street(range: house.lowerBound..<lowerEnd, isWeak: true, needsCode: true)
  }

  /// Whether a word has its capital after an article: "l'Église".
  private func hasGluedCapital(_ bytes: Span<UInt8>, _ word: TextWord) -> Bool {
    var at = word.range.lowerBound
    while at < word.range.upperBound, at - word.range.lowerBound < 3 {
      let (value, length) = Scalars.decode(bytes, at)
      at += length
      if Scalars.fold(value) == 0x27, at < word.range.upperBound {
        return Scalars.isCapital(Scalars.decode(bytes, at).value)
      }
    }
    return false
  }
}
