extension Redactor {
  /// The words by which texts may mention persons whom their record names elsewhere: the writer of
  /// a review, the speakers of a conversation.
  ///
  /// Taken are given names of the list, and other words of a name of one to four words of which
  /// none is an ordinary word, a phrase of the tables or one of goods: *Priya* and *Wendrick* of
  /// "Priya Wendrick", nothing of "Support Team", "coolguy99" or "Grace". A word without capitals,
  /// or of capitals alone, is also looked for with its first letter as a capital.
  ///
  /// - Parameter persons: Names as the source shows them, of which sixteen are read.
  /// - Returns: The words, for ``redact(_:counts:names:)`` and ``redactMentions(of:in:counts:)``.
  public func names(of persons: [String]) -> PersonNames {
    var names = PersonNames()
    for person in persons.prefix(Self.mostPersons) where person.utf8.count < Self.longestPerson {
      let bytes = Array(person.utf8)
      for range in statedWords(bytes.span) {
        let word = String(decoding: bytes[range], as: UTF8.self)
        let titled = word.prefix(1).uppercased() + word.dropFirst().lowercased()
        // "McKenna" has its capital inside.
        if word == word.lowercased() || word == word.uppercased() {
          names.insert(Array(titled.utf8))
        }
        names.insert(Array(bytes[range]))
      }
    }
    return names
  }

  private static let mostPersons = 16
  private static let longestPerson = 80

  /// The words of a stated name that name its bearer wherever they stand.
  private func statedWords(_ bytes: Span<UInt8>) -> [Range<Int>] {
    var sure: [Range<Int>] = []
    var open: [Range<Int>] = []
    var count = 0
    var isPerson = true
    var at = 0
    while at < bytes.count {
      guard let word = Self.word(bytes, at: at) else {
        // "coolguy@home", "anna_1977"
        if has(bytes, at, "@_#/0123456789") { isPerson = false }
        at += Scalars.decode(bytes, at).length
        continue
      }
      at = word.range.upperBound
      let length = Scalars.decode(bytes, word.range.lowerBound).length
      guard word.range.count > length, !isWord(bytes, word, [.honorific, .particle, .and]) else {
        continue
      }
      if Scalars.isCaseless(word.first) {
        let isName = caselessPerson(bytes, word.range.lowerBound)?.upperBound == at
        if isName, word.range.count > 5 { sure.append(word.range) }
        continue
      }
      count += 1
      guard words.index.match(bytes, word.range.lowerBound, .goodsName) == nil else { return [] }
      switch given(bytes, word) {
      case .sure where word.range.count > 2: sure.append(word.range)
      case .weak: continue
      default:
        if mayBeStated(bytes, word) { open.append(word.range) } else { isPerson = false }
      }
    }
    return isPerson && count < 5 ? sure + open : sure
  }

  /// Whether a word that no list has may be part of a stated name, whatever its case.
  private func mayBeStated(_ bytes: Span<UInt8>, _ word: TextWord) -> Bool {
    guard word.range.count > 2, word.range.count < 30 else { return false }
    for at in word.range where Self.isDigit(bytes[at]) { return false }
    return isUnheardOf(bytes, word)
  }
}
