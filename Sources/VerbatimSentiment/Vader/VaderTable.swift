/// The words of VADER's lexicon and rules, found by their bytes.
///
/// Open addressing over one flat array, at most half full. Before it stands a filter of a bit for
/// each of 65,536 hashes, small enough to stay near the processor: most words of a text are in
/// neither list, and end there.
struct VaderTable: Sendable {
  private struct Slot {
    /// The first eight bytes, NUL behind the end.
    var head: UInt64 = 0
    var count: UInt32 = 0
    /// 0 in an empty slot.
    var entry: UInt32 = 0
  }

  /// What is known of each word; the first is that of every unknown one.
  private(set) var entries = [VaderEntry()]
  /// The bytes of the longest word.
  private(set) var longest = 0
  private var spellings: [UInt8] = []
  private var starts = [0]
  private var slots = [Slot](repeating: Slot(), count: 1024)
  private var filter = [UInt64](repeating: 0, count: 1024)

  /// How many words are known.
  var count: Int { entries.count - 1 }

  /// The number of a word that is now in the table.
  mutating func intern(_ word: [UInt8]) -> Int {
    let known = find(word.span)
    if known != 0 { return known }
    let number = entries.count
    entries.append(VaderEntry())
    spellings.append(contentsOf: word)
    starts.append(spellings.count)
    longest = max(longest, word.count)
    if entries.count * 2 > slots.count {
      slots = [Slot](repeating: Slot(), count: slots.count * 2)
      for other in 1...number { place(other) }
    } else {
      place(number)
    }
    return number
  }

  /// Changes what is known of a word, which is added when it is new.
  mutating func update(_ word: [UInt8], _ change: (inout VaderEntry) -> Void) {
    let number = intern(word)
    change(&entries[number])
  }

  /// A word by its number.
  func spelling(of number: Int) -> String {
    String(decoding: spellings[starts[number - 1]..<starts[number]], as: UTF8.self)
  }

  private mutating func place(_ number: Int) {
    let start = starts[number - 1]
    let count = starts[number] - start
    let hash = Self.hash(spellings.span, start, count, isLow: true)
    filter[Int(hash >> 54)] |= 1 << (hash >> 48 & 63)
    var at = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[at].entry != 0 { at = (at + 1) & (slots.count - 1) }
    slots[at] = Slot(
      head: Self.block(spellings.span, start, count, isLow: true),
      count: UInt32(truncatingIfNeeded: count),
      entry: UInt32(truncatingIfNeeded: number)
    )
  }

  // MARK: Looking up

  /// The number of a word in small letters; 0 when it is unknown.
  func find(_ word: Span<UInt8>) -> Int { find(word, from: 0, count: word.count, isLow: true) }

  /// The number of the word of `count` bytes at `start`, its ASCII capitals read as small letters
  /// unless there are none; 0 when it is unknown.
  ///
  /// - Complexity: O(*n*) in the bytes of the word, O(1) for those longer than any known one.
  @inline(__always)
  func find(_ bytes: Span<UInt8>, from start: Int, count: Int, isLow: Bool) -> Int {
    guard count <= longest else { return 0 }
    let hash = Self.hash(bytes, start, count, isLow: isLow)
    guard filter.span[Int(hash >> 54)] >> (hash >> 48 & 63) & 1 != 0 else { return 0 }
    return probe(bytes, start, count, isLow, hash)
  }

  @inline(never)
  private func probe(
    _ bytes: Span<UInt8>,
    _ start: Int,
    _ count: Int,
    _ isLow: Bool,
    _ hash: UInt64
  ) -> Int {
    let head = Self.block(bytes, start, count, isLow: isLow)
    let slots = slots.span
    var at = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[at].entry != 0 {
      let slot = slots[at]
      if slot.head == head, slot.count == count,
        hasTail(Int(slot.entry), bytes, start, count, isLow)
      {
        return Int(slot.entry)
      }
      at = (at + 1) & (slots.count - 1)
    }
    return 0
  }

  /// Whether the bytes from the ninth on are those of a word of the same length.
  private func hasTail(
    _ number: Int,
    _ bytes: Span<UInt8>,
    _ start: Int,
    _ count: Int,
    _ isLow: Bool
  ) -> Bool {
    var at = 8
    while at < count {
      let known = Self.block(
        spellings.span,
        starts[number - 1] + at,
        count - at,
        isLow: true
      )
      if Self.block(bytes, start + at, count - at, isLow: isLow) != known { return false }
      at += 8
    }
    return true
  }

  /// A hash whose lower half and highest bits depend on every byte.
  @inline(__always)
  private static func hash(
    _ bytes: Span<UInt8>,
    _ start: Int,
    _ count: Int,
    isLow: Bool
  ) -> UInt64 {
    var hash = block(bytes, start, count, isLow: isLow) &* multiplier
    var at = 8
    while at < count {
      let next = block(bytes, start &+ at, count &- at, isLow: isLow)
      hash = (hash ^ next ^ hash >> 32) &* multiplier
      at &+= 8
    }
    return hash ^ hash >> 32
  }

  /// An odd number near 2⁶⁴ divided by the golden ratio: Fibonacci hashing (Knuth, TAOCP 3, 6.4).
  private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// Up to eight bytes as one number, the first lowest, ASCII capitals as small letters.
  @inline(__always)
  private static func block(
    _ bytes: Span<UInt8>,
    _ start: Int,
    _ count: Int,
    isLow: Bool
  ) -> UInt64 {
    var bits: UInt64 = 0
    if start &+ 8 <= bytes.count {
      // Safety: the line above has checked that eight bytes lie inside the span.
      bits = unsafe UInt64(
        littleEndian: bytes.bytes.unsafeLoadUnaligned(
          fromUncheckedByteOffset: start,
          as: UInt64.self
        )
      )
      if count < 8 { bits &= (1 << UInt64(truncatingIfNeeded: count &* 8)) &- 1 }
    } else {
      var at = start + min(8, count)
      while at > start {
        at -= 1
        bits = bits << 8 | UInt64(bytes[at])
      }
    }
    return isLow ? bits : lowered(bits)
  }

  /// Eight bytes with ASCII capitals as small letters, every other byte as it is.
  @inline(__always)
  private static func lowered(_ bits: UInt64) -> UInt64 {
    // With 7 bits a byte no sum carries into the next: the top bit says "at least A" and "past Z".
    let low = bits & 0x7F7F_7F7F_7F7F_7F7F
    let fromA = low &+ 0x3F3F_3F3F_3F3F_3F3F
    let pastZ = low &+ 0x2525_2525_2525_2525
    return bits | (fromA & ~pastZ & ~bits & 0x8080_8080_8080_8080) >> 2
  }
}
