extension Redactor {
  /// Masks the names of a text without small letters, where capitals tell nothing, as those of one
  /// without capitals: "THANK YOU PAULETTE".
  func maskShoutedNames(
    _ bytes: inout [UInt8],
    _ counts: inout [String: Int],
    _ names: inout PersonNames
  ) {
    var lower = bytes.map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    for at in lower.indices.dropFirst() where lower[at - 1] == 0xC3 && lower[at] < 0x9F {
      // À to Þ, but for the sign of multiplication.
      if lower[at] != 0x97 { lower[at] |= 0x20 }
    }
    let before = lower
    var found: [String: Int] = [:]
    var foundNames = PersonNames()
    maskNames(&lower, scan(lower.span), &found, &foundNames)
    var at = 0
    while at < lower.count {
      guard lower[at] == UInt8(ascii: "["), before[at] != lower[at] else {
        at += 1
        continue
      }
      var end = at + 1
      while end < lower.count, lower[end - 1] != UInt8(ascii: "]") { end += 1 }
      maskName(&bytes, at..<end, &counts, &names)
      at = end
    }
  }

  /// Whether a text has some words of ASCII letters and none in small ones; the letters of masks
  /// are none.
  static func isShoutedText(_ bytes: Span<UInt8>) -> Bool {
    var capitals = 0
    var isMask = false
    for at in bytes.indices {
      let byte = bytes[at]
      if byte == UInt8(ascii: "[") { isMask = true }
      if byte == UInt8(ascii: "]") { isMask = false }
      if isMask { continue }
      if byte &- 0x61 < 26 { return false }
      if byte &- 0x41 < 26 { capitals += 1 }
    }
    return capitals > 9
  }
}
