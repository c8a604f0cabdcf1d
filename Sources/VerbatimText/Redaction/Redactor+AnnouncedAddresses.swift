extension Redactor {
  /// What the parts of an address without a house number tell, added up.
  private struct Named {
    /// One past the last part.
    var end: Int
    /// Parts between commas, line ends and "and".
    var count = 0
    /// Those that are a street's name with its type.
    var streets = 0
    /// Those that are a house's or a part of one: "The Old Dairy", "Rose Cottage".
    var houses = 0
  }

  /// Masks addresses without a number after a word for addresses: "our address is The Old Dairy,
  /// Pound Lane, Nether Ashby", "on the corner of Pine St and Second Ave".
  func maskAnnouncedAddresses(_ bytes: inout [UInt8], _ scan: Scan, _ counts: inout [String: Int]) {
    var pass = Pass(from: scan.firstCue)
    var masked = 0
    while let cue = pass.next(bytes.span, words) {
      guard cue.uses.contains(.address), cue.end > masked,
        let range = announcedAddress(bytes.span, after: cue.end)
      else { continue }
      mask(&bytes, range, .address, &counts)
      masked = range.upperBound
    }
  }

  /// The address without a number that begins after marks and small words at `end`; nil for none.
  private func announcedAddress(_ bytes: Span<UInt8>, after end: Int) -> Range<Int>? {
    var start = end
    for _ in 0..<3 {
      start = Scalars.skipBlanks(bytes, start)
      while has(bytes, start, ":-,\n\""), start - end < 8 {
        start = Scalars.skipBlanks(bytes, start + 1)
      }
      guard let small = words.index.match(bytes, start, [.connector, .particle, .lead]),
        start < bytes.count, !Scalars.isCapital(Scalars.decode(bytes, start).value)
      else { break }
      start = small.end
    }
    guard start < bytes.count, start > end || bytes[end - 1] == 0x3A,
      let first = Self.word(bytes, at: start),
      Scalars.isCapital(first.first)
        || first.isNumber && Self.isLetter(bytes[first.range.upperBound - 1])
    else { return nil }
    let named = namedParts(bytes, start)
    guard named.streets > 0, named.count > 1 || named.houses > 0 else { return nil }
    return start..<named.end
  }

  /// The parts from `start` on, each of one to five words with capitals.
  private func namedParts(_ bytes: Span<UInt8>, _ start: Int) -> Named {
    var named = Named(end: start)
    var at = start
    for _ in 0..<6 {
      guard let part = namedPart(bytes, at) else { break }
      named.end = part.end
      named.count += 1
      if part.isStreet { named.streets += 1 }
      if part.isHouse { named.houses += 1 }
      let gap = Self.addressGap(bytes, part.end)
      if gap.hasComma || gap.hasLineEnd {
        at = gap.end
      } else if part.isStreet, let sign = words.index.match(bytes, gap.end, .and) {
        at = Scalars.skipBlanks(bytes, sign.end)
      } else {
        break
      }
      if let code = codeAndTown(bytes, at) {
        named.end = code
        break
      }
    }
    return named
  }

  /// The words with capitals from `at` to a comma, a line end or a small word.
  func namedPart(
    _ bytes: Span<UInt8>,
    _ start: Int
  ) -> (end: Int, isStreet: Bool, isHouse: Bool)? {
    let others: RedactionUses = [
      .order, .product, .phone, .weakPhone, .closing, .greeting, .introduction, .selfNaming,
      .thanks,
    ]
    var end: Int?
    var isStreet = false
    var isHouse = false
    var isNumbered = false
    var at = start
    for place in 0..<5 {
      guard let word = Self.word(bytes, at: at) else { break }
      guard word.isCapitalized || word.isNumber else {
        // "Paseo de las Delicias s/n, Sevilla"
        if isStreet, let number = words.index.match(bytes, at, .numberWord) {
          return (number.end, isStreet, true)
        }
        guard place > 0, isWord(bytes, word, [.particle, .lead]) else { break }
        at = Scalars.skipBlanks(bytes, word.range.upperBound)
        continue
      }
      guard !isWord(bytes, word, others), !word.isNumber || word.range.count < 5 else { break }
      let after: RedactionUses = [.numberNameType, .weakNumberNameType, .nameTypeNumber]
      let first: RedactionUses = [.numberTypeName, .typeNameNumber]
      // "14 days", "12 March" are no streets, and a number alone is none.
      if place == 0, word.isNumber, measures(bytes, word.range.upperBound) { break }
      isStreet =
        isStreet || place > 0 && isWord(bytes, word, after)
        || place == 0 && isWord(bytes, word, first)
        || place == 1 && isNumbered && word.isCapitalized
      isNumbered = place == 0 && word.isNumber
      isHouse = isHouse || place > 0 && isWord(bytes, word, .unit)
      end = word.range.upperBound
      at = word.range.upperBound
      if has(bytes, at, "."), word.range.count < 5 {
        at += 1
        end = isStreet ? at : end
      }
      let next = Scalars.skipBlanks(bytes, at)
      guard next > at else { break }
      at = next
    }
    return end.map { ($0, isStreet, isHouse) }
  }

  // MARK: Numbers and names without a type

  /// A name without a type, right after a word for addresses, or of the American kind after "at":
  /// "we live at 15 Fairview", "to 1844 W Elm".
  func announcedName(_ bytes: Span<UInt8>, _ house: Range<Int>, _ start: Int) -> Street? {
    let cue = cue(before: house.lowerBound, bytes, .address)
    let others: RedactionUses = [
      .notAName, .order, .product, .measure, .phone, .weakPhone, .closing, .goodsName,
    ]
    let direction = words.index.match(bytes, start, .direction)
    let hasDirection =
      direction.map { $0.end - start < 3 && Scalars.isCapital(UInt32(bytes[start])) } ?? false
    let isLed = leads(bytes, Self.skipBlanks(bytes, before: house.lowerBound), .numberLead)
    guard cue?.isDirect ?? false || isLed && hasDirection else { return nil }
    var at = start
    var end: Int?
    for _ in 0..<3 {
      guard let word = Self.word(bytes, at: at), Scalars.isCapital(word.first),
        !isWord(bytes, word, others) || end == nil && hasDirection
      else { break }
      if word.range.count > 2 { end = word.range.upperBound }
      at = Scalars.skipBlanks(bytes, word.range.upperBound)
    }
    guard let end, !measures(bytes, house.upperBound) else { return nil }
    let tail = addressTail(bytes, end)
    if tail.hasCode || tail.hasTown { return Street(range: house.lowerBound..<end) }
    // "deliver to 12 Countries", "at 9 Sunday morning"
    // "I live at 7 Sycamore and …"
    let goesOn = following(bytes, end).map { isWord(bytes, $0, .and) } ?? false
    guard end == bytes.count || has(bytes, end, ".,;!)\n\r") || hasDirection || goesOn,
      hasDirection || !has(bytes, end - 1, "sS")
    else { return nil }
    let next = following(bytes, end)
    guard next.map({ !$0.isCapitalized && !$0.isNumber }) ?? true else { return nil }
    return Street(range: house.lowerBound..<end)
  }
}
