internal import VerbatimCore

/// Finds words that are part of a URL, an e-mail address, or a mask of one, and so say nothing.
///
/// Words come in order; each run without a blank is looked through once.
struct AddressFinder {
  /// Where the address ends that was found last.
  private var end = 0
  /// Where the run ends that was looked through last.
  private var seen = 0

  /// Whether a word is part of an address.
  @inline(__always)
  mutating func hold(_ word: Word, _ bytes: Span<UInt8>) -> Bool {
    if word.start < end { return true }
    let after = Int(word.end)
    guard after + 2 < bytes.count, bytes[after] != 0x20 else { return false }
    return open(word, bytes)
  }

  private mutating func open(_ word: Word, _ bytes: Span<UInt8>) -> Bool {
    let after = Int(word.end)
    switch bytes[after] {
    case UInt8(ascii: ":"):
      guard bytes[after + 1] == UInt8(ascii: "/") else { return false }
    case UInt8(ascii: "*"):
      // A mask: "[email*****]".
      guard word.start > 0, bytes[Int(word.start) - 1] == UInt8(ascii: "[") else { return false }
    case UInt8(ascii: "@"): break
    case UInt8(ascii: "."), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "+"):
      guard isWWW(word, bytes) || hasAt(after, bytes) else { return false }
    default: return false
    }
    end = after
    while end < bytes.count, bytes[end] > 0x20 { end += 1 }
    return true
  }

  private func isWWW(_ word: Word, _ bytes: Span<UInt8>) -> Bool {
    guard word.end - word.start == 3 else { return false }
    for index in Int(word.start)..<Int(word.end) where bytes[index] | 0x20 != UInt8(ascii: "w") {
      return false
    }
    return true
  }

  /// Whether an `@` stands in the rest of a run.
  private mutating func hasAt(_ start: Int, _ bytes: Span<UInt8>) -> Bool {
    guard start >= seen else { return false }
    seen = start
    while seen < bytes.count, bytes[seen] > 0x20 {
      if bytes[seen] == UInt8(ascii: "@") { return true }
      seen += 1
    }
    return false
  }
}
