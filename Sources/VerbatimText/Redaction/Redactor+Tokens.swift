extension Redactor {
  /// Letters and digits that are one number: accounts, identity numbers, orders.
  ///
  /// Moves `next` past the token when it is none and its digits belong to its letters
  /// ("HR-2044112233").
  func token(_ bytes: Span<UInt8>, _ digit: Int, _ next: inout Int) -> FoundNumber? {
    var start = digit
    while start > 0, digit - start < 24, Self.isAlphanumeric(bytes[start - 1]) { start -= 1 }
    if let found = lettered(bytes, start, digit) { return found }
    var end = digit
    while end < bytes.count, let digit = Scalars.digit(bytes, end) { end += digit.length }
    let isGlued = start < digit ? !isCue(bytes, start, digit) : Self.isGlued(bytes, before: digit)
    guard isGlued || masksOrders || end - digit >= 4 else { return nil }
    // "passport C01X00T47", "order 4711-22": a token with its dashes.
    let whole = Self.token(bytes, around: start)
    if whole.count > 3, whole.count < 32 {
      let digits = whole.reduce(0) { $0 + (Self.isDigit(bytes[$1]) ? 1 : 0) }
      let hasLetters = whole.contains { Self.isLetter(bytes[$0]) }
      if digits > 2, masksOrders || (hasLetters && digits > 3) {
        let context = context(bytes, whole)
        if masksOrders, context.announcesDirectly(.order) {
          return FoundNumber(kind: .order, range: whole)
        }
        if hasLetters, digits > 3, whole.count < 22, !context.isShort,
          context.announcesDirectly(.identity)
        {
          return FoundNumber(kind: .nationalID, range: whole)
        }
      }
    }
    if isGlued { next = max(end, digit + 1) }
    return nil
  }

  /// An account or a lettered identity number that holds a digit.
  private func lettered(_ bytes: Span<UInt8>, _ start: Int, _ digit: Int) -> FoundNumber? {
    var starts = [start]
    if start == digit {
      // "AB 12 34 56 C", "X-1234567-L", "RSS MRA 85T10 A562S"
      var word = start
      for _ in 0..<2 {
        guard word > 1, [0x20, 0x2D].contains(bytes[word - 1]), Self.isLetter(bytes[word - 2])
        else {
          break
        }
        word -= 1
        while word > 0, start - word < 10, Self.isLetter(bytes[word - 1]) { word -= 1 }
        starts.append(word)
      }
    } else if digit - start == 6, Self.isIBAN(bytes, start),
      let end = BankAccount.end(bytes, start + 4)
    {
      return FoundNumber(kind: .iban, range: (start + 4)..<end)
    }
    for start in starts where start == 0 || !Self.isAlphanumeric(bytes[start - 1]) {
      if digit - start == 2 || digit - start == 3, let end = BankAccount.end(bytes, start) {
        return FoundNumber(kind: .iban, range: start..<end)
      }
      guard let match = LetteredNumber.match(bytes, start) else { continue }
      let context = context(bytes, start..<match.end)
      let isOther = context.announces([.product, .order])
      if context.announces(.identity) || match.isCertain || (!match.needsCue && !isOther) {
        return FoundNumber(kind: .nationalID, range: start..<match.end)
      }
    }
    return nil
  }

  /// "IBANDE89 …": the word without its blank.
  private static func isIBAN(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    for (place, letter) in "iban".utf8.enumerated() where bytes[start + place] | 0x20 != letter {
      return false
    }
    return true
  }

  /// A token and what dashes, slashes and full stops hold together with it.
  private static func token(_ bytes: Span<UInt8>, around place: Int) -> Range<Int> {
    func belongs(_ at: Int) -> Bool {
      if isAlphanumeric(bytes[at]) || bytes[at] == UInt8(ascii: "_") { return true }
      return [0x2D, 0x2E, 0x2F].contains(bytes[at]) && at > 0 && at + 1 < bytes.count
        && isAlphanumeric(bytes[at - 1]) && isAlphanumeric(bytes[at + 1])
    }
    var start = place
    while start > 0, place - start < 32, belongs(start - 1) { start -= 1 }
    var end = place
    while end < bytes.count, end - place < 32, belongs(end) { end += 1 }
    return start..<end
  }

  /// Whether the letters before a digit are a word for phones: "tel0171 234567".
  private func isCue(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    words.index.match(bytes, start, [.phone, .weakPhone])?.end == end
  }

  /// Whether a number belongs to what stands before it: "HR-2044", "IMG_2018", "#4711".
  private static func isGlued(_ bytes: Span<UInt8>, before at: Int) -> Bool {
    guard at > 0 else { return false }
    let last = bytes[at - 1]
    if isLetter(last) || last == UInt8(ascii: "_") || last == UInt8(ascii: "#") { return true }
    guard last == UInt8(ascii: "-"), at > 1 else { return false }
    return isAlphanumeric(bytes[at - 2])
  }
}
