extension MessageMarker {
  /// How many of a stretch's last lines are searched for a closing phrase.
  private static let reach = 12

  /// Marks a closing phrase with the name below it, at the end of what is own in a stretch.
  ///
  /// Below the phrase may stand three short lines, six when one of them is an address, a number or
  /// a site. A sentence among them and it is no signature: the phrase may open a complaint.
  mutating func markSignOff(_ bytes: Span<UInt8>, _ stretch: Range<Int>) {
    var end = stretch.upperBound
    let first = max(stretch.lowerBound, end - Self.reach)
    for line in first..<end where lines[line].isAfterBlank && line > first {
      if closing(bytes, line)?.kind == .postscript {
        end = line
        break
      }
    }
    for line in first..<end {
      guard line > firstOwn, let found = closing(bytes, line), found.kind != .postscript,
        found.kind != .contact
      else { continue }
      guard let last = closingEnd(bytes, line, end, found) else { continue }
      for marked in line..<last { kinds[marked] = .signOff }
      return
    }
    markDashName(bytes, first..<end)
  }

  /// A closing phrase and whether a name stands on its line.
  private struct Closing {
    var kind: CleaningPhrases.ClosingKind
    var hasName: Bool
  }

  private mutating func closing(_ bytes: Span<UInt8>, _ line: Int) -> Closing? {
    let text = lines[line].text
    guard text.count <= 90 else { return nil }
    let (first, second) = head(bytes, line)
    let isHead = phrases.closings.heads.contains(first, second)
    let last = bytes[text.upperBound - 1]
    let before = text.count > 1 ? bytes[text.upperBound - 2] : 0x20
    guard isHead || phrases.closings.tails.contains(before, last), fold(bytes, line) else {
      return nil
    }
    let range = bare()
    let span = folded.bytes.span
    if let found = phrases.closings.matchHead(span, range, .whole, devices: phrases.devices)
      ?? phrases.closings.matchTail(span, range, devices: phrases.devices)
    {
      return Closing(kind: found.value, hasName: !found.isAnchored)
    }
    guard
      let found = phrases.closings
        .matchHead(span, range, .beginning, devices: phrases.devices)
    else { return nil }
    switch found.value {
    case .postscript, .contact: return Closing(kind: found.value, hasName: false)
    case .thanks: return nil
    case .closing:
      // "Kind regards, Anna": what follows has to be a name, so "Regards the parcel" is none, and
      // after a phrase as short as "Best" a comma stands before it.
      let phrase = folded.bytes[range.lowerBound..<found.end]
      let isCut = found.end < range.upperBound && folded.bytes[found.end] == UInt8(ascii: ",")
      let words = Self.words(bytes, text)
      let count = phrase.count { $0 == 0x20 } + 1
      guard found.isPlain, isCut || phrase.count > 4, words.count > count,
        words.count <= count + 3,
        case .name = ClosingLine(words[count...].joined(separator: " "), isFirst: false)
      else { return nil }
      return Closing(kind: .closing, hasName: true)
    }
  }

  /// One past the last line of a signature that begins with a closing phrase; nil when what follows
  /// says that it is none.
  private mutating func closingEnd(
    _ bytes: Span<UInt8>,
    _ line: Int,
    _ end: Int,
    _ found: Closing
  ) -> Int? {
    var names = 0
    var contacts = 0
    for next in (line + 1)..<max(end, line + 1) {
      if let more = closing(bytes, next) {
        if more.kind == .contact { contacts += 1 }
        if more.hasName { names += 1 }
        continue
      }
      switch ClosingLine(text(bytes, next), isFirst: names + contacts == 0) {
      case .name: names += 1
      case .contact: contacts += 1
      case .prose: return nil
      }
    }
    guard names <= (contacts > 0 ? 6 : 3), contacts <= 8 else { return nil }
    if found.kind == .thanks, names == 0 { return nil }
    return end
  }

  /// Marks a last line such as "—Anna" or "//Anna".
  private mutating func markDashName(_ bytes: Span<UInt8>, _ stretch: Range<Int>) {
    guard let line = stretch.last, line > firstOwn, lines[line].isAfterBlank else { return }
    let text = lines[line].text
    guard text.count <= 40, text.count > 3 else { return }
    let isLongDash =
      bytes[text.lowerBound] == 0xE2 && bytes[text.lowerBound + 1] == 0x80
      && (0x93...0x95).contains(bytes[text.lowerBound + 2])
    let isSlashes =
      bytes[text.lowerBound] == UInt8(ascii: "/") && bytes[text.lowerBound + 1] == UInt8(ascii: "/")
    guard isLongDash || isSlashes else { return }
    let name = (text.lowerBound + (isLongDash ? 3 : 2))..<text.upperBound
    let words = Self.words(bytes, name)
    guard words.count <= 3, case .name = ClosingLine(words.joined(separator: " "), isFirst: false)
    else { return }
    kinds[line] = .signOff
  }

  private func text(_ bytes: Span<UInt8>, _ line: Int) -> String {
    Self.words(bytes, lines[line].text).joined(separator: " ")
  }

  /// The words of a stretch, at most its first 400 bytes, without adornment around the whole.
  private static func words(_ bytes: Span<UInt8>, _ range: Range<Int>) -> [String] {
    var raw: [UInt8] = []
    for at in range.prefix(400) { raw.append(bytes[at]) }
    while let first = raw.first, FoldedText.isDecoration(first), first != UInt8(ascii: "(") {
      raw.removeFirst()
    }
    while let last = raw.last, last == UInt8(ascii: "*") || last == UInt8(ascii: "_") {
      raw.removeLast()
    }
    return String(decoding: raw, as: UTF8.self).split { $0 == " " || $0 == "\t" || $0 == "\u{A0}" }
      .map(String.init)
  }

  /// The folded text without adornment, and without the comma, full stop or picture at its end.
  private func bare() -> Range<Int> {
    var range = folded.undecorated()
    while let last = range.last {
      let length = Self.endLength(folded.bytes, range)
      guard length > 0 else { break }
      range = range.lowerBound..<(last + 1 - length)
    }
    return range
  }

  /// The bytes of the mark that a stretch ends with; 0 when it ends with a letter.
  private static func endLength(_ bytes: [UInt8], _ range: Range<Int>) -> Int {
    let end = range.upperBound
    switch bytes[end - 1] {
    case UInt8(ascii: ","), UInt8(ascii: "."), UInt8(ascii: "!"), 0x20: return 1
    // ، (Arabic comma)
    case 0x8C where range.count > 2 && bytes[end - 2] == 0xD8: return 2
    // 、 and 。
    case 0x81, 0x82:
      return range.count > 3 && bytes[end - 3] == 0xE3 && bytes[end - 2] == 0x80 ? 3 : 0
    default:
      // A picture has four bytes.
      return range.count > 4 && bytes[end - 4] & 0xF8 == 0xF0 ? 4 : 0
    }
  }
}
