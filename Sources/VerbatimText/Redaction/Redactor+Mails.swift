extension Redactor {
  /// Masks mail addresses, also spelled out: "anna (at) example dot com".
  func maskMails(_ bytes: inout [UInt8], _ scan: Scan, _ counts: inout [String: Int]) {
    if scan.seen & Class.sign != 0 {
      var at = 0
      while let sign = Self.nextSign(bytes.span, at) {
        at = sign.upperBound
        guard let range = mail(bytes.span, around: sign, isSpelled: false) else { continue }
        mask(&bytes, range, .email, &counts)
        at = max(at, range.upperBound)
      }
    }
    guard scan.uses.contains(.at) else { return }
    var pass = Pass(from: scan.firstCue)
    while let cue = pass.next(bytes.span, words) {
      guard cue.uses.contains(.at),
        let range = mail(bytes.span, around: cue.start..<cue.end, isSpelled: true)
      else { continue }
      mask(&bytes, range, .email, &counts)
    }
  }

  /// The next `@`, or its full-width twin.
  private static func nextSign(_ bytes: Span<UInt8>, _ start: Int) -> Range<Int>? {
    var at = start
    while at < bytes.count {
      if bytes[at] == UInt8(ascii: "@") { return at..<(at + 1) }
      if bytes[at] == 0xEF, Scalars.decode(bytes, at).value == 0xFF20 { return at..<(at + 3) }
      at += 1
    }
    return nil
  }

  /// The address around an `@`, or a word for it.
  private func mail(
    _ bytes: Span<UInt8>,
    around sign: Range<Int>,
    isSpelled: Bool
  ) -> Range<Int>? {
    var left = sign.lowerBound
    var right = sign.upperBound
    // "(at)", "[@]", and "(a)", whose phrase has the bracket.
    if right - left > 1, bytes[right - 1] == UInt8(ascii: ")") { right -= 1 }
    let isBracketed =
      left > 0 && right < bytes.count && "([{<".utf8.contains(bytes[left - 1])
      && ")]}>".utf8.contains(bytes[right])
    if isBracketed {
      left -= 1
      right += 1
    }
    let isGlued = !isSpelled && !isBracketed
    // "at one point in time" is no address, "anna arobase exemple point fr" is.
    let dots: RedactionUses = isSpelled && sign.count < 3 && !isBracketed ? .dot : [.dot, .weakDot]
    while left > 0, sign.lowerBound - left < 4, bytes[left - 1] == 0x20 { left -= 1 }
    right = Scalars.skipBlanks(bytes, right)
    let isSpaced = left < sign.lowerBound || right > sign.upperBound
    guard var start = Self.localStart(bytes, left),
      let domain = domain(bytes, right, isGlued && isSpaced ? [] : dots)
    else { return nil }
    if isGlued, isSpaced {
      // "write me @ home.de" has no word for mail before it.
      guard context(bytes, start..<domain.end, .mail).announces(.mail) else { return nil }
    }
    if isSpelled, !isBracketed {
      guard isSpaced, domain.isSpelled || cue(before: start, bytes, .mail) != nil else {
        return nil
      }
    }
    if isSpelled || isBracketed {
      while let longer = spelledLocal(bytes, start) { start = longer }
    }
    return start..<domain.end
  }

  // MARK: Before the sign

  /// Where the name before the sign begins; nil when there is none.
  private static func localStart(_ bytes: Span<UInt8>, _ end: Int) -> Int? {
    if end > 1, bytes[end - 1] == UInt8(ascii: "\"") {
      var at = end - 2
      while at > 0, end - at < 64, bytes[at] != UInt8(ascii: "\""), bytes[at] != 0x0A { at -= 1 }
      if bytes[at] == UInt8(ascii: "\""), at < end - 2 { return at }
    }
    var start = end
    var hasASCII = false
    while let (value, before) = Scalars.before(bytes, start) {
      if value < 0x80 {
        let byte = UInt8(value)
        guard isAlphanumeric(byte) || "._%+-'&".utf8.contains(byte) else { break }
        if isAlphanumeric(byte) { hasASCII = true }
      } else {
        // Words of scripts without blanks may stand right before an address.
        guard Scalars.isLetter(value), !hasASCII || !Scalars.isUnspaced(value) else { break }
      }
      start = before
    }
    while start < end, ".%+-'&".utf8.contains(bytes[start]) { start += 1 }
    return start < end ? start : nil
  }

  /// Where a name begins of which the last part is known: "anna dot schmidt".
  private func spelledLocal(_ bytes: Span<UInt8>, _ start: Int) -> Int? {
    var at = start
    while at > 0, start - at < 4, " )]}".utf8.contains(bytes[at - 1]) { at -= 1 }
    guard at < start else { return nil }
    var word = at
    while let (value, before) = Scalars.before(bytes, word), Scalars.isLetter(value),
      at - word < 16
    {
      word = before
    }
    guard word < at, words.index.match(bytes, word, [.dot, .weakDot])?.end == at else { return nil }
    var end = word
    while end > 0, word - end < 4, " ([{".utf8.contains(bytes[end - 1]) { end -= 1 }
    return end < word ? Self.localStart(bytes, end) : nil
  }

  // MARK: After the sign

  /// Where the domain at `start` ends, and whether its dots are words; nil when there is none.
  private func domain(
    _ bytes: Span<UInt8>,
    _ start: Int,
    _ dots: RedactionUses
  ) -> (end: Int, isSpelled: Bool)? {
    var at = start
    var labels = 0
    var isSpelled = false
    var best: (end: Int, isSpelled: Bool)?
    while let label = Self.label(bytes, at) {
      // "me@web.de.Thanks": a sentence without its blank.
      if best != nil, Scalars.isCapital(Scalars.decode(bytes, at).value),
        !Scalars.isCapital(Scalars.decode(bytes, start).value)
      {
        break
      }
      labels += 1
      if labels > 1, label.isTopLevel, label.end - start > 3 { best = (label.end, isSpelled) }
      at = label.end
      if at + 1 < bytes.count, bytes[at] == UInt8(ascii: ".") {
        at += 1
      } else if !dots.isEmpty, let next = spelledDot(bytes, at, dots) {
        isSpelled = true
        at = next
      } else {
        break
      }
    }
    return best
  }

  /// One label of a domain: letters, digits and dashes; whether no more may follow it.
  private static func label(_ bytes: Span<UInt8>, _ start: Int) -> (end: Int, isTopLevel: Bool)? {
    var end = start
    var isUnspaced = false
    var hasDigit = false
    var letters = 0
    while end < bytes.count, end - start < 256 {
      let (value, length) = Scalars.decode(bytes, end)
      if value < 0x80 {
        let byte = UInt8(value)
        guard isAlphanumeric(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "_") else {
          break
        }
        if isDigit(byte) { hasDigit = true }
      } else {
        // A domain in Latin letters ends where Chinese goes on.
        guard Scalars.isLetter(value) else { break }
        if end == start { isUnspaced = Scalars.isUnspaced(value) }
        guard isUnspaced || !Scalars.isUnspaced(value) else { break }
      }
      if value != 0x2D { letters += 1 }
      end += length
    }
    while end > start, bytes[end - 1] == UInt8(ascii: "-") { end -= 1 }
    guard end > start else { return nil }
    let isPunycode = end - start > 4 && bytes[start] | 0x20 == 0x78 && bytes[start + 2] == 0x2D
    return (end, letters > 1 && letters < 25 && (!hasDigit || isPunycode))
  }

  /// Where the label after a spelled-out dot begins: " dot ", "(dot)".
  private func spelledDot(_ bytes: Span<UInt8>, _ start: Int, _ dots: RedactionUses) -> Int? {
    var at = Scalars.skipBlanks(bytes, start)
    if at < bytes.count, "([{".utf8.contains(bytes[at]) { at += 1 }
    guard at > start, at < bytes.count else { return nil }
    if bytes[at] == UInt8(ascii: "."), "([{".utf8.contains(bytes[at - 1]) {
      at += 1
    } else {
      guard let match = words.index.match(bytes, at, dots) else { return nil }
      at = match.end
    }
    let afterDot = at
    if at < bytes.count, ")]}".utf8.contains(bytes[at]) { at += 1 }
    at = Scalars.skipBlanks(bytes, at)
    return at > afterDot ? at : nil
  }
}
