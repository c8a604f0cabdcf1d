/// Names at the end of a text in a script without capitals.
extension Redactor {
  /// Where the last letter or digit of a text ends: smileys, hearts and marks behind it say nothing.
  static func lastLetter(_ bytes: Span<UInt8>) -> Int {
    var end = bytes.count
    while bytes.count - end < 40, let (value, start) = Scalars.before(bytes, end) {
      // A mask ends with a bracket.
      if Scalars.isLetter(value) || (0x30...0x39).contains(value) || value == 0x5D { return end }
      end = start
    }
    return end
  }

  /// The name that is the last sentence, clause or line of a text.
  ///
  /// "진짜 실망입니다. 차승우", "今回は見送ります。真壁", "شكرا لكم، رنا".
  func caselessLast(_ bytes: Span<UInt8>) -> Range<Int>? {
    let end = Self.lastLetter(bytes)
    guard let last = Scalars.before(bytes, end)?.value, Scalars.isCaseless(last) else { return nil }
    var start = end
    var mark: UInt32?
    while end - start < 72, let (value, before) = Scalars.before(bytes, start) {
      if !Scalars.isLetter(value), Scalars.fold(value) != 0x20, value != 0x30FB {
        mark = value
        break
      }
      start = before
    }
    // A text that is one word is no letter.
    guard let mark, start > 8 else { return nil }
    start = Scalars.skipBlanks(bytes, start)
    guard start < end else { return nil }
    switch last {
    case 0x600...0x6FF: return arabicLast(bytes, start..<end)
    case 0xE01...0xE4F: return thaiLast(bytes, start..<end, mark)
    case 0xAC00...0xD7A3: return koreanLast(bytes, start..<end, mark)
    default: return ideographicLast(bytes, start..<end, mark)
    }
  }

  /// Whether a mark ends a sentence or line.
  private func endsSentence(_ mark: UInt32) -> Bool {
    // . ! ? 。 ！ ？ ؟ … ~ and a line end
    [0x2E, 0x21, 0x3F, 0x3002, 0xFF01, 0xFF1F, 0x61F, 0x2026, 0x7E, 0xFF5E, 0x301C, 0x0A].contains(
      mark
    ) || mark > 0x1F000
  }

  /// A listed given name, and one or two words more.
  private func arabicLast(_ bytes: Span<UInt8>, _ clause: Range<Int>) -> Range<Int>? {
    guard let first = Self.word(bytes, at: clause.lowerBound), given(bytes, first) == .sure,
      first.range.count > 5,
      // The letter of "to" or "with" before a name.
      words.nameWords.kind(bytes, first.range) == .sure || first.range.count > 14
    else { return nil }
    var at = first.range.upperBound
    for _ in 0..<3 {
      guard at < clause.upperBound else { break }
      guard let next = following(bytes, at),
        !isWord(bytes, next, [.notAName, .nameFollower, .connector])
          || given(bytes, next) != nil || isWord(bytes, next, .particle)
          // هبة الله
          || String(decoding: next.range.map { bytes[$0] }, as: UTF8.self) == "الله"
      else { return nil }
      at = next.range.upperBound
    }
    return at == clause.upperBound ? clause : nil
  }

  /// A listed name alone, or with what its bearer does behind it: "พิมพ์ชนก ฝ่ายบริการลูกค้า".
  private func thaiLast(
    _ bytes: Span<UInt8>,
    _ clause: Range<Int>,
    _ mark: UInt32
  ) -> Range<Int>? {
    guard endsSentence(mark), let name = thaiPerson(bytes, clause.lowerBound) else { return nil }
    if name.upperBound == clause.upperBound { return name }
    let next = Scalars.skipBlanks(bytes, name.upperBound)
    guard mark == 0x0A, next > name.upperBound, next < bytes.count,
      words.index.match(bytes, next, .selfEnd) != nil
    else { return nil }
    return name
  }

