extension Redactor {
  /// A person's name as it stands in a text.
  struct PersonName {
    /// The bytes, titles with them: they tell of sex, rank and family.
    var range: Range<Int>
    /// How many names it is made of.
    var count: Int
    /// Whether a title stands before it.
    var hasTitle: Bool
    /// Whether all its letters are capitals.
    var isShouted: Bool
  }

  /// Masks names in greetings, introductions and sign-offs.
  func maskNames(
    _ bytes: inout [UInt8],
    _ scan: Scan,
    _ counts: inout [String: Int],
    _ names: inout PersonNames
  ) {
    var firstMasked: Int?
    if !scan.uses.isEmpty {
      var pass = Pass(from: scan.firstCue)
      var masked = 0
      while let cue = pass.next(bytes.span, words) {
        guard cue.start >= masked, let range = name(bytes.span, cue) else { continue }
        maskName(&bytes, range, &counts, &names)
        masked = range.upperBound
        firstMasked = min(firstMasked ?? masked, masked)
      }
    }
    // "[name], Rohan and Steve": what is masked tells of others behind it.
    if let inner = [scan.innerName, firstMasked].compactMap(\.self).min() {
      if inner == 0, let range = firstName(bytes.span) {
        maskName(&bytes, range, &counts, &names)
      }
      var at = inner
      while let range = innerName(bytes.span, from: at) {
        maskName(&bytes, range, &counts, &names)
        at = range.upperBound
      }
    }
    if let range = signature(bytes.span) ?? lastLine(bytes.span) ?? nameLine(bytes.span)
      ?? lastSentence(bytes.span) ?? lastClause(bytes.span) ?? lowerLast(bytes.span)
      ?? caselessLast(bytes.span)
    {
      maskName(&bytes, range, &counts, &names)
    }
  }

  /// The name that a phrase announces; nil for none.
  func name(_ bytes: Span<UInt8>, _ cue: Cue) -> Range<Int>? {
    let uses = cue.uses
    if uses.contains(.introduction), let name = introduced(bytes, cue) { return name }
    if !uses.isDisjoint(with: [.closing, .shortClosing]), let name = signedOff(bytes, cue) {
      return name
    }
    if !uses.isDisjoint(with: [.greeting, .weakGreeting, .lineGreeting]),
      let name = greeted(bytes, cue)
    {
      return name
    }
    if !uses.isDisjoint(with: [.selfNaming, .weakSelfNaming]), let name = selfNamed(bytes, cue) {
      return name
    }
    if uses.contains(.label), let name = labelled(bytes, cue) { return name }
    if uses.contains(.suffixTitle), let name = titledAfter(bytes, cue) { return name }
    return nameBeside(bytes, cue)
  }

  // MARK: Names

  /// The name at `start`, titles before it: one to four words with capitals, small words of
  /// families between, and further names after "and".
  ///
  /// After a title, and after a first name where `isSure`, other words may be names too: "Mrs Long",
  /// "Mary Strong".
  func personName(_ bytes: Span<UInt8>, _ start: Int, isSure: Bool = false) -> PersonName? {
    let first = pastTitles(bytes, start)
    var at = first
    var end: Int?
    var count = 0
    var isShouted = true
    for _ in 0..<9 {
      guard let word = Self.word(bytes, at: at) else { break }
      let isTitled = count == 0 && first > start
      if isNamePart(bytes, word, isTitled || (isSure && count == 1)) {
        guard count < 4 else { break }
        count += 1
        end = word.range.upperBound
        if !Self.isShouted(bytes, word.range) { isShouted = false }
        // "J. K. Rowling"
        if let full = end, full < bytes.count, bytes[full] == UInt8(ascii: "."),
          isInitial(bytes, word)
        {
          end = full + 1
        }
      } else if count > 0, count < 4, isArticled(bytes, word) {
        count += 1
        end = word.range.upperBound
        isShouted = false
      } else {
        guard isWord(bytes, word, [.particle, .and]), !word.isNumber else { break }
        if words.index.match(bytes, at, .and) != nil { count = min(count, 2) }
      }
      at = max(end ?? 0, word.range.upperBound)
      let next = Scalars.skipBlanks(bytes, at)
      // "F.J.M. de Boer"
      let isInitials =
        has(bytes, at - 1, ".") && at < bytes.count
        && Scalars.isCapital(Scalars.decode(bytes, at).value)
      guard next > at || isInitials else { break }
      at = next
      if let sign = words.index.match(bytes, at, .and), !Scalars.isLetter(UInt32(bytes[at])) {
        at = Scalars.skipBlanks(bytes, sign.end)
      }
      if count > 0 { at = pastTitles(bytes, at) }
    }
    guard let end, count > 0 else { return nil }
    return PersonName(
      range: start..<end,
      count: count,
      hasTitle: first > start,
      isShouted: isShouted
    )
  }

