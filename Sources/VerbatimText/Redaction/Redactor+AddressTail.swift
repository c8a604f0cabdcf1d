extension Redactor {
  /// What follows a street: apartment, postal code, town.
  struct AddressTail {
    /// One past the last byte.
    var end: Int
    /// Whether a postal code is among it.
    var hasCode = false
    /// Whether a town or a part of a house is.
    var hasTown = false
  }

  /// Whatever goes with a street that ends at `end`.
  func addressTail(_ bytes: Span<UInt8>, _ end: Int) -> AddressTail {
    var tail = AddressTail(end: end)
    for _ in 0..<8 {
      let gap = Self.addressGap(bytes, tail.end)
      guard gap.end < bytes.count else { break }
      // "D02 X285" is no "D. 02".
      if let code = PostalCode.match(bytes, gap.end), !code.needsTown,
        Self.isLetter(bytes[gap.end]), let end = codeAndTown(bytes, gap.end)
      {
        tail.end = end
        tail.hasCode = true
      } else if let end = unit(bytes, gap.end) {
        tail.end = end
        tail.hasTown = true
      } else if let end = codeAndTown(bytes, gap.end) {
        tail.end = end
        tail.hasCode = true
      } else if gap.hasComma, let end = namedTown(bytes, gap.end) {
        tail.end = end
        tail.hasTown = true
      } else if !tail.hasCode, let end = townAndCode(bytes, gap.end) {
        tail.end = end
        tail.hasCode = true
      } else if gap.hasComma || gap.hasLineEnd, let end = townAndShortCode(bytes, gap.end) {
        tail.end = end
        tail.hasTown = true
      } else if gap.hasComma, !gap.hasLineEnd, let town = town(bytes, gap.end, isSure: false),
        let end = townEnd(bytes, town)
      {
        tail.end = end
        tail.hasTown = true
      } else if let end = thaiPart(bytes, gap.end) {
        tail.end = end
        tail.hasTown = true
      } else if let end = Self.province(bytes, gap.end), tail.hasCode {
        tail.end = end
      } else {
        break
      }
    }
    return tail
  }

  /// Blanks, a comma or dash, and a line end.
  private static func addressGap(
    _ bytes: Span<UInt8>,
    _ start: Int
  ) -> (end: Int, hasComma: Bool, hasLineEnd: Bool) {
    var at = Scalars.skipBlanks(bytes, start)
    var hasComma = false
    var hasLineEnd = false
    if at < bytes.count {
      let (value, length) = Scalars.decode(bytes, at)
      if [0x2C, 0x3B, 0x2D, 0x2013, 0x60C, 0xFF0C, 0x3001, 0x2F].contains(value) {
        hasComma = value != 0x2F
        at = Scalars.skipBlanks(bytes, at + length)
      }
    }
    if at < bytes.count, bytes[at] == 0x0D { at += 1 }
    if at < bytes.count, bytes[at] == 0x0A {
      hasLineEnd = true
      at = Scalars.skipBlanks(bytes, at + 1)
    }
    return (at, hasComma, hasLineEnd)
  }

  // MARK: Parts of houses

  /// Where a part of a house ends: "Apt 4B", "#4", "3º B", "1st floor".
  private func unit(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    if let match = words.index.match(bytes, start, .unit) {
      var at = match.end
      while at < bytes.count, at - match.end < 6, ".:# ºª".utf8.contains(bytes[at]) { at += 1 }
      if let number = words.index.match(bytes, at, .numberWord) {
        at = number.end
        while at < bytes.count, at - number.end < 3, ".: ".utf8.contains(bytes[at]) { at += 1 }
      }
      return Self.unitNumber(bytes, at)
    }
    guard Self.isDigit(bytes[start]) else { return nil }
    var at = start
    while at < bytes.count, at - start < 4, Self.isDigit(bytes[at]) { at += 1 }
    guard at - start < 4 else { return nil }
    let digits = at
    // An ordinal's full stop, sign or letters.
    while at < bytes.count, at - digits < 4, bytes[at] == 0x2E || bytes[at] >= 0x80 { at += 1 }
    if at == digits {
      while at < bytes.count, at - digits < 2, Self.isLetter(bytes[at]) { at += 1 }
      if at - digits == 1 { at = digits }
    }
    let isOrdinal = at > digits && bytes[digits] >= 0x80
    let place = Scalars.skipBlanks(bytes, at)
    guard place < bytes.count else { return nil }
    if let match = words.index.match(bytes, place, .unit) {
      // "5.º Dto., 1000-001 Lisboa"
      return has(bytes, match.end, ".") && has(bytes, match.end + 1, ",")
        ? match.end + 1 : match.end
    }
    // "3º B"
    if isOrdinal, let word = Self.word(bytes, at: place), word.range.count == 1 {
      return word.range.upperBound
    }
    return nil
  }

  /// A short token with a digit, or one letter.
  private static func unitNumber(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    var end = start
    var hasDigit = false
    while end < bytes.count, end - start < 7,
      isAlphanumeric(bytes[end]) || (end > start && bytes[end] == 0x2D)
    {
      if isDigit(bytes[end]) { hasDigit = true }
      end += 1
    }
    while end > start, bytes[end - 1] == 0x2D { end -= 1 }
    guard end > start, end - start < 7, hasDigit || end == start + 1 else { return nil }
    return end
  }

  // MARK: Codes and towns

  private func codeAndTown(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
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
    return next == bytes.count || [0x0A, 0x0D, 0x2C, 0x2E].contains(bytes[next]) ? code.end : nil
  }

  private func townAndCode(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    guard var end = town(bytes, start, isSure: true) else { return lowerTownAndCode(bytes, start) }
    for _ in 0..<2 {
      let gap = Self.addressGap(bytes, end)
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
  private func townAndShortCode(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
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
  private func namedTown(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
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
        .identity, .card, .selfNaming, .introduction, .notAName,
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
  private func townEnd(_ bytes: Span<UInt8>, _ end: Int) -> Int? {
    let next = Scalars.skipBlanks(bytes, end)
    guard next < bytes.count, let word = Self.word(bytes, at: next) else { return end }
    if word.isNumber, next > end, word.range.count < 3 {
      let after = word.range.upperBound
      return after == bytes.count || has(bytes, after, ",.\n\r)") ? after : nil
    }
    return word.isNumber || word.isCapitalized ? nil : end
  }

  /// A Thai district or province, up to the next blank.
  private func thaiPart(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    guard bytes[start] == 0xE0, let match = words.index.match(bytes, start, .region) else {
      return nil
    }
    var end = match.end
    while end < bytes.count, end - start < 120 {
      let (value, length) = Scalars.decode(bytes, end)
      guard Scalars.isLetter(value) else { break }
      end += length
    }
    // "ถนนพระราม 9", "ซอยสุขใจ 12/3"
    guard words.index.match(bytes, start, .numberTypeName) != nil else { return end }
    let number = Scalars.skipBlanks(bytes, end)
    var after = number
    while after < bytes.count, after - number < 6,
      Self.isDigit(bytes[after]) || (after > number && bytes[after] == 0x2F)
    {
      after += 1
    }
    guard after > number, after - number < 5 else { return end }
    return after == bytes.count || !Self.isAlphanumeric(bytes[after]) && bytes[after] < 0x80
      ? after : end
  }

  /// An Italian province: "(MI)".
  private static func province(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    guard start + 3 < bytes.count, bytes[start] == UInt8(ascii: "("), isLetter(bytes[start + 1]),
      isLetter(bytes[start + 2]), bytes[start + 3] == UInt8(ascii: ")")
    else { return nil }
    return start + 4
  }
}
