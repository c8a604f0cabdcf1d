internal import Foundation

/// Random numbers that a seed repeats: SplitMix64.
///
/// Run a random test over ``seeds(_:)`` as its arguments: a failure then prints the seed, and
/// `VERBATIM_SEED` set to it runs that one alone.
///
/// - SeeAlso: Steele, Lea and Flood (2014), "Fast splittable pseudorandom number generators".
public struct SeededGenerator: RandomNumberGenerator, Sendable, CustomStringConvertible {
  /// The seed, for the message of a failure.
  public let seed: UInt64
  private var state: UInt64

  /// A generator that repeats itself for the same seed.
  public init(seed: UInt64) {
    self.seed = seed
    state = seed
  }

  /// The seeds from 0 up to, not including, `count`; only the one in `VERBATIM_SEED` when it is
  /// set.
  public static func seeds(_ count: Int) -> [UInt64] {
    if let text = ProcessInfo.processInfo.environment["VERBATIM_SEED"], let seed = UInt64(text) {
      return [seed]
    }
    return (0..<count).map { UInt64($0) }
  }

  /// The next 64 bits.
  public mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var bits = state
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    return bits ^ (bits >> 31)
  }

  /// A number from 0 up to, not including, 1.
  public mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// True in the given share of draws.
  public mutating func chance(_ share: Double) -> Bool { unit() < share }

  /// A text of up to `longest` characters of the alphabet.
  public mutating func text(of alphabet: [String], longest: Int) -> String {
    let count = Int.random(in: 0...longest, using: &self)
    return (0..<count).map { _ in alphabet.randomElement(using: &self) ?? "" }.joined()
  }

  /// Up to `longest` bytes of any value.
  public mutating func bytes(longest: Int) -> [UInt8] {
    let count = Int.random(in: 0...longest, using: &self)
    return (0..<count).map { _ in UInt8(truncatingIfNeeded: next()) }
  }

  /// The seed, for the message of a failure.
  public var description: String { "VERBATIM_SEED=\(seed)" }
}
