extension Redactor {
  /// The name after the last comma of a text whose last sentence says good-bye: "All the best from
  /// sunny Devon, Jocasta", "Fait à Lyon, Apolline Garnier".
  func lastClause(_ bytes: Span<UInt8>) -> Range<Int>? {
    var end = bytes.count
    while end > 0, bytes.count - end < 8, bytes[end - 1] < 0x30 { end -= 1 }
    var comma = end
    while comma > 0, end - comma < 48, bytes[comma - 1] != UInt8(ascii: ",") {
      guard !Self.endsSentence(bytes[comma - 1]) else { return nil }
      comma -= 1
    }
    guard comma > 0, end - comma < 48 else { return nil }
    let first = Scalars.skipBlanks(bytes, comma)
    guard first < end, Scalars.isCapital(Scalars.decode(bytes, first).value) else { return nil }
    var start = comma
    while start > 0, comma - start < 96, !Self.endsSentence(bytes[start - 1]) { start -= 1 }
    start = Scalars.skipBlanks(bytes, start)
    guard start < comma, comma - start < 96,
      words.index.match(bytes, start, [.closing, .shortClosing]) != nil
    else { return nil }
    guard let name = listedPerson(bytes, first, mayBeWeak: true) ?? unlistedPerson(bytes, first),
      name.range.upperBound >= end, !name.isShouted || name.count > 1
    else { return nil }
    return name.range
  }

  /// Whether a line or a sentence ends with a byte.
  private static func endsSentence(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x0A, UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): true
    default: false
    }
  }
}
