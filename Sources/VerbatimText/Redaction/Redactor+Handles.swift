extension Redactor {
  /// Masks listed names behind an `@` that begins a word, as chats and tickets address persons:
  /// "@Jacinta any news?".
  ///
  /// A word that no list has may be a firm's handle.
  func maskHandles(
    _ bytes: inout [UInt8],
    _ counts: inout [String: Int],
    _ names: inout PersonNames
  ) {
    var at = 0
    while at + 2 < bytes.count {
      if bytes[at] == UInt8(ascii: "@"), let name = handle(bytes.span, at) {
        maskName(&bytes, name, &counts, &names)
        at = name.upperBound
      }
      at += 1
    }
  }

  /// The name behind the `@` at `sign`; nil for none.
  private func handle(_ bytes: Span<UInt8>, _ sign: Int) -> Range<Int>? {
    guard sign == 0 || " \n\r\t(,".utf8.contains(bytes[sign - 1]),
      let word = Self.word(bytes, at: sign + 1), !Self.isShouted(bytes, word.range),
      let kind = given(bytes, word), kind == .sure || Scalars.isCapital(word.first),
      words.index.match(bytes, sign + 1, .goodsName) == nil
    else { return nil }
    let end = word.range.upperBound
    // "@anna_1977", "@ben.example"
    guard !has(bytes, end, "_@0123456789/"),
      !has(bytes, end, ".") || Scalars.blank(bytes, end + 1) > 0 || end + 1 >= bytes.count
    else { return nil }
    return listedPerson(bytes, sign + 1, mayBeWeak: true).map(\.range) ?? word.range
  }
}
