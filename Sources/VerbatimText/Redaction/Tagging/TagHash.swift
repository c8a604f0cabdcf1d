/// The hash by which a tagger knows words, shapes, classes and features: FNV-1a over characters.
///
/// Two of some 50,000 features share one of 2^64 hashes with a chance of one in 10^10.
enum TagHash {
  static let seed: UInt64 = 0xCBF2_9CE4_8422_2325
  private static let prime: UInt64 = 0x100_0000_01B3

  @inline(__always)
  static func step(_ hash: UInt64, _ character: UInt32) -> UInt64 {
    (hash ^ UInt64(character)) &* prime
  }

  /// The hash of a text as it stands, without folding.
  static func of(_ text: some StringProtocol) -> UInt64 {
    text.unicodeScalars.reduce(seed) { step($0, $1.value) }
  }

  /// Joins a part to what came before it.
  @inline(__always)
  static func join(_ hash: UInt64, _ part: UInt64) -> UInt64 {
    let mixed = (hash ^ part) &* 0x9E37_79B9_7F4A_7C15
    return mixed ^ mixed >> 29
  }
}
