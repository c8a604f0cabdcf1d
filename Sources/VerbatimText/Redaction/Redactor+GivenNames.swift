extension Redactor {
  /// How much a word says of a person: whether it is a listed name, alone, before a dash or before
  /// the mark of the possessive.
  func given(_ bytes: Span<UInt8>, _ word: TextWord) -> NameWords.Kind? {
    guard word.range.count > 1, word.range.count < 40, !word.isNumber,
      let kind = listed(bytes, word), kind != .ordinary, !isWord(bytes, word, .notAName)
    else { return nil }
    return kind
  }

  /// The kind of a word, or of what stands before its dash or the mark of the possessive.
  func listed(_ bytes: Span<UInt8>, _ word: TextWord) -> NameWords.Kind? {
    if let kind = words.nameWords.kind(bytes, word.range) { return kind }
    if (0x400...0x4FF).contains(word.first),
      let kind = words.nameWords.inflectedKind(bytes, word.range)
    {
      return kind
    }
    if word.first == 0x639, isServant(bytes, word.range) { return .sure }
    // "شكرا لأحمد": the letter of "to" before a name of three letters or more
    if word.first == 0x644, word.range.count > 7,
      words.nameWords.kind(bytes, word.range.dropFirst(2)) == .sure
    {
      return .sure
    }
    var end = word.range.upperBound
    var at = word.range.lowerBound
    while at < word.range.upperBound {
      let (value, length) = Scalars.decode(bytes, at)
      let mark = Scalars.fold(value)
      if mark == 0x2D || mark == 0x27, at - word.range.lowerBound > 2 {
        if let kind = words.nameWords.kind(bytes, word.range.lowerBound..<at) { return kind }
        end = mark == 0x27 ? at : end
        break
      }
      at += length
    }
    return isFamily(bytes, word.range.lowerBound..<end) ? .sure : nil
  }

  /// Whether an Arabic word begins with عبدال, as in "servant of the Merciful", and goes on.
  private func isServant(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count > 14 else { return false }
    var at = range.lowerBound
    for letter: UInt32 in [0x639, 0x628, 0x62F, 0x627, 0x644] {
      let (value, length) = Scalars.decode(bytes, at)
      guard value == letter else { return false }
      at += length
    }
    return true
  }

  /// Whether a word with a capital ends as families' names do: "Kowalczyk", "Karaböcekoğlu".
  private func isFamily(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count > 5 else { return false }
    let last = bytes[range.upperBound - 1]
    let place = Int(bytes[range.upperBound - 2] & 31) << 5 | Int(last & 31)
    guard words.surnameTails[place >> 3] >> UInt8(place & 7) & 1 != 0,
      Scalars.isCapital(Scalars.decode(bytes, range.lowerBound).value),
      !Self.isShouted(bytes, range)
    else { return false }
    var at = range.upperBound
    for count in 1...7 {
      guard let (_, start) = Scalars.before(bytes, at), start > range.lowerBound + 1 else {
        return false
      }
      at = start
      if count > 2, words.surnameEndings.kind(bytes, at..<range.upperBound) != nil { return true }
    }
    return false
  }

  /// The person whose listed name begins at `start`, titles before it; nil for other words.
  ///
  /// A family's name goes with it. `mayBeLower` allows a name of one word without a capital.
  func listedPerson(
    _ bytes: Span<UInt8>,
    _ start: Int,
    mayBeWeak: Bool,
    mayBeLower: Bool = false
  ) -> PersonName? {
    guard start < bytes.count else { return nil }
    if Scalars.isCaseless(Scalars.decode(bytes, start).value) {
      return caselessPerson(bytes, start, mayBeWeak: mayBeWeak).map {
        PersonName(range: $0, count: 1, hasTitle: false, isShouted: false)
      }
    }
    let first = pastTitles(bytes, start)
    guard let word = Self.word(bytes, at: first), let kind = given(bytes, word),
      kind == .sure || mayBeWeak && kind == .weak
    else { return nil }
    if Scalars.isCapital(word.first) {
      if let name = personName(bytes, start, isSure: true) { return name }
    } else {
      guard mayBeLower else { return nil }
    }
    return PersonName(
      range: start..<word.range.upperBound,
      count: 1,
      hasTitle: false,
      isShouted: false
    )
  }

  // MARK: Scripts without capitals

  /// A person's name in a script without capitals, known by its surname and given name.
  func caselessPerson(
    _ bytes: Span<UInt8>,
    _ start: Int,
    mayBeWeak: Bool = true
  ) -> Range<Int>? {
    switch Scalars.decode(bytes, start).value {
    case 0xAC00...0xD7A3: koreanPerson(bytes, start)
    case 0x3040...0x30FF, 0x3400...0x9FFF: ideographicPerson(bytes, start)
    case 0xE01...0xE4F: thaiPerson(bytes, start)
    default: spacedPerson(bytes, start, mayBeWeak)
    }
  }

  /// A surname and two syllables: 김민지.
  func koreanPerson(_ bytes: Span<UInt8>, _ start: Int) -> Range<Int>? {
    guard words.index.match(bytes, start, .surname) != nil, start + 9 <= bytes.count,
      // 주소지
      words.index.match(bytes, start, .address) == nil,
      words.nameWords.kind(bytes, (start + 3)..<(start + 9)) == .sure
    else { return koreanBySyllables(bytes, start) }
    return start..<(start + 9)
  }

  /// 佐藤花子, 佐藤 花子, 佐藤; 王小明, 张伟.
  private func ideographicPerson(_ bytes: Span<UInt8>, _ start: Int) -> Range<Int>? {
    guard let surname = words.index.match(bytes, start, .surname) else {
      return kanaPerson(bytes, start)
    }
    var at = surname.end
    // 高度, 江南: a surname of one ideograph begins other words.
    if let other = words.index.match(bytes, start, .notAName), other.end - start > 5 { return nil }
    if surname.end - start > 5 {
      let next = Scalars.skipBlanks(bytes, at)
      let end = words.nameWords.longestPrefix(bytes, next..<min(next + 12, bytes.count))
      return start..<(end ?? at)
    }
    while at < bytes.count, at - surname.end < 6 {
      let length = Scalars.decode(bytes, at).length
      guard words.nameWords.kind(bytes, at..<(at + length)) != nil else { break }
      at += length
    }
    return at > surname.end ? start..<at : nil
  }

  /// A listed name of kana that a particle or no kana follows: ゆうこです.
  private func kanaPerson(_ bytes: Span<UInt8>, _ start: Int) -> Range<Int>? {
    let limit = min(start + 18, bytes.count)
    guard (0x3041...0x30FF).contains(Scalars.decode(bytes, start).value),
      let end = words.nameWords.longestPrefix(bytes, start..<limit), end - start > 5
    else { return nil }
    let next = end < bytes.count ? Scalars.decode(bytes, end).value : 0
    // で, と, が, は, の, に, を, も, さ, ち, く, よ
    let isFree =
      !(0x3041...0x30FF).contains(next)
      || [
        0x3067, 0x3068, 0x304C, 0x306F, 0x306E, 0x306B, 0x3092, 0x3082, 0x3055, 0x3061, 0x304F,
        0x3088,
      ].contains(next)
    return isFree ? start..<end : nil
  }

  /// A listed name that a blank or a small word ends, and a family's name after it.
  func thaiPerson(_ bytes: Span<UInt8>, _ start: Int) -> Range<Int>? {
    var end = start
    while end < bytes.count, end - start < 90 {
      let (value, length) = Scalars.decode(bytes, end)
      guard Scalars.isLetter(value), Scalars.isCaseless(value) else { break }
      end += length
    }
    guard let name = words.nameWords.longestPrefix(bytes, start..<end), name - start > 5,
      name == end || words.index.match(bytes, name, [.notAName, .selfEnd, .closing]) != nil
    else { return nil }
    return start..<(name == end ? pastFamilyName(bytes, start, name) : name)
  }

  /// A listed word, families' names after it, and a word more where that ends the clause.
  private func spacedPerson(
    _ bytes: Span<UInt8>,
    _ start: Int,
    _ mayBeWeak: Bool
  ) -> Range<Int>? {
    guard let word = Self.word(bytes, at: start) else { return nil }
    // "أبو فهد": a father's or mother's name is that of a child.
    if isWord(bytes, word, .particle), let child = following(bytes, word.range.upperBound),
      given(bytes, child) != nil
    {
      return start..<pastFamilyName(bytes, start, child.range.upperBound)
    }
    guard let kind = given(bytes, word), kind == .sure || mayBeWeak else { return nil }
    var last = word.range.upperBound
    // "إيمان صبري", given names one after another
    while let next = following(bytes, last), next.first > 0x5FF, given(bytes, next) == .sure {
      last = next.range.upperBound
    }
    let end = pastFamilyName(bytes, start, last)
    let next = Scalars.skipBlanks(bytes, end)
    guard next > end, next < bytes.count, Scalars.isCaseless(Scalars.decode(bytes, next).value),
      words.index.match(bytes, next, [.notAName, .selfEnd, .closing, .and]) == nil,
      let family = Self.word(bytes, at: next), !isWord(bytes, family, .nameFollower),
      Scalars.blank(bytes, family.range.upperBound) == 0
        || words.index.match(
          bytes,
          Scalars.skipBlanks(bytes, family.range.upperBound),
          .notAName
        ) != nil
    else { return start..<end }
    return start..<family.range.upperBound
  }
}
