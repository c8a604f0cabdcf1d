/// Streets as hasty writers write them, without the word or the capital that tells a street.
extension Redactor {
  /// "pod Akacjową 9", "till kungsgatan 22", "au 18 bd gambetta", "na av dos ipes 1500", "ленина 40
  /// кв 7", "in An der Kirche 2".
  ///
  /// A word before it must say where something is, or a part of a house follow.
  func looseStreet(_ bytes: Span<UInt8>, _ house: Range<Int>, after: Int) -> Range<Int>? {
    guard house.count < 8, !measures(bytes, house.upperBound) else { return nil }
    guard
      let street = adjectiveStreet(bytes, house) ?? lowerStreet(bytes, house)
        ?? lowerTyped(bytes, house) ?? lowerNumbered(bytes, house) ?? flatBehind(bytes, house)
        ?? leadStreet(bytes, house), street.lowerBound >= after
    else { return nil }
    let tail = addressTail(bytes, street.upperBound)
    return street.lowerBound..<lowerTown(bytes, max(tail.end, street.upperBound), street)
  }

  /// The word that ends before `end` and blanks.
  private func lastWord(_ bytes: Span<UInt8>, _ end: Int) -> TextWord? {
    let blank = Self.skipBlanks(bytes, before: end)
    return blank < end ? Self.word(bytes, endingAt: blank) : nil
  }

  private func isLed(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    let end = Self.skipBlanks(bytes, before: start)
    return end < start && leads(bytes, end, Self.anyLead)
      || cue(before: start, bytes, .address)?.isDirect ?? false
  }

  /// A Polish street's name in an oblique case: "na Długiej 5", "pod Zieloną 12B".
  private func adjectiveStreet(_ bytes: Span<UInt8>, _ house: Range<Int>) -> Range<Int>? {
    guard let name = lastWord(bytes, house.lowerBound), Scalars.isCapital(name.first),
      name.range.count > 4,
      ends(bytes, name.range, ["ej", "ą", "iego"]),
      let lead = lastWord(bytes, name.range.lowerBound), lead.range.count < 7,
      lead.first &- 0x61 < 26 || beginsSentence(bytes, lead.range.lowerBound),
      ["na", "przy", "pod", "z", "do", "spod", "od", "koło", "ul", "ulicy"].contains(
        text(bytes, lead.range)
      )
    else { return nil }
    return name.range.lowerBound..<house.upperBound
  }

  /// A name that ends as only streets do, without its capital.
  private func lowerStreet(_ bytes: Span<UInt8>, _ house: Range<Int>) -> Range<Int>? {
    guard let name = lastWord(bytes, house.lowerBound), name.first &- 0x61 < 26,
      name.range.count > 6, isStreetName(bytes, name.range) == false
    else { return nil }
    var start = name.range.lowerBound
    if !isLed(bytes, start), let first = lastWord(bytes, start), first.first &- 0x61 < 26,
      given(bytes, first) != nil || isWord(bytes, first, .lead)
    {
      start = first.range.lowerBound
    }
    return isLed(bytes, start) ? start..<house.upperBound : nil
  }

  /// A type, a name and a number without capitals: "na av dos ipes 1500".
  private func lowerTyped(_ bytes: Span<UInt8>, _ house: Range<Int>) -> Range<Int>? {
    var start = house.lowerBound
    for count in 0..<4 {
      guard let word = lastWord(bytes, start), word.first &- 0x61 < 26 else { return nil }
      start = word.range.lowerBound
      guard count > 0, word.range.count > 1, isWord(bytes, word, .typeNameNumber) else { continue }
      return isLed(bytes, start) ? start..<house.upperBound : nil
    }
    return nil
  }

  /// A number, a type and a name without capitals: "au 18 bd gambetta".
  private func lowerNumbered(_ bytes: Span<UInt8>, _ house: Range<Int>) -> Range<Int>? {
    guard isLed(bytes, house.lowerBound), let type = following(bytes, house.upperBound),
      type.first &- 0x61 < 26, type.range.count > 1, isWord(bytes, type, .numberTypeName)
    else { return nil }
    var end = type.range.upperBound
    var hasName = false
    for _ in 0..<4 {
      guard let word = following(bytes, end), word.first &- 0x61 < 26 else { break }
      let isName = given(bytes, word) != nil || isUnheardOf(bytes, word)
      guard isName || !hasName && isWord(bytes, word, [.particle, .lead]) else { break }
      hasName = hasName || isName
      end = word.range.upperBound
    }
    return hasName ? house.lowerBound..<end : nil
  }

  /// A word and a number before a flat's, in Russian: "ленина 40 кв 7".
  private func flatBehind(_ bytes: Span<UInt8>, _ house: Range<Int>) -> Range<Int>? {
    guard let name = lastWord(bytes, house.lowerBound), (0x400...0x45F).contains(name.first),
      name.range.count > 7, let unit = following(bytes, house.upperBound),
      isWord(bytes, unit, .unit), (0x400...0x45F).contains(unit.first)
    else { return nil }
    let number = Scalars.skipBlanks(
      bytes,
      has(bytes, unit.range.upperBound, ".") ? unit.range.upperBound + 1 : unit.range.upperBound
    )
    guard number < bytes.count, Self.isDigit(bytes[number]) else { return nil }
    return name.range.lowerBound..<house.upperBound
  }

  /// A German street that begins with "Am" or "An der", whose capital no sentence gives it.
  private func leadStreet(_ bytes: Span<UInt8>, _ house: Range<Int>) -> Range<Int>? {
    guard let name = lastWord(bytes, house.lowerBound), Scalars.isCapital(name.first) else {
      return nil
    }
    var start = name.range.lowerBound
    for _ in 0..<3 {
      guard let word = lastWord(bytes, start) else { return nil }
      start = word.range.lowerBound
      guard Scalars.isCapital(word.first),
        let lead = words.index.match(bytes, start, .lead), lead.end >= word.range.upperBound,
        lead.end < name.range.upperBound, word.range.count < 6
      else { continue }
      guard let before = lastWord(bytes, start), !before.isCapitalized else { return nil }
      return start..<house.upperBound
    }
    return nil
  }

  /// Where a town without its capital ends behind a street without one.
  private func lowerTown(_ bytes: Span<UInt8>, _ end: Int, _ street: Range<Int>) -> Int {
    let first = Scalars.decode(bytes, street.lowerBound).value
    guard !Scalars.isCapital(first), first < 0x250, let town = following(bytes, end),
      town.first &- 0x61 < 26, town.range.count > 4, isUnheardOf(bytes, town)
    else { return end }
    return town.range.upperBound
  }

  private func text(_ bytes: Span<UInt8>, _ range: Range<Int>) -> String {
    String(decoding: range.map { bytes[$0] }, as: UTF8.self).lowercased()
  }

  private func ends(_ bytes: Span<UInt8>, _ range: Range<Int>, _ endings: [String]) -> Bool {
    let word = text(bytes, range)
    return endings.contains { word.hasSuffix($0) }
  }
}
