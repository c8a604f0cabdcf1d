/// Word forms of 1 to 63 bytes with their numbers: open addressing over one flat array.
struct FormTable: Sendable {
  /// The longest form in bytes.
  static let longest = 63

  /// Sixteen bytes that hold the whole of a short key: most words are decided in one cache line.
  private struct Slot {
    /// The first eight bytes of the key.
    var head: UInt64 = 0
    var id: WordID = 0
    /// The length of the key in the lowest six bits, 0 for an empty slot; above them the place of
    /// the first block of its tail.
    var shape: UInt32 = 0

    var count: Int { Int(shape & 63) }
    var tail: Int { Int(shape >> 6) }
  }

  private var slots: [Slot]
  /// What keys have beyond their first eight bytes, in blocks of eight.
  private var tails: [UInt64] = []
  private var mask: Int
  private var used = 0

  /// A table that takes so many forms before it grows.
  init(minimumCapacity: Int) {
    var size = 64
    while size < minimumCapacity * 2 { size *= 2 }
    slots = [Slot](repeating: Slot(), count: size)
    mask = size - 1
  }

  /// Whether no form is in it.
  var isEmpty: Bool { used == 0 }

  /// Enters a form that is not in it yet.
  ///
  /// - Parameters:
  ///   - key: The key of the form.
  ///   - bytes: The form, of 1 to 63 bytes.
  ///   - id: Its number, not 0.
  mutating func insert(_ key: WordKey, _ bytes: Span<UInt8>, _ id: WordID) {
    used += 1
    if used * 2 > slots.count { grow() }
    let slot = Slot(
      head: key.head,
      id: id,
      shape: UInt32(key.count) | UInt32(tails.count) << 6
    )
    place(slot, key.hash)
    var at = 8
    while at < key.count {
      tails.append(ByteBlock(bytes, at: at).bits & ByteBlock.mask(key.count - at))
      at += 8
    }
  }

  private mutating func place(_ slot: Slot, _ hash: UInt64) {
    var at = Int(truncatingIfNeeded: hash) & mask
    while slots[at].shape != 0 { at = (at &+ 1) & mask }
    slots[at] = slot
  }

  private mutating func grow() {
    let old = slots
    slots = [Slot](repeating: Slot(), count: old.count * 2)
    mask = slots.count - 1
    for slot in old where slot.shape != 0 {
      var key = WordKey(head: slot.head, count: slot.count)
      var block = slot.tail
      var at = 8
      while at < slot.count {
        key.combine(tails[block])
        block += 1
        at += 8
      }
      key.finish()
      place(slot, key.hash)
    }
  }

  /// The number of the form whose key is known.
  ///
  /// - Parameters:
  ///   - key: What of the form decides first.
  ///   - bytes: Where the form stands, for what it has beyond eight bytes.
  ///   - start: Its first byte.
  ///   - folding: The bits to set in each byte, `ByteBlock.smallBit` to compare small letters.
  /// - Returns: The number, 0 when no form is equal.
  @inline(__always)
  func lookup(
    _ key: WordKey,
    in bytes: Span<UInt8>,
    at start: Int,
    folding: UInt64
  ) -> WordID {
    let slots = slots.span
    var at = Int(truncatingIfNeeded: key.hash) & mask
    while true {
      let slot = slots[at]
      if slot.shape == 0 { return 0 }
      if slot.head == key.head, slot.count == key.count,
        key.count <= 8 || hasTail(slot, bytes, start, folding)
      {
        return slot.id
      }
      at = (at &+ 1) & mask
    }
  }

  private func hasTail(
    _ slot: Slot,
    _ bytes: Span<UInt8>,
    _ start: Int,
    _ folding: UInt64
  ) -> Bool {
    let tails = tails.span
    var tail = slot.tail
    var at = 8
    while at < slot.count {
      let ones = ByteBlock.mask(slot.count - at)
      let block = (ByteBlock(bytes, at: start + at).bits | folding) & ones
      guard block == tails[tail] else { return false }
      tail += 1
      at += 8
    }
    return true
  }
}
