/// Which words are in which sets, by a few bits for each word: nearly every word that is not in a
/// set is turned away by one look, however large the set.
///
/// The bits of a word lie together, so that asking of it for one set after another stays in the
/// nearest cache. Eight bits to sixteen for each set that a word is in, so that at most one set in
/// eight that it is not in passes (Bloom 1970, "Space/time trade-offs in hash coding with allowable
/// errors", with a single hash).
struct SetFilter: Sendable {
  /// Where the bits of a word are.
  private struct Row {
    /// The first 64 of them.
    var start: Int32 = 0
    /// What brings a hash down to as many places as there are bits.
    var shift: UInt32 = 26
  }

  private let rows: [Row]
  private let bits: [UInt64]

  /// The filter of some sets.
  ///
  /// - Complexity: O(*n*) in all members and the largest of them.
  init(_ sets: WordSets) {
    let highest = sets.members.max() ?? 0
    var counts = [Int32](repeating: 0, count: Int(highest) + 1)
    for word in sets.members { counts[Int(word)] += 1 }
    // A word in no set has the first row, in which nothing is set.
    var rows = [Row](repeating: Row(), count: counts.count)
    var next: Int32 = 1
    for word in counts.indices where counts[word] > 0 {
      rows[word].start = next
      var blocks: Int32 = 1
      while blocks * 64 < counts[word] * 8 {
        blocks *= 2
        rows[word].shift -= 1
      }
      next += blocks
    }
    var bits = [UInt64](repeating: 0, count: Int(next))
    for set in 0..<sets.count {
      for place in sets.range(of: set) {
        let row = rows[Int(sets.members[place])]
        let hash = Self.hash(set) >> row.shift
        bits[Int(row.start) + Int(hash >> 6)] |= 1 << UInt64(hash & 63)
      }
    }
    self.rows = rows
    self.bits = bits
  }

  /// Whether a word may be in a set.
  @inline(__always)
  func mayHold(_ id: WordID, in set: Int) -> Bool {
    let rows = rows.span
    guard Int(id) < rows.count else { return false }
    let row = rows[Int(id)]
    let hash = Self.hash(set) &>> row.shift
    return bits.span[Int(row.start) &+ Int(hash &>> 6)] &>> UInt64(hash & 63) & 1 != 0
  }

  /// Fibonacci hashing (Knuth, TAOCP 3, 6.4): the upper bits count.
  @inline(__always)
  private static func hash(_ set: Int) -> UInt32 {
    UInt32(truncatingIfNeeded: set) &* 0x9E37_79B1
  }
}
