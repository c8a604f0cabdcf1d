/// Eight bytes of a text as one number, the first byte lowest, and what can be asked of all eight at
/// once.
struct ByteBlock {
  /// The bytes.
  var bits: UInt64

  /// A 1 in the highest bit of each byte.
  static let high: UInt64 = 0x8080_8080_8080_8080
  /// The bit that tells a small ASCII letter from its capital, in each byte.
  static let smallBit: UInt64 = 0x2020_2020_2020_2020

  /// The eight bytes from `at` on; NUL stands for what lies behind the end.
  @inline(__always)
  init(_ bytes: Span<UInt8>, at start: Int) {
    if start &+ 8 <= bytes.count {
      // Safety: the line above has checked that eight bytes lie inside the span.
      bits = unsafe UInt64(
        littleEndian: bytes.bytes.unsafeLoadUnaligned(
          fromUncheckedByteOffset: start,
          as: UInt64.self
        )
      )
    } else {
      bits = Self.tail(bytes, start)
    }
  }

  @inline(never)
  private static func tail(_ bytes: Span<UInt8>, _ start: Int) -> UInt64 {
    var bits: UInt64 = 0
    var at = bytes.count
    while at > start {
      at -= 1
      bits = bits << 8 | UInt64(bytes[at])
    }
    return bits
  }

  /// How many of the bytes, from the first on, are ASCII letters: 0 to 8.
  @inline(__always)
  var leadingLetters: Int {
    let folded = (bits | Self.smallBit) & ~Self.high
    // With 7 bits a byte no sum carries into the next: the top bit says "at least a" and "past z".
    let fromA = folded &+ 0x1F1F_1F1F_1F1F_1F1F
    let pastZ = folded &+ 0x0505_0505_0505_0505
    let others = ~(fromA & ~pastZ & ~bits) & Self.high
    return others == 0 ? 8 : others.trailingZeroBitCount >> 3
  }

  /// Whether all bytes are ASCII, and none a capital.
  @inline(__always)
  var isSmallASCII: Bool {
    let fromA = (bits & ~Self.high) &+ 0x3F3F_3F3F_3F3F_3F3F
    let pastZ = (bits & ~Self.high) &+ 0x2525_2525_2525_2525
    return (bits | fromA & ~pastZ) & Self.high == 0
  }

  /// The first `count` bytes as small letters, 0 to 8; the rest are NUL.
  ///
  /// Only letters, digits and apostrophes come out right.
  @inline(__always)
  func lowered(_ count: Int) -> UInt64 { (bits | Self.smallBit) & Self.mask(count) }

  /// How many of the first `count` bytes, all letters, are capitals.
  @inline(__always)
  func capitals(_ count: Int) -> Int {
    (~bits & Self.smallBit & Self.mask(count)).nonzeroBitCount
  }

  /// Ones over the first `count` bytes, 0 to 8.
  @inline(__always)
  static func mask(_ count: Int) -> UInt64 {
    count >= 8 ? ~0 : (1 << UInt64(truncatingIfNeeded: count &* 8)) &- 1
  }
}
