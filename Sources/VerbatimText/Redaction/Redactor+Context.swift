extension Redactor {
  /// What the words around a number announce.
  struct Context {
    /// What the nearest cue is for; empty when there is none.
    var uses: RedactionUses = []
    /// Whether only connecting words and punctuation lie between.
    var isDirect = false
    /// Whether a colon does.
    var hasColon = false
    /// Whether the cue is an abbreviation of two letters, such as "tc".
    var isShort = false

    /// Whether the nearest cue is for one of some uses.
    func announces(_ wanted: RedactionUses) -> Bool { !uses.isDisjoint(with: wanted) }

    /// Whether such a cue stands right beside.
    func announcesDirectly(_ wanted: RedactionUses) -> Bool { isDirect && announces(wanted) }
  }

  /// The uses that say what a number is.
  static let numberCues: RedactionUses = [
    .phone, .weakPhone, .card, .identity, .order, .product,
  ]

  /// How far a cue reaches, in bytes.
  private static let reach = 44

  /// The nearest cue before a range, or else one right after it.
  func context(
    _ bytes: Span<UInt8>,
    _ range: Range<Int>,
    _ wanted: RedactionUses = numberCues
  ) -> Context {
    if let before = cue(before: range.lowerBound, bytes, wanted) { return before }
    return cue(after: range.upperBound, bytes, wanted) ?? Context()
  }

  /// The nearest cue before a place.
  func cue(before place: Int, _ bytes: Span<UInt8>, _ wanted: RedactionUses) -> Context? {
    var at = place
    while place - at < Self.reach, let (value, start) = Scalars.before(bytes, at) {
      at = start
      let isLetter = Scalars.isLetter(value)
      guard isLetter, beginsWord(bytes, at, value),
        var match = words.index.match(bytes, at, wanted), match.end <= place
      else { continue }
      // "numaram" is a phone's, "TC kimlik numaram" is not.
      if let longer = phrase(bytes, around: at..<match.end, wanted) { match = longer }
      let gap = match.end..<place
      let isDirect = isGap(bytes, gap)
      // The number of "order 4711" is told; the next one is another.
      if !isDirect, !match.uses.isDisjoint(with: [.order, .product]),
        digitCount(bytes, gap) > 3
      {
        return nil
      }
      return Context(
        uses: match.uses,
        isDirect: isDirect,
        hasColon: isDirect && gap.contains { bytes[$0] == 0x3A || bytes[$0] == 0x9A },
        isShort: match.end - at < 3
      )
    }
    return nil
  }

  /// A phrase that begins before another and ends where it does.
  private func phrase(
    _ bytes: Span<UInt8>,
    around range: Range<Int>,
    _ wanted: RedactionUses
  ) -> CueIndex.Match? {
    var at = range.lowerBound
    while range.lowerBound - at < 24, let (value, start) = Scalars.before(bytes, at),
      value >= 0x20
    {
      at = start
      if Scalars.isLetter(value), beginsWord(bytes, at, value),
        let match = words.index.match(bytes, at, wanted), match.end >= range.upperBound
      {
        return match
      }
    }
    return nil
  }

  /// A cue after a place, right beside it.
  private func cue(
    after place: Int,
    _ bytes: Span<UInt8>,
    _ wanted: RedactionUses
  ) -> Context? {
    var at = place
    while at < bytes.count, at - place < 24 {
      let (value, length) = Scalars.decode(bytes, at)
      guard Scalars.isLetter(value) else {
        if value == 0x0A || Scalars.digit(bytes, at) != nil { return nil }
        at += length
        continue
      }
      if let match = words.index.match(bytes, at, wanted) {
        return Context(uses: match.uses, isDirect: true)
      }
      guard let connector = words.index.match(bytes, at, .connector) else { return nil }
      at = connector.end
    }
    return nil
  }

  /// Whether a word may begin at a letter.
  func beginsWord(_ bytes: Span<UInt8>, _ at: Int, _ value: UInt32) -> Bool {
    guard !Scalars.isUnspaced(value), let before = Scalars.before(bytes, at) else { return true }
    let isDigit = before.value < 0x80 && Self.isDigit(UInt8(before.value))
    return !isDigit && (!Scalars.isLetter(before.value) || Scalars.isUnspaced(before.value))
  }

  /// Whether nothing but connecting words and punctuation lies in a range.
  private func isGap(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Bool {
    guard range.count <= 28 else { return false }
    var at = range.lowerBound
    while at < range.upperBound {
      let (value, length) = Scalars.decode(bytes, at)
      if Scalars.isLetter(value) {
        guard let match = words.index.match(bytes, at, .connector), match.end <= range.upperBound
        else { return false }
        // "art. no. 4711", "ref. núm. 12"
        let isAbbreviation = match.end - at < 5 && bytes[at] | 0x20 == UInt8(ascii: "n")
        at = match.end
        if isAbbreviation, at < range.upperBound, bytes[at] == UInt8(ascii: ".") { at += 1 }
      } else if value == 0x3B || Scalars.digit(bytes, at) != nil {
        return false
      } else if value == 0x2E || value == 0x21 || value == 0x3F, at > range.lowerBound,
        Scalars.blank(bytes, at + 1) > 0
      {
        // A sentence ends; right after the cue it is an abbreviation's full stop.
        return false
      } else {
        at += length
      }
    }
    return true
  }

  private func digitCount(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int {
    var count = 0
    for at in range where Self.isDigit(bytes[at]) { count += 1 }
    return count
  }
}
