/// A set of byte pairs, ASCII capitals as small letters: what phrases begin or end with, by which
/// most lines of a message are refused.
struct TwoByteSet: Sendable {
  private var bits = [UInt64](repeating: 0, count: 1024)

  /// Whether a pair is in it.
  func contains(_ first: UInt8, _ second: UInt8) -> Bool {
    let index = Int(Self.lower(first)) << 8 | Int(Self.lower(second))
    return bits[index >> 6] >> UInt64(index & 63) & 1 == 1
  }

  /// Adds how a folded text may begin in a message.
  mutating func insert(headOf folded: [UInt8]) {
    // Whoever came first with these bytes brought their capitals.
    guard !contains(folded[0], folded.count > 1 ? folded[1] : 0x20) else { return }
    if folded.allSatisfy({ $0 < 0x80 }) {
      let second = folded.count > 1 ? folded[1] : 0x20
      insert(folded[0], second)
      // The Turkish İ folds to i.
      if folded[0] == UInt8(ascii: "i") { insert(0xC4, 0xB0) }
      if second == UInt8(ascii: "i") { insert(folded[0], 0xC4) }
      return
    }
    for form in Self.spellings(folded) {
      insert(form[0], form.count > 1 ? form[1] : 0x20)
    }
  }

  /// Adds how a folded text may end in a message.
  mutating func insert(tailOf folded: [UInt8]) {
    let before = folded.count > 1 ? folded[folded.count - 2] : 0x20
    guard !contains(before, folded[folded.count - 1]) else { return }
    for form in Self.spellings(folded) {
      insert(form.count > 1 ? form[form.count - 2] : 0x20, form[form.count - 1])
    }
  }

  /// Adds everything that is in another set.
  mutating func formUnion(_ other: TwoByteSet) {
    for index in bits.indices { bits[index] |= other.bits[index] }
  }

  private mutating func insert(_ first: UInt8, _ second: UInt8) {
    let index = Int(Self.lower(first)) << 8 | Int(Self.lower(second))
    bits[index >> 6] |= 1 << UInt64(index & 63)
  }

  /// Folding changes the bytes of letters beyond ASCII, so both cases are known.
  private static func spellings(_ folded: [UInt8]) -> [[UInt8]] {
    let capitals = Array(String(decoding: folded, as: UTF8.self).uppercased().utf8)
    return [folded, ICUNormalizer.composed(folded), capitals, ICUNormalizer.composed(capitals)]
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    byte &- 0x41 < 26 ? byte | 0x20 : byte
  }
}
