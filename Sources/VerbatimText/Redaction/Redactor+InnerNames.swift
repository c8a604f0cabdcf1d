extension Redactor {
  /// The first listed name from `start` on that stands within a sentence as a person's does; nil
  /// for none.
  ///
  /// Looked at are capitals after a blank alone. Goods bear names too ("the Billy", "a Clara
  /// lamp"), so that the word before may be none of those before goods, and the word after must be
  /// one that follows persons.
  func innerName(_ bytes: Span<UInt8>, from start: Int = 0) -> Range<Int>? {
    guard !words.isEmpty else { return nil }
    var at = start
    while let capital = Self.nextCapital(bytes, at) {
      if let range = innerName(bytes, at: capital) { return range }
      at = capital + 1
    }
    return nil
  }

  private func innerName(_ bytes: Span<UInt8>, at start: Int) -> Range<Int>? {
    // "I" is the most frequent capital.
    guard start + 2 < bytes.count, bytes[start + 1] > 0x5A, let word = Self.word(bytes, at: start),
      given(bytes, word) == .sure, words.index.match(bytes, start, .goodsName) == nil,
      let name = personName(bytes, start), !name.isShouted, name.count < 4
    else { return nil }
    let end = name.range.upperBound
    let next = following(bytes, end)
    let before = Self.skipBlanks(bytes, before: start)
    if let last = Self.word(bytes, endingAt: before) {
      guard !last.isNumber, !isWord(bytes, last, .goodsLead),
        !Scalars.isCapital(last.first) || beginsSentence(bytes, last.range.lowerBound)
      else { return nil }
      // "Marks and Spencer"
      if isWord(bytes, last, .and),
        let other = Self.word(
          bytes,
          endingAt: Self.skipBlanks(bytes, before: last.range.lowerBound)
        ), other.isCapitalized
      {
        return nil
      }
      if let next { return followsPerson(bytes, next) ? name.range : nil }
      return isWord(bytes, last, .personLead) && endsClause(bytes, end) ? name.range : nil
    }
    guard before > 0 else { return nil }
    if has(bytes, before - 1, ",") {
      // "the driver, Moussa, was kind"
      guard let last = Self.word(bytes, endingAt: before - 1), !last.isCapitalized, !last.isNumber
      else { return nil }
      if let next { return followsPerson(bytes, next) ? name.range : nil }
      return has(bytes, end, ",") ? name.range : nil
    }
    guard let next, has(bytes, before - 1, ".!?)\n") else { return nil }
    // "St. Martin"
    if let last = Self.word(bytes, endingAt: before - 1), last.range.count < 4,
      isWord(bytes, last, .goodsLead)
    {
      return nil
    }
    return isWord(bytes, next, .personVerb) ? name.range : nil
  }

  /// Whether a word is one that goes on after a person's name.
  func followsPerson(_ bytes: Span<UInt8>, _ word: TextWord) -> Bool {
    // "It Lies To You": every word has a capital.
    if Scalars.isCapital(word.first), word.range.count > 1 { return false }
    if isWord(bytes, word, [.nameFollower, .personVerb]) { return true }
    // "Kofi carried it": most English verbs of the past.
    let end = word.range.upperBound
    return word.range.count > 4 && bytes[word.range.lowerBound] &- UInt8(ascii: "a") < 26
      && bytes[end - 2] == UInt8(ascii: "e") && bytes[end - 1] == UInt8(ascii: "d")
  }

  private func endsClause(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
    end >= bytes.count || has(bytes, end, ".,!?;)\n\r")
  }

  /// A name in the first words of a text, before what only persons do: "Tamsin promised a refund".
  func firstName(_ bytes: Span<UInt8>) -> Range<Int>? {
    guard let first = bytes.indices.first, Scalars.isCapital(Scalars.decode(bytes, first).value),
      let word = Self.word(bytes, at: first), given(bytes, word) == .sure,
      words.index.match(bytes, first, .goodsName) == nil,
      let name = personName(bytes, first), !name.isShouted, name.count < 4,
      let next = following(bytes, name.range.upperBound), isWord(bytes, next, .personVerb)
    else { return nil }
    return name.range
  }

  // MARK: Capitals

  /// The next capital right after a blank, from `start` on; nil for none.
  private static func nextCapital(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    // Safety: bytes have no padding.
    let raw = unsafe bytes.bytes
    var at = start
    while at + 8 <= bytes.count {
      // Safety: eight bytes from `at` lie inside.
      let chunk = UInt64(
        littleEndian: unsafe raw.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self)
      )
      let low = chunk & each(0x7F)
      let capitals = (low &+ each(0x3F)) & ~(low &+ each(0x25)) & ~chunk
      // The first bytes of characters of two: É, Ж.
      let leads = chunk & (chunk << 1) & ~(chunk << 2)
      let others = chunk ^ each(0x20)
      let blanks = ~((others & each(0x7F)) &+ each(0x7F) | others) & each(0x80)
      let isAfterBlank = at > 0 && bytes[at - 1] == 0x20
      var starts = (capitals | leads) & (blanks << 8 | (isAfterBlank ? 0x80 : 0))
      while starts != 0 {
        let place = at + starts.trailingZeroBitCount / 8
        if bytes[place] < 0x80 || Scalars.isCapital(Scalars.decode(bytes, place).value) {
          return place
        }
        starts &= starts &- 1
      }
      at += 8
    }
    while at < bytes.count {
      if at > 0, bytes[at - 1] == 0x20, bytes[at] > 0x40,
        Scalars.isCapital(Scalars.decode(bytes, at).value)
      {
        return at
      }
      at += 1
    }
    return nil
  }

  /// A byte eight times.
  @inline(__always)
  private static func each(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }
}
