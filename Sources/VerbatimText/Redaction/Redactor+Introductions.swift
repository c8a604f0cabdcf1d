extension Redactor {
  /// The name after "my name is" and its like.
  func introduced(_ bytes: Span<UInt8>, _ cue: Cue) -> Range<Int>? {
    var start = Scalars.skipBlanks(bytes, cue.end)
    while has(bytes, start, ":\"'(-,"), start - cue.end < 6 {
      start = Scalars.skipBlanks(bytes, start + 1)
    }
    if start + 2 < bytes.count, Scalars.decode(bytes, start).value == 0x201C { start += 3 }
    guard start < bytes.count else { return nil }
    if let name = personName(bytes, start, isSure: true) { return throughLine(bytes, name) }
    // "Adım Can, ürün bozuk"
    if let word = Self.word(bytes, at: start), Scalars.isCapital(word.first), word.range.count > 1,
      has(bytes, word.range.upperBound, ",.\n\r")
    {
      return word.range
    }
    if Scalars.isCaseless(Scalars.decode(bytes, start).value) {
      return caselessIntroduced(bytes, start, cue)
    }
    guard let name = lowerName(bytes, start, most: 2) else { return nil }
    let next = Scalars.skipBlanks(bytes, name.upperBound)
    guard let word = Self.word(bytes, at: next), !Scalars.isCaseless(word.first) else {
      return name
    }
    // "my name is anna and …", but not "my name is engraved badly".
    if isWord(bytes, word, [.and, .selfEnd, .notAName]) { return name }
    // "m llamo dayana kiero saber": a listed name, whatever follows
    guard let first = Self.word(bytes, at: start), given(bytes, first) == .sure else { return nil }
    return first.range
  }

  /// Where a name ends that its line goes on with: "Siobhán Ní Bhriain", of which one word is also
  /// another.
  func throughLine(_ bytes: Span<UInt8>, _ name: PersonName) -> Range<Int> {
    var end = name.range.upperBound
    var count = name.count
    while count < 5 {
      let next = Scalars.skipBlanks(bytes, end)
      guard next > end, let word = Self.word(bytes, at: next), Scalars.isCapital(word.first) else {
        break
      }
      end = word.range.upperBound
      count += 1
    }
    return Self.endsLine(bytes, end) ? name.range.lowerBound..<end : name.range
  }

  /// The same in scripts without capitals: 我叫李明, 제 이름은 김민수입니다.
  private func caselessIntroduced(
    _ bytes: Span<UInt8>,
    _ start: Int,
    _ cue: Cue
  ) -> Range<Int>? {
    if isOtherWord(bytes, start) { return nil }
    let first = Scalars.decode(bytes, start).value
    var at = start
    var count = 0
    while at < bytes.count {
      let (value, length) = Scalars.decode(bytes, at)
      guard Scalars.isLetter(value), Scalars.isCaseless(value) else { break }
      // 입니다, 이고, 라고; です, と, で, だ; 的, 我, 是
      if count > 1, [0xC785, 0xC774, 0xB77C, 0xC608, 0xC778].contains(value) { break }
      if count > 0, [0x3067, 0x3068, 0x3060, 0x7684, 0x6211, 0x662F].contains(value) { break }
      count += 1
      at += length
    }
    let isSurname = words.index.match(bytes, start, .surname) != nil
    // 我叫 is also said of calling for things.
    let last = Scalars.before(bytes, cue.end)?.value ?? 0
    if (0x3400...0x9FFF).contains(last), !isSurname { return nil }
    // 我姓蔡
    if last == 0x59D3, count == 1 { return start..<at }
    switch first {
    case 0x3400...0x9FFF where count > 5:
      // A sentence goes on without a blank: names have three characters at most.
      return isSurname ? start..<(start + 9) : nil
    case 0x3400...0x9FFF where count < 5 && Scalars.blank(bytes, at) > 0:
      // 宮本 千尋です
      let next = Scalars.skipBlanks(bytes, at)
      var end = next
      while end < bytes.count, end - next < 15 {
        let (value, length) = Scalars.decode(bytes, end)
        guard Scalars.isUnspaced(value), value != 0x3067, value != 0x3068 else { break }
        end += length
      }
      return end > next && end - next < 15 ? start..<end : count > 1 ? start..<at : nil
    case 0x3040...0x30FF, 0x3400...0x9FFF, 0xAC00...0xD7A3:
      return count > 1 && count < 10 ? start..<at : nil
    case 0xE01...0xE4F:
      return caselessPerson(bytes, start) ?? caselessName(bytes, start)
        ?? (count > 1 ? start..<at : nil)
    default:
      return caselessName(bytes, start) ?? (count > 1 ? start..<at : nil)
    }
  }

  /// The name after "I am" or "this is": two names, or one with "from" after it or a greeting
  /// before.
  func selfNamed(_ bytes: Span<UInt8>, _ cue: Cue) -> Range<Int>? {
    // "This Is Great": every word has a capital.
    var at = cue.start
    while at < cue.end {
      if bytes[at] == 0x20, at + 1 < cue.end,
        Scalars.isCapital(Scalars.decode(bytes, at + 1).value)
      {
        return nil
      }
      at += 1
    }
    let start = Scalars.skipBlanks(bytes, cue.end)
    guard start > cue.end, start < bytes.count else { return nil }
    let first = Scalars.decode(bytes, start).value
    if Scalars.isCaseless(first) {
      // 저는 김민수입니다
      // 김민수, and 남궁민수 with a surname of two syllables
      guard (0xAC00...0xD7A3).contains(first),
        let surname = words.index.match(bytes, start, .surname),
        let name = caselessIntroduced(bytes, start, cue),
        name.count == 9 || name.upperBound == surname.end + 6,
        name.upperBound < bytes.count,
        Scalars.isLetter(Scalars.decode(bytes, name.upperBound).value)
      else { return nil }
      return name
    }
    guard let name = personName(bytes, start, isSure: true), !name.isShouted else { return nil }
    let end = name.range.upperBound
    let next = Scalars.skipBlanks(bytes, end)
    let following = Self.word(bytes, at: next)
    if let following, next > end {
      if isWord(bytes, following, .selfEnd) { return name.range }
      let isAnd = isWord(bytes, following, .and) && !following.isCapitalized
      if isAnd, name.count > 1 || isGreeted(bytes, cue.start), cue.uses.contains(.selfNaming) {
        return name.range
      }
      return nil
    }
    guard end == bytes.count || has(bytes, end, ",.;!)\n\r") else { return nil }
    if isGreeted(bytes, cue.start) { return name.range }
    // "this is Mark Stevens, order 12345"
    let mark = Scalars.skipBlanks(bytes, min(end + 1, bytes.count))
    if name.count > 1, words.index.match(bytes, mark, Self.numberCues) != nil { return name.range }
    return cue.uses.contains(.selfNaming) && (name.count > 1 || name.hasTitle) ? name.range : nil
  }

  /// Whether a greeting stands shortly before, on the same line.
  func isGreeted(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    var line = start
    while line > 0, start - line < 40, bytes[line - 1] != 0x0A { line -= 1 }
    guard line == 0 || bytes[line - 1] == 0x0A else { return false }
    let first = Scalars.skipBlanks(bytes, line)
    return words.index.match(bytes, first, [.greeting, .weakGreeting, .lineGreeting]) != nil
  }

  /// "Name: Anna Schmidt", "Name - Anna Schmidt" on a line of its own; a listed name anywhere.
  func labelled(_ bytes: Span<UInt8>, _ cue: Cue) -> Range<Int>? {
    let isDone = has(bytes, cue.end - 1, ":")
    var start = Scalars.skipBlanks(bytes, isDone ? cue.end - 1 : cue.end)
    let hasDash = start > cue.end && has(bytes, start, "-=") && has(bytes, start + 1, " ")
    guard start < bytes.count else { return nil }
    let (mark, length) = Scalars.decode(bytes, start)
    guard hasDash || Scalars.fold(mark) == 0x3A else { return nil }
    start = Scalars.skipBlanks(bytes, start + length)
    guard start < bytes.count else { return nil }
    if Scalars.isCaseless(Scalars.decode(bytes, start).value) {
      return caselessLabelled(bytes, start, cue) ?? caselessPerson(bytes, start)
    }
    guard let name = personName(bytes, start) else { return lowerLabelled(bytes, cue, start) }
    // "From: Order Desk", "Name: Hydra Pro Blender"
    if isDone || name.count > 1, !name.isShouted, !startsGiven(bytes, start),
      otherWords(bytes, name.range) * 2 > name.count
    {
      return nil
    }
    guard Self.beginsLine(bytes, cue.start) else {
      // "Technician name: Leszek", but not "Product name: Clara vase"
      let blank = Self.skipBlanks(bytes, before: cue.start)
      let last = Self.word(bytes, endingAt: blank)
      let isPersons =
        last.map { isWord(bytes, $0, [.mention, .weakMention, .personLead]) } ?? false
      guard isPersons || beginsSentence(bytes, cue.start) else { return nil }
      return listedPerson(bytes, start, mayBeWeak: false)?.range
    }
    let end = name.range.upperBound
    // "Schmidt, Anna"
    let comma = Scalars.skipBlanks(bytes, end)
    if has(bytes, comma, ","),
      let given = personName(bytes, Scalars.skipBlanks(bytes, comma + 1)), given.count < 3,
      Self.endsLine(bytes, given.range.upperBound)
    {
      return start..<given.range.upperBound
    }
    let next = Scalars.skipBlanks(bytes, end)
    return Self.endsLine(bytes, end) || has(bytes, next, ",;<[(|.") ? name.range : nil
  }

  /// "name: jasper quigley": a listed given name without its capital, and a word more, that are all
  /// of a line after a label.
  private func lowerLabelled(_ bytes: Span<UInt8>, _ cue: Cue, _ start: Int) -> Range<Int>? {
    guard Self.beginsLine(bytes, cue.start), let name = lowerName(bytes, start, most: 3),
      Self.endsLine(bytes, name.upperBound) || has(bytes, name.upperBound, ",;"),
      let first = Self.word(bytes, at: start), given(bytes, first) == .sure
    else { return nil }
    return name
  }

  /// Whether the first word of a name, titles aside, is a listed one.
  private func startsGiven(_ bytes: Span<UInt8>, _ start: Int) -> Bool {
    let first = pastTitles(bytes, start)
    return first > start || Self.word(bytes, at: first).map { given(bytes, $0) != nil } ?? false
  }

  /// All of a line, or of a part of it, after a label: one or two words, or two to five ideographs
  /// or syllables: "收货人：皮晓燕".
  private func caselessLabelled(_ bytes: Span<UInt8>, _ start: Int, _ cue: Cue) -> Range<Int>? {
    guard Self.beginsLine(bytes, cue.start) || beginsSentence(bytes, cue.start),
      words.index.match(bytes, start, [.notAName, .order, .product]) == nil
    else { return nil }
    let isUnspaced = Scalars.decode(bytes, start).value > 0x2FFF
    var end = start
    var blanks = 0
    var count = 0
    while end < bytes.count {
      let (value, length) = Scalars.decode(bytes, end)
      if Scalars.blank(bytes, end) > 0 {
        blanks += 1
      } else {
        guard Scalars.isLetter(value), Scalars.isCaseless(value) else { break }
        count += 1
      }
      end += length
    }
    while end > start, Scalars.blank(bytes, end - 1) > 0 { end -= 1 }
    let isDone =
      end == bytes.count
      || [0x0A, 0x0D, 0x2C, 0x2E, 0x60C, 0xFF0C, 0x3002].contains(Scalars.decode(bytes, end).value)
    guard isDone, blanks < 2, count > 1, count < (isUnspaced ? 6 : 28) else { return nil }
    return start..<end
  }
}
