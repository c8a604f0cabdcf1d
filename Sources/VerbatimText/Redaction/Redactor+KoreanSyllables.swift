/// Korean names that no list has, by the syllables that given names are made of.
extension Redactor {
  /// What given names of two syllables begin with.
  private static let firstSyllables = scalars(
    "가건경광규근금길나남다대덕도동두만말명무문미민범병보복봉상서석선설성세소솔송수순슬승시신아안애양여연영"
      + "예옥용우원유윤은인일자장재정종주준중지진차찬창채천철초춘충태하학한해향허혁현형혜호홍화환효훈휘흥희"
  )
  /// What they end with; particles and what things are called by ("기", "식", "용") are left out.
  private static let lastSyllables = scalars(
    "건경곤관국균규근금길남단담덕돈동라란람래량련렬령례록룡린림만명모목무문미민배범별복봉분빈삼상서석선섭성솔"
      + "송수숙순슬승신심아안애언연열엽영예옥온완우욱운웅원월윤율율임자재정제조종주준중진찬창채천철춘"
      + "태택표필하학헌혁현협형혜호홍화환회후훈휘희"
  )

  private static func scalars(_ text: String) -> Set<UInt32> {
    Set(text.unicodeScalars.map(\.value))
  }

  /// A surname and two syllables that given names are made of, or a surname of two and one or two:
  /// 차승우, 제갈명희; nil for other words.
  func koreanBySyllables(_ bytes: Span<UInt8>, _ start: Int) -> Range<Int>? {
    guard let surname = words.index.match(bytes, start, .surname),
      words.index.match(bytes, start, [.notAName, .address, .order, .label, .product])
        .map({ $0.end - start < 6 }) ?? true
    else { return nil }
    let end = surname.end + 6
    guard end <= bytes.count,
      Self.firstSyllables.contains(Scalars.decode(bytes, surname.end).value),
      Self.lastSyllables.contains(Scalars.decode(bytes, surname.end + 3).value),
      words.nameWords.kind(bytes, start..<end) != .ordinary
    else { return nil }
    return start..<end
  }

  /// A name as a word of its own before what people say of themselves: "차승우입니다", after a
  /// greeting or a word that ends as verbs before nouns do also a given name: "채팅한 유나인데요".
  func koreanSelf(_ bytes: Span<UInt8>, before end: Int) -> Range<Int>? {
    // 다은이에요, 사랑이라고: the vowel that joins belongs to neither.
    if let (value, start) = Scalars.before(bytes, end), value == 0xC774,
      let name = koreanSelf(bytes, endingAt: start)
    {
      return name
    }
    return koreanSelf(bytes, endingAt: Self.skipBlanks(bytes, before: end))
  }

  private func koreanSelf(_ bytes: Span<UInt8>, endingAt end: Int) -> Range<Int>? {
    guard let word = Self.word(bytes, endingAt: end), word.range.count < 15,
      (0xAC00...0xD7A3).contains(word.first)
    else { return nil }
    let start = word.range.lowerBound
    let before = Self.skipBlanks(bytes, before: start)
    let last = Self.word(bytes, endingAt: before)
    let opens =
      before == start || last == nil
      || last.map {
        words.index.match(bytes, $0.range.lowerBound, [.greeting, .selfNaming, .honorific]) != nil
      } ?? false
    if let name = koreanBySyllables(bytes, start), name.upperBound == end {
      return opens || isModifier(bytes, before) ? name : nil
    }
    guard word.range.count == 6, words.nameWords.kind(bytes, word.range) == .sure,
      opens || isModifier(bytes, before)
    else { return nil }
    return word.range
  }

  /// Whether a word ends as verbs before a noun do: 채팅한, 문의했던.
  private func isModifier(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
    guard let last = Scalars.before(bytes, end)?.value else { return false }
    // 한, 던, 린, 신, 온, 준
    return [0xD55C, 0xB358, 0xB9B0, 0xC2E0, 0xC628, 0xC900].contains(last)
  }

  /// A given name and what children's parents are called by: 은비맘, 서준이네.
  func koreanParent(_ bytes: Span<UInt8>, _ start: Int) -> Range<Int>? {
    guard let word = Self.word(bytes, at: start), word.range.count > 8,
      words.nameWords.kind(bytes, start..<(start + 6)) == .sure
    else { return nil }
    let rest = String(
      decoding: ((start + 6)..<word.range.upperBound).map { bytes[$0] },
      as: UTF8.self
    )
    return ["맘", "네", "이네", "엄마", "아빠", "이엄마", "이아빠", "이맘", "파파", "댁"].contains(rest)
      ? start..<(start + 6) : nil
  }
}
