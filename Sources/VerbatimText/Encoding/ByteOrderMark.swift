/// The mark at the start of a text, whole or damaged.
enum ByteOrderMark {
  /// The encoding that the mark names, and how many bytes go before the text; nil without a mark.
  ///
  /// A UTF-8 mark counts also when it is damaged in one of the ways that exports damage it: put
  /// behind blanks or NUL, written twice, written as the windows-1252 text "ï»¿" in UTF-8, or with
  /// one of its bytes lost. A UTF-16 mark before plain ASCII is one that was put there by mistake.
  static func encoding(of block: [UInt8], isWhole: Bool) -> TextEncoding? {
    if let length = utf8Length(block, isWhole: isWhole) {
      return TextEncoding(name: "UTF-8", evidence: .mark, markLength: length)
    }
    let wide: [(mark: [UInt8], name: String)] = [
      // Before UTF-16LE, whose mark it begins with.
      ([0xFF, 0xFE, 0, 0], "UTF-32LE"), ([0, 0, 0xFE, 0xFF], "UTF-32BE"),
      ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"),
      ([0x84, 0x31, 0x95, 0x33], "GB18030"),
    ]
    for (mark, name) in wide where block.starts(with: mark) {
      let isMistaken = mark.count == 2 && isPlain(block.dropFirst(2).prefix(4096))
      return TextEncoding(
        name: isMistaken ? "UTF-8" : name,
        evidence: .mark,
        markLength: mark.count
      )
    }
    return nil
  }

  /// The bytes up to the end of a UTF-8 mark; nil without one.
  private static func utf8Length(_ block: [UInt8], isWhole: Bool) -> Int? {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let blanks = block.prefix(16).prefix { $0 <= 0x20 }.count
    if block.dropFirst(blanks).starts(with: mark) {
      var length = blanks + 3
      while block.dropFirst(length).starts(with: mark) { length += 3 }
      return length
    }
    if block.starts(with: [0xC3, 0xAF, 0xC2, 0xBB, 0xC2, 0xBF]) { return 6 }
    // One byte lost. What follows has to be a character, and for the marks that windows-1252 could
    // mean ("»¿", "¿") the text has to be UTF-8.
    let continues = block.count > 2 && block[2] & 0xC0 == 0x80
    if block.starts(with: [0xEF, 0xBB]) || block.starts(with: [0xEF, 0xBF]) {
      return continues ? nil : 2
    }
    let length = block.starts(with: [0xBB, 0xBF]) ? 2 : block.first == 0xBF ? 1 : 0
    guard length > 0 else { return nil }
    let rest = Array(block.dropFirst(length))
    guard UTF8Check.isValid(rest, allowsCutEnd: !isWhole) else { return nil }
    return length == 2 || UTF8Check.firstNonASCII(in: rest.span) < rest.count ? length : nil
  }

  /// Whether the bytes are printable ASCII, which as UTF-16 would be rare ideographs only.
  private static func isPlain(_ bytes: ArraySlice<UInt8>) -> Bool {
    bytes.count >= 16
      && bytes.allSatisfy { $0 >= 0x20 && $0 < 0x7F || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
  }
}
