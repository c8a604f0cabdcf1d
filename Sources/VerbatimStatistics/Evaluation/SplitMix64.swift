/// A small generator of random numbers whose sequence depends on its seed alone.
///
/// The same on every machine and release, which the standard library's generators do not promise;
/// good enough to draw samples, no good for secrets.
///
/// - SeeAlso: Steele, Lea and Flood (2014), *Fast splittable pseudorandom number generators*.
public struct SplitMix64: RandomNumberGenerator, Sendable {
  private var state: UInt64

  /// The sequence of a seed.
  public init(seed: UInt64) { state = seed }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A whole number from 0 up to `count`, which is not reached.
  ///
  /// The upper half of a product of 128 bits: the chances differ by less than `count` / 2⁶⁴.
  ///
  /// - Precondition: `count` is positive.
  public mutating func index(below count: Int) -> Int {
    precondition(count > 0, "nothing to draw from")
    return Int(next().multipliedFullWidth(by: UInt64(count)).high)
  }
}
