/// Names at the head or the end of a review, beside an age or a town.
extension Redactor {
  /// What ages are told in.
  private static let years: Set<String> = [
    "ans", "an", "años", "anos", "año", "ano", "anni", "jahre", "jahren", "jahr", "j", "jaar",
    "lat",
    "lata", "l", "år", "yaş", "yaşında", "лет", "года", "год", "г", "л", "years", "year", "yrs",
    "yr",
    "yo", "let", "vuotta", "ετών", "岁", "歲", "歳", "才", "세", "살", "대", "代", "ปี", "سنة", "عام",
    "عاما", "عاماً",
  ]

  /// Whether an age follows a name: "Ula, 34 l.", "Rayan, 15 ans :", "Marta (34 años)".
  ///
  /// Two digits and a word for years, or two digits alone between a name and a mark.
  func isAgedReviewer(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
    var at = Scalars.skipBlanks(bytes, end)
    let hasMark = has(bytes, at, ",(;-/")
    if hasMark { at = Scalars.skipBlanks(bytes, at + 1) }
    guard at > end, at < bytes.count else { return false }
    let first = at
    while at < bytes.count, Self.isDigit(bytes[at]) { at += 1 }
    guard at - first == 2 else { return false }
    let next = Scalars.skipBlanks(bytes, at)
    if let word = Self.word(bytes, at: next) {
      return Self.years.contains(
        String(decoding: word.range.map { bytes[$0] }, as: UTF8.self).lowercased()
      ) || isYearsBeforeMore(bytes, word)
    }
    return hasMark && has(bytes, next, "),:")
  }

  /// 歳の, 代女性: no blank stands behind the word.
  private func isYearsBeforeMore(_ bytes: Span<UInt8>, _ word: TextWord) -> Bool {
    [0x6B73, 0x5C81, 0x6B72, 0x4EE3, 0x624D, 0xC138, 0xC0B4, 0xB300].contains(word.first)
  }

  /// The name that a text begins with before its bearer's age.
  func agedFirst(_ bytes: Span<UInt8>) -> Range<Int>? {
    guard bytes.count > 8 else { return nil }
    let value = Scalars.decode(bytes, 0).value
    if Scalars.isCaseless(value) {
      var end = 0
      var blanks = 0
      while end < bytes.count, end < 40 {
        let (value, length) = Scalars.decode(bytes, end)
        if Scalars.blank(bytes, end) > 0 {
          if isAgedReviewer(bytes, end) { break }
          blanks += 1
        } else if !Scalars.isLetter(value) {
          break
        }
        end += length
      }
      guard end > 3, blanks < 2, isAgedReviewer(bytes, end),
        words.index.match(bytes, 0, .notAName).map({ $0.end < end }) ?? true
      else { return nil }
      return 0..<end
    }
    guard let name = listedPerson(bytes, 0, mayBeWeak: true) ?? unlistedPerson(bytes, 0),
      !name.isShouted, isAgedReviewer(bytes, name.range.upperBound)
    else { return nil }
    return name.range
  }

  /// Whether a comma and a town, of up to three words with capitals, are all that is left: "- Tabitha,
  /// Norwich", "Thainá, Belo Horizonte".
  func isTown(_ bytes: Span<UInt8>, _ comma: Int, _ end: Int) -> Bool {
    guard has(bytes, comma, ",") else { return false }
    var at = Scalars.skipBlanks(bytes, comma + 1)
    if let town = town(bytes, at, isSure: false), town >= end { return true }
    for _ in 0..<3 {
      guard let word = Self.word(bytes, at: at), Scalars.isCapital(word.first) else { return false }
      if word.range.upperBound >= end { return true }
      at = Scalars.skipBlanks(bytes, word.range.upperBound)
    }
    return false
  }
}
