extension Redactor {
  /// Masks names of two words or more right before a masked address, phone or mail: on the line
  /// above, or on the same line before a comma.
  func maskNamesBesideContacts(_ bytes: inout [UInt8], _ counts: inout [String: Int]) {
    // Without words every pair of words with capitals would be a name.
    guard !words.isEmpty else { return }
    var at = 0
    while at + 6 < bytes.count {
      if bytes[at] == UInt8(ascii: "["), let range = nameBefore(bytes.span, contact: at) {
        mask(&bytes, range, .name, &counts)
      }
      at += 1
    }
  }

  /// The name that ends right before the contact at `contact`; nil for none.
  private func nameBefore(_ bytes: Span<UInt8>, contact: Int) -> Range<Int>? {
    guard isContact(bytes, contact + 1) else { return nil }
    let isLine = contact > 0 && bytes[contact - 1] == 0x0A
    var end = isLine ? contact - 1 : Self.skipBlanks(bytes, before: contact)
    if isLine {
      while end > 0, bytes[end - 1] <= 0x20, bytes[end - 1] != 0x0A { end -= 1 }
    } else {
      guard end > 0, end < contact, bytes[end - 1] == UInt8(ascii: ",") else { return nil }
    }
    if end > 0, bytes[end - 1] == UInt8(ascii: ",") { end -= 1 }
    var start = end
    while start > 0, end - start < 60, !",\n.!?:;".utf8.contains(bytes[start - 1]) { start -= 1 }
    guard end - start < 60 else { return nil }
    start = Scalars.skipBlanks(bytes, start)
    return start < end ? fullName(bytes, start..<end) : nil
  }

  private func isContact(_ bytes: Span<UInt8>, _ at: Int) -> Bool {
    has(bytes, at, "a") && has(bytes, at + 1, "d") && has(bytes, at + 2, "d")
      || has(bytes, at, "p") && has(bytes, at + 1, "h") && has(bytes, at + 2, "o")
      || has(bytes, at, "e") && has(bytes, at + 1, "m") && has(bytes, at + 2, "a")
  }

  /// The name that is the last line of a text, below a sentence.
  func lastLine(_ bytes: Span<UInt8>) -> Range<Int>? {
    var end = bytes.count
    while end > 0, bytes.count - end < 16, bytes[end - 1] <= 0x20 { end -= 1 }
    var start = end
    while start > 0, end - start < 60, bytes[start - 1] != 0x0A { start -= 1 }
    guard start > 0, bytes[start - 1] == 0x0A, start < end else { return nil }
    var above = start
    while above > 0, start - above < 8, bytes[above - 1] <= 0x20 { above -= 1 }
    var line = above
    var blanks = 0
    while line > 0, above - line < 40, bytes[line - 1] != 0x0A {
      if bytes[line - 1] == 0x20 { blanks += 1 }
      line -= 1
    }
    // A sentence stands above, and no list or heading.
    guard blanks > 2, !"-*~:".utf8.contains(bytes[line]), bytes[above - 1] != 0x3A else {
      return nil
    }
    return fullName(bytes, start..<end)
  }

  /// A range that is a name of two to four words and nothing else.
  private func fullName(_ bytes: Span<UInt8>, _ range: Range<Int>) -> Range<Int>? {
    guard let name = personName(bytes, range.lowerBound), name.range.upperBound == range.upperBound,
      name.count > 1 || name.hasTitle, !name.isShouted
    else { return nil }
    return name.range
  }
}