  /// Passes over titles ("Herr Dr", "Mr and Mrs") when a capital follows.
  func pastTitles(_ bytes: Span<UInt8>, _ start: Int) -> Int {
    var at = start
    for _ in 0..<4 {
      guard at < bytes.count,
        let match = words.index.match(bytes, at, at > start ? [.honorific, .and] : .honorific)
      else { break }
      var next = match.end
      // "M. Lefèvre" may be an initial too, and is masked as one.
      if next - at == 1 { break }
      if next < bytes.count, bytes[next] == UInt8(ascii: ".") {
        // "Ich fragte die Frau. Keine Antwort": only what is cut short has a stop.
        guard next - at < 5 || (at..<next).contains(where: { has(bytes, $0, ".-") }) else { break }
        next += 1
      }
      let blank = Scalars.skipBlanks(bytes, next)
      guard blank > next || bytes[next - 1] == UInt8(ascii: "."), blank < bytes.count,
        Scalars.isCapital(Scalars.decode(bytes, blank).value)
          || words.index.match(bytes, blank, [.honorific, .and, .particle]) != nil
      else { break }
      at = blank
    }
    return at
  }

  /// Whether a word may be a name: a capital, letters only, and none of the words that are none.
  ///
  /// `mayBeOther` allows those words as well.
  private func isNamePart(
    _ bytes: Span<UInt8>,
    _ word: TextWord,
    _ mayBeOther: Bool
  ) -> Bool {
    guard Scalars.isCapital(word.first), word.range.count <= 40 else { return false }
    for at in word.range where Self.isDigit(bytes[at]) { return false }
    if isInitial(bytes, word), has(bytes, word.range.upperBound, ".") { return true }
    let others: RedactionUses =
      mayBeOther && word.range.count > 1 ? .closing : [.notAName, .closing]
    return !isWord(bytes, word, others)
  }

  private func isInitial(_ bytes: Span<UInt8>, _ word: TextWord) -> Bool {
    Scalars.decode(bytes, word.range.lowerBound).length == word.range.count
  }

  static func isShouted(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    var at = range.lowerBound
    var letters = 0
    while at < range.upperBound {
      let (value, length) = Scalars.decode(bytes, at)
      if Scalars.isLetter(value) {
        guard Scalars.isCapital(value) else { return false }
        letters += 1
      }
      at += length
    }
    return letters > 1
  }

  /// One or two words without capitals, as hasty writers write names.
  func lowerName(_ bytes: Span<UInt8>, _ start: Int, most: Int) -> Range<Int>? {
    var at = start
    var end: Int?
    var count = 0
    for _ in 0..<(most + 1) {
      // "m. kovač", "tonino s."
      if let word = Self.word(bytes, at: at), most > 1, isInitial(bytes, word),
        !Scalars.isCaseless(word.first), has(bytes, word.range.upperBound, ".")
      {
        at = Scalars.skipBlanks(bytes, word.range.upperBound + 1)
        if end != nil { end = word.range.upperBound + 1 }
        continue
      }
      guard count < most, let word = Self.word(bytes, at: at),
        word.first < 0x250 || (0x430...0x45F).contains(word.first),
        word.range.count > 2,
        word.range.count < 20, !Scalars.isCapital(word.first),
        !isWord(bytes, word, [.notAName, .connector, .and, .measure, .selfEnd])
      else { break }
      for place in word.range where Self.isDigit(bytes[place]) { return nil }
      count += 1
      end = word.range.upperBound
      at = Scalars.skipBlanks(bytes, word.range.upperBound)
    }
    return end.map { start..<$0 }
  }

  // MARK: Around names

  /// Whether a sentence or line begins at `at`.
  func beginsSentence(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    if Self.beginsLine(bytes, at) { return true }
    let before = Self.skipBlanks(bytes, before: at)
    guard let last = Scalars.before(bytes, before) else { return true }
    return !Scalars.isLetter(last.value) && last.value != 0x27 && last.value != 0x2019
      && !(last.value >= 0x30 && last.value <= 0x39) && last.value != 0x2D
  }

  /// Whether a line, or the text, ends after punctuation at `at`.
  func endsLineAfterMarks(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    var at = at
    while at < bytes.count, ".,!:;)*_~ ".utf8.contains(bytes[at]) { at += 1 }
    // A smiley or other sign may end it.
    if at < bytes.count, bytes[at] >= 0xE2, !Scalars.isLetter(Scalars.decode(bytes, at).value) {
      return true
    }
    return at == bytes.count || bytes[at] == 0x0A || bytes[at] == 0x0D
  }

  /// Whether one of some bytes stands at `at`.
  func has(_ bytes: Span<UInt8>, _ at: Int, _ marks: StaticString) -> Bool {
    guard at < bytes.count else { return false }
    for place in 0..<marks.utf8CodeUnitCount {
      // Safety: `place` is below the number of the string's code units.
      if unsafe marks.utf8Start[place] == bytes[at] { return true }
    }
    return false
  }
}
