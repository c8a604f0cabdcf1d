extension Redactor {
  /// What a name is followed by within a word: the particles of case and topic, 이 before them
  /// after a consonant.
  private static let koreanParticles: Set<String> = [
    "아", "가", "는", "를", "도", "이", "은", "을", "와", "과", "랑", "의", "네", "야", "만", "께", "께서",
    "한테", "한테서", "에게", "에게서", "까지", "이가", "이는", "이를", "이도", "이와", "이랑", "이의", "이네",
    "이만", "이한테", "이에게", "이까지",
  ]

  /// A surname and two syllables before 님, 씨 or 앞으로; a listed given name before a particle.
  func koreanAnyone(_ bytes: Span<UInt8>, _ start: Int) -> Range<Int>? {
    guard let word = Self.word(bytes, at: start) else { return nil }
    let isOther = words.index.match(bytes, start, .notAName).map { $0.end - start > 3 } ?? false
    // 진선미, 나금례가
    if !isOther, let name = koreanBySyllables(bytes, start),
      name.upperBound == word.range.upperBound || hasParticle(bytes, word, from: name.upperBound)
    {
      return name
    }
    // 제니퍼와
    if let end = words.nameWords.longestPrefix(bytes, word.range), end - start > 6,
      end == word.range.upperBound || hasParticle(bytes, word, from: end)
    {
      return start..<end
    }
    if word.range.count > 6, start + 9 <= bytes.count {
      let given = start..<(start + 6)
      if words.nameWords.kind(bytes, given) == .sure, hasParticle(bytes, word, from: start + 6) {
        return given
      }
      // 남편 태식씨가
      if !isOther, isKoreanTitle(bytes, start + 6) { return given }
    }
    // 손녀 서아 주려고
    if word.range.count == 6, words.nameWords.kind(bytes, word.range) == .sure { return word.range }
    // 점장 봉준 님
    if word.range.count == 6, let title = following(bytes, word.range.upperBound),
      title.range.count < 10, isKoreanTitle(bytes, title.range.lowerBound), !isOther
    {
      return word.range
    }
    guard let surname = words.index.match(bytes, start, .surname) else { return nil }
    // 남궁솔, and 남궁민수 with a surname of two syllables
    for end in [surname.end + 6, start + 9] {
      guard end <= bytes.count, isHangul(bytes, start, count: (end - start) / 3) else { continue }
      let next = Scalars.skipBlanks(bytes, end)
      let goesOn = next < bytes.count && words.index.match(bytes, next, .nameFollower) != nil
      if goesOn || Self.endsLine(bytes, end) { return start..<end }
    }
    return nil
  }

  /// A name right before a title, as a word: a surname and two syllables ("배수진씨가", "남궁혁님이"),
  /// or a listed given name ("민지님이").
  func titledKorean(_ bytes: Span<UInt8>, _ cue: Cue) -> Range<Int>? {
    guard cue.start > 5, isKoreanTitle(bytes, cue.start) else { return nil }
    for count in [3, 2] where cue.start >= 3 * count {
      let start = cue.start - 3 * count
      guard !Scalars.isLetter(Scalars.before(bytes, start)?.value ?? 0),
        isHangul(bytes, start, count: count),
        // 손님, but 손예진님: one syllable of a longer word says nothing.
        words.index.match(bytes, start, [.notAName, .mention, .openMention]).map({
          $0.end < cue.start && $0.end - start < 6
        }) ?? true
      else { continue }
      let isName =
        count == 3
        ? words.index.match(bytes, start, .surname) != nil
        : words.nameWords.kind(bytes, start..<cue.start) == .sure
      if isName { return start..<cue.start }
    }
    return nil
  }

  /// A surname alone before a blank and a title: "김 기사님", but not "전 직원".
  func titledKoreanSurname(_ bytes: Span<UInt8>, _ blank: Int) -> Range<Int>? {
    guard let word = Self.word(bytes, endingAt: blank) else { return nil }
    // "경자 언니"
    if word.range.count == 6, words.nameWords.kind(bytes, word.range) == .sure { return word.range }
    guard word.range.count == 3,
      words.index.match(bytes, word.range.lowerBound, .surname) != nil,
      words.nameWords.kind(bytes, word.range) != .ordinary
    else { return nil }
    return word.range
  }

  /// Whether 님 or 씨 stands at `at`.
  private func isKoreanTitle(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    at < bytes.count && [0xB2D8, 0xC528].contains(Scalars.decode(bytes, at).value)
  }

  /// Whether all that is left of a word is a particle.
  func hasParticle(_ bytes: Span<UInt8>, _ word: TextWord, from at: Int) -> Bool {
    guard word.range.upperBound - at < 13 else { return false }
    let rest = String(decoding: (at..<word.range.upperBound).map { bytes[$0] }, as: UTF8.self)
    return Self.koreanParticles.contains(rest)
  }

  private func isHangul(_ bytes: Span<UInt8>, _ start: Int, count: Int) -> Bool {
    (0..<count).allSatisfy { place in
      let at = start + 3 * place
      return at < bytes.count && (0xAC00...0xD7A3).contains(Scalars.decode(bytes, at).value)
    }
  }
}