  /// A name of three syllables or a listed given one, perhaps behind what its bearer is: "독자 편해문".
  private func koreanLast(
    _ bytes: Span<UInt8>,
    _ clause: Range<Int>,
    _ mark: UInt32
  ) -> Range<Int>? {
    let start = clause.lowerBound
    guard let last = Self.word(bytes, endingAt: clause.upperBound) else { return nil }
    if last.range.lowerBound > start {
      // A part and a name on a line of their own, and no sentence.
      guard mark == 0x0A, last.range.count == 9,
        let part = Self.word(bytes, at: start), part.range.count < 13,
        following(bytes, part.range.upperBound)?.range == last.range,
        koreanPerson(bytes, last.range.lowerBound) == last.range
      else { return nil }
      return last.range
    }
    guard endsSentence(mark) || mark == 0x2D else { return nil }
    if koreanPerson(bytes, start) == clause { return clause }
    if clause.count == 6, words.nameWords.kind(bytes, clause) == .sure { return clause }
    return koreanParent(bytes, start)
  }

  /// A surname and a given name, or a Japanese surname, perhaps before 敬上, 留 or より.
  private func ideographicLast(
    _ bytes: Span<UInt8>,
    _ clause: Range<Int>,
    _ mark: UInt32
  ) -> Range<Int>? {
    let start = clause.lowerBound
    var end = clause.upperBound
    var isSigned = false
    for sign in ["敬上", "谨上", "謹上", "敬启", "留", "上", "より", "拜"] where !isSigned {
      let length = sign.utf8.count
      guard end - start > length + 3, ends(bytes, end, sign) else { continue }
      isSigned = true
      end = Self.skipBlanks(bytes, before: end - length)
    }
    guard endsSentence(mark), end - start < 22 else { return nil }
    if let by = nameAfterBy(bytes, start..<end) { return by }
    if let name = caselessPerson(bytes, start), name.upperBound == end,
      words.index.match(bytes, start, [.notAName, .closing]).map({ $0.end < end }) ?? true
    {
      return name
    }
    // 小雪留, 曾國偉 敬上
    guard isSigned, end - start < 13, end - start > 3, isAllIdeographs(bytes, start..<end),
      words.index.match(bytes, start, .notAName).map({ $0.end - start < 4 }) ?? true
    else { return nil }
    return start..<end
  }

  /// What follows "by" at the end of a text: "by けんじ".
  private func nameAfterBy(_ bytes: Span<UInt8>, _ clause: Range<Int>) -> Range<Int>? {
    let start = clause.lowerBound
    guard has(bytes, start, "bB"), has(bytes, start + 1, "yY") else { return nil }
    let next = Scalars.skipBlanks(bytes, start + 2)
    return next > start + 2 && next < clause.upperBound ? next..<clause.upperBound : nil
  }

  private func isAllIdeographs(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    while at < range.upperBound {
      let (value, length) = Scalars.decode(bytes, at)
      guard (0x3400...0x9FFF).contains(value) else { return false }
      at += length
    }
    return true
  }

  private func ends(_ bytes: Span<UInt8>, _ end: Int, _ text: String) -> Bool {
    var at = end - text.utf8.count
    for byte in text.utf8 {
      guard at >= 0, bytes[at] == byte else { return false }
      at += 1
    }
    return true
  }
}

extension Redactor {
  /// A line of a script without capitals that may be the sender's name above a contact: up to three
  /// short words of which none is one of letters, labels or goods.
  func caselessLine(_ bytes: Span<UInt8>, _ line: Range<Int>) -> Range<Int>? {
    let others: RedactionUses = [
      .notAName, .closing, .greeting, .label, .address, .phone, .weakPhone, .mail, .order, .product,
      .introduction, .selfNaming, .region, .unit,
    ]
    var at = line.lowerBound
    var letters = 0
    var blanks = 0
    while at < line.upperBound {
      let (value, length) = Scalars.decode(bytes, at)
      if Scalars.blank(bytes, at) > 0 {
        blanks += 1
      } else {
        guard Scalars.isLetter(value), Scalars.isCaseless(value) else { return nil }
        letters += 1
      }
      // One ideograph or letter says nothing.
      if let other = words.index.match(bytes, at, others), other.end - at > 2 * length {
        return nil
      }
      at += length
    }
    let isUnspaced = Scalars.decode(bytes, line.lowerBound).value > 0x2FFF
    return blanks < 3 && letters > 1 && letters < (isUnspaced ? 7 : 32) ? line : nil
  }
}
