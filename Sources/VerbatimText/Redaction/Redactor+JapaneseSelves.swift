/// Names by which Japanese writers present themselves, whatever the name.
extension Redactor {
  /// The name right before です or と申します: オルガ・ペトロワです, 李 文浩です, TAKAHASHIです, and after
  /// a greeting whatever name: もしもし金城ですけど.
  ///
  /// だめです and 最高です stand so too: where no greeting stands before, the name must have a blank or a
  /// dot in it, be of capitals, or begin with a listed family's name.
  func japaneseSelf(_ bytes: Span<UInt8>, before end: Int, isHumble: Bool) -> Range<Int>? {
    if let latin = latinSelf(bytes, end) { return latin }
    guard let name = runBefore(bytes, end) else { return nil }
    let opens = opensText(bytes, name.lowerBound)
    let isGreeted = endsWithGreeting(bytes, name.lowerBound)
    // "李 文浩", "オルガ・ペトロワ"
    if hasDivider(bytes, name), opens || isGreeted || isHumble { return name }
    if isHumble { return name.count > 3 ? name : nil }
    guard isGreeted, name.count < 22 else { return nil }
    return mayBeCalled(bytes, name) ? name : nil
  }

  /// Whether a word may be what somebody is called: no ordinary one, and of hiragana none that ends
  /// as adjectives and verbs do.
  private func mayBeCalled(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Bool {
    guard
      words.index.match(bytes, name.lowerBound, .notAName).map({ $0.end - name.lowerBound < 4 })
        ?? true, let last = Scalars.before(bytes, name.upperBound)?.value
    else { return false }
    guard (0x3041...0x309F).contains(last) else { return name.count > 3 }
    // い, た, う, く, て, き, め, お at the start
    return name.count > 6
      && ![0x3044, 0x305F, 0x3046, 0x304F, 0x3066, 0x304D, 0x3081].contains(last)
      && Scalars.decode(bytes, name.lowerBound).value != 0x304A
  }

  /// One or two words of Latin letters right before です where a text or a sentence begins.
  private func latinSelf(_ bytes: Span<UInt8>, _ end: Int) -> Range<Int>? {
    guard let last = Self.word(bytes, endingAt: end), Scalars.isCapital(last.first),
      last.range.count > 2, last.first < 0x250
    else { return nil }
    var start = last.range.lowerBound
    let blank = Self.skipBlanks(bytes, before: start)
    if blank < start, let first = Self.word(bytes, endingAt: blank),
      Scalars.isCapital(first.first), first.first < 0x250
    {
      start = first.range.lowerBound
    }
    guard opensText(bytes, start) || endsWithGreeting(bytes, start),
      isNameOfPersons(bytes, start..<end)
        || Self.isShouted(bytes, start..<end) && isUnheardOf(bytes, last)
    else { return nil }
    return start..<end
  }

  /// The letters of one kind that end at `end`: ideographs, katakana with dots, hiragana; of
  /// ideographs a family's name before a blank goes with them.
  private func runBefore(_ bytes: Span<UInt8>, _ end: Int) -> Range<Int>? {
    guard let last = Scalars.before(bytes, end)?.value else { return nil }
    func isKind(_ value: UInt32) -> Bool {
      switch last {
      case 0x30A1...0x30FC: (0x30A1...0x30FC).contains(value)
      case 0x3041...0x3096: (0x3041...0x3096).contains(value)
      default: (0x3400...0x9FFF).contains(value) || value == 0x3005
      }
    }
    guard isKind(last), last != 0x30FB else { return nil }
    var start = end
    while end - start < 48, let (value, before) = Scalars.before(bytes, start), isKind(value) {
      start = before
    }
    let isIdeograph = (0x3400...0x9FFF).contains(last)
    if isIdeograph, end - start > 12 { return nil }
    let blank = Self.skipBlanks(bytes, before: start)
    if isIdeograph, blank < start {
      var family = blank
      while blank - family < 12, let (value, before) = Scalars.before(bytes, family), isKind(value)
      {
        family = before
      }
      if family < blank { return family..<end }
    }
    return end - start > 3 ? start..<end : nil
  }

  /// Whether a blank between ideographs or a dot between katakana stands in a name.
  private func hasDivider(_ bytes: Span<UInt8>, _ name: Range<Int>) -> Bool {
    var at = name.lowerBound
    while at < name.upperBound {
      let (value, length) = Scalars.decode(bytes, at)
      if value == 0x30FB || Scalars.fold(value) == 0x20 { return true }
      at += length
    }
    return false
  }

  /// Whether a text, a line or a sentence begins at `at`.
  private func opensText(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    guard let before = Scalars.before(bytes, Self.skipBlanks(bytes, before: at)) else {
      return true
    }
    // 。！？!?\n
    return [0x3002, 0xFF01, 0xFF1F, 0x21, 0x3F, 0x0A].contains(before.value)
  }

  /// Whether a greeting, and marks behind it, end right before `at`.
  private func endsWithGreeting(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    var end = at
    while at - end < 9, let (value, before) = Scalars.before(bytes, end),
      // The long mark 〜 is said of a greeting.
      !Scalars.isLetter(value) || value == 0x30FC
    {
      end = before
    }
    var start = end
    while end - start < 48, let (_, before) = Scalars.before(bytes, start) {
      start = before
      if let cue = words.index.match(bytes, start, [.greeting, .closing]), cue.end == end {
        return true
      }
    }
    return false
  }
}
