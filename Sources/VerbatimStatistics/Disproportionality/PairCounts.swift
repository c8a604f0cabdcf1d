/// Counts of pairs of numbers, by open addressing: a pair is one 64-bit key.
struct PairCounts: Sendable {
  /// A pair's key plus 1; 0 is free.
  private var keys = [UInt64](repeating: 0, count: 64)
  private var counts = [Int](repeating: 0, count: 64)
  /// How many pairs there are.
  private(set) var count = 0

  /// Counts a pair of numbers below 2³¹ once more.
  @inline(__always)
  mutating func add(_ first: Int, _ second: Int) {
    let key = UInt64(first) << 32 | UInt64(second) &+ 1
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
    while keys[slot] != key {
      if keys[slot] == 0 {
        keys[slot] = key
        count += 1
        break
      }
      slot = (slot + 1) & mask
    }
    counts[slot] += 1
    if count * 2 > keys.count { grow() }
  }

  /// The pairs with their counts, in no order that means anything.
  var pairs: [(first: Int, second: Int, count: Int)] {
    var pairs: [(first: Int, second: Int, count: Int)] = []
    pairs.reserveCapacity(count)
    for slot in keys.indices where keys[slot] != 0 {
      let key = keys[slot] - 1
      pairs.append((Int(key >> 32), Int(key & 0xFFFF_FFFF), counts[slot]))
    }
    return pairs
  }

  private mutating func grow() {
    let oldKeys = keys
    let oldCounts = counts
    keys = [UInt64](repeating: 0, count: oldKeys.count * 4)
    counts = [Int](repeating: 0, count: oldKeys.count * 4)
    let mask = keys.count - 1
    for old in oldKeys.indices where oldKeys[old] != 0 {
      var slot = Int(truncatingIfNeeded: (oldKeys[old] &* 0x9E37_79B9_7F4A_7C15) >> 20) & mask
      while keys[slot] != 0 { slot = (slot + 1) & mask }
      keys[slot] = oldKeys[old]
      counts[slot] = oldCounts[old]
    }
  }
}
