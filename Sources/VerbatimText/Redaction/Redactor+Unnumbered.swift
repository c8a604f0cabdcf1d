extension Redactor {
  /// An address without a house number, before whose end a number stands: "Contrada Acquafredda
  /// snc, km 4, 85100 Potenza", "Calle Real s/n, 28013 Madrid".
  func unnumbered(_ bytes: Span<UInt8>, _ number: Range<Int>) -> Range<Int>? {
    // The word for "no number", on the same line: "snc", "s/n", "sin número".
    var at = number.lowerBound - 1
    while at > 4, number.lowerBound - at < 40, bytes[at] != 0x0A {
      if bytes[at] | 0x20 == 0x73, has(bytes, at + 1, "/nNiIeE."),
        !Scalars.isLetter(Scalars.before(bytes, at)?.value ?? 0x61),
        let match = words.index.match(bytes, at, .numberWord), match.end < number.lowerBound
      {
        return unnumbered(bytes, word: at..<match.end, before: number)
      }
      at -= 1
    }
    return nil
  }

  private func unnumbered(
    _ bytes: Span<UInt8>,
    word: Range<Int>,
    before number: Range<Int>
  ) -> Range<Int>? {
    guard let street = numberLast(bytes, word) else { return nil }
    let tail = addressTail(bytes, word.upperBound)
    guard tail.end >= number.upperBound else { return nil }
    return street.range.lowerBound..<tail.end
  }
}
