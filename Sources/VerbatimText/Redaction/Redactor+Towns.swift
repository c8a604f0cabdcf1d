extension Redactor {
  func codeAndTown(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    guard let code = PostalCode.match(bytes, start) else { return nil }
    let gap = Self.addressGap(bytes, code.end)
    if !gap.hasComma, !gap.hasLineEnd, let town = town(bytes, gap.end, isSure: true) {
      return town
    }
    guard code.needsTown else { return code.end }
    // "กรุงเทพฯ 10310": the town stands before.
    if code.end - start == 5,
      let before = Scalars.before(bytes, Self.skipBlanks(bytes, before: start)),
      (0xE01...0xE4F).contains(before.value)
    {
      return code.end
    }
    // "5, 20000 km" goes on, "5, 10115." does not.
    let digits = code.end - start
    guard digits > 4 else { return nil }
    let next = Scalars.skipBlanks(bytes, code.end)
    // "06844 dessau"
    if digits == 5, bytes[start] &- 0x30 < 10, let town = following(bytes, code.end),
      town.range.count > 3, town.first < 0x250, !town.isCapitalized, !town.isNumber,
      !measures(bytes, code.end),
      !isWord(bytes, town, [.notAName, .connector, .and, .product, .order, .nameFollower])
    {
      return town.range.upperBound
    }
    return next == bytes.count || [0x0A, 0x0D, 0x2C, 0x2E].contains(bytes[next]) ? code.end : nil
  }

  func townAndCode(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    guard var end = town(bytes, start, isSure: true) else { return lowerTownAndCode(bytes, start) }
    for _ in 0..<2 {
      var gap = Self.addressGap(bytes, end)
      // "Campina Grande/PB\nCEP 58400-000"
      if gap.end < bytes.count, let word = words.index.match(bytes, gap.end, .address),
        word.end - gap.end < 6
      {
        gap.end = Scalars.skipBlanks(bytes, has(bytes, word.end, ".:") ? word.end + 1 : word.end)
      }
      if let code = PostalCode.match(bytes, gap.end),
        !code.needsTown || code.end - gap.end > 4 || endsWithState(bytes, end)
      {
        // "03100 Ciudad de México"
        let next = Scalars.skipBlanks(bytes, code.end)
        return next > code.end ? town(bytes, next, isSure: false) ?? code.end : code.end
      }
      // "London, England SW1A 1AA"
      guard gap.hasComma, let next = town(bytes, gap.end, isSure: true) else { return nil }
      end = next
    }
    return nil
  }

  /// A town and a code of four digits that a year or a model could be as well: "Cape Town 8001".
  func townAndShortCode(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    guard let town = town(bytes, start, isSure: false) else { return nil }
    let place = Scalars.skipBlanks(bytes, town)
    guard place > town, let code = PostalCode.match(bytes, place), code.end - place == 4 else {
      return nil
    }
    let next = Scalars.skipBlanks(bytes, code.end)
    guard next < bytes.count, let word = Self.word(bytes, at: next) else { return code.end }
    return next == code.end || word.isNumber || word.isCapitalized || measures(bytes, code.end)
      ? nil : code.end
  }

  /// A town after the word for towns and its full stop.
  func namedTown(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    guard let match = words.index.match(bytes, start, .town), has(bytes, match.end, ".") else {
      return nil
    }
    let place = Scalars.skipBlanks(bytes, match.end + 1)
    guard let word = Self.word(bytes, at: place), word.isCapitalized else { return nil }
    return word.range.upperBound
  }

  /// A town without capitals, and its code: "leeds ls1 4ap".
  private func lowerTownAndCode(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    guard let word = Self.word(bytes, at: start), !word.isNumber else { return nil }
    let next = Scalars.skipBlanks(bytes, word.range.upperBound)
    guard let code = PostalCode.match(bytes, next), !code.needsTown else { return nil }
    return code.end
  }

  /// Whether the last word before `end` is two or three capitals: "Sydney NSW 2000".
  private func endsWithState(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
    guard let word = Self.word(bytes, endingAt: end), (2...3).contains(word.range.count) else {
      return false
    }
    for at in word.range where !(0x41...0x5A).contains(bytes[at]) { return false }
    return true
  }

  /// Where a town's name ends: up to four words with capitals, small words between.
  ///
  /// `isSure` says that a code stands beside it.
  func town(_ bytes: Span<UInt8>, _ start: Int, isSure: Bool) -> Int? {
    // "Los" is a lot in German: a code beside it decides.
    let others: RedactionUses =
      isSure
      ? [.closing, .greeting, .phone, .weakPhone, .mail, .introduction]
      : [
        .closing, .shortClosing, .greeting, .phone, .weakPhone, .mail, .order, .product,
        .identity, .card, .selfNaming, .introduction, .notAName, .thanks,
      ]
    var at = start
    var end: Int?
    for place in 0..<4 {
      guard let word = Self.word(bytes, at: at), !word.isNumber else { break }
      // A state's or province's letters stand before a code.
      if PostalCode.match(bytes, at) != nil { break }
      if word.isCapitalized {
        guard word.range.count == 2 || !isWord(bytes, word, others) else { break }
        end = word.range.upperBound
      } else {
        guard place > 0, isWord(bytes, word, [.particle, .lead]) else { break }
      }
      at = word.range.upperBound
      if at < bytes.count, bytes[at] == 0x2E, word.range.count < 5 { at += 1 }
      var next = Scalars.skipBlanks(bytes, at)
      // "Kadıköy/İstanbul"
      if next == at, has(bytes, at, "/") { next = at + 1 }
      guard next > at else { break }
      at = next
    }
    return end
  }

  /// Where a town that no code belongs to ends: not in the middle of a sentence's words, but
  /// perhaps with the number of a district ("Dublin 2").
  func townEnd(_ bytes: Span<UInt8>, _ end: Int) -> Int? {
    let next = Scalars.skipBlanks(bytes, end)
    guard next < bytes.count, let word = Self.word(bytes, at: next) else { return end }
    if word.isNumber, next > end, word.range.count < 3 {
      let after = word.range.upperBound
      if after == bytes.count || has(bytes, after, ",.\n\r)") { return after }
      // "Dublin 6 please"
      guard let word = following(bytes, after) else { return nil }
      return word.isCapitalized || word.isNumber || measures(bytes, after) ? nil : after
    }
    return word.isNumber || word.isCapitalized ? nil : end
  }

  /// Where an address ends with an Italian province after it.
  func provinceEnd(_ bytes: Span<UInt8>, _ end: Int) -> Int {
    let start = Scalars.skipBlanks(bytes, end)
    return start < bytes.count ? Self.province(bytes, start) ?? end : end
  }

  /// A province in brackets: "(MI)", "(Québec)".
  static func province(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    guard start + 3 < bytes.count, bytes[start] == UInt8(ascii: "("),
      let word = word(bytes, at: start + 1), word.range.count < 20,
      word.range.count == 2 || Scalars.isCapital(word.first), word.range.upperBound < bytes.count,
      bytes[word.range.upperBound] == UInt8(ascii: ")")
    else { return nil }
    return word.range.upperBound + 1
  }
}
