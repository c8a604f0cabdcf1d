/// Addresses in Thai: a house's number and parts with a word for streets, quarters and provinces,
/// blanks between.
extension Redactor {
  /// "56/2 ม.3 ต.บ้านดู่ อ.เมือง จ.เชียงราย 57100", "72/118 หมู่บ้านพฤกษ์สวย ซอย 9 บางบัวทอง".
  ///
  /// Two parts with such a word must follow the number, or one and a postal code, a town or a cue.
  func thaiAddress(_ bytes: Span<UInt8>, _ number: Range<Int>, after: Int) -> Range<Int>? {
    guard number.count < 6 else { return nil }
    var end = number.upperBound
    // "56/2", "101/1-3"
    while end < bytes.count, Self.isDigit(bytes[end]) || has(bytes, end, "/-"),
      end - number.lowerBound < 12
    {
      end += 1
    }
    guard end < bytes.count, Scalars.blank(bytes, end) > 0 else { return nil }
    let house = number.lowerBound
    var typed = 0
    var towns = 0
    var hasCode = false
    for _ in 0..<10 {
      let next = Scalars.skipBlanks(bytes, end)
      guard next > end, next < bytes.count else { break }
      if Self.isDigit(bytes[next]) {
        var digits = next
        while digits < bytes.count, Self.isDigit(bytes[digits]) || has(bytes, digits, "/") {
          digits += 1
        }
        // A postal code ends it; a shorter number belongs to the part before.
        if digits - next == 5, typed > 0 {
          end = digits
          hasCode = true
          break
        }
        guard typed > 0, towns == 0, digits - next < 6 else { break }
        end = digits
        continue
      }
      guard bytes[next] == 0xE0, let word = thaiToken(bytes, next) else { break }
      if let type = words.index.match(bytes, next, Self.thaiTypes) {
        typed += 1
        end = word.upperBound
        // "ซอย สุขใจ", "ม. 3": the name or number stands apart.
        if type.end == end, let name = thaiToken(bytes, Scalars.skipBlanks(bytes, end)),
          !isThaiOther(bytes, name), bytes[name.lowerBound] == 0xE0
        {
          end = name.upperBound
        }
      } else {
        guard typed > 0, towns < 2, word.count < 46, !isThaiOther(bytes, word) else { break }
        towns += 1
        end = word.upperBound
      }
    }
    let start = thaiStart(bytes, house, after: after)
    let isAnnounced = start < house || cue(before: start, bytes, .address) != nil
    guard typed > 1 || typed > 0 && (hasCode || towns > 0 || isAnnounced) else { return nil }
    return start..<end
  }

  private static let thaiTypes: RedactionUses = [.region, .numberTypeName, .unit]

  /// The letters from `start` to a blank, full stops of abbreviations and numbers among them.
  private func thaiToken(_ bytes: Span<UInt8>, _ start: Int) -> Range<Int>? {
    var end = start
    while end < bytes.count, end - start < 120 {
      let (value, length) = Scalars.decode(bytes, end)
      guard
        Scalars.isLetter(value) || (0x30...0x39).contains(value) || value == 0x2E || value == 0x2F
      else { break }
      end += length
    }
    return end > start ? start..<end : nil
  }

  /// Whether a word that no address has stands in a token.
  private func isThaiOther(_ bytes: Span<UInt8>, _ token: Range<Int>) -> Bool {
    var at = token.lowerBound
    while at < token.upperBound {
      let length = Scalars.decode(bytes, at).length
      if let other = words.index.match(
        bytes,
        at,
        [.notAName, .selfEnd, .closing, .honorific, .order]
      ),
        at == token.lowerBound || other.end - at > 11
      {
        return true
      }
      at += length
    }
    return false
  }

  /// Where an address begins whose house's number does at `house`: a floor and a building, or a word
  /// for numbers, before it.
  private func thaiStart(_ bytes: Span<UInt8>, _ house: Int, after: Int) -> Int {
    var start = house
    for _ in 0..<5 {
      let blank = Self.skipBlanks(bytes, before: start)
      guard blank < start, blank > after, let word = Self.word(bytes, endingAt: blank),
        word.range.lowerBound >= after
      else { break }
      let isType =
        words.index.match(bytes, word.range.lowerBound, [.unit, .numberWord, .region]) != nil
      if isType {
        start = word.range.lowerBound
        continue
      }
      // "ชั้น 12"
      let before = Self.skipBlanks(bytes, before: word.range.lowerBound)
      guard word.isNumber, before < word.range.lowerBound, before > after,
        let type = Self.word(bytes, endingAt: before),
        words.index.match(bytes, type.range.lowerBound, .unit) != nil
      else { break }
      start = type.range.lowerBound
    }
    return start
  }
}
