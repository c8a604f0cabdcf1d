extension Redactor {
  /// Masks, in a string, what other texts of its record showed to be names.
  ///
  /// - Parameters:
  ///   - names: The names found in all texts of the record.
  ///   - text: A text from which ``redact(_:counts:names:)`` has masked what it found.
  ///   - counts: Counts by the kinds' names, to be added to.
  /// - Returns: The text with as many bytes as before.
  /// - Complexity: O(*n*) for each name.
  public func redactMentions(
    of names: PersonNames,
    in text: String,
    counts: inout [String: Int]
  ) -> String {
    guard !names.isEmpty else { return text }
    var bytes = Array(text.utf8)
    let isChanged = maskRepeated(&bytes, names, &counts)
    return isChanged ? String(decoding: bytes, as: UTF8.self) : text
  }

  /// Masks a name and remembers its words.
  func maskName(
    _ bytes: inout [UInt8],
    _ range: Range<Int>,
    _ counts: inout [String: Int],
    _ names: inout PersonNames
  ) {
    remember(bytes.span, range, &names)
    mask(&bytes, range, .name, &counts)
  }

  /// Adds to some names the words of a range that name a person wherever they stand.
  private func remember(_ bytes: Span<UInt8>, _ range: Range<Int>, _ names: inout PersonNames) {
    var at = pastTitles(bytes, range.lowerBound)
    while at < range.upperBound {
      guard let word = Self.word(bytes, at: at) else {
        at += 1
        continue
      }
      let end = min(pastPossessive(bytes, word.range), range.upperBound)
      at = max(word.range.upperBound, at + 1)
      let isWide = Scalars.isCaseless(word.first)
      let kind = listed(bytes, word)
      guard word.range.lowerBound < end, end - word.range.lowerBound > (isWide ? 5 : 2),
        word.isCapitalized, kind != .weak, kind != .ordinary, !isWord(bytes, word, .notAName),
        !isWord(bytes, word, [.particle, .and, .goodsLead, .mention, .honorific])
      else { continue }
      names.insert((word.range.lowerBound..<end).map { bytes[$0] })
    }
  }

  /// Masks the words of some names wherever they stand as words, but where goods do ("the Clara").
  ///
  /// - Returns: Whether a byte was changed.
  @discardableResult
  func maskRepeated(
    _ bytes: inout [UInt8],
    _ names: PersonNames,
    _ counts: inout [String: Int]
  ) -> Bool {
    var isChanged = false
    for name in names.words {
      var at = 0
      while at + name.count <= bytes.count {
        guard bytes[at] == name[0], let range = mention(bytes.span, at, of: name) else {
          at += 1
          continue
        }
        mask(&bytes, range, .name, &counts)
        isChanged = true
        at = range.upperBound
      }
    }
    return isChanged
  }

  /// The word at `at`, the mark of the possessive with it, where it is a name.
  private func mention(_ bytes: Span<UInt8>, _ at: Int, of name: [UInt8]) -> Range<Int>? {
    for (place, byte) in name.enumerated() where bytes[at + place] != byte { return nil }
    let end = at + name.count
    if let before = Scalars.before(bytes, at), Scalars.isLetter(before.value),
      !Scalars.isUnspaced(before.value)
    {
      return nil
    }
    if Scalars.isUnspaced(Scalars.decode(bytes, at).value) { return at..<end }
    guard let word = Self.word(bytes, at: at),
      word.range.upperBound == end
        || pastPossessive(bytes, word.range) == end, !isGoods(bytes, word),
      words.index.match(bytes, at, .goodsName) == nil
    else { return nil }
    return word.range
  }

  /// Whether a word before goods and one that goes on after no person stand around a name: "the
  /// Clara lamp", but not "there is no Clara at this address".
  private func isGoods(_ bytes: Span<UInt8>, _ word: TextWord) -> Bool {
    guard followsGoodsLead(bytes, word.range.lowerBound),
      let next = following(bytes, word.range.upperBound)
    else { return false }
    return !followsPerson(bytes, next)
  }
}
