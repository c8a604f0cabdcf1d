extension MessageMarker {
  /// A block of header fields, as Outlook and forwarded mail have them.
  ///
  /// "From: Munich" is no header: wanted are a sender and two other fields of which one names an
  /// address or a subject; below a rule or with an address and a date, one other field is enough.
  mutating func headerBlock(_ bytes: Span<UInt8>, _ at: Int, afterRule: Bool) -> Announcement? {
    guard var last = field(bytes, at) else { return nil }
    var found: Set<CleaningPhrases.Field> = [last.field]
    var evidence = last.evidence
    var end = at + 1
    var next = at + 1
    // A folded value goes on in a line or two of its own.
    var folds = 0
    while next < lines.count, next - at < 24, lines[next].depth == 0 {
      if let more = field(bytes, next) {
        found.insert(more.field)
        evidence.formUnion(more.evidence)
        last = more
        folds = 0
        end = next + 1
      } else {
        guard folds < 2, !lines[next].isAfterBlank else { break }
        folds += 1
        // The last field's addresses have no field below them.
        if isAddressLine(bytes, next), last.field != .subject, end == next { end = next + 1 }
      }
      next += 1
    }
    let hasSender = found.contains(.from)
    let isDated = found.contains(.date) && !evidence.isDisjoint(with: [.date, .time])
    let isMail = evidence.contains(.address) || found.contains(.subject)
    found.remove(.other)
    let isBlock =
      hasSender && found.count >= 3 && isMail
      || hasSender && found.count >= 2 && (afterRule || isDated && evidence.contains(.address))
      || found.isSuperset(of: [.date, .to, .subject])
    return isBlock ? Announcement(end: end, reach: .rest) : nil
  }

  /// The header field that a line begins with, and what its value holds.
  mutating func field(
    _ bytes: Span<UInt8>,
    _ at: Int
  ) -> (field: CleaningPhrases.Field, evidence: HeaderEvidence)? {
    let (first, second) = head(bytes, at)
    guard lines[at].depth == 0, phrases.fieldHeads.contains(first, second) else { return nil }
    let text = lines[at].text
    let limit = min(text.upperBound, text.lowerBound + 60)
    guard let colon = Self.colon(bytes, text.lowerBound..<limit) else { return nil }
    folded.clear()
    folded.append(bytes, text.lowerBound..<colon)
    let name = folded.undecorated()
    guard let field = phrases.fields[Array(folded.bytes[name])] else { return nil }
    folded.clear()
    folded.append(bytes, colon..<min(text.upperBound, colon + FoldedText.longest))
    return (field, HeaderEvidence(in: folded.bytes.span, 0..<folded.bytes.count))
  }

  /// The place of the first colon, an ASCII or a full-width one.
  private static func colon(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Int? {
    for at in range {
      if bytes[at] == UInt8(ascii: ":") { return at }
      if bytes[at] == 0xEF, at + 2 < bytes.count, bytes[at + 1] == 0xBC, bytes[at + 2] == 0x9A {
        return at
      }
    }
    return nil
  }

  /// Whether a line is the rest of a list of addresses.
  private func isAddressLine(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    let text = lines[at].text
    let hasAddress = (text.lowerBound..<min(text.upperBound, text.lowerBound + 400)).contains {
      bytes[$0] == UInt8(ascii: "@")
    }
    let last = bytes[text.upperBound - 1]
    let isList =
      bytes[text.lowerBound] == UInt8(ascii: "<") || last == UInt8(ascii: ">")
      || last == UInt8(ascii: ";") || last == UInt8(ascii: ",")
    return hasAddress && isList
  }
}
