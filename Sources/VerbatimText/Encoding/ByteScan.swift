/// Looks for single bytes, thirty-two at a step.
enum ByteScan {
  private typealias Words = SIMD4<UInt64>

  /// The place of the first such byte from `start` on; the count when there is none.
  ///
  /// Of each byte only the bits of the mask are compared.
  static func first(
    _ byte: UInt8,
    mask: UInt8 = 0xFF,
    in bytes: Span<UInt8>,
    from start: Int = 0
  ) -> Int {
    // Safety: the raw bytes are read within their count only.
    let raw = unsafe bytes.bytes
    let sought = repeated(byte)
    let kept = repeated(mask)
    var at = start
    while at + 32 <= bytes.count {
      // Safety: 32 bytes from `at` lie inside; every pattern of bits is a UInt64.
      let words = unsafe raw.unsafeLoadUnaligned(fromByteOffset: at, as: Words.self)
      guard !hasZero((words & kept) ^ sought) else { break }
      at += 32
    }
    while at < bytes.count, bytes[at] & mask != byte { at += 1 }
    return at
  }

  /// The place of the first byte that is not ASCII or is the given one; the count when there is
  /// none.
  static func firstNonASCII(or byte: UInt8, in bytes: Span<UInt8>) -> Int {
    // Safety: the raw bytes are read within their count only.
    let raw = unsafe bytes.bytes
    let sought = repeated(byte)
    var at = 0
    while at + 32 <= bytes.count {
      // Safety: 32 bytes from `at` lie inside; every pattern of bits is a UInt64.
      let words = unsafe raw.unsafeLoadUnaligned(fromByteOffset: at, as: Words.self)
      let high = words[0] | words[1] | words[2] | words[3]
      guard high & 0x8080_8080_8080_8080 == 0, !hasZero(words ^ sought) else { break }
      at += 32
    }
    while at < bytes.count, bytes[at] < 0x80, bytes[at] != byte { at += 1 }
    return at
  }

  private static func repeated(_ byte: UInt8) -> Words {
    Words(repeating: UInt64(byte) * 0x0101_0101_0101_0101)
  }

  /// Whether one of the bytes is zero.
  ///
  /// - SeeAlso: Warren, "Hacker's Delight", 6-1.
  @inline(__always)
  private static func hasZero(_ words: Words) -> Bool {
    let found = (words &- Words(repeating: 0x0101_0101_0101_0101)) & ~words
    return (found[0] | found[1] | found[2] | found[3]) & 0x8080_8080_8080_8080 != 0
  }
}
