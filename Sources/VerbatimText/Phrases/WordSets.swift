/// Sets of word forms, each once, one behind the other in one row of numbers that ascend.
struct WordSets: Sendable {
  /// The members of every set: a set is small and lies in one or two cache lines, where a bitmap
  /// over the vocabulary missed the cache each time.
  private(set) var members: [WordID] = []
  /// Where the members of each begin; one more at the end.
  private(set) var starts: [Int32] = [0]
  /// The numbers of the sets, from 1, by their hash; 0 for none.
  private var slots = [Int32](repeating: 0, count: 16)

  /// How many sets there are.
  var count: Int { starts.count - 1 }

  /// The places of a set in ``members``.
  func range(of set: Int) -> Range<Int> { Int(starts[set])..<Int(starts[set + 1]) }

  /// The number of a set of members that ascend.
  mutating func number(of ids: [WordID]) -> Int {
    if (count + 1) * 2 > slots.count { grow() }
    var at = Self.hash(ids[...]) & (slots.count - 1)
    while slots[at] != 0 {
      let known = Int(slots[at]) - 1
      if members[range(of: known)] == ids[...] { return known }
      at = (at + 1) & (slots.count - 1)
    }
    members += ids
    starts.append(Int32(members.count))
    slots[at] = Int32(count)
    return count - 1
  }

  private mutating func grow() {
    slots = [Int32](repeating: 0, count: slots.count * 2)
    for set in 0..<count {
      var at = Self.hash(members[range(of: set)]) & (slots.count - 1)
      while slots[at] != 0 { at = (at + 1) & (slots.count - 1) }
      slots[at] = Int32(set) + 1
    }
  }

  private static func hash(_ ids: ArraySlice<WordID>) -> Int {
    var hash: UInt64 = 0
    for id in ids {
      hash = (hash ^ UInt64(UInt32(bitPattern: id)) ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15
    }
    return Int(truncatingIfNeeded: hash >> 33)
  }
}
