extension Redactor {
  /// What follows a street: apartment, postal code, town.
  struct AddressTail {
    /// One past the last byte.
    var end: Int
    /// Whether a postal code is among it.
    var hasCode = false
    /// Whether a town or a part of a house is.
    var hasTown = false
    /// Whether a part of a house is.
    var hasUnit = false
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
        tail.hasUnit = true
      } else if let end = turkishStreet(bytes, tail.end) {
        tail.end = end
        tail.hasTown = true
      } else if let end = codeAndTown(bytes, gap.end) {
        tail.end = end
        tail.hasCode = true
      } else if gap.hasComma, let part = namedPart(bytes, gap.end), part.isStreet {
        // "3 Mill Cottages, Station Road, Hexham"
        tail.end = part.end
        tail.hasTown = true
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
      } else if gap.hasLineEnd, let end = town(bytes, gap.end, isSure: false),
        Self.endsLine(bytes, end)
      {
        // "14 Elm Grove\nBath"
        tail.end = end
        tail.hasTown = true
      } else if let end = thaiPart(bytes, gap.end) {
        tail.end = end
        tail.hasTown = true
      } else if let end = Self.province(bytes, gap.end), tail.hasCode || tail.hasTown {
        tail.end = end
      } else if gap.end > tail.end, !gap.hasComma, !gap.hasLineEnd,
        let end = town(bytes, gap.end, isSure: false), endsLineAfterMarks(bytes, end)
      {
        // "Kadıköy/İstanbul" at the end says nothing of what stands before.
        tail.end = end
      } else if !tail.hasTown, !tail.hasCode, let end = townBehind(bytes, tail.end) {
        tail.end = end
        tail.hasTown = true
      } else {
        break
      }
    }
    return tail
  }

  /// Blanks, a comma or dash, and a line end.
  static func addressGap(
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
      if let number = Self.unitNumber(bytes, at) {
        let end = Self.pastOrdinal(bytes, number)
        // "hinterhaus 3.og": the number is the next part's.
        let next = Scalars.skipBlanks(bytes, end + 1)
        if has(bytes, end, "."), next < bytes.count, !Self.isDigit(bytes[next]),
          words.index.match(bytes, next, .unit) != nil
        {
          return match.end
        }
        return end
      }
      // "8 hs, 1072 PH Amsterdam", "45, bajo"
      guard match.end - start < 8 else { return nil }
      if has(bytes, match.end, ",\n") || match.end == bytes.count && start + 2 < match.end
        || match.end - start > 3 && has(bytes, match.end, ".")
      {
        return match.end
      }
      // "EG rechts"
      let next = Scalars.skipBlanks(bytes, match.end)
      return next > match.end && next < bytes.count && words.index.match(bytes, next, .unit) != nil
        ? match.end : nil
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
      // "2e étage", but not "12B"
      if at - digits == 1 {
        let next = Scalars.skipBlanks(bytes, at)
        if next == at || next == bytes.count || words.index.match(bytes, next, .unit) == nil {
          at = digits
        }
      }
    }
    let isOrdinal = (digits..<at).contains { bytes[$0] >= 0x80 }
    let place = Scalars.skipBlanks(bytes, at)
    guard place < bytes.count else { return nil }
    if let match = words.index.match(bytes, place, .unit) {
      // "5.º Dto., 1000-001 Lisboa"
      return has(bytes, match.end, ".") && has(bytes, match.end + 1, ",")
        ? match.end + 1 : match.end
    }
    // "5º 2ª"
    if isOrdinal, Self.isDigit(bytes[place]) {
      var door = place
      while door < bytes.count, door - place < 3, Self.isDigit(bytes[door]) { door += 1 }
      if door + 1 < bytes.count, bytes[door] == 0xC2, [0xAA, 0xBA].contains(bytes[door + 1]) {
        return door + 2
      }
    }
    // "3º B"
    if isOrdinal, let word = Self.word(bytes, at: place), word.range.count == 1 {
      return word.range.upperBound
    }
    return nil
  }

  /// Passes over the sign of an ordinal: "1ª".
  private static func pastOrdinal(_ bytes: Span<UInt8>, _ end: Int) -> Int {
    guard end < bytes.count else { return end }
    let (value, length) = Scalars.decode(bytes, end)
    return value == 0xAA || value == 0xBA ? end + length : end
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

  // MARK: Districts and provinces

  /// Where a Turkish street with a number for a name ends.
  ///
  /// "1422. Sokak Papatya Sitesi C Blok Daire 11 İzmir".
  private func turkishStreet(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    guard start > 0, Self.isDigit(bytes[start - 1]) else { return nil }
    var at = Scalars.skipBlanks(bytes, has(bytes, start, ".") ? start + 1 : start)
    guard at > start else { return nil }
    guard let type = Self.word(bytes, at: at), type.isCapitalized, type.range.count > 1,
      isWord(bytes, type, .nameTypeNumber)
    else {
      return nil
    }
    var end = type.range.upperBound
    for _ in 0..<12 {
      at = end
      while at < bytes.count, at - end < 4, ".:,/ ".utf8.contains(bytes[at]) { at += 1 }
      guard at > end, let word = Self.word(bytes, at: at),
        word.isCapitalized || word.isNumber || isWord(bytes, word, [.unit, .numberWord])
      else { break }
      end = word.range.upperBound
    }
    return end
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
}
