/// Numbers by pairs of numbers: open addressing over one flat array.
struct PairNumbers: Sendable {
  private var keys: [UInt64]
  private var values: [Int32]
  private let mask: Int

  /// A table with room for so many pairs.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    keys = [UInt64](repeating: 0, count: size)
    values = [Int32](repeating: -1, count: size)
    mask = size - 1
  }

  private static func key(_ first: Int32, _ second: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: first)) << 32 | UInt64(UInt32(bitPattern: second))
  }

  private func slot(_ key: UInt64) -> Int {
    var at = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while keys[at] != 0, keys[at] != key { at = (at &+ 1) & mask }
    return at
  }

  /// Enters a pair of which neither is 0.
  mutating func insert(_ first: Int32, _ second: Int32, _ value: Int32) {
    let key = Self.key(first, second)
    let at = slot(key)
    keys[at] = key
    values[at] = value
  }

  /// The number of a pair; −1 for one that is not there.
  func value(_ first: Int32, _ second: Int32) -> Int32 { values[slot(Self.key(first, second))] }
}
