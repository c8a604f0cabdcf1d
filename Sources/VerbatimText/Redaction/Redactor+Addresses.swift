extension Redactor {
  /// A street with its number, before anything around it is known.
  struct Street {
    /// The bytes.
    var range: Range<Int>
    /// Whether its words may mean other things.
    var isWeak = false
    /// Whether it counts only with a postal code or a word for addresses.
    var needsCode = false
    /// Whether a word before it says where someone lives.
    var isLed = false
  }

  /// Masks street addresses and post boxes, with postal code and town when they follow.
  ///
  /// `isAnnounced` says that a word for addresses stands somewhere in the text.
  func maskAddresses(
    _ bytes: inout [UInt8],
    _ counts: inout [String: Int],
    isAnnounced: Bool
  ) {
    var at = 0
    var masked = 0
    while let start = Self.nextDigit(bytes.span, at) {
      at = start
      while at < bytes.count, let digit = Scalars.digit(bytes.span, at) { at += digit.length }
      guard let range = address(bytes.span, start..<at, after: masked, isAnnounced) else {
        continue
      }
      mask(&bytes, range, .address, &counts)
      masked = range.upperBound
      at = max(at, masked)
    }
  }

  /// The address that a number belongs to, with what goes with it; nil for none.
  private func address(
    _ bytes: Span<UInt8>,
    _ number: Range<Int>,
    after: Int,
    _ isAnnounced: Bool
  ) -> Range<Int>? {
    guard number.count <= 18 else { return nil }
    // "Sent to Spain, 12 March", "Shipped to Germany, 14 days"
    let before = Self.skipBlanks(bytes, before: number.lowerBound)
    if number.count < 3, before > 0, bytes[before - 1] == UInt8(ascii: ","),
      measures(bytes, number.upperBound)
    {
      return nil
    }
    if let range = arabicAddress(bytes, number, after: after)
      ?? thaiAddress(bytes, number, after: after)
    {
      return range
    }
    if let range = street(bytes, number, after: after) {
      return isAnnounced ? widened(bytes, range, after: after) : range
    }
    return addressLine(bytes, number, after: after)
      ?? (isAnnounced ? announcedParts(bytes, number, after: after) : nil)
  }

  private func street(_ bytes: Span<UInt8>, _ number: Range<Int>, after: Int) -> Range<Int>? {
    if let range = labelledAddress(bytes, number, after: after) { return range }
    if let range = wideAddress(bytes, number) { return range }
    if let range = unnumbered(bytes, number), range.lowerBound >= after { return range }
    guard number.count <= 6 else { return nil }
    if let end = Self.houseEnd(bytes, number.upperBound) {
      let house = number.lowerBound..<end
      if let street = numberFirst(bytes, house) ?? numberLast(bytes, house) {
        let tail = addressTail(bytes, street.range.upperBound)
        guard accepts(bytes, street, tail) else { return looseStreet(bytes, house, after: after) }
        let start = max(after, addressStart(bytes, street.range.lowerBound))
        return start..<max(tail.end, street.range.upperBound)
      }
      if let street = looseStreet(bytes, house, after: after) { return street }
    }
    return lonelyCode(bytes, number) ?? composedAddress(bytes, number, after: after)
  }

  /// Whether a street is one, by its words and what stands around.
  private func accepts(_ bytes: Span<UInt8>, _ street: Street, _ tail: AddressTail) -> Bool {
    if tail.hasCode { return true }
    if cue(before: street.range.lowerBound, bytes, .address) != nil { return true }
    if isSigned(bytes, street.range.lowerBound, max(tail.end, street.range.upperBound)) {
      return true
    }
    if street.isLed { return true }
    if street.needsCode { return false }
    return !street.isWeak || tail.hasTown
  }

  /// Whether a line is all from `start` to `end`, and the next one holds a phone or mail address.
  func isSigned(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    guard Self.beginsLine(bytes, start), Self.endsLine(bytes, end), start > 0 else { return false }
    var at = Scalars.skipBlanks(bytes, end)
    while at < bytes.count, at - end < 20, bytes[at] == 0x0A || bytes[at] == 0x0D { at += 1 }
    let limit = min(bytes.count, at + 24)
    var digits = 0
    while at < limit, bytes[at] != 0x0A {
      if has(bytes, at, "["), has(bytes, at + 1, "pe") { return true }
      if Self.isDigit(bytes[at]) { digits += 1 }
      at += 1
    }
    return digits > 6
  }

  // MARK: House numbers

  /// Where a house number ends of which the first digits do: "12a", "12-14", "5/7", "221B".
  static func houseEnd(_ bytes: Span<UInt8>, _ digits: Int) -> Int? {
    var end = digits
    // "8А"
    if end < bytes.count, bytes[end] == 0xD0 || bytes[end] == 0xD1 {
      let (value, length) = Scalars.decode(bytes, end)
      let after = end + length
      if (0x410...0x44F).contains(value),
        after == bytes.count || !Scalars.isLetter(Scalars.decode(bytes, after).value)
      {
        return after
      }
    }
    for part in 0..<4 {
      if end < bytes.count, isLetter(bytes[end]) {
        guard end + 1 == bytes.count || !isAlphanumeric(bytes[end + 1]) else {
          return part == 0 ? nil : end
        }
        end += 1
      }
      // A decimal, a time or a share is no house.
      if end + 1 < bytes.count, [0x2C, 0x2E, 0x3A].contains(bytes[end]), isDigit(bytes[end + 1]) {
        return nil
      }
      guard end + 1 < bytes.count, bytes[end] == 0x2D || bytes[end] == 0x2F else { break }
      let next = end + 1
      var after = next
      while after < bytes.count, after - next < 5, isDigit(bytes[after]) { after += 1 }
      if after == next {
        // "12/A", "77-A"
        guard bytes[end] == 0x2F || (0x41...0x5A).contains(bytes[next]), isLetter(bytes[next]),
          next + 1 == bytes.count || !isAlphanumeric(bytes[next + 1])
        else { break }
        after = next + 1
      }
      end = after
    }
    if end < bytes.count, bytes[end] == UInt8(ascii: "%") || bytes[end] == 0x22 { return nil }
    // "12 B" and "12 a" before a comma or line end.
    if end + 1 < bytes.count, bytes[end] == 0x20, bytes[end + 1] & 0xDF >= 0x41,
      bytes[end + 1] & 0xDF <= 0x48,
      end + 2 == bytes.count || [0x2C, 0x2E, 0x0A, 0x0D].contains(bytes[end + 2]),
      !isAbbreviation(bytes, end + 2)
    {
      end += 2
    }
    return end
  }

  /// Whether a full stop is one of an abbreviation that a name follows ("350 E Larch Blvd").
  private static func isAbbreviation(_ bytes: Span<UInt8>, _ stop: Int) -> Bool {
    guard stop < bytes.count, bytes[stop] == UInt8(ascii: ".") else { return false }
    let next = Scalars.skipBlanks(bytes, stop + 1)
    return next > stop + 1 && next < bytes.count
      && Scalars.isCapital(Scalars.decode(bytes, next).value)
  }

  /// Whether a measure follows a number: "12 mm", "3 Stück".
  func measures(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
    let at = Scalars.skipBlanks(bytes, end)
    guard at < bytes.count, let match = words.index.match(bytes, at, .measure) else { return false }
    let next = Scalars.skipBlanks(bytes, match.end)
    // "7 m. 55" is a flat.
    if has(bytes, match.end, "."), match.end - at == 1 {
      let flat = Scalars.skipBlanks(bytes, match.end + 1)
      if flat < bytes.count, Self.isDigit(bytes[flat]) { return false }
    }
    // "Kerkstraat 5 in Utrecht" is no inch.
    guard next < bytes.count, next > match.end else { return true }
    return !Scalars.isCapital(Scalars.decode(bytes, next).value)
  }

  // MARK: Codes

  /// A postal code with its town, or a British one, right after a word for addresses.
  private func lonelyCode(_ bytes: Span<UInt8>, _ number: Range<Int>) -> Range<Int>? {
    var start = number.lowerBound
    while start > 0, number.lowerBound - start < 3, Self.isAlphanumeric(bytes[start - 1]) {
      start -= 1
    }
    guard start == 0 || !Self.isAlphanumeric(bytes[start - 1]),
      start < number.lowerBound || number.count > 3,
      let code = PostalCode.match(bytes, start)
    else { return nil }
    let next = Scalars.skipBlanks(bytes, code.end)
    if code.needsTown {
      guard let town = town(bytes, next, isSure: true) else { return nil }
      guard let cue = cue(before: start, bytes, .address), cue.isDirect else { return nil }
      return start..<town
    }
    guard code.end - start > 4, let cue = cue(before: start, bytes, .address), cue.isDirect else {
      return nil
    }
    return start..<code.end
  }
}
