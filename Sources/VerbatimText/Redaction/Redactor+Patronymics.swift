/// Russian names with the father's: "Бибигуль Сериковна", "Анну Михайловну".
extension Redactor {
  private static let patronymics: [String] = [
    "ович", "евич", "овна", "евна", "ична", "овича", "евича", "овичу", "евичу", "овичем", "евичем",
    "овиче", "евиче", "овны", "евны", "овне", "евне", "овну", "евну", "овной", "евной", "ичны",
    "ичне",
    "ичну", "ичной", "льич", "льича", "льичу",
  ]

  /// A word with a capital, the father's name behind it, and a family's name on either side.
  func patronymicName(_ bytes: Span<UInt8>, _ word: TextWord) -> Range<Int>? {
    guard (0x400...0x42F).contains(word.first),
      let father = following(bytes, word.range.upperBound), isPatronymic(bytes, father.range)
    else {
      // "Иванов Иван Иванович"
      guard (0x400...0x42F).contains(word.first),
        given(bytes, word) != nil || isUnheardOf(bytes, word),
        let first = following(bytes, word.range.upperBound), Scalars.isCapital(first.first),
        let father = following(bytes, first.range.upperBound), isPatronymic(bytes, father.range)
      else { return nil }
      return word.range.lowerBound..<father.range.upperBound
    }
    var end = father.range.upperBound
    if let family = following(bytes, end), Scalars.isCapital(family.first),
      given(bytes, family) != nil || isUnheardOf(bytes, family)
    {
      end = family.range.upperBound
    }
    return word.range.lowerBound..<end
  }

  private func isPatronymic(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count > 11, Scalars.isCapital(Scalars.decode(bytes, range.lowerBound).value) else {
      return false
    }
    let word = String(decoding: range.map { bytes[$0] }, as: UTF8.self)
    return Self.patronymics.contains { word.hasSuffix($0) }
  }
}
