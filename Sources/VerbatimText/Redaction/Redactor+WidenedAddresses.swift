extension Redactor {
  /// An address with the parts between commas before and behind it that belong to it where a word
  /// for addresses announces it: "deliver to 2/3, 41 Clarkston Rd, Glasgow".
  func widened(_ bytes: Span<UInt8>, _ range: Range<Int>, after: Int) -> Range<Int> {
    guard let start = announcement(bytes, before: range.lowerBound)?.end, start >= after else {
      return range
    }
    let isWhole = start < range.lowerBound && isAddressPart(bytes, start..<range.lowerBound)
    var end = range.upperBound
    // "Красный проспект"
    while let word = following(bytes, end), word.range.count > 2, !word.isNumber,
      isWord(bytes, word, Self.typeWords)
    {
      end = word.range.upperBound
    }
    let last = pastParts(bytes, end)
    // "Gül Sok. 14/3 Çankaya Ankara, …"
    let next = Scalars.skipBlanks(bytes, last)
    if last == range.upperBound, next > last, next < bytes.count,
      Scalars.isCapital(Scalars.decode(bytes, next).value),
      let town = town(bytes, next, isSure: false),
      has(bytes, town, ",.;\n")
    {
      end = town
    } else {
      end = last
    }
    return (isWhole ? start : range.lowerBound)..<end
  }

  private static let typeWords: RedactionUses = [
    .typeNameNumber, .nameTypeNumber, .numberNameType,
  ]

  /// An address of whatever shape that a word for addresses announces: a name and a number with a
  /// town, or a word for streets or parts of houses, behind a comma; all of a line after a colon.
  func announcedParts(_ bytes: Span<UInt8>, _ number: Range<Int>, after: Int) -> Range<Int>? {
    guard number.count < 6, let cue = announcement(bytes, before: number.lowerBound),
      cue.end >= after, cue.end <= number.lowerBound,
      let house = Self.houseEnd(bytes, number.upperBound), !measures(bytes, house),
      cue.end == number.lowerBound || isAddressPart(bytes, cue.end..<number.lowerBound)
    else { return nil }
    let isFirst = cue.end == number.lowerBound
    // "Sent to Spain, 12 March", "delivered to us 12 May"
    if let next = following(bytes, house), !isPartWord(bytes, next) {
      let kind = words.nameWords.kind(bytes, next.range)
      guard kind == nil || kind == .sure || isFirst && kind == .ordinary else { return nil }
      guard isFirst || kind == nil else { return nil }
    }
    let blank = Self.skipBlanks(bytes, before: number.lowerBound)
    if !isFirst, has(bytes, blank - 1, ","), partWordCount(bytes, cue.end..<blank) == 0 {
      return nil
    }
    // "Plein 1944 nr 4, 6511 JE": what follows a name's number is no name without a comma.
    var end = house
    var at = house
    while let word = following(bytes, at), isFitting(bytes, word),
      isFirst || !Scalars.isCapital(word.first)
    {
      // "deliver to 12 June, please": an ordinary word alone is no street.
      if isFirst, at == house, words.nameWords.kind(bytes, word.range) == .ordinary,
        !isPartWord(bytes, word)
      {
        return nil
      }
      at = word.range.upperBound
      if word.isCapitalized || word.isNumber || isPartWord(bytes, word) { end = at }
    }
    guard end > house || !isFirst else { return nil }
    let last = pastParts(bytes, end)
    guard last == bytes.count || !Scalars.isLetter(Scalars.decode(bytes, last).value),
      hasName(bytes, cue.end..<last)
    else { return nil }
    let isLong = last > end || partWordCount(bytes, cue.end..<end) > 0
    let isLine = cue.hasColon && Self.endsLine(bytes, has(bytes, last, ".,") ? last + 1 : last)
    return isLong || isLine ? cue.end..<last : nil
  }

  /// Words of which an address is made, besides names and numbers.
  static let partWords: RedactionUses = [
    .unit, .numberWord, .numberNameType, .weakNumberNameType, .numberTypeName,
    .weakNumberTypeName, .typeNameNumber, .weakTypeNameNumber, .nameTypeNumber,
    .weakNameTypeNumber, .box, .region, .town, .direction,
  ]

  /// Words that begin something else.
  private static let otherWords: RedactionUses = [
    .order, .product, .phone, .weakPhone, .mail, .card, .identity, .closing, .shortClosing,
    .greeting, .introduction, .selfNaming, .thanks, .mention, .label,
  ]

  /// Where the nearest word for addresses before a place ends, with what connects it, and whether a
  /// colon or line end does.
  private func announcement(
    _ bytes: Span<UInt8>,
    before place: Int
  ) -> (end: Int, hasColon: Bool)? {
    var at = place
    while place - at < 64, let (value, start) = Scalars.before(bytes, at) {
      at = start
      guard Scalars.isLetter(value), beginsWord(bytes, at, value),
        let cue = words.index.match(bytes, at, .address), cue.end <= place,
        words.index.match(bytes, at, .box)?.end != cue.end
      else { continue }
      var end = Scalars.skipBlanks(bytes, cue.end)
      var hasColon = has(bytes, cue.end - 1, ":")
      for _ in 0..<3 {
        if end < place, has(bytes, end, ":\n\r-") {
          hasColon = hasColon || bytes[end] != UInt8(ascii: "-")
          end = Scalars.skipBlanks(bytes, end + 1)
        } else if end < place, let word = Self.word(bytes, at: end), !word.isCapitalized,
          !word.isNumber, isWord(bytes, word, [.connector, .particle, .lead])
        {
          end = Scalars.skipBlanks(bytes, word.range.upperBound)
        }
      }
      return end <= place ? (end, hasColon) : nil
    }
    return nil
  }

  /// Whether nothing but what addresses are made of stands in a range, up to 100 bytes.
  func isAddressPart(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count <= 100 else { return false }
    var at = range.lowerBound
    while at < range.upperBound {
      if let word = Self.word(bytes, at: at) {
        guard isFitting(bytes, word) else { return false }
        at = word.range.upperBound
      } else {
        let (value, length) = Scalars.decode(bytes, at)
        guard [0x20, 0xA0, 0x2C, 0x2E, 0x2F, 0x23, 0x2D, 0x27, 0x60C, 0xBA, 0xAA].contains(value)
        else { return false }
        at += length
      }
    }
    return true
  }

  /// Whether a word is for streets or parts of houses; a letter alone is before a number: "m 5".
  func isPartWord(_ bytes: Span<UInt8>, _ word: TextWord) -> Bool {
    guard isWord(bytes, word, Self.partWords) else { return false }
    return word.range.count > 1 || word.isCapitalized
      || following(bytes, word.range.upperBound)?.isNumber ?? false
      || has(bytes, word.range.upperBound, "./")
  }

  /// Whether a word may be part of an address: a name, a number, a word for streets and houses.
  private func isFitting(_ bytes: Span<UInt8>, _ word: TextWord) -> Bool {
    if isPartWord(bytes, word) { return true }
    guard !isWord(bytes, word, Self.otherWords) else { return false }
    return word.isNumber || Scalars.isCapital(word.first)
      || isWord(bytes, word, [.particle, .lead])
  }

  /// Where the parts after commas end that go on from `end`; `end` where none does.
  private func pastParts(_ bytes: Span<UInt8>, _ end: Int) -> Int {
    var end = end
    for _ in 0..<5 {
      let gap = Self.addressGap(bytes, end)
      guard gap.hasComma, !gap.hasLineEnd, let part = partEnd(bytes, gap.end) else { break }
      end = part
    }
    return end
  }

  /// Where a part ends that a mark or the end follows, or that has a code in it.
  private func partEnd(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    var end: Int?
    var hasCode = false
    var at = start
    for _ in 0..<6 {
      guard let word = Self.word(bytes, at: at), isFitting(bytes, word) else { break }
      if word.isNumber {
        guard !measures(bytes, word.range.upperBound) else { return nil }
        hasCode = hasCode || word.range.count > 3
      }
      // "Calle Olmo 4, Sevilla y …"
      if word.isCapitalized || word.isNumber || isPartWord(bytes, word) {
        end = word.range.upperBound
      }
      at = word.range.upperBound
      // "conj. 42", "ул. Зелёная"
      if has(bytes, at, "."), word.range.count < 12, isPartWord(bytes, word) { at += 1 }
      let next = Scalars.skipBlanks(bytes, at)
      guard next > at else { break }
      at = next
    }
    guard let end else { return nil }
    let next = Scalars.skipBlanks(bytes, end)
    let isDone =
      next == bytes.count || has(bytes, next, ",.;!)\n\r-")
      || [0x60C, 0xFF0C].contains(Scalars.decode(bytes, next).value)
    if isDone || hasCode { return end }
    // "…, Glasgow and the bell is broken", but not "…, Philips kettle"
    let goesOn = following(bytes, end).map {
      !$0.isCapitalized && isWord(bytes, $0, [.and, .nameFollower])
    }
    return goesOn ?? false ? end : nil
  }

  func hasName(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      guard let word = Self.word(bytes, at: at) else {
        at += 1
        continue
      }
      if word.isCapitalized, word.range.count > 2 { return true }
      at = word.range.upperBound
    }
    return false
  }

  /// How many words of a range are for streets and parts of houses.
  func partWordCount(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var at = range.lowerBound
    var count = 0
    while at < range.upperBound {
      guard let word = Self.word(bytes, at: at) else {
        at += 1
        continue
      }
      if isPartWord(bytes, word) { count += 1 }
      at = word.range.upperBound
    }
    return count
  }
}
