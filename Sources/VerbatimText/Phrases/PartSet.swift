/// A bit for each part that some conjunction has besides its key; beyond 2,048 parts some share
/// theirs.
///
/// The set of a sentence is the union of those of its words: it says at once which parts have a word
/// there, however many parts there are.
struct PartSet: Sendable {
  // Two halves: the compiler keeps vectors of this size in registers, longer ones in memory.
  private var low = SIMD16<UInt64>()
  private var high = SIMD16<UInt64>()

  /// How many bits a set has.
  static let bitCount = 2_048

  /// Takes in a part by its bit.
  mutating func insert(_ bit: UInt16) {
    let place = Int(bit >> 6)
    if place < 16 {
      low[place] |= 1 << UInt64(bit & 63)
    } else {
      high[place - 16] |= 1 << UInt64(bit & 63)
    }
  }

  /// Takes in the parts of another set.
  @inline(__always)
  mutating func formUnion(_ other: PartSet) {
    low |= other.low
    high |= other.high
  }

  /// Lays the bits out in words, where single ones are asked for.
  @inline(__always)
  func write(to words: inout [UInt64]) {
    if words.count != 32 { words = [UInt64](repeating: 0, count: 32) }
    for lane in 0..<16 {
      words[lane] = low[lane]
      words[lane + 16] = high[lane]
    }
  }
}
