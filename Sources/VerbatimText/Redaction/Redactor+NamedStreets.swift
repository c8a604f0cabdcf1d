extension Redactor {
  /// A name without a type: "Am Markt 5", "An der Alster 7".
  func lead(_ bytes: Span<UInt8>, _ list: [TextWord], _ house: Range<Int>) -> Street? {
    guard list[0].isCapitalized else { return nil }
    for word in list.prefix(5).dropFirst().reversed() {
      guard word.isCapitalized,
        let match = words.index.match(bytes, word.range.lowerBound, .lead),
        match.end <= list[0].range.lowerBound
      else { continue }
      // "vor Am Mühlbach 3"
      let isLed =
        words.nameWords.kind(bytes, list[0].range) != .ordinary
        && !measures(bytes, house.upperBound)
        && leads(bytes, Self.skipBlanks(bytes, before: word.range.lowerBound), Self.anyLead)
      return Street(
        range: word.range.lowerBound..<house.upperBound,
        isWeak: true,
        needsCode: true,
        isLed: isLed
      )
    }
    return nil
  }

  /// A name alone, of a village's or a Polish street, where a code and its town follow:
  /// "Mickiewicza 7, 60-833 Poznań".
  func bare(_ bytes: Span<UInt8>, _ list: [TextWord], _ house: Range<Int>) -> Street? {
    let others: RedactionUses = [
      .notAName, .order, .product, .measure, .phone, .weakPhone, .card, .identity, .unit,
    ]
    guard list[0].isCapitalized, list[0].range.count > 3, !Scalars.isCaseless(list[0].first),
      !isWord(bytes, list[0], others)
    else { return nil }
    let tail = addressTail(bytes, house.upperBound)
    // "Ленина 15, кв. 8"
    if tail.hasUnit, (0x400...0x4FF).contains(list[0].first) {
      return Street(range: list[0].range.lowerBound..<house.upperBound)
    }
    // "mieszkam na Długiej 14/3", "vivo en Los Olivos 890, depto 34"
    let isHouse = tail.hasUnit || house.contains { bytes[$0] > 0x40 || bytes[$0] == 0x2F }
    if isHouse, list[0].range.count > 4,
      let cue = cue(before: firstName(of: list), bytes, .address), cue.isDirect,
      !isWord(bytes, list[0], [.goodsName, .address]), !measures(bytes, house.upperBound)
    {
      return Street(range: firstName(of: list)..<house.upperBound)
    }
    guard tail.hasCode, let town = Self.word(bytes, endingAt: tail.end), town.isCapitalized,
      town.range.count > 2
    else { return nil }
    var digits = 0
    for at in house.upperBound..<town.range.lowerBound where Self.isDigit(bytes[at]) { digits += 1 }
    // "9, 8799 QX Tjerkgaast"
    let place = Self.addressGap(bytes, house.upperBound).end
    let isSure = PostalCode.match(bytes, place).map { !$0.needsTown } ?? false
    guard digits > 4 || isSure else { return nil }
    var start = list[0].range.lowerBound
    if list.count > 1, list[1].isCapitalized,
      isSure || !isWord(bytes, list[1], others.union(.address))
    {
      start = list[1].range.lowerBound
    }
    return Street(range: start..<house.upperBound, isWeak: true, needsCode: true)
  }

  /// Where the words with capitals begin that stand right before a number.
  private func firstName(of list: [TextWord]) -> Int {
    let names = list.prefix { Scalars.isCapital($0.first) }
    return names.prefix(3).last?.range.lowerBound ?? list[0].range.lowerBound
  }

  /// A name before its type: "Lange Straße 12", "Bağdat Caddesi 5".
  func nameTypeNumber(
    _ bytes: Span<UInt8>,
    _ list: [TextWord],
    _ house: Range<Int>
  ) -> Street? {
    // "yonca cad. no 27"
    let hasNumberWord =
      Self.skipBlanks(bytes, before: house.lowerBound) > nameEnd(bytes, house.lowerBound) + 2
    guard list.count > 1, list[1].isCapitalized || hasNumberWord,
      !isWord(bytes, list[1], .notAName),
      let match = words.index.match(
        bytes,
        list[0].range.lowerBound,
        [.nameTypeNumber, .weakNameTypeNumber]
      ), match.end >= list[0].range.upperBound
    else { return nil }
    let isWeak = match.uses.isDisjoint(with: .nameTypeNumber)
    if isWeak, measures(bytes, house.upperBound) { return nil }
    // Two names stand before a type as often as one.
    var start = list[1].range.lowerBound
    for word in list.dropFirst(2) {
      guard word.isCapitalized,
        isWord(bytes, word, .lead) || !isWord(bytes, word, [.notAName, .greeting, .address])
      else { break }
      start = word.range.lowerBound
    }
    return Street(range: start..<house.upperBound, isWeak: isWeak, needsCode: isWeak)
  }
}
