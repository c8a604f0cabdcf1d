extension Redactor {
  /// Two to five ideographs or katakana that no list need have before a title: "担当の早乙女さん",
  /// "チャットでユミさんに", "電話に出た二階堂という方".
  ///
  /// Only all of a run counts, so that the end of a longer word does not pass for a name. Trades and
  /// shops have the title too; those that the tables lack are known by what they end with.
  func titledAnyone(_ bytes: Span<UInt8>, _ cue: Cue) -> Range<Int>? {
    // さん, 様, 氏, くん, ちゃん and phrases that begin with と
    guard cue.start < bytes.count,
      [0x3055, 0x69D8, 0x6C0F, 0x3068, 0x304F, 0x3061].contains(
        Scalars.decode(bytes, cue.start).value
      ),
      let last = Scalars.before(bytes, cue.start)?.value
    else { return nil }
    if let name = titledHiragana(bytes, cue.start) { return name }
    let isKatakana = Self.isKatakana(last)
    var start = cue.start
    var count = 0
    // グエン・ヴァンさん: of two parts
    var hasDot = false
    while count < (hasDot ? 12 : 6), let (value, before) = Scalars.before(bytes, start),
      isKatakana ? Self.isKatakana(value) : Self.isIdeograph(value)
    {
      start = before
      count += 1
      if value == 0x30FB { hasDot = true }
    }
    guard (2...(hasDot ? 11 : 5)).contains(count),
      isKatakana || count < 4 || follows(bytes, start, "、。の「"),
      isKatakana || !Self.endsAsTrades(last), !isOtherWithin(bytes, start, cue.start)
    else { return nil }
    // A family's name may be of ideographs, and a trade of katakana stands before it; else letters
    // of the other kind make one word with it.
    let before = Scalars.before(bytes, start)?.value ?? 0x0A
    return isKatakana && Self.isIdeograph(before) ? nil : start..<cue.start
  }

  /// A listed name of hiragana before a title, behind の or where no letter stands: 返品のかおりさん.
  private func titledHiragana(_ bytes: Span<UInt8>, _ end: Int) -> Range<Int>? {
    var start = end
    for count in 1...5 {
      guard let (value, before) = Scalars.before(bytes, start), (0x3041...0x3096).contains(value)
      else { return nil }
      start = before
      let previous = Scalars.before(bytes, start)?.value ?? 0x0A
      guard count > 1, previous == 0x306E || !Scalars.isLetter(previous),
        let kind = words.nameWords.kind(bytes, start..<end), kind != .ordinary
      else { continue }
      return start..<end
    }
    return nil
  }

  /// A name of two to four ideographs after a greeting, before what says that it is one's own:
  /// "お世話になっております。逢坂です".
  func greetedAnyone(_ bytes: Span<UInt8>, _ greeted: Int) -> Range<Int>? {
    var start = greeted
    while start < bytes.count, start - greeted < 9 {
      let (value, length) = Scalars.decode(bytes, start)
      guard !Scalars.isLetter(value) else { break }
      start += length
    }
    return start > greeted ? nameBeforeTrailer(bytes, pastFirm(bytes, start)) : nil
  }

  /// Where the name of one who writes for a firm begins: 株式会社青葉の逢坂です.
  private func pastFirm(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var at = start
    var last: UInt32 = 0
    while at < bytes.count, at - start < 60 {
      let (value, length) = Scalars.decode(bytes, at)
      guard Scalars.isUnspaced(value) else { return start }
      at += length
      let isCompany = at - start > 15 && startsWithCompany(bytes, start)
      let isPart = "社部課店院所".unicodeScalars.contains { $0.value == last }
      if value == 0x306E, isCompany || isPart { return at }
      last = value
    }
    return start
  }

  /// Whether 株式会社 or 有限会社 begins at `start`.
  private func startsWithCompany(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    guard start + 12 <= bytes.count else { return false }
    let word = String(decoding: (start..<(start + 12)).map { bytes[$0] }, as: UTF8.self)
    return ["株式会社", "有限会社", "合同会社"].contains(word)
  }

  private func nameBeforeTrailer(_ bytes: Span<UInt8>, _ start: Int) -> Range<Int>? {
    var end = start
    var last: UInt32 = 0
    while end < bytes.count, end - start < 15 {
      let (value, length) = Scalars.decode(bytes, end)
      guard Self.isIdeograph(value) else { break }
      last = value
      end += length
    }
    guard (6...12).contains(end - start), end < bytes.count,
      words.index.match(bytes, end, .trailer) != nil, !Self.endsAsTrades(last),
      !isOtherWithin(bytes, start, end)
    else { return nil }
    return start..<end
  }

  /// Up to six ideographs and kana in quotation marks, of whom a phrase that ends with は is said,
  /// or in brackets behind who they are: 担当は「いしかわ」でした, 妻（菜々子）が.
  func quotedAnyone(_ bytes: Span<UInt8>, _ start: Int) -> Range<Int>? {
    guard let mark = Scalars.before(bytes, start) else { return nil }
    let isBracket = mark.value == 0x28 || mark.value == 0xFF08
    guard isBracket || mark.value == 0x300C,
      isBracket || Scalars.before(bytes, mark.start)?.value == 0x306F
    else { return nil }
    var end = start
    while end < bytes.count, end - start < 21 {
      let (value, length) = Scalars.decode(bytes, end)
      guard ![0x29, 0xFF09, 0x300D].contains(value) else { break }
      guard Scalars.isUnspaced(value) else { return nil }
      end += length
    }
    // 娘（小学生）, 母（別居）: with what they do or are stands no name.
    if isBracket {
      let isName =
        words.nameWords.kind(bytes, start..<end) == .sure
        || words.index.match(bytes, start, .surname).map { $0.end - start > 3 } ?? false
        || endsAsGiven(bytes, end)
      return isName && (6...12).contains(end - start) ? start..<end : nil
    }
    guard (6...18).contains(end - start), end + 3 < bytes.count,
      words.index.match(bytes, end + 3, [.trailer, .suffixTitle]) != nil,
      !isOtherWithin(bytes, start, end)
    else { return nil }
    return start..<end
  }

  /// Whether an ideograph that Japanese given names end with, and few other words, ends at `end`.
  private func endsAsGiven(_ bytes: Span<UInt8>, _ end: Int) -> Bool {
    guard let last = Scalars.before(bytes, end)?.value else { return false }
    return "子美奈菜郎輔介恵香織枝江代乃太吾彦樹斗翔哉".unicodeScalars.contains { $0.value == last }
  }

  /// Two to four ideographs before です, of whom a phrase that ends with は is said: 名義は越前谷です.
  func statedAnyone(_ bytes: Span<UInt8>, _ start: Int) -> Range<Int>? {
    guard Scalars.before(bytes, start)?.value == 0x306F else { return nil }
    return nameBeforeTrailer(bytes, start)
  }

  /// Whether a word of more than one ideograph that is no name stands in a range.
  private func isOtherWithin(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
    var at = start
    while at < end {
      if let other = words.index.match(bytes, at, [.notAName, .mention, .openMention]),
        other.end - at > 3
      {
        return true
      }
      at += Scalars.decode(bytes, at).length
    }
    return false
  }

  /// Whether one of some marks or letters stands before a place.
  private func follows(_ bytes: Span<UInt8>, _ at: Int, _ marks: String) -> Bool {
    guard let before = Scalars.before(bytes, at)?.value else { return true }
    return marks.unicodeScalars.contains { $0.value == before }
  }

  private static func isKatakana(_ value: UInt32) -> Bool { (0x30A1...0x30FC).contains(value) }

  private static func isIdeograph(_ value: UInt32) -> Bool {
    (0x3400...0x9FFF).contains(value) || value == 0x3005
  }

  /// Whether a word's last ideograph is one that those of trades, shops and groups end with: 運転手,
  /// 電器屋, 販売員.
  private static func endsAsTrades(_ value: UInt32) -> Bool {
    Unicode.Scalar(value).map {
      "屋社店員者業局課係師長手人士生院署庁部館園所校車便庫隊団方主客家族民親性商女男神仏王".unicodeScalars.contains($0)
    }
      ?? false
  }
}
