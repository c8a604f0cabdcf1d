/// Letters drawn out for emphasis: "soooo", "sooo goood".
enum Elongation {
  /// The word with each run of three or more equal letters cut to `keep`; nil when it has none.
  static func shortened(_ key: [UInt8], keep: Int) -> [UInt8]? {
    var result: [UInt8] = []
    var hasLongRun = false
    var at = 0
    while at < key.count {
      var end = at
      while end < key.count, key[end] == key[at] { end += 1 }
      let isLetter = key[at] >= UInt8(ascii: "a") && key[at] <= UInt8(ascii: "z")
      let isLong = end - at >= 3 && isLetter
      if isLong { hasLongRun = true }
      result.append(contentsOf: repeatElement(key[at], count: isLong ? keep : end - at))
      at = end
    }
    return hasLongRun ? result : nil
  }
}
