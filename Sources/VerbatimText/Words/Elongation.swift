/// Letters drawn out for emphasis: "soooo", "sooo goood".
enum Elongation {
  /// Whether a letter stands three times or more in a row in the first `count` bytes.
  static func isDrawnOut(_ key: Span<UInt8>, count: Int) -> Bool {
    var at = 2
    while at < count {
      if key[at] == key[at - 1], key[at] == key[at - 2], isLetter(key[at]) { return true }
      at += 1
    }
    return false
  }

  /// Writes the first `count` bytes of `key` to `short`, each run of three or more equal letters cut
  /// to `keep`.
  ///
  /// - Returns: The length of what was written.
  static func shorten(
    _ key: [UInt8],
    count: Int,
    keep: Int,
    into short: inout [UInt8]
  ) -> Int {
    var length = 0
    var at = 0
    while at < count {
      var end = at + 1
      while end < count, key[end] == key[at] { end += 1 }
      let isLong = end - at >= 3 && isLetter(key[at])
      for _ in 0..<(isLong ? keep : end - at) {
        short[length] = key[at]
        length += 1
      }
      at = end
    }
    return length
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "a") && byte <= UInt8(ascii: "z")
  }
}
