/// What a vocabulary looks at first: the first eight bytes of a word form, its length and its hash.
struct WordKey {
  /// The first eight bytes, NUL behind the end.
  var head: UInt64
  /// The length in bytes.
  var count: Int
  /// The hash of all bytes, its lower half well mixed.
  var hash: UInt64

  /// The key of the first `count` bytes, which are in their matching form.
  init(_ bytes: Span<UInt8>, count: Int) {
    self.init(head: ByteBlock(bytes, at: 0).bits & ByteBlock.mask(count), count: count)
    var at = 8
    while at < count {
      combine(ByteBlock(bytes, at: at).bits & ByteBlock.mask(count - at))
      at += 8
    }
    finish()
  }

  /// A key whose further blocks follow, then ``finish()``.
  @inline(__always)
  init(head: UInt64, count: Int) {
    self.head = head
    self.count = count
    hash = head &* Self.multiplier
  }

  /// Takes in the next eight bytes.
  @inline(__always)
  mutating func combine(_ block: UInt64) {
    hash = (hash ^ block ^ hash >> 32) &* Self.multiplier
  }

  /// Brings the high bits of the product, which depend on every byte, to where the table looks.
  @inline(__always)
  mutating func finish() { hash ^= hash >> 32 }

  /// An odd number near 2⁶⁴ divided by the golden ratio: Fibonacci hashing (Knuth, TAOCP 3, 6.4).
  private static let multiplier: UInt64 = 0x9E37_79B9_7F4A_7C15
}
