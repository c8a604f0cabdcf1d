extension Redactor {
  /// An address that is a line of its own: three parts or more between commas, with a number and
  /// two words for streets and parts of houses: "House 12, Road 7, Sector 4, Uttara, Dhaka 1230".
  func addressLine(_ bytes: Span<UInt8>, _ number: Range<Int>, after: Int) -> Range<Int>? {
    var start = number.lowerBound
    while start > after, number.lowerBound - start < 64, bytes[start - 1] != 0x0A { start -= 1 }
    guard start == after || start > 0 && bytes[start - 1] == 0x0A else { return nil }
    start = Scalars.skipBlanks(bytes, start)
    var end = number.upperBound
    while end < bytes.count, end - start < 100, bytes[end] != 0x0A { end += 1 }
    guard end == bytes.count || bytes[end] == 0x0A else { return nil }
    while end > number.upperBound, " .,\r".utf8.contains(bytes[end - 1]) { end -= 1 }
    var commas = 0
    for at in start..<end where bytes[at] == UInt8(ascii: ",") { commas += 1 }
    guard commas > 1, isAddressPart(bytes, start..<end), hasName(bytes, start..<end),
      numberedParts(bytes, start..<end) > 1
    else { return nil }
    return start..<end
  }

  /// How many words for houses and streets of a range a number follows ("Road 7"), and one for a
  /// street whose name stands before its type.
  private func numberedParts(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    let types: RedactionUses = [.unit, .numberTypeName, .typeNameNumber, .box]
    var at = range.lowerBound
    var count = 0
    var hasStreet = false
    var last: TextWord?
    while at < range.upperBound {
      guard let word = Self.word(bytes, at: at) else {
        at += 1
        continue
      }
      if word.isNumber, let last, isWord(bytes, last, types) { count += 1 }
      if !word.isNumber, last?.isCapitalized ?? false, isWord(bytes, word, .numberNameType) {
        hasStreet = true
      }
      last = word
      at = word.range.upperBound
    }
    return count + (hasStreet ? 1 : 0)
  }
}
