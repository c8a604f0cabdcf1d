/// Numbers for names, in the order of their first appearance: each name's bytes are kept once.
///
/// Open addressing over one flat array of bytes: asking for a name that is known makes no object.
public struct NameTable: Sendable {
  private var bytes: [UInt8] = []
  /// Where each name ends in `bytes`.
  private var ends: [Int] = []
  private var hashes: [UInt64] = []
  private var slots = [Slot](repeating: Slot(), count: 64)

  /// A place of a name: what is not the name asked for is seen without going to its bytes.
  private struct Slot {
    /// The name's number plus 1; 0 is free.
    var number: Int32 = 0
    /// The high bits of its hash.
    var mark: UInt32 = 0
  }

  /// A table without names.
  public init() {}

  /// How many names there are.
  public var count: Int { ends.count }

  /// The number of a name, a new one when it is new.
  mutating func number(of name: Span<UInt8>) -> Int {
    let hash = Self.hash(name)
    let mask = slots.count - 1
    let mark = Self.mark(hash)
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot].number != 0 {
      let number = Int(slots[slot].number) - 1
      if slots[slot].mark == mark, holds(name, at: number) { return number }
      slot = (slot + 1) & mask
    }
    let number = ends.count
    for index in name.indices { bytes.append(name[index]) }
    ends.append(bytes.count)
    hashes.append(hash)
    slots[slot] = Slot(number: Int32(number + 1), mark: mark)
    if ends.count * 2 > slots.count { grow() }
    return number
  }

  /// The number of a name, a new one when it is new.
  public mutating func number(of name: String) -> Int {
    var name = name
    // Safety: the buffer is read inside the closure only.
    return name.withUTF8 { unsafe number(of: $0.span) }
  }

  /// The rank of each name among all by its bytes, and the names in that order.
  func ranks() -> (ranks: [Int32], names: [String]) {
    let order = sorted()
    var ranks = [Int32](repeating: 0, count: count)
    for (rank, number) in order.enumerated() { ranks[number] = Int32(rank) }
    return (ranks, order.map { name($0) })
  }

  /// A name as text.
  public func name(_ number: Int) -> String {
    String(decoding: bytes[range(number)], as: UTF8.self)
  }

  /// The numbers in the order of the names' bytes.
  func sorted() -> [Int] {
    (0..<count).sorted { bytes[range($0)].lexicographicallyPrecedes(bytes[range($1)]) }
  }

  private func range(_ number: Int) -> Range<Int> {
    (number == 0 ? 0 : ends[number - 1])..<ends[number]
  }

  private func holds(_ name: Span<UInt8>, at number: Int) -> Bool {
    let range = range(number)
    guard range.count == name.count else { return false }
    for index in name.indices where bytes[range.lowerBound + index] != name[index] { return false }
    return true
  }

  private mutating func grow() {
    slots = [Slot](repeating: Slot(), count: slots.count * 4)
    let mask = slots.count - 1
    for number in ends.indices {
      var slot = Int(truncatingIfNeeded: hashes[number]) & mask
      while slots[slot].number != 0 { slot = (slot + 1) & mask }
      slots[slot] = Slot(number: Int32(number + 1), mark: Self.mark(hashes[number]))
    }
  }

  private static func mark(_ hash: UInt64) -> UInt32 { UInt32(truncatingIfNeeded: hash >> 32) }

  /// The bytes, eight at a time, times 2⁶⁴ over the golden ratio, both halves of the product put
  /// together: a step a byte would take longer than all the rest.
  private static func hash(_ name: Span<UInt8>) -> UInt64 {
    var hash = UInt64(truncatingIfNeeded: name.count)
    var place = 0
    while place < name.count {
      var word: UInt64 = 0
      if place + 8 <= name.count {
        // Safety: eight bytes are left; any eight are a number.
        word = unsafe name.bytes.unsafeLoadUnaligned(fromByteOffset: place, as: UInt64.self)
        word = UInt64(littleEndian: word)
      } else {
        for index in place..<name.count { word = word << 8 | UInt64(name[index]) }
      }
      let product = (hash ^ word ^ 0xCBF2_9CE4_8422_2325)
        .multipliedFullWidth(by: 0x9E37_79B9_7F4A_7C15)
      hash = product.high ^ product.low
      place += 8
    }
    return hash
  }
}
