extension Redactor {
  /// The name after a dash or slash at the end of a text: "- Anna", "-- \nAnna Schmidt", "// Maja".
  func signature(_ bytes: Span<UInt8>) -> Range<Int>? {
    let end = Self.lastLetter(bytes)
    // The last dash, at most 60 bytes back.
    var dash = end
    while dash > 0, end - dash < 60 {
      let byte = bytes[dash - 1]
      let isDash =
        byte == UInt8(ascii: "~") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "/")
        || (byte >= 0x93 && byte <= 0x95 && dash > 2 && bytes[dash - 2] == 0x80
          && bytes[dash - 3] == 0xE2)
      if isDash, !isHyphen(bytes, dash) { break }
      dash -= 1
    }
    guard dash > 0, end - dash < 60, dash < end else { return nil }
    var start = dash
    while start < end, bytes[start] <= 0x20 { start += 1 }
    guard startsSignature(bytes, dash) else { return nil }
    if Scalars.isCaseless(Scalars.decode(bytes, start).value) {
      guard let name = caselessName(bytes, start) else { return nil }
      // "- 박보검 올림"
      let sign = words.index.match(
        bytes,
        Scalars.skipBlanks(bytes, name.upperBound),
        [.closing, .suffixTitle]
      )
      return name.upperBound == end || sign?.end == end ? name : nil
    }
    guard let name = personName(bytes, start), name.count < 4, !name.isShouted || name.count > 1,
      name.range.upperBound >= end || isTown(bytes, name.range.upperBound, end)
    else { return nil }
    // All of a text may be an item of a list.
    guard dash > 3 || listedPerson(bytes, start, mayBeWeak: false) != nil else { return nil }
    return name.range
  }

  /// Whether a dash that ends at `dash` joins two letters.
  private func isHyphen(_ bytes: Span<UInt8>, _ dash: Int) -> Bool {
    dash > 1 && dash < bytes.count && "-/".utf8.contains(bytes[dash - 1])
      && (bytes[dash - 2] >= 0x80 || Self.isAlphanumeric(bytes[dash - 2]))
      && (bytes[dash] >= 0x80 || Self.isAlphanumeric(bytes[dash]))
  }

  /// Whether a dash begins a line that is no list's, or follows the end of a sentence.
  private func startsSignature(_ bytes: Span<UInt8>, _ dash: Int) -> Bool {
    var start = dash
    while start > 0, dash - start < 12,
      "-~/ ".utf8.contains(bytes[start - 1]) || bytes[start - 1] >= 0x80
    {
      start -= 1
    }
    guard start > 0 else { return true }
    if bytes[start - 1] != 0x0A {
      // "398.-" is a price.
      let isPrice = start > 1 && Self.isDigit(bytes[start - 2])
      return !isPrice && ".!?)*\"".utf8.contains(bytes[start - 1])
    }
    // A line before that begins with a dash too makes a list of it.
    var line = start - 1
    while line > 0, start - line < 400, bytes[line - 1] != 0x0A { line -= 1 }
    return !"-~*".utf8.contains(bytes[line]) && bytes[line] != 0xE2
  }
}
