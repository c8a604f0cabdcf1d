extension Redactor {
  /// What the parts of an address without a street's number tell, added up.
  private struct Parts {
    /// One past the last part.
    var end: Int
    /// Parts between commas or line ends.
    var count = 0
    /// Parts with a name in them.
    var names = 0
    /// Words for streets, quarters and parts of houses with a number or name.
    var types = 0
    /// A code that is nothing else, such as "SO20 8XX".
    var hasCode = false
    /// A code that a town follows.
    var hasTown = false
  }

  /// An address of several parts between commas, of which none need be a street with its number.
  ///
  /// "The Old Forge, Nether Wallop, SO20 8XX", "Urb. Las Lomas, Mz. C Lt. 12, Lima".
  func composedAddress(
    _ bytes: Span<UInt8>,
    _ number: Range<Int>,
    after: Int
  ) -> Range<Int>? {
    guard Self.mayBeComposed(bytes, number) else { return nil }
    let start = composedStart(bytes, number, after: after)
    // "PN-2411", "2/1"
    if start > 0, "-_/.#".utf8.contains(bytes[start - 1]) { return nil }
    // "08.2025" is a date, "3.5" a decimal.
    if Self.houseEnd(bytes, number.upperBound) == nil,
      PostalCode.match(bytes, number.lowerBound) == nil,
      number.lowerBound > 0, !Self.isLetter(bytes[number.lowerBound - 1])
    {
      return nil
    }
    guard let parts = parts(bytes, start), parts.end >= number.upperBound, parts.count > 1,
      parts.names > 0
    else { return nil }
    let end = provinceEnd(bytes, parts.end)
    if parts.hasCode { return start..<end }
    let before = Self.skipBlanks(bytes, before: start)
    let isAnnounced = cue(before: start, bytes, .address)?.isDirect ?? false
    let isLed =
      isAnnounced || leads(bytes, before, [.numberLead, .weakNumberLead])
      || Self.beginsLine(bytes, start) && Self.endsLine(bytes, end)
    let weight = parts.types + (parts.hasTown ? 2 : 0) + (isAnnounced ? 2 : isLed ? 1 : 0)
    guard isLed && parts.types > 1 || weight > 2 && (parts.types > 0 || isAnnounced),
      isLed || parts.hasTown || weight > 3
    else { return nil }
    return start..<end
  }

  /// Whether a comma or line end, and a capital, stand around a number: around most none do.
  private static func mayBeComposed(_ bytes: Span<UInt8>, _ number: Range<Int>) -> Bool {
    var hasGap = false
    var hasCapital = false
    for at in max(0, number.lowerBound - 64)..<min(bytes.count, number.upperBound + 32) {
      let byte = bytes[at]
      if byte == 0x2C || byte == 0x0A { hasGap = true }
      if byte &- 0x41 < 26 || byte > 0xC2 { hasCapital = true }
    }
    return hasGap && hasCapital
  }

  private static let partTypes: RedactionUses = [
    .unit, .typeNameNumber, .weakTypeNameNumber, .numberTypeName, .weakNumberTypeName, .town, .box,
    .numberNameType,
  ]

  /// Where the words with capitals, numbers and parts of houses before a number begin, over commas.
  private func composedStart(_ bytes: Span<UInt8>, _ number: Range<Int>, after: Int) -> Int {
    var start = number.lowerBound
    while start > after, Self.isAlphanumeric(bytes[start - 1]) || bytes[start - 1] == 0x23 {
      start -= 1
      if number.lowerBound - start > 6 { return number.lowerBound }
    }
    for _ in 0..<14 {
      var at = Self.skipBlanks(bytes, before: start)
      if at > after, ",.;\n".utf8.contains(bytes[at - 1]) {
        at = Self.skipBlanks(bytes, before: at - 1)
      }
      guard at < start, at > after, let word = Self.word(bytes, endingAt: at),
        word.range.lowerBound >= after, !Scalars.isCaseless(word.first)
      else { break }
      let isFit =
        word.isNumber || (Scalars.isCapital(word.first) && !isToken(bytes, word))
        || isWord(bytes, word, [.unit, .particle, .lead])
      guard isFit, !isWord(bytes, word, [.address, .greeting, .numberLead, .measure, .mention])
      else { break }
      // "Hi there. Rose Cottage": a sentence ends.
      if at > 0, at < bytes.count, bytes[at] == UInt8(ascii: "."), word.range.count > 4 { break }
      start = word.range.lowerBound
    }
    // What may not begin an address: "de la", "and".
    while let word = Self.word(bytes, at: start), !word.isNumber, !word.isCapitalized,
      !isWord(bytes, word, .unit), word.range.upperBound < number.lowerBound
    {
      start = Scalars.skipBlanks(bytes, word.range.upperBound)
    }
    return start
  }

  /// Whether a word is a code of goods ("PN-2411-07") and no house's ("B-204,").
  private func isToken(_ bytes: Span<UInt8>, _ word: TextWord) -> Bool {
    var digits = 0
    for at in word.range where Self.isDigit(bytes[at]) { digits += 1 }
    let comma = word.range.upperBound
    let isHouse =
      word.range.count < 6 && has(bytes, word.range.lowerBound + 1, "-") && has(bytes, comma, ",")
      && Scalars.blank(bytes, comma + 1) > 0 && Self.beginsLine(bytes, word.range.lowerBound)
    return digits > 2 && !isHouse
  }

  /// The parts from `start` on; nil where none is.
  private func parts(_ bytes: Span<UInt8>, _ start: Int) -> Parts? {
    var parts = Parts(end: start)
    var at = start
    for _ in 0..<8 {
      var end = at
      var hasName = false
      for place in 0..<7 {
        guard end < bytes.count else { break }
        let next = Scalars.skipBlanks(bytes, end)
        guard next == at || next > end || has(bytes, end - 1, "."), next < bytes.count else {
          break
        }
        if let code = PostalCode.match(bytes, next) {
          // "2000 OS" may be more than a Dutch code.
          if !code.needsTown, code.end - next > 5, !Self.isDigit(bytes[next]) {
            parts.hasCode = true
            end = code.end
            continue
          }
          if let town = codeAndTown(bytes, next), !measures(bytes, code.end),
            town > code.end || (hasName && code.end - next > 4 && Self.isDigit(bytes[next]))
          {
            parts.hasTown = true
            hasName = true
            end = town
            continue
          }
        }
        guard let word = Self.word(bytes, at: next) else { break }
        let type = words.index.match(bytes, next, Self.partTypes)
        if let type, type.end >= word.range.upperBound,
          place == 0 || word.isCapitalized
            || !type.uses.isDisjoint(with: [.unit, .numberTypeName, .weakNumberTypeName])
        {
          parts.types += 1
        } else if place > 0, word.first > 0x3FF, isWord(bytes, word, .numberWord) {
          // "д. 8"
        } else if word.isNumber {
          if measures(bytes, word.range.upperBound) { break }
        } else if Scalars.isCapital(word.first) {
          if isToken(bytes, word) { break }
          if isWord(
            bytes,
            word,
            [.product, .order, .phone, .weakPhone, .closing, .greeting, .thanks]
          ) {
            break
          }
          if word.range.count > 2 { hasName = true }
        } else {
          guard place > 0, isWord(bytes, word, [.particle, .lead]) else { break }
        }
        end = word.range.upperBound
        if has(bytes, end, "."), word.range.count < 6, !word.isNumber { end += 1 }
      }
      guard end > at else { break }
      parts.end = end
      parts.count += 1
      if hasName { parts.names += 1 }
      let gap = Self.addressGap(bytes, end)
      guard gap.hasComma || gap.hasLineEnd, gap.end < bytes.count else { break }
      // "…, Tarporley CW6 9XX\nPlease hurry"
      if gap.hasLineEnd, !gap.hasComma, parts.hasCode || parts.hasTown { break }
      at = gap.end
    }
    while parts.end > start, ".,".utf8.contains(bytes[parts.end - 1]) { parts.end -= 1 }
    return parts.count > 0 ? parts : nil
  }
}
