/// Numbers of rows by the hash of a key: open addressing, several rows to a key in their order.
///
/// The hash alone is kept; who looks up compares the key itself.
struct KeyIndex: Sendable {
  private struct Entry {
    var hash: UInt64
    var row: Int32
    /// The next entry of the key; −1 at the end.
    var next: Int32
    /// Of the first entry of a key: its last entry and how many there are.
    var last: Int32
    var count: Int32
  }

  private var slots: [Int32]
  private var entries: [Entry] = []
  private var used = 0

  /// An index without keys.
  init() { slots = [Int32](repeating: -1, count: 64) }

  /// Enters a row under a key.
  mutating func insert(_ hash: UInt64, _ row: Int) {
    if used * 2 >= slots.count { grow() }
    let number = Int32(entries.count)
    entries.append(Entry(hash: hash, row: Int32(row), next: -1, last: number, count: 1))
    let slot = slot(of: hash)
    let head = slots[slot]
    guard head >= 0 else {
      slots[slot] = number
      used += 1
      return
    }
    entries[Int(entries[Int(head)].last)].next = number
    entries[Int(head)].last = number
    entries[Int(head)].count += 1
  }

  /// The rows of a key in their order, at most `limit`.
  func rows(_ hash: UInt64, limit: Int = 256) -> [Int] {
    var rows: [Int] = []
    var at = slots[slot(of: hash)]
    while at >= 0, rows.count < limit {
      rows.append(Int(entries[Int(at)].row))
      at = entries[Int(at)].next
    }
    return rows
  }

  /// The first row of a key; nil when it has none.
  func first(_ hash: UInt64) -> Int? {
    let head = slots[slot(of: hash)]
    return head < 0 ? nil : Int(entries[Int(head)].row)
  }

  /// How many rows a key has.
  func count(_ hash: UInt64) -> Int {
    let head = slots[slot(of: hash)]
    return head < 0 ? 0 : Int(entries[Int(head)].count)
  }

  private func slot(of hash: UInt64) -> Int {
    let mask = slots.count - 1
    var at = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while slots[at] >= 0, entries[Int(slots[at])].hash != hash { at = (at + 1) & mask }
    return at
  }

  private mutating func grow() {
    let heads = slots.filter { $0 >= 0 }
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for head in heads { slots[slot(of: entries[Int(head)].hash)] = head }
  }

  /// The hash of some bytes: FNV-1a with a last mix (Fowler, Noll, Vo).
  static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return mixed(hash)
  }

  /// The hash of a number; no two numbers have the same.
  static func mixed(_ value: UInt64) -> UInt64 {
    var bits = value
    bits = (bits ^ bits >> 30) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ bits >> 27) &* 0x94D0_49BB_1331_11EB
    return bits ^ bits >> 31
  }
}
