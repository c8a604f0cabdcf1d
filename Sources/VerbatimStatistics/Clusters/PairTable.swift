/// Numbers for pairs of numbers, in the order of their first appearance.
///
/// Open addressing, the pair beside its number: a look-up among millions waits for memory once,
/// where `Dictionary` hashes at length against who might choose its keys. These are numbers of names
/// in the order in which they were met, which nobody chooses.
public struct PairTable: Sendable {
  private struct Slot {
    var pair: UInt64 = 0
    /// The pair's number plus 1; 0 is free.
    var number: Int32 = 0
  }

  private var slots: [Slot]
  /// The bits of a hash that are left out of the slot's place.
  private var shift: UInt64

  /// How many pairs there are, at most 2³¹ − 2.
  public private(set) var count = 0

  /// A table without pairs.
  ///
  /// - Parameter capacity: How many pairs are expected; it grows beyond them.
  public init(capacity: Int = 0) {
    let bits = max(6, Int.bitWidth - (capacity * 2).leadingZeroBitCount)
    slots = [Slot](repeating: Slot(), count: 1 << bits)
    shift = UInt64(64 - bits)
  }

  /// The number of a pair, and whether it is new; a new one has the number that ``count`` was.
  ///
  /// - Complexity: O(1), over many pairs.
  public mutating func number(of first: Int32, _ second: Int32) -> (number: Int, isNew: Bool) {
    let pair = UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
    var slot = place(of: pair)
    while slots[slot].number != 0 {
      if slots[slot].pair == pair { return (Int(slots[slot].number) - 1, false) }
      slot = (slot + 1) & (slots.count - 1)
    }
    count += 1
    slots[slot] = Slot(pair: pair, number: Int32(count))
    if count * 2 > slots.count { grow() }
    return (count - 1, true)
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 4)
    shift -= 2
    for entry in old where entry.number != 0 {
      var slot = place(of: entry.pair)
      while slots[slot].number != 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = entry
    }
  }

  /// Fibonacci hashing (Knuth 1998, *The Art of Computer Programming* 3, section 6.4), the halves
  /// mixed first: the multiplier is 2⁶⁴ over the golden ratio.
  private func place(of pair: UInt64) -> Int {
    Int(truncatingIfNeeded: ((pair ^ pair >> 29) &* 0x9E37_79B9_7F4A_7C15) >> shift)
  }
}
