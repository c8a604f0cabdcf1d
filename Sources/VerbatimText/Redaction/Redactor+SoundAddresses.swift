/// What a tagger may not call an address.
extension Redactor {
  /// Whether a tagged address has words, and neither code nor date nor what goods are called: not
  /// "240927A", "2-14-3", "Lote L5416, GTIN 0187012421389".
  func isSoundAddress(_ bytes: Span<UInt8>, _ range: Range<Int>, _ shape: TagShape) -> Bool {
    shape.longestWord > 2 && shape.longestNumber < 7 && !shape.hasCode && shape.partCount > 2
      && !holdsDate(bytes, range) && !holds(bytes, range, [.product, .order, .measure])
  }

  /// Whether a date stands in a range: a year that a mark or 年 joins to a number, or that a word stands
  /// before and a day before that ("9 Mayıs 2024").
  private func holdsDate(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var numbers: [Range<Int>] = []
    var at = range.lowerBound
    while at < range.upperBound {
      guard Scalars.digit(bytes, at) != nil else {
        at += Scalars.decode(bytes, at).length
        continue
      }
      let start = at
      while at < range.upperBound, let digit = Scalars.digit(bytes, at) { at += digit.length }
      numbers.append(start..<at)
    }
    for (number, year) in numbers.enumerated() where isYear(bytes, year) {
      if has(bytes, year.upperBound, "-/."), number + 1 < numbers.count,
        numbers[number + 1].lowerBound == year.upperBound + 1
      {
        return true
      }
      let next = year.upperBound < bytes.count ? Scalars.decode(bytes, year.upperBound).value : 0
      if next == 0x5E74 || next == 0xB144 { return true }
      guard number > 0, numbers[number - 1].count < 3 else { continue }
      let between = numbers[number - 1].upperBound..<year.lowerBound
      if between.count == 1, has(bytes, between.lowerBound, "-/.") { return true }
      let word = Scalars.skipBlanks(bytes, between.lowerBound)
      if let month = Self.word(bytes, at: word), word > between.lowerBound,
        Scalars.skipBlanks(bytes, month.range.upperBound) == year.lowerBound
      {
        return true
      }
    }
    return false
  }

  /// Whether a number is one of the years in which feedback is written.
  private func isYear(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count == 4, bytes[range.lowerBound] == UInt8(ascii: "2"),
      bytes[range.lowerBound + 1] == UInt8(ascii: "0")
    else { return false }
    return (UInt8(ascii: "1")...UInt8(ascii: "3")).contains(bytes[range.lowerBound + 2])
  }

  /// Whether a range holds a word of some uses; letters that are measures too (*m*, *kg*) do not count.
  private func holds(_ bytes: Span<UInt8>, _ range: Range<Int>, _ uses: RedactionUses) -> Bool {
    allWords(bytes, range).contains { $0.range.count > 2 && isWord(bytes, $0, uses) }
  }
}
