/// Addresses in Arabic: parts between commas, of which some begin with a word for streets, quarters,
/// houses or numbers.
extension Redactor {
  /// A part of an address between two commas.
  private struct ArabicPart {
    /// The bytes, without blanks around.
    var range: Range<Int>
    /// Where its word for streets or houses begins; nil for none.
    var type: Int?
  }

  /// The address whose parts stand around a number: "بيروت، الحمرا، شارع المقدسي، بناية السلام، ط 2",
  /// "شارع الحبيب بورقيبة عدد 44، سوسة 4000".
  ///
  /// Two parts must have such a word, or one and a town beside it. The sentence before it ends where
  /// the first such word begins, or with the word before the first comma.
  func arabicAddress(_ bytes: Span<UInt8>, _ number: Range<Int>, after: Int) -> Range<Int>? {
    guard let near = Scalars.before(bytes, Self.skipBlanks(bytes, before: number.lowerBound)),
      (0x600...0x6FF).contains(near.value), near.value != 0x60C
    else { return nil }
    let parts = arabicParts(bytes, number, after: after)
    guard let middle = parts.firstIndex(where: { $0.range.contains(number.lowerBound) }),
      let type = parts[middle].type, type < number.lowerBound
    else { return nil }
    var typed = 1
    var places = 0
    var start = type
    var first = middle
    while start == parts[first].range.lowerBound, first > 0 {
      let part = parts[first - 1]
      if let type = part.type {
        typed += 1
        start = type
      } else {
        // A place: all of a short part, the last word of the one that a sentence begins in.
        guard let last = Self.word(bytes, endingAt: part.range.upperBound), !last.isNumber,
          !isWord(bytes, last, [.notAName, .address, .order])
        else { break }
        places += 1
        start = first == 1 ? last.range.lowerBound : part.range.lowerBound
      }
      first -= 1
    }
    var end = typedEnd(bytes, parts[middle], number)
    var last = middle
    while end == parts[last].range.upperBound, last + 1 < parts.count {
      last += 1
      if parts[last].type == parts[last].range.lowerBound {
        typed += 1
        end = typedEnd(bytes, parts[last], nil)
      } else if let place = placeEnd(bytes, parts[last]) {
        places += 1
        end = place
      } else {
        break
      }
    }
    let hasHouse = parts[first...last].contains { part in
      part.type.map { words.index.match(bytes, $0, Self.houseWords) != nil } ?? false
    }
    return hasHouse && (typed > 1 || places > 0) ? start..<end : nil
  }

  /// Words for streets and houses, without those for numbers: orders have them too.
  private static let houseWords: RedactionUses = [
    .typeNameNumber, .numberTypeName, .unit, .region,
  ]

  /// The parts of the clause that a number stands in.
  private func arabicParts(
    _ bytes: Span<UInt8>,
    _ number: Range<Int>,
    after: Int
  ) -> [ArabicPart] {
    func isEnd(_ value: UInt32) -> Bool {
      [0x0A, 0x2E, 0x21, 0x3F, 0x61F, 0x3A, 0x5B, 0x5D, 0x22, 0x28, 0x29, 0xAB, 0xBB].contains(
        value
      )
    }
    var start = number.lowerBound
    while start > after, number.lowerBound - start < 160,
      let (value, before) = Scalars.before(bytes, start), !isEnd(value)
    {
      start = before
    }
    var parts: [ArabicPart] = []
    var at = start
    var begin = start
    while at <= bytes.count, at - number.upperBound < 160 {
      let (value, length) = at < bytes.count ? Scalars.decode(bytes, at) : (0x0A, 1)
      if value == 0x60C || value == 0x2C || isEnd(value) {
        let first = Scalars.skipBlanks(bytes, begin)
        let last = Self.skipBlanks(bytes, before: at)
        if first < last {
          parts.append(ArabicPart(range: first..<last, type: typeStart(bytes, first..<last)))
        }
        begin = at + length
        if isEnd(value) { break }
      }
      at += length
    }
    return parts
  }

  /// Where the first word for streets, houses or numbers of a part begins, the letter of "in" before
  /// it aside: "ط3", "شارع", "بشارع".
  private func typeStart(_ bytes: Span<UInt8>, _ part: Range<Int>) -> Int? {
    var at = part.lowerBound
    while at < part.upperBound {
      guard let word = Self.word(bytes, at: at) else {
        at += Scalars.decode(bytes, at).length
        continue
      }
      if isPartWord(bytes, word) { return at }
      let second = at + Scalars.decode(bytes, at).length
      if second < part.upperBound, word.range.count > 5, word.first == 0x628 || word.first == 0x639,
        let inner = Self.word(bytes, at: second), isPartWord(bytes, inner)
      {
        return second
      }
      // ط3
      if word.first == 0x637, word.range.count < 6, second < bytes.count,
        Scalars.digit(bytes, second) != nil
      {
        return at
      }
      at = word.range.upperBound
    }
    return nil
  }

  /// Where a part with such a word ends: with its number, else with the third word behind the type,
  /// and with the one word that is left of it.
  private func typedEnd(_ bytes: Span<UInt8>, _ part: ArabicPart, _ number: Range<Int>?) -> Int {
    var end = part.range.lowerBound
    var at = max(part.type ?? end, end)
    var count = 0
    while at < part.range.upperBound {
      guard let word = Self.word(bytes, at: at) else {
        at += Scalars.decode(bytes, at).length
        continue
      }
      let hasNumber = word.range.contains { Scalars.digit(bytes, $0) != nil }
      let isUnit = isPartWord(bytes, word)
      if count < 4 || hasNumber || isUnit,
        end == part.range.lowerBound || hasNumber || isUnit
          || number.map({ end < $0.upperBound }) ?? (count < 3)
      {
        end = word.range.upperBound
      }
      count += 1
      at = word.range.upperBound
    }
    // "حي 500 مسكن"
    if let rest = following(bytes, end), rest.range.upperBound == part.range.upperBound {
      return rest.range.upperBound
    }
    return end
  }

  /// Where a town or quarter, and its code, end: all of a part of two words, else the first of it.
  private func placeEnd(_ bytes: Span<UInt8>, _ part: ArabicPart) -> Int? {
    guard let first = Self.word(bytes, at: part.range.lowerBound), !first.isNumber,
      !isWord(bytes, first, [.notAName, .closing, .order])
    else { return nil }
    var end = first.range.upperBound
    guard let next = following(bytes, end) else { return end }
    if Scalars.digit(bytes, next.range.lowerBound) != nil
      || next.range.upperBound == part.range.upperBound
    {
      end = next.range.upperBound
    }
    return end
  }
}
